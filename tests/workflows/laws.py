"""What must hold of the books after any command: goods, value and money are where they were, or they moved."""

from collections import defaultdict
from collections.abc import Callable, Mapping
from decimal import Decimal
from typing import Any

from otcore.customers.credit.account import CreditAccount
from otcore.orders.events import GoodsShipped, ShipmentReversed
from otcore.orders.fulfilment import finished
from otcore.orders.lifecycle import Status
from otcore.orders.order import Order
from otcore.orders.shipments.lifecycle import ShipmentStatus
from otcore.orders.shipments.shipment import Shipment
from otcore.payments.receipt import Receipt
from otcore.ports.aggregates import KINDS
from otcore.ports.storage import Store
from otcore.receivables.item import Receivable
from otcore.receivables.ledger import control, unapplied
from otcore.stock.events import StockReceived
from otcore.stock.item import StockItem
from otcore.values.percentage import Percentage
from tests.workflows.books import books

Books = Mapping[str, Any]
TOLERANCE = Percentage(20)
"""The most that any customer of these tests takes beyond what was ordered."""
LIVE = (Status.SUBMITTED, Status.ACKNOWLEDGED, Status.CONFIRMED)
_EVOLVE = {kind.name: kind.evolve for kind in KINDS}


def states(told: Books, kind: str) -> list[Any]:
    return [state for (name, _), (_, state) in told["states"].items() if name == kind]


def facts(told: Books, kind: str, id: str) -> list[Any]:
    return [fact.event for fact in told["facts"][kind, id]]


def quantities_of_a_line_are_conserved(told: Books) -> None:
    orders: list[Order] = states(told, "order")
    for ledger in (line.ledger for order in orders for line in order.lines):
        over = max(ledger.shipped - ledger.wanted, Decimal(0))
        assert ledger.open + ledger.cancelled + ledger.shipped == ledger.ordered + over
        assert over <= TOLERANCE.of(ledger.wanted)
        assert 0 <= ledger.invoiced <= ledger.invoiced + ledger.never_billed <= ledger.shipped
        assert 0 <= ledger.never_billed <= ledger.came_back <= ledger.return_requested <= ledger.shipped
        assert ledger.came_back <= ledger.delivered <= ledger.shipped
        assert 0 <= ledger.allocated <= ledger.open


def ledgers_say_what_their_shipments_say(told: Books) -> None:
    for order in states(told, "order"):
        gone = [
            each
            for each in states(told, "shipment")
            if each.order == order.id and each.status in (ShipmentStatus.POSTED, ShipmentStatus.DELIVERED)
        ]
        for line in order.lines:
            left = [part for each in gone for part in each.lines if part.line == line.id]
            assert sum(part.quantity for part in left) == line.ledger.shipped
            assert sum(part.delivered for part in left) == line.ledger.delivered
            assert sum(part.returned for part in left) == line.ledger.came_back
            assert all(0 <= part.returned <= part.delivered <= part.quantity for part in left)


def ledgers_say_what_their_returns_say(told: Books) -> None:
    for order in states(told, "order"):
        asked = [each for each in states(told, "return") if each.order == order.id]
        for line in order.lines:
            back = [part for each in asked for part in each.lines if part.line == line.id]
            assert sum(part.good for part in back) == line.ledger.returned
            assert sum(part.scrapped for part in back) == line.ledger.scrapped
            assert sum(part.quantity - part.dropped for part in back) == line.ledger.return_requested
            assert all(part.left >= 0 for part in back)


def goods_are_on_a_shelf_or_shipped(told: Books) -> None:
    arrived, lying, left = defaultdict[str, Decimal](Decimal), defaultdict[str, Decimal](Decimal), {}
    for shelf in states(told, "stock"):
        assert isinstance(shelf, StockItem)
        lying[shelf.product] += shelf.on_hand
        events = facts(told, "stock", f"{shelf.product}@{shelf.location}")
        arrived[shelf.product] += sum(event.quantity for event in events if isinstance(event, StockReceived))
    for product in arrived:
        left[product] = sum(
            line.ledger.shipped - line.ledger.returned
            for order in states(told, "order")
            for line in order.lines
            if line.agreed.product == product
        )
        assert lying[product] == arrived[product] - left[product]


