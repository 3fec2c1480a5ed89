"""Crediting: a credit note with its number, set off against its invoice; and what it left over, used for others."""

from otcore.customers.credit.account import account_id
from otcore.invoicing.credit_notes import deciding
from otcore.invoicing.credit_notes.commands import ApplyCreditNote, IssueCreditNote
from otcore.invoicing.credit_notes.credit_note import CreditNote
from otcore.invoicing.credit_notes.deciding import Credit
from otcore.orders.returns.events import CreditedPart, ReturnCredited
from otcore.orders.returns.returned_goods import Return
from otcore.ports.aggregates import CREDIT, CREDIT_NOTE, CUSTOMER, INVOICE, RECEIVABLE, RETURN
from otcore.ports.kinds import Kept
from otcore.receivables.item import Receivable
from otcore.values.faults import Rejected
from otcore.values.money import Money
from otcore.values.reason import require_reason
from otcore.workflows.crediting import Posted, account_after, invoice_of, posted
from otcore.workflows.house import House
from otcore.workflows.invoice_books import Books, books_of
from otcore.workflows.issuing import self_billed_id
from otcore.workflows.netting import netted
from otcore.workflows.numbering import free, numbered, of_credit_notes
from otcore.workflows.requests import Append, Flow, Load, LoadMany, Save


def issue_credit_note(command: IssueCreditNote, house: House) -> Flow[Kept[CreditNote]]:
    """The credit note, and everything that it moves: all or nothing."""
    require_reason(command.reason)
    invoice = yield from invoice_of(command.invoice, command.day, command.self_billed)
    asked = (yield from Load(RETURN, command.return_id, True)) if command.return_id else None
    books = yield from books_of(invoice)
    decided = _decided(books, command, asked)
    note = yield from _with_next_number(command, invoice.some.customer, house)
    said = {"number": command.self_billed, "return_id": command.return_id}
    done = posted(books, note, decided, command.day, command.reason, house, **said)
    back = (_credited(asked, done, decided),) if asked else ()
    after = tuple(each.some for each in (done.item, done.rest) if each)
    account = account_after(books, done, (books.item.some,), after)
    yield from Save(*back, *done.kept, account)
    yield from Append(done.entries)
    return done.note


def apply_credit_note(command: ApplyCreditNote, house: House) -> Flow[Kept[CreditNote]]:
    """The credit note, of whose item another invoice of the customer took so much."""
    note = yield from Load(CREDIT_NOTE, command.note)
    credit, item = yield from LoadMany(RECEIVABLE, (note.id, command.invoice), True)
    amount = _usable(credit.state, item.some, command)
    account = yield from Load(CREDIT, account_id((yield from Load(CUSTOMER, note.some.customer)).some), True)
    net = netted(credit, item, account, amount, command.day)
    yield from Save(*net.items, *((net.account,) if net.account.events else ()))
    yield from Append(net.entries)
    return note


def _usable(credit: Receivable | None, item: Receivable, command: ApplyCreditNote) -> Money:
    """How much of a credit an item takes, or `Rejected`."""
    if credit is None or not credit.open:
        raise Rejected("NOTHING_LEFT", note=command.note)
    if credit.customer != item.customer:
        raise Rejected("CUSTOMER_DIFFERS", note=command.note, customer=credit.customer, other=item.customer)
    if credit.open.currency != item.open.currency:
        raise Rejected("CURRENCY_DIFFERS", note=command.note, credit=credit.open.currency, open=item.open.currency)
    amount = min(-credit.open, item.open) if command.amount is None else command.amount
    if amount.minor <= 0:
        raise Rejected("AMOUNT_NOT_POSITIVE", note=command.note, invoice=item.id, amount=str(amount))
    return amount


def _with_next_number(command: IssueCreditNote, customer: str, house: House) -> Flow[Kept[CreditNote]]:
    """Of its own series; that of the buyer is free where neither a credit note nor an invoice has it."""
    if command.self_billed:
        number = self_billed_id(customer, command.self_billed)
        yield from free(INVOICE, number)
        return (yield from free(CREDIT_NOTE, number))
    (note,) = yield from numbered(house, command.day, of_credit_notes(house))
    return note


def _decided(books: Books, command: IssueCreditNote, asked: Kept[Return] | None) -> Credit:
    if asked is None:
        return deciding.decide(books.invoice.some, command)
    return deciding.of_return(books.invoice.some, command, asked.some, books.came_back)


def _credited(asked: Kept[Return], done: Posted, decided: Credit) -> Kept[Return]:
    """The return with all that came of the invoice credited: what the note leaves out was credited before."""
    lines = tuple(asked.some.to_credit(done.invoice.id).items())
    part = CreditedPart(done.note.id, done.invoice.id, lines, decided.value, decided.value - done.note.some.payable)
    return asked.after((ReturnCredited(part),))
