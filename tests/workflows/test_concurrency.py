"""Threads on one store: the last piece, the last of the limit and the last of a receipt go to one only.

All threads have read before the first of them commits: the worst that can happen, every time.
"""

from collections.abc import Callable, Sequence
from concurrent.futures import ThreadPoolExecutor
from functools import partial
from typing import Any

import pytest

from otcore.invoicing.reference import creditor_reference
from otcore.orders.details import OrderDetails
from otcore.orders.lifecycle import Status
from otcore.receivables.ledger import control, unapplied
from otcore.stock.commands import ReceiveStock
from otcore.values.faults import Rejected
from otcore.values.money import Money
from otcore.values.price import UnitPrice
from otcore.values.quantity import Quantity
from tests.orders.examples import eur, left, line
from tests.workflows.books import books
from tests.workflows.conflicts import Crowded
from tests.workflows.desk import Desk, billed, desk

Act = Callable[[Desk], Any]
MANY_TRIES = 100
"""A memory store has no queue: whoever is slower begins again, more often than a store with row locks would let it."""


def together(ready: Desk, *acts: Act) -> list[Any]:
    """Every act in a thread of its own, over the same books; what each answered."""
    crowd = Desk(store=Crowded(ready.store, len(acts)), tries=MANY_TRIES)
    with ThreadPoolExecutor(len(acts)) as pool:
        return list(pool.map(lambda act: act(crowd), acts))


def place(quantity: int, order: str) -> Act:
    return lambda crowd: crowd.places(line(quantity=quantity), order=order)


def apply(receipt: str) -> Act:
    return lambda crowd: crowd.applies(receipt)


@pytest.mark.parametrize("orders", [2, 4])
def test_the_last_piece_goes_to_one_order(orders: int):
    ready = desk(stocked=1)
    placed = together(ready, *(place(1, f"O{number}") for number in range(orders)))
    assert sorted(int(order.lines[0].ledger.allocated) for order in placed) == [0] * (orders - 1) + [1]
    assert ready.shelf() == (1, 1)


@pytest.mark.parametrize("orders", [2, 4])
def test_of_orders_of_sixty_percent_of_the_limit_one_is_promised_and_the_rest_held(orders: int):
    ready = desk(limit="200.00", stocked=50)
    placed = together(ready, *(place(10, f"O{number}") for number in range(orders)))
    assert sorted((order.promised, order.held) for order in placed) == [(False, True)] * (orders - 1) + [(True, False)]
    assert ready.exposure() == ("120.00", "0.00", "0.00")
    assert ready.shelf() == (50, 10)


@pytest.mark.parametrize("price", [None, UnitPrice("9.00", "EUR")], ids=["promised", "held"])
def test_an_order_number_of_the_buyer_comes_once_however_many_come_at_once(price: UnitPrice | None):
    def place_again(order: str, crowd: Desk) -> Status:
        return crowd.places(line(price=price), order=order, details=OrderDetails(reference="PO-7")).status

    ready = desk(stocked=50)
    statuses = together(ready, *(partial(place_again, f"O{number}") for number in range(3)))
    assert sorted(statuses) == [Status.REJECTED, Status.REJECTED, Status.SUBMITTED]


def test_a_receipt_applied_several_times_at_once_is_given_once():
    ready = desk(stocked=10)
    invoice = billed(ready)
    ready.gets("120.00", reference=creditor_reference(invoice.id))
    together(ready, *[apply("R1")] * 3)
    assert [each.amount for each in ready.item(invoice.id).applied] == [eur("120.00")]
    assert unapplied(books(ready.store)["entries"], "EUR") == Money.zero("EUR")
    assert ready.exposure() == ("0.00", "0.00", "0.00")


def test_several_receipts_for_one_item_never_pay_more_than_it():
    ready = desk(stocked=10)
    invoice = billed(ready)
    for receipt in ("R1", "R2", "R3"):
        ready.gets("60.00", receipt, reference=creditor_reference(invoice.id))
    together(ready, apply("R1"), apply("R2"), apply("R3"))
    entries = books(ready.store)["entries"]
    assert not ready.item(invoice.id).open
    assert control(entries, "EUR") == Money.zero("EUR")
    assert unapplied(entries, "EUR") == eur("60.00")


def test_invoices_issued_at_once_have_numbers_without_gaps():
    ready = desk(stocked=50)
    for number in range(6):
        ready.places(line(quantity=1), order=f"O{number}")
        ready.acknowledges(f"O{number}")
        ready.ships(left("1", 1), shipment=f"S{number}", order=f"O{number}")
    issue: Sequence[Act] = [partial(Desk.bills, shipment=f"S{number}") for number in range(6)]
    invoices = together(ready, *issue)
    assert sorted(invoice.id for invoice in invoices) == [f"INV-2026-{number:06d}" for number in range(1, 7)]
    assert ready.exposure() == ("0.00", "0.00", "72.00")


def test_one_key_acts_once_however_many_ask_at_once():
    ready = desk()
    arrival = ReceiveStock("P1", "main", Quantity(5, "C62"))
    answers = together(ready, *[partial(Desk.handle, command=arrival, key="k1")] * 4)
    assert [int(answer.on_hand) for answer in answers] == [5, 5, 5, 5]
    assert len(books(ready.store)["facts"]["stock", "P1@main"]) == 1


def test_one_order_shipped_twice_at_once_leaves_once():
    ready = desk(stocked=20)
    ready.places()
    ready.acknowledges()

    def ship(shipment: str, crowd: Desk) -> str:
        try:
            return crowd.ships(left("1", 10), shipment=shipment).id
        except Rejected as refused:
            return refused.code

    outcomes = together(ready, partial(ship, "S1"), partial(ship, "S2"))
    assert sorted(outcomes)[0] == "OVER_DELIVERY"
    assert ready.shelf() == (10, 0)


def test_an_order_cancelled_while_it_ships_does_one_of_the_two():
    ready = desk(stocked=20)
    ready.places()
    ready.acknowledges()

    def attempt(act: Act, crowd: Desk) -> str:
        try:
            act(crowd)
        except Rejected as refused:
            return refused.code
        return "done"

    outcomes = together(
        ready, partial(attempt, Desk.cancels), partial(attempt, lambda crowd: crowd.ships(left("1", 10)))
    )
    assert sorted(outcomes) in (["ALREADY_SHIPPED", "done"], ["ORDER_NOT_CONFIRMED", "done"])
    assert ready.exposure()[0] == "0.00"
    assert ready.shelf()[1] == 0
