"""Issuing an invoice, whatever it bills: its number, its debt, its rows in the ledger, and what its customer may owe.

Every way of billing ends here: a flow works out what is billed, and `issue` gives it a number as the last thing.
"""

from collections.abc import Callable
from datetime import date
from typing import Any

from attrs import frozen

from otcore.customers.credit import account as credit
from otcore.customers.credit.account import CreditAccount, ExposureMoved
from otcore.invoicing.document import InvoiceDocument
from otcore.invoicing.drafting import numbered as with_number
from otcore.invoicing.drafting import self_billed
from otcore.invoicing.invoice import Invoice, InvoiceIssued
from otcore.invoicing.invoices.events import Billed
from otcore.ports.aggregates import CREDIT, INVOICE, RECEIVABLE
from otcore.ports.kinds import Kept
from otcore.receivables.item import ItemOpened, Receivable
from otcore.receivables.ledger import Entry, EntryKind
from otcore.values.faults import Invalid
from otcore.values.ids import identifier
from otcore.values.money import Money
from otcore.values.references import normal_reference
from otcore.workflows.house import House
from otcore.workflows.numbering import free, numbered, of_invoices
from otcore.workflows.requests import Append, Flow, Load, Save

Others = Callable[[str], tuple[Kept[Any], ...]]
"""What is to be saved with an invoice once its number is known."""


@frozen(kw_only=True)
class Bill:
    """An invoice that only lacks its number.

    `account`: the credit account. `owed`: the payable amount in the account's currency; `delivered`: what counted there
    as delivered and not billed until now. `given`: the number of a self-billing buyer. `what`: what it bills, for
    messages. `order`, `shipment`: empty where it bills several; `bills` says then whose goods each line bills.
    `moves`: what else moves in the credit account.
    """

    document: InvoiceDocument
    customer: str
    account: str
    owed: Money
    delivered: Money
    what: str
    order: str = ""
    shipment: str = ""
    given: str = ""
    corrects: str = ""
    bills: tuple[Billed, ...] = ()
    moves: tuple[ExposureMoved, ...] = ()

    @property
    def day(self) -> date:
        """The day of issue."""
        return self.document.issued


@frozen
class Posting:
    """An invoice with its number, the debt, the credit account after it, and the ledger's rows."""

    invoice: Kept[Invoice]
    item: Kept[Receivable]
    account: Kept[CreditAccount]
    entries: tuple[Entry, ...]


def issue(bill: Bill, house: House, others: Others) -> Flow[Kept[Invoice]]:
    """The invoice, stored with everything that it moves and the others."""
    account = yield from Load(CREDIT, bill.account, True)
    invoice = yield from _with_next_number(bill, house)
    posting = posted(bill, invoice, account, house)
    kept = posting.invoice
    yield from Save(*others(kept.id), kept, posting.item, posting.account)
    yield from Append(posting.entries)
    return kept


def posted(bill: Bill, invoice: Kept[Invoice], account: Kept[CreditAccount], house: House) -> Posting:
    """The facts of an invoice that has its number. Raises `Invalid` with what the house wants and it lacks."""
    document = self_billed(bill.document, bill.given) if bill.given else with_number(bill.document, invoice.id)
    lacks = house.invoice(document)
    if lacks:
        raise Invalid(*lacks).at(f"invoice of {bill.what}")
    whose = (invoice.id, bill.customer, bill.order, bill.shipment)
    fact = InvoiceIssued(*whose, document, bill.corrects, bill.bills)
    invoice = invoice.after((fact,))
    currency = bill.owed.currency
    moved = credit.moved(invoice.id, deliveries=-bill.delivered, invoices=bill.owed, currency=currency)
    item = Kept(RECEIVABLE, invoice.id).after((_debt(invoice.some, bill.owed),))
    return Posting(invoice, item, account.after((*moved, *bill.moves)), _entries(invoice.some))


def self_billed_id(customer: str, number: str) -> str:
    """Under which id a document that its buyer numbers is kept: buyers may use the same numbers."""
    return identifier(f"{customer}:{number}", "number")


def _with_next_number(bill: Bill, house: House) -> Flow[Kept[Invoice]]:
    if bill.given:
        return (yield from free(INVOICE, self_billed_id(bill.customer, bill.given)))
    (invoice,) = yield from numbered(house, bill.day, of_invoices(house))
    return invoice


def _debt(invoice: Invoice, owed: Money) -> ItemOpened:
    """`owed`: the payable amount in the currency of the credit account."""
    document, payable = invoice.document, invoice.payable
    reference = normal_reference(document.payment.payment_id)
    exposure = None if owed == payable else owed
    due = document.due or document.issued
    named = (invoice.id, invoice.customer, reference)
    orders = (document.order_reference,) if document.order_reference else ()
    dated = (document.issued, due, payable)
    return ItemOpened(*named, *dated, exposure, document.instalments, orders, document.discounts)


def _entries(invoice: Invoice) -> tuple[Entry, ...]:
    """One row; of a debt in instalments one for each, with its own due day."""
    document = invoice.document

    def row(amount: Money, due: date | None) -> Entry:
        return Entry(EntryKind.ISSUED, document.issued, amount, invoice.customer, invoice.id, due=due)

    if not document.instalments:
        return (row(invoice.payable, document.due),)
    return tuple(row(each.amount, each.due) for each in document.instalments)
