"""What the store says at the end: everything that is written and shown comes from here, not from the run."""

from collections.abc import Iterator, Mapping
from datetime import date

from attrs import frozen

from otcore.app.sync import OrderToCash
from otcore.customers.customer import Customer
from otcore.invoicing.credit_notes.credit_note import CreditNote
from otcore.invoicing.invoice import Invoice
from otcore.invoicing.seller import Seller
from otcore.kpi.board.board import Boards
from otcore.kpi.board.queries import AskBoards
from otcore.kpi.cash import CashReport
from otcore.kpi.queries import AskCashReports, AskKpiReport
from otcore.kpi.report import KpiReport
from otcore.orders.order import Order
from otcore.ports.aggregates import CREDIT_NOTE, CUSTOMER, INVOICE, ORDER, RECEIVABLE, STATEMENT
from otcore.receivables.item import Receivable
from otcore.workflows.ask import Every


@frozen(kw_only=True)
class Books:
    """A seller's books as of a day; everything is ordered by id. `items` are the receivables by number."""

    seller: Seller
    as_of: date
    customers: Mapping[str, Customer]
    orders: tuple[Order, ...]
    invoices: tuple[Invoice, ...]
    credit_notes: tuple[CreditNote, ...]
    items: Mapping[str, Receivable]
    cash: tuple[CashReport, ...]
    kpi: KpiReport
    boards: Boards

    @property
    def names(self) -> dict[str, str]:
        """The customers' names by their ids."""
        return {id: customer.profile.party.name for id, customer in self.customers.items()}


def read_books(o2c: OrderToCash, seller: Seller, as_of: date) -> Books:
    """The books in a store."""
    return Books(
        seller=seller,
        as_of=as_of,
        customers={customer.id: customer for customer in o2c.ask(Every(CUSTOMER))},
        orders=o2c.ask(Every(ORDER)),
        invoices=o2c.ask(Every(INVOICE)),
        credit_notes=o2c.ask(Every(CREDIT_NOTE)),
        items={item.id: item for item in o2c.ask(Every(RECEIVABLE))},
        cash=o2c.ask(AskCashReports(as_of)),
        kpi=o2c.ask(AskKpiReport(as_of)),
        boards=o2c.ask(AskBoards(as_of)),
    )


def latest_day(o2c: OrderToCash) -> date | None:
    """The date of the latest order, invoice or statement in a store; None when it has none."""
    return max(_days(o2c), default=None)


def _days(o2c: OrderToCash) -> Iterator[date]:
    yield from (order.day for order in o2c.ask(Every(ORDER)))
    yield from (invoice.document.issued for invoice in o2c.ask(Every(INVOICE)))
    yield from (statement.content.closed for statement in o2c.ask(Every(STATEMENT)))
