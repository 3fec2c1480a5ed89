"""One order travels the whole way, and several go odd ways; the books agree with themselves after each step."""

from datetime import timedelta

import pytest

from otcore.invoicing.reference import creditor_reference
from otcore.orders.fulfilment import Extent, invoiced, shipped
from otcore.orders.hold import HoldKind
from otcore.orders.lifecycle import Status
from otcore.ports.aggregates import INVOICE, SHIPMENT
from otcore.ports.errors import NotFound
from otcore.receivables.ledger import control, unapplied
from otcore.values.money import Money
from otcore.workflows.ask import Get, OpenItems, OrderHistory
from tests.orders.examples import DAY, eur, left, line, order_of
from tests.workflows.books import books, replayed
from tests.workflows.desk import billed, desk


def test_an_order_travels_from_placing_to_cash():
    ready = desk(limit="200.00", stocked=10)

    assert ready.places(line(), line("2", 4, "P2")).status is Status.SUBMITTED
    assert (ready.exposure(), ready.shelf()) == (("132.00", "0.00", "0.00"), (10, 10))

    assert ready.acknowledges().status is Status.CONFIRMED

    ready.ships(left("1", 10), left("2", 4))
    assert (ready.exposure(), ready.shelf()) == (("0.00", "132.00", "0.00"), (0, 0))
    assert (shipped(ready.order()), invoiced(ready.order())) == (Extent.ALL, Extent.NONE)

    invoice = ready.bills()
    assert (invoice.id, invoice.payable) == ("INV-2026-000001", eur("132.00"))
    assert ready.exposure() == ("0.00", "0.00", "132.00")
    assert ready.order().status is Status.CLOSED

    ready.gets("132.00", reference=creditor_reference(invoice.id))
    assert ready.applies().allocations[0].amount == eur("132.00")
    assert ready.exposure() == ("0.00", "0.00", "0.00")
    assert ready.otc.ask(OpenItems()) == ()


def test_replaying_the_facts_gives_every_state():
    ready = desk(stocked=20)
    billed(ready)
    ready.gets("50.00", text="INV-2026-000001")
    ready.applies()
    stored = {place: state for place, (_, state) in books(ready.store)["states"].items()}
    assert replayed(ready.store) == stored
    assert len(stored) == 12


def test_an_order_ships_in_parts_each_with_its_invoice():
    ready = desk(stocked=7)
    ready.places()
    assert ready.acknowledges().status is Status.ACKNOWLEDGED
    ready.agrees()
    ready.ships(left("1", 7), shipment="S1")
    assert ready.bills("S1").payable == eur("84.00")
    assert ready.order().status is Status.CONFIRMED
    ready.receives(5)
    ready.ships(left("1", 3), shipment="S2")
    assert ready.bills("S2").id == "INV-2026-000002"
    assert ready.order().status is Status.CLOSED
    assert (ready.exposure(), ready.shelf()) == (("0.00", "0.00", "120.00"), (2, 0))


def test_a_short_closed_order_ends_with_its_invoice():
    ready = desk(stocked=10)
    ready.places()
    ready.acknowledges()
    ready.ships(left("1", 6, 0))
    assert (ready.exposure(), ready.shelf()) == (("0.00", "72.00", "0.00"), (4, 0))
    ready.bills()
    assert ready.order().status is Status.CLOSED


def test_an_order_whose_rest_is_closed_after_its_last_invoice_ends_there():
    ready = desk(stocked=10)
    ready.places()
    ready.acknowledges()
    ready.ships(left("1", 6))
    ready.bills()
    ready.ships(left("1", 0, 0), shipment="S2")
    assert ready.order().status is Status.CLOSED
    assert ready.exposure() == ("0.00", "0.00", "72.00")


def test_an_order_of_which_nothing_will_leave_ends_without_an_invoice():
    ready = desk(stocked=10)
    ready.places()
    ready.acknowledges()
    ready.ships(left("1", 0, 0))
    assert ready.order().status is Status.CLOSED
    assert (ready.exposure(), ready.shelf()) == (("0.00", "0.00", "0.00"), (10, 0))


def test_a_cancelled_order_gives_back_credit_and_goods():
    ready = desk(limit="200.00", stocked=10)
    ready.places()
    assert ready.cancels().status is Status.CANCELLED
    assert (ready.exposure(), ready.shelf()) == (("0.00", "0.00", "0.00"), (10, 0))


def test_a_held_order_that_is_cancelled_gives_back_nothing():
    ready = desk(limit="100.00", stocked=10)
    assert ready.places().holds[0].kind is HoldKind.CREDIT
    ready.cancels()
    assert (ready.exposure(), ready.shelf()) == (("0.00", "0.00", "0.00"), (10, 0))


def test_a_released_order_is_promised_over_the_limit():
    ready = desk(limit="100.00", stocked=10)
    ready.places()
    order = ready.releases(HoldKind.CREDIT)
    assert (order.held, order.promised) == (False, True)
    assert (ready.exposure(), ready.shelf()) == (("120.00", "0.00", "0.00"), (10, 10))


def test_the_control_account_is_the_sum_of_the_open_items():
    ready = desk(stocked=50)
    first, second = billed(ready, 10), billed(ready, 5, "O2")
    ready.gets("150.00", text=first.id, reference=creditor_reference(first.id))
    ready.applies()
    entries = books(ready.store)["entries"]
    owed = ready.otc.ask(OpenItems())
    assert control(entries, "EUR") == owed[0].open == second.payable == Money("60.00", "EUR")
    assert unapplied(entries, "EUR") == ready.receipts()[0].unapplied == eur("30.00")


def test_the_history_of_an_order_says_what_who_and_when():
    ready = desk(stocked=10)
    ready.places()
    ready.clock.time += timedelta(hours=1)
    ready.acknowledges()
    facts = ready.otc.ask(OrderHistory("O1"))
    assert [type(fact.event).__name__ for fact in facts] == [
        "OrderPlaced",
        "StockAllocated",
        "OrderAcknowledged",
        "OrderConfirmed",
    ]
    assert [fact.sequence for fact in facts] == [1, 2, 3, 4]
    assert facts[2].at - facts[1].at == timedelta(hours=1)
    assert {fact.actor for fact in facts} == {"host"}


def test_the_actor_and_the_time_of_a_command_can_be_told():
    ready = desk()
    at = ready.clock.time + timedelta(days=3)
    ready.otc.handle(order_of(), actor="maria", at=at)
    fact = ready.otc.ask(OrderHistory("O1"))[0]
    assert (fact.actor, fact.at) == ("maria", at)


def test_what_is_not_there_is_not_found():
    ready = desk()
    with pytest.raises(NotFound, match="no order 'O9'"):
        ready.otc.ask(OrderHistory("O9"))
    with pytest.raises(NotFound):
        ready.acknowledges("O9")
    assert ready.otc.ask(OpenItems("C1")) == ()


def test_an_invoice_knows_its_papers():
    ready = desk(stocked=10)
    billed(ready)
    invoice = ready.otc.ask(Get(INVOICE, "INV-2026-000001"))
    assert (invoice.customer, invoice.order, invoice.shipment) == ("C1", "O1", "S1")
    assert ready.otc.ask(Get(SHIPMENT, "S1")).invoice == invoice.id
    assert invoice.document.issued == DAY
