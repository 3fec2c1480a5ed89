"""Which flow serves which command and which query."""

from collections.abc import Callable, Mapping
from typing import Any, TypeVar

from otcore.app.fingerprint import fingerprint
from otcore.catalog.listed_price import SetPrices
from otcore.catalog.price_list import PublishPriceList
from otcore.catalog.product import ListProduct
from otcore.customers.customer import OnboardCustomer
from otcore.invoicing.invoice import IssueInvoice
from otcore.orders.commands import AcknowledgeOrder, AgreeToChanges, CancelOrder, PlaceOrder, ReleaseHold
from otcore.orders.shipment import PostDespatch
from otcore.payments.importing import ImportStatement
from otcore.payments.recording import RecordReceipt
from otcore.ports.aggregates import KINDS
from otcore.ports.kinds import Kept
from otcore.ports.storage import Answer
from otcore.reconciliation.command import ApplyReceipt
from otcore.stock.commands import ReceiveStock
from otcore.values.command import Command, Query
from otcore.values.ids import identifier
from otcore.workflows import answer, ask, bank, bill, hold, onboard, place, price_lists, shelves, ship
from otcore.workflows.house import House
from otcore.workflows.requests import Answered, Claim, Flow, History

R = TypeVar("R")

COMMANDS: Mapping[type[Command[Any]], Callable[[Any, House], Flow[Kept[Any]]]] = {
    OnboardCustomer: onboard.onboard,
    ListProduct: onboard.list_product,
    PublishPriceList: price_lists.publish,
    SetPrices: price_lists.set_prices,
    ReceiveStock: shelves.receive_stock,
    PlaceOrder: place.place,
    AcknowledgeOrder: answer.acknowledge,
    AgreeToChanges: answer.agree,
    ReleaseHold: hold.release_hold,
    CancelOrder: hold.cancel,
    PostDespatch: ship.post_despatch,
    IssueInvoice: bill.issue_invoice,
    ImportStatement: bank.take_statement,
    RecordReceipt: bank.record_receipt,
    ApplyReceipt: bank.apply_receipt,
}
"""Every command and its flow."""

_KINDS = {kind.name: kind for kind in KINDS}


def command_flow(command: Command[Any], house: House, key: str) -> Callable[[], Flow[Kept[Any]]]:
    """A factory of fresh flows for a command; with an idempotency key the flow acts once and repeats its answer."""
    serve = COMMANDS[type(command)]
    if not key:
        return lambda: serve(command, house)
    identifier(key, "idempotency key")
    return lambda: _once(command, house, key)


def query_flow(query: Query[R]) -> Callable[[], Flow[R]]:
    """A factory of fresh flows for a question."""
    serve = ask.QUERIES[type(query)]
    return lambda: serve(query)


def _once(command: Command[Any], house: House, key: str) -> Flow[Kept[Any]]:
    earlier = yield from Claim(key, fingerprint(command))
    if earlier is not None and earlier.kind:
        return (yield from _as_it_was(earlier))
    kept = yield from COMMANDS[type(command)](command, house)
    yield from Answered(key, Answer(kept.kind.name, kept.id, kept.next_version))
    return kept


def _as_it_was(earlier: Answer) -> Flow[Kept[Any]]:
    """The aggregate as the first answer showed it: its events up to that version."""
    kind = _KINDS[earlier.kind]
    facts = yield from History(kind, earlier.id)
    events = tuple(fact.event for fact in facts[: earlier.version])
    kept: Kept[Any] = Kept(kind, earlier.id).after(events)
    return Kept(kind, earlier.id, earlier.version, kept.state)
