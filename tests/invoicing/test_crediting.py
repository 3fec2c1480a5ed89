"""What goods that come back are worth: parts add up to what their invoice charged, to the cent."""

from decimal import Decimal
from typing import Any

from hypothesis import given
from hypothesis import strategies as st

from otcore.invoicing.billing import billable
from otcore.invoicing.calculation import calculate
from otcore.invoicing.crediting import credit_between, credit_until
from otcore.invoicing.document import InvoiceDocument, InvoiceLine, PaymentInstructions
from otcore.orders.shipments.shipment import Shipment, ShipmentLine
from otcore.values.adjustment import Adjustment
from otcore.values.party import Party
from otcore.values.price import UnitPrice
from otcore.values.tax import TaxCategory
from tests.orders.examples import DAY, STANDARD, confirmed, dec, eur, line, placed, product, promised

REDUCED = TaxCategory("S", Decimal("5.5"))
FREIGHT = Adjustment(charge=True, amount=eur("10.00"), tax=STANDARD, reason="freight")
OFF = Adjustment(charge=False, amount=eur("7.00"), reason="agreed")


def invoice(*lines, **more) -> InvoiceDocument:
    """The invoice of an order that left whole."""
    order = confirmed(promised(placed(*lines, products=(product(price="0"),), rules=(), **more)))
    left = tuple(ShipmentLine(each.id, each.ledger.ordered, dec(0), "") for each in order.lines)
    billed = billable(order, Shipment("S1", "O1", "C1", DAY, left, eur("0.00")))
    lines = tuple(InvoiceLine(id=e.id, quantity=e.quantity, price=e.price, tax=e.tax, name="it") for e in billed.lines)
    parties: dict[str, Any] = {"seller": Party("S"), "buyer": Party("B")}
    totals, pay = calculate(billed), PaymentInstructions()
    return InvoiceDocument(
        number="1", issued=DAY, due=DAY, currency="EUR", lines=lines, totals=totals, payment=pay, **parties
    )


def at(price: str) -> UnitPrice:
    return UnitPrice(price, "EUR")


def test_nothing_is_worth_nothing():
    assert credit_until(invoice(line(price=at("10"))), {}) == eur("0.00")


def test_a_part_is_worth_its_part_of_the_line_with_its_tax():
    document = invoice(line(price=at("10")), line("2", 10, price=at("10"), tax=REDUCED))
    assert credit_until(document, {"2": dec(4)}) == eur("42.20")


def test_a_fixed_allowance_goes_back_by_the_quantity():
    assert credit_until(invoice(line(price=at("10"), adjustments=(OFF,))), {"1": dec(5)}) == eur("55.80")


def test_freight_goes_back_by_what_the_lines_are_worth():
    document = invoice(line(price=at("10")), line("2", 10, price=at("30")), adjustments=(FREIGHT,))
    assert credit_until(document, {"1": dec(10)}) == eur("123.00")


def test_freight_of_free_goods_goes_back_by_quantities():
    document = invoice(line(price=at("0")), line("2", 30, price=at("0")), adjustments=(FREIGHT,))
    assert credit_until(document, {"1": dec(10)}) == eur("3.00")


prices = st.decimals("0", "99", places=3)
lines = st.lists(st.tuples(prices, st.integers(1, 9), st.sampled_from([STANDARD, REDUCED])), min_size=1, max_size=3)
discounts = st.sampled_from([(), (OFF,), (Adjustment(charge=False, percent=Decimal("12.5")),)])
steps = st.lists(st.tuples(st.integers(0, 2), st.integers(1, 5)), max_size=6)


@given(lines, discounts, st.sampled_from([(), (FREIGHT,)]), steps)
def test_whatever_the_parts_all_of_an_invoice_is_what_it_charged(asked, taken_off, freight, steps):
    document = invoice(
        *(
            line(str(index), quantity, price=at(str(price)), tax=tax, adjustments=taken_off)
            for index, (price, quantity, tax) in enumerate(asked)
        ),
        adjustments=freight,
    )
    back = {each.id: Decimal(0) for each in document.lines}
    credited = 0
    rest = [(int(each.id), int(each.quantity.value)) for each in document.lines]
    for index, quantity in (*steps, *rest):
        if index >= len(document.lines):
            continue
        each = document.lines[index]
        part = min(Decimal(quantity), each.quantity.value - back[each.id])
        credited += credit_between(document, back, {each.id: part}).minor
        back[each.id] += part
    assert credited == document.totals.payable.minor
