"""Everything that hangs on an invoice: its orders, its shipments, what is owed for it, and the credit account."""

from collections.abc import Mapping
from decimal import Decimal
from typing import TypeVar

from attrs import frozen

from otcore.customers.credit.account import CreditAccount, account_id
from otcore.customers.customer import Customer
from otcore.invoicing.invoice import Invoice
from otcore.invoicing.invoices.events import Billed
from otcore.invoicing.policies.there import came_back, still_there
from otcore.orders.order import Order
from otcore.orders.shipments.shipment import Shipment
from otcore.ports.aggregates import CREDIT, CUSTOMER, ORDER, RECEIVABLE, SHIPMENT
from otcore.ports.kinds import Kept, Kind
from otcore.ports.storage import Where
from otcore.receivables.item import Receivable
from otcore.workflows.requests import Find, Flow, Load, LoadMany

S = TypeVar("S")


@frozen
class Books:
    """An invoice with everything that a credit note may move, each loaded once. `orders`, `shipments`: by id."""

    invoice: Kept[Invoice]
    customer: Customer
    orders: Mapping[str, Kept[Order]]
    shipments: Mapping[str, Kept[Shipment]]
    item: Kept[Receivable]
    account: Kept[CreditAccount]

    @property
    def came_back(self) -> dict[str, Decimal] | None:
        """What of the invoice came back since, by its lines; None where no shipment says so."""
        if not self.shipments:
            return None
        orders = {id: kept.some for id, kept in self.orders.items()}
        return came_back(self.invoice.some, orders, self._shipments)

    def still_there(self, of: Billed) -> Decimal:
        """What an invoice line bills that did not come back."""
        return still_there(self.invoice.some, of, self.orders[of.order].some, self._shipments)

    @property
    def _shipments(self) -> tuple[Shipment, ...]:
        return tuple([kept.some for kept in self.shipments.values()])

    def sources_of(self, order: str) -> tuple[Billed, ...]:
        """The invoice's lines that bill an order."""
        return tuple([each for each in self.invoice.some.sources if each.order == order])


def books_of(invoice: Kept[Invoice]) -> Flow[Books]:
    """Everything that crediting an invoice may move; locked in the order in which money locks it."""
    state = invoice.some
    customer = (yield from Load(CUSTOMER, state.customer)).some
    orders = yield from _loaded(ORDER, {state.order, *(each.order for each in state.sources)})
    shipments = yield from _shipments(state)
    item = yield from Load(RECEIVABLE, invoice.id, True)
    account = yield from Load(CREDIT, account_id(customer), True)
    return Books(invoice, customer, orders, shipments, item, account)


def _shipments(invoice: Invoice) -> Flow[dict[str, Kept[Shipment]]]:
    """Those that its lines bill; of lines that bill an order whatever left, those of the order that it bills."""
    whole = {each.order for each in invoice.sources if not each.shipment}
    if not whole:
        return (yield from _loaded(SHIPMENT, {invoice.shipment, *(each.shipment for each in invoice.sources)}, True))
    found = yield from Find(SHIPMENT, Where(references=tuple(sorted(whole))), True)
    return {kept.id: kept for kept in found if kept.some.invoice == invoice.id}


def _loaded(kind: Kind[S], ids: set[str], for_update: bool = False) -> Flow[dict[str, Kept[S]]]:
    wanted = sorted(ids - {""})
    found = (yield from LoadMany(kind, wanted, for_update)) if wanted else ()
    return dict(zip(wanted, found, strict=True))
