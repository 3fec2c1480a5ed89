"""An order and a cancellation as people write them."""

import json
from datetime import date
from decimal import Decimal
from typing import Any

from otcore.orders.commands import CancelOrder, PlaceOrder
from otcore.orders.details import Delivery, OrderDetails
from otcore.orders.line import RequestedLine
from otcore.schemas.inbox import read_cancellation, read_order
from otcore.values import Address, Identifier, Money, Party, Period, Quantity, TaxCategory, UnitPrice
from otcore.values.adjustment import Adjustment

ORDER = {"id": "O-1", "customer": "ACME", "date": "2026-03-31", "currency": "EUR"}


def read(text):
    return read_order(text.encode(), "o.json")


def test_a_short_order_takes_pieces_at_the_list_price():
    lines = [{"product": "B-1", "quantity": "10"}, {"id": "b", "gtin": "4006381333931", "quantity": "2", "unit": "KGM"}]
    reading = read(json.dumps({"order": ORDER | {"lines": lines}}))
    placed = PlaceOrder(
        order="O-1",
        customer="ACME",
        day=date(2026, 3, 31),
        currency="EUR",
        lines=(
            RequestedLine(id="1", product="B-1", quantity=Quantity("10", "C62")),
            RequestedLine(id="b", standard_item=Identifier("4006381333931", "0160"), quantity=Quantity("2", "KGM")),
        ),
    )
    assert reading.commands == (placed,)
    assert [(each.id, each.source, each.line) for each in reading.documents] == [("O-1", "o.json", 1)]


def test_a_full_order_loses_nothing():
    line: dict[str, Any] = {
        "product": "B-1",
        "quantity": "10",
        "price": "1.50",
        "price_per": "100",
        "name": "Bolt",
        "note": "n",
    }
    line |= {"description": "d", "buyer_item": "x", "accounting_cost": "c", "tax": {"code": "S", "rate": "19"}}
    line |= {"requested": {"start": "2026-04-01", "end": "2026-04-02"}}
    line |= {"adjustments": [{"charge": False, "percent": "5", "reason": "loyal"}]}
    order: dict[str, Any] = ORDER | {
        "lines": [line],
        "reference": "PO-7",
        "buyer_reference": "r",
        "accounting_cost": "a",
    }
    order |= {"contract": "k", "note": "n", "valid_until": "2026-05-01", "buyer": {"name": "Acme"}}
    order |= {"delivery": {"address": {"country": "GB"}}}
    order |= {"adjustments": [{"charge": True, "amount": {"amount": "3.00", "currency": "EUR"}, "reason": "freight"}]}
    (placed,) = read(json.dumps({"order": order})).commands
    assert placed.adjustments == (Adjustment(charge=True, amount=Money("3.00", "EUR"), reason="freight"),)
    assert placed.details == OrderDetails(
        reference="PO-7",
        buyer_reference="r",
        accounting_cost="a",
        contract="k",
        note="n",
        valid_until=date(2026, 5, 1),
        buyer=Party("Acme"),
        delivery=Delivery(address=Address(country="GB")),
    )
    assert placed.lines == (
        RequestedLine(
            id="1",
            product="B-1",
            quantity=Quantity("10", "C62"),
            price=UnitPrice("1.50", "EUR", 100),
            name="Bolt",
            description="d",
            buyer_item="x",
            tax=TaxCategory("S", "19"),
            adjustments=(Adjustment(charge=False, percent=Decimal(5), reason="loyal"),),
            requested=Period(date(2026, 4, 1), date(2026, 4, 2)),
            note="n",
            accounting_cost="c",
        ),
    )


def test_every_fault_of_an_order_is_told_with_its_line():
    reading = read("""{"order": {
        "id": "O-1",
        "date": "31.3.2026",
        "currency": "EUR",
        "lines": [
            {"product": "B-1", "quantity": 10},
            {"product": "B-1", "quantity": "0.0000001",
             "price": "-1"},
            {"gtin": "1", "quantity": "1", "price_per": "0"}
        ]
    }}""")
    assert reading.documents == ()
    assert [(fault.path, fault.code) for fault in reading.faults] == [
        ("o.json line 1 /order/customer", "FIELD_MISSING"),
        ("o.json line 3 /order/date", "DATE_FORMAT"),
        ("o.json line 6 /order/lines/0/quantity", "TEXT_EXPECTED"),
        ("o.json line 7 /order/lines/1/quantity", "QUANTITY_TOO_PRECISE"),
        ("o.json line 8 /order/lines/1/price", "PRICE_NEGATIVE"),
        ("o.json line 9 /order/lines/2/gtin", "GTIN_FORMAT"),
        ("o.json line 9 /order/lines/2/price_per", "PRICE_BASE"),
    ]


def test_a_list_of_orders_is_no_order():
    assert [fault.code for fault in read('{"order": []}').faults] == ["OBJECT_EXPECTED"]


def test_a_cancellation_gives_up_an_order():
    data = b'{"cancellation": {"order": "O-1", "date": "2026-04-01", "reason": "closed"}}'
    reading = read_cancellation(data, "x.json")
    assert reading.commands == (CancelOrder(order="O-1", day=date(2026, 4, 1), reason="closed"),)
    assert reading.documents[0].id == "O-1"
