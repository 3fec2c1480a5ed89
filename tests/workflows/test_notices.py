"""The messages that leave with each step."""

import pytest

from otcore.values.faults import Rejected
from tests.orders.examples import left, line
from tests.workflows.desk import Desk, billed, desk


def told(ready: Desk) -> list[tuple[str, str, dict[str, str]]]:
    """Topic, subject and facts of what was waiting."""
    ready.postbox.got.clear()
    ready.otc.relay()
    return [(each.notice.topic, each.notice.subject, dict(each.notice.facts)) for each in ready.postbox.got]


def test_an_order_is_announced_as_it_was_placed():
    ready = desk(limit="130.00", stocked=10)
    ready.places()
    ready.places(order="O2")
    ready.places(order="O3", currency="USD")
    why = "CREDIT_LIMIT_EXCEEDED: 120.00 EUR used + 120.00 EUR ordered is over the limit of 130.00 EUR"
    assert told(ready) == [
        ("order.placed", "O1", {"customer": "C1", "value": "120.00 EUR"}),
        ("order.held", "O2", {"customer": "C1", "value": "120.00 EUR", "why": why}),
        (
            "order.rejected",
            "O3",
            {
                "customer": "C1",
                "value": "0.00 USD",
                "why": "CURRENCY_NOT_AGREED: ordered in USD, agreed is EUR",
            },
        ),
    ]


def test_every_reason_of_a_held_order_is_told():
    ready = desk()
    ready.places(line(product="?", name="Screw"), line("2", unit="KGM"))
    assert told(ready)[0][2]["why"] == "PRODUCT_UNKNOWN: line 1: Screw; UNIT_DIFFERS: line 2: KGM"


def test_an_order_is_announced_at_each_status_it_reaches():
    ready = desk(stocked=6)
    ready.places()
    ready.acknowledges()
    ready.agrees()
    ready.cancels()
    assert told(ready)[1:] == [
        ("order.acknowledged", "O1", {"customer": "C1", "response": "CA"}),
        ("order.confirmed", "O1", {"customer": "C1", "response": "CA"}),
        ("order.cancelled", "O1", {"customer": "C1", "response": "CA"}),
    ]


def test_an_answer_that_is_no_more_than_a_receipt_is_announced_with_its_code():
    ready = desk(limit="1.00")
    ready.places()
    ready.acknowledges()
    assert told(ready)[1] == ("order.submitted", "O1", {"customer": "C1", "response": "AB"})


def test_shipment_and_invoice_are_announced():
    ready = desk(stocked=10)
    billed(ready)
    assert told(ready)[2:] == [
        ("shipment.posted", "S1", {"order": "O1", "customer": "C1"}),
        ("invoice.issued", "INV-2026-000001", {"customer": "C1", "order": "O1", "payable": "120.00 EUR"}),
    ]


def test_a_receipt_is_announced_when_it_is_decided():
    ready = desk(stocked=10)
    billed(ready)
    ready.gets("120.00", text="INV-2026-000001")
    ready.gets("5.00", "R2")
    ready.applies()
    ready.applies("R2")
    paid, waiting = told(ready)[-2:]
    assert paid[0:2] == ("receipt.applied", "R1")
    assert paid[2] == {"amount": "120.00 EUR", "unapplied": "0.00 EUR", "reason": "", "customer": "C1"}
    assert waiting[0:2] == ("receipt.unidentified", "R2")
    assert waiting[2]["reason"] == "NO_REFERENCE"


def test_a_refused_command_announces_nothing():
    ready = desk(stocked=10)
    ready.places()
    told(ready)
    with pytest.raises(Rejected):
        ready.ships(left("1", 1))
    assert told(ready) == []
