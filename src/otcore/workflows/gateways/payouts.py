"""Payouts: what the bank credits of a gateway is the money of captures, which are in the books already."""

from collections.abc import Iterable
from datetime import date

from otcore.customers.naming import normal_name
from otcore.payments.gateway import paying_out
from otcore.payments.gateway.events import EffectsNotPaidOut, EffectsPaidOut
from otcore.payments.gateway.lifecycle import PaymentStage
from otcore.payments.gateway.payment import PENDING, GatewayPayment
from otcore.payments.gateway.payout import Payout, PayoutLine, PayoutSettled, ReversePayout, SettlePayout
from otcore.payments.receipt import Receipt, ReceiptLeft
from otcore.payments.receipt_events import PayoutUndone, ReceiptPaidOut
from otcore.ports.aggregates import GATEWAY_PAYMENT, PAYOUT, RECEIPT
from otcore.ports.kinds import Kept
from otcore.ports.storage import Where
from otcore.receivables.ledger import Entry, EntryKind
from otcore.values.account import compact_account
from otcore.values.faults import Rejected
from otcore.workflows.gateways.calling import gateway_of
from otcore.workflows.house import House
from otcore.workflows.requests import Append, Find, Flow, Load, LoadMany, Save

_WITH_MONEY = (
    PENDING,
    PaymentStage.PART_CAPTURED.value,
    PaymentStage.CAPTURED.value,
    PaymentStage.PART_REFUNDED.value,
    PaymentStage.REFUNDED.value,
)


def settle_payout(command: SettlePayout, house: House) -> Flow[Kept[Payout]]:
    """The payout, and its receipt as no new money."""
    gateway_of(house, command.gateway)
    receipt = yield from Load(RECEIPT, command.receipt, True)
    fact = paying_out.settle(receipt.some, command, (yield from _waiting(receipt.some, command.gateway)))
    _, payout = yield from _settled(receipt, fact)
    return payout


def reverse_payout(command: ReversePayout, house: House) -> Flow[Kept[Payout]]:
    """The payout undone; its receipt is money that came in, and its effects wait again."""
    receipt = yield from Load(RECEIPT, command.receipt, True)
    payout = yield from Load(PAYOUT, command.receipt, True)
    fact = paying_out.reverse(payout.some, command.reason, command.day)
    payments = yield from _payments(payout.some.lines)
    gone = [kept.after((EffectsNotPaidOut(payout.id, effects, fact.day),)) for kept, effects in payments]
    after = receipt.after((PayoutUndone(fact.day, command.reason),))
    payout = payout.after((fact,))
    yield from Save(payout, after, *gone)
    yield from Append((_row(after.some, 1, fact.day),))
    return payout


def gateway_behind(receipt: Receipt, house: House) -> str:
    """The gateway whose payouts come from there, by the account, else by the name; "" for none."""
    row = receipt.transaction
    said = {compact_account(row.payer_account), normal_name(row.payer_name)} - {""}
    for gateway, known in sorted(house.payouts.items()):
        if said & {form for each in known for form in (compact_account(each), normal_name(each))}:
            return gateway
    return ""


def tried(kept: Kept[Receipt], gateway: str, day: date | None) -> Flow[Kept[Receipt]]:
    """The receipt of a gateway as its payout, where that is certain; else it is left, and pays no invoice by a rule."""
    if kept.some.unapplied != kept.some.amount:
        return kept
    command = SettlePayout(receipt=kept.id, gateway=gateway, day=day or kept.some.day)
    try:
        fact = paying_out.settle(kept.some, command, (yield from _waiting(kept.some, gateway)))
    except Rejected as why:
        if kept.some.reason == why.code:
            return kept
        kept = kept.after((ReceiptLeft("", why.code, ()),))
        yield from Save(kept)
        return kept
    after, _ = yield from _settled(kept, fact)
    return after


def _settled(receipt: Kept[Receipt], fact: PayoutSettled) -> Flow[tuple[Kept[Receipt], Kept[Payout]]]:
    payout = (yield from Load(PAYOUT, receipt.id, True)).after((fact,))
    payments = yield from _payments(fact.lines)
    paid = [kept.after((EffectsPaidOut(payout.id, effects, fact.day),)) for kept, effects in payments]
    row = _row(receipt.some, -1, fact.day)
    after = receipt.after((ReceiptPaidOut(fact.gateway, fact.day),))
    yield from Save(payout, after, *paid)
    yield from Append((row,))
    return after, payout


def _waiting(receipt: Receipt, gateway: str) -> Flow[tuple[paying_out.Waiting, ...]]:
    """What the gateway took or gave back until then, and has not paid out."""
    found: list[GatewayPayment] = []
    for status in _WITH_MONEY:
        kept = yield from Find(GATEWAY_PAYMENT, Where(status=status, until=receipt.day))
        found += (each.some for each in kept if each.some.gateway == gateway)
    return paying_out.waiting(found, receipt.amount.currency, receipt.day)


def _payments(lines: Iterable[PayoutLine]) -> Flow[list[tuple[Kept[GatewayPayment], tuple[str, ...]]]]:
    """The payments of the lines, each with its effects; locked."""
    effects: dict[str, tuple[str, ...]] = {}
    for line in lines:
        effects[line.payment] = (*effects.get(line.payment, ()), line.effect)
    found = yield from LoadMany(GATEWAY_PAYMENT, sorted(effects), True)
    return [(kept, effects[kept.id]) for kept in found]


def _row(receipt: Receipt, sign: int, day: date) -> Entry:
    """What came in is not counted twice: taken back where its captures are counted, and written again."""
    return Entry(EntryKind.RECEIVED, day, receipt.amount * sign, receipt.customer, receipt=receipt.id)