def nothing_is_promised_twice(told: Books) -> None:
    promised = defaultdict[tuple[str, str], Decimal](Decimal)
    orders: list[Order] = states(told, "order")
    for order in orders:
        assert not (order.held and order.promised)
        for line in order.lines:
            assert order.status in LIVE or not line.ledger.allocations
            for part in line.ledger.allocations:
                promised[line.agreed.product, part.location] += part.quantity
    shelves: list[StockItem] = states(told, "stock")
    for shelf in shelves:
        assert 0 <= shelf.reserved <= shelf.on_hand
        assert shelf.reserved == promised.pop((shelf.product, shelf.location), 0)
    assert not promised


def exposure_is_what_is_open(told: Books) -> None:
    accounts: list[CreditAccount] = states(told, "credit")
    orders: list[Order] = states(told, "order")
    shipments: list[Shipment] = states(told, "shipment")
    items: list[Receivable] = states(told, "receivable")
    for account in accounts:
        whose = account.customer
        counting = [order for order in orders if order.customer == whose and order.promised and order.status in LIVE]
        unbilled = [each for each in shipments if each.customer == whose and not each.invoice]
        assert account.orders.minor == sum(order.open_value.minor for order in counting)
        assert account.deliveries.minor == sum(each.counted.minor for each in unbilled)
        assert account.invoices.minor == sum(item.open.minor for item in items if item.customer == whose)


def value_is_shipped_dropped_or_open(told: Books) -> None:
    orders: list[Order] = states(told, "order")
    for order in orders:
        told_of = facts(told, "order", order.id)
        moved = [event for event in told_of if isinstance(event, GoodsShipped)]
        if order.status in (Status.CONFIRMED, Status.CLOSED):
            gone = sum(event.value.minor + event.dropped.minor for event in moved)
            back = sum(each.value.minor for each in told_of if isinstance(each, ShipmentReversed))
            assert gone - back + order.open_value.minor == order.value.minor
        assert order.status in LIVE or not order.open_value


def money_is_owed_applied_or_unapplied(told: Books) -> None:
    items: list[Receivable] = states(told, "receivable")
    receipts: list[Receipt] = states(told, "receipt")
    assert control(told["entries"], "EUR").minor == sum(item.open.minor for item in items)
    assert unapplied(told["entries"], "EUR").minor == sum(receipt.unapplied.minor for receipt in receipts)
    assert all(0 <= item.open.minor <= item.amount.minor for item in items)
    assert all(0 <= receipt.unapplied.minor <= receipt.amount.minor for receipt in receipts)


def what_receipts_give_is_what_items_get(told: Books) -> None:
    given = sorted(
        (part.item, receipt.id, part.amount.minor)
        for receipt in states(told, "receipt")
        for part in receipt.allocations
    )
    got = sorted(
        (item.id, part.receipt, part.amount.minor) for item in states(told, "receivable") for part in item.applied
    )
    assert given == got


def an_order_is_closed_when_it_is_finished(told: Books) -> None:
    orders: list[Order] = states(told, "order")
    for order in orders:
        if order.status in (Status.CONFIRMED, Status.CLOSED):
            assert finished(order) == (order.status is Status.CLOSED)


def the_facts_tell_the_states(told: Books) -> None:
    for (kind, id), (version, state) in told["states"].items():
        events = facts(told, kind, id)
        assert version == len(events)
        again = None
        for event in events:
            again = _EVOLVE[kind](again, event)
        assert again == state


LAWS: tuple[Callable[[Books], None], ...] = (
    quantities_of_a_line_are_conserved,
    ledgers_say_what_their_shipments_say,
    ledgers_say_what_their_returns_say,
    goods_are_on_a_shelf_or_shipped,
    nothing_is_promised_twice,
    exposure_is_what_is_open,
    value_is_shipped_dropped_or_open,
    money_is_owed_applied_or_unapplied,
    what_receipts_give_is_what_items_get,
    an_order_is_closed_when_it_is_finished,
    the_facts_tell_the_states,
)


def keep(store: Store) -> Books:
    """The books of a store in which every law holds."""
    told = books(store)
    for law in LAWS:
        law(told)
    return told
