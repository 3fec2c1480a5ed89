"""What a gateway did with money, in the books: a capture is a receipt, a refund or a chargeback takes it back."""

from collections.abc import Iterable, Iterator, Sequence
from datetime import date

from otcore.payments import paid_back
from otcore.payments.allocation import Allocation
from otcore.payments.gateway.operation import Doing, Effect
from otcore.payments.gateway.payment import GatewayPayment
from otcore.payments.receipt import Receipt, ReceiptRecorded
from otcore.payments.receipt_deciding import give_back
from otcore.payments.statement import BankTransaction
from otcore.ports.aggregates import RECEIPT, RECEIVABLE
from otcore.ports.kinds import Kept
from otcore.receivables.ledger import Entry, EntryKind
from otcore.receivables.receivable import Receivable
from otcore.values.faults import Rejected
from otcore.values.money import Money, total
from otcore.workflows.gateways.crediting import settled_by_credits
from otcore.workflows.order_invoices import AskOrderInvoices, ask_order_invoices
from otcore.workflows.posting import Application, posted
from otcore.workflows.requests import Append, Flow, Load, LoadMany, Save
from otcore.workflows.reversing import taken_off

RULE = "GATEWAY_PAYMENT"
"""The rule by which captured money pays what its payment names."""


def captured(payment: GatewayPayment, effect: Effect) -> Flow[None]:
    """The receipt of a capture, on the invoice or the order's invoices as far as they are open; the rest on account."""
    kept = yield from Load(RECEIPT, payment.receipt(effect), True)
    fact = ReceiptRecorded(kept.id, "", payment.gateway, _row(payment, effect), payment.customer)
    yield from Save(kept.after((fact,)))
    yield from Append((Entry(EntryKind.RECEIVED, effect.day, effect.amount, payment.customer, receipt=kept.id),))
    items = yield from _targets(payment)
    allocations = tuple(_shared(effect.amount, items))
    if allocations:
        yield from _applied(kept.id, allocations, effect.day, "")


def require_bookable(payment: GatewayPayment, effects: Sequence[Effect]) -> Flow[None]:
    """Refused: `MORE_THAN_RECEIVED` where more goes back than the books have: the bank paid some of it back before."""
    if not effects:
        return
    left = yield from still_here(payment)
    back = total((each.amount for each in effects), payment.amount.currency)
    if back > left:
        raise Rejected("MORE_THAN_RECEIVED", payment=payment.id, back=str(back), left=str(left))


def still_here(payment: GatewayPayment) -> Flow[Money]:
    """What the books have of the captured money, with what was captured and is not booked yet."""
    captures = [each for each in payment.effects if each.doing is Doing.CAPTURE]
    receipts = yield from LoadMany(RECEIPT, [payment.receipt(each) for each in captures], True)
    parts = (
        each.amount if kept.state is None else kept.state.kept for each, kept in zip(captures, receipts, strict=True)
    )
    return total(parts, payment.amount.currency)


def went_back(payment: GatewayPayment, effect: Effect) -> Flow[None]:
    """Money of the payment's receipts, the latest first, taken back."""
    ids = [payment.receipt(each) for each in payment.effects if each.doing is Doing.CAPTURE]
    receipts = yield from LoadMany(RECEIPT, ids, True)
    left = effect.amount
    for kept in reversed(receipts):
        part = min(left, kept.some.kept)
        if part:
            yield from _taken(kept, part, effect)
            left = left - part


def _taken(kept: Kept[Receipt], part: Money, effect: Effect) -> Flow[None]:
    """What is on account goes first; else the receipt is taken off its items, and pays them with what stays."""
    before = kept.some
    if part <= before.unapplied:
        yield from _money_out(kept, part, effect)
        return
    done = yield from taken_off(kept, (), effect.day, effect.doing.value)
    yield from Save(*done.kept)
    yield from Append(done.entries)
    yield from _money_out((yield from Load(RECEIPT, kept.id, True)), part, effect)
    stays = tuple(_what_stays(before.allocations, before.kept - part))
    if stays:
        yield from _applied(kept.id, stays, effect.day, effect.doing.value)
    yield from settled_by_credits([each.item for each in before.allocations], effect.day)


def _money_out(kept: Kept[Receipt], part: Money, effect: Effect) -> Flow[None]:
    """The fact, and its row: a refund was wanted here, a chargeback was not."""
    kind = EntryKind.REFUNDED if effect.doing is Doing.REFUND else EntryKind.RETURNED
    facts: tuple[object, ...]
    if effect.doing is Doing.REFUND:
        facts = paid_back.pay_back(kept.some, effect.reference, part, effect.day)
    else:
        facts = give_back(kept.some, part, effect.doing.value, effect.day, effect.reference)
    yield from Save(kept.after(facts))
    yield from Append((Entry(kind, effect.day, part, kept.some.customer, receipt=kept.id),))


def _applied(receipt: str, allocations: tuple[Allocation, ...], day: date, reason: str) -> Flow[None]:
    kept = yield from Load(RECEIPT, receipt, True)
    said = Application(customer=kept.some.customer, allocations=allocations, rule=RULE, reason=reason)
    done = yield from posted(kept, said, day)
    yield from Save(*done.kept)
    yield from Append(done.entries)


def _targets(payment: GatewayPayment) -> Flow[tuple[Receivable, ...]]:
    """The open items that the payment names, what is due first in front."""
    if payment.order:
        invoices = yield from ask_order_invoices(AskOrderInvoices(payment.order))
        numbers = tuple(each.id for each in invoices)
    else:
        numbers = (payment.invoice,) if payment.invoice else ()
    found = (yield from LoadMany(RECEIVABLE, numbers, True)) if numbers else ()
    items = (kept.some for kept in found)
    usable = (each for each in items if each.open.minor > 0 and each.open.currency == payment.amount.currency)
    return tuple(sorted(usable, key=lambda each: (each.next_due, each.id)))


def _shared(amount: Money, items: Iterable[Receivable]) -> Iterator[Allocation]:
    for item in items:
        part = min(amount, item.open)
        if part:
            yield Allocation(item.id, part)
            amount = amount - part


def _what_stays(allocations: Iterable[Allocation], cash: Money) -> Iterator[Allocation]:
    """The first of them as far as the cash goes; what was closed without cash is not closed again for a part."""
    for each in allocations:
        if each.amount <= cash:
            yield each
        elif cash and each.exchanged is None:
            yield Allocation(each.item, cash)
        cash = max(cash - each.amount, Money.zero(cash.currency))


def _row(payment: GatewayPayment, effect: Effect) -> BankTransaction:
    named = payment.invoice or payment.order
    return BankTransaction(
        amount=effect.amount,
        credit=True,
        reversal=False,
        booked=effect.day,
        value_date=effect.day,
        bank_reference=effect.reference,
        text=(named,) if named else (),
    )
