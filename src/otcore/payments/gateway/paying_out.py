"""Which captures and refunds a payout is of: those that are named, or the one run of days that comes to it."""

from collections.abc import Iterable, Sequence
from datetime import date
from itertools import accumulate

from attrs import frozen

from otcore.payments.gateway.operation import Effect
from otcore.payments.gateway.payment import BACK, GatewayPayment
from otcore.payments.gateway.payout import Payout, PayoutLine, PayoutReversed, PayoutSettled, SettlePayout
from otcore.payments.receipt_state import Receipt
from otcore.values.faults import Rejected
from otcore.values.money import Money, total
from otcore.values.reason import require_reason


@frozen
class Waiting:
    """An effect that waits for its payout."""

    day: date
    line: PayoutLine

    @property
    def net(self) -> int:
        """What it adds, in minor units."""
        return self.line.amount.minor - self.line.fee.minor


def waiting(payments: Iterable[GatewayPayment], currency: str, until: date) -> tuple[Waiting, ...]:
    """The effects that moved money and were not paid out by a day, the earliest first."""
    found = [
        Waiting(effect.day, _line(payment.id, effect))
        for payment in payments
        for effect in payment.unpaid
        if effect.day <= until and effect.amount.currency == currency
    ]
    return tuple(sorted(found, key=lambda each: (each.day, each.line.payment, each.line.effect)))


def run_of(effects: Sequence[Waiting], amount: int) -> tuple[Waiting, ...]:
    """The effects of days one after the other that come to an amount (minor units), where that is one set of them; of
    all that wait until some day rather than of those that begin later.
    """
    ends = [at for at, each in enumerate(effects, 1) if at == len(effects) or effects[at].day != each.day]
    sums = [0, *accumulate(each.net for each in effects)]
    starts = [0, *ends[:-1]]
    found = [(0, end) for end in ends if sums[end] == amount] or [
        (start, end) for start in starts for end in ends if start < end and sums[end] - sums[start] == amount
    ]
    return tuple(effects[slice(*found[0])]) if len(found) == 1 else ()


def settle(receipt: Receipt, command: SettlePayout, effects: Sequence[Waiting]) -> PayoutSettled:
    """The fact that a receipt is a payout of some of the effects that wait. Refused: as `SettlePayout` says."""
    if receipt.payout:
        raise Rejected("PAYOUT_SETTLED", receipt=receipt.id, gateway=receipt.payout)
    if receipt.unapplied != receipt.amount:
        raise Rejected("STILL_APPLIED", receipt=receipt.id, unapplied=str(receipt.unapplied))
    fee = command.fee or Money.zero(receipt.amount.currency)
    gross = total((receipt.amount, fee), receipt.amount.currency)
    chosen = _named(command, effects) if command.effects else run_of(effects, gross.minor)
    if not chosen:
        raise Rejected("PAYOUT_UNCLEAR", receipt=receipt.id, gateway=command.gateway, amount=str(gross))
    net = Money.from_minor(sum(each.net for each in chosen), gross.currency)
    if net != gross:
        raise Rejected("PAYOUT_DIFFERS", receipt=receipt.id, amount=str(gross), effects=str(net))
    return PayoutSettled(
        receipt=receipt.id,
        gateway=command.gateway,
        day=max(command.day, receipt.day),
        amount=receipt.amount,
        fee=fee,
        lines=tuple(each.line for each in chosen),
    )


def reverse(payout: Payout, reason: str, day: date) -> PayoutReversed:
    """The fact that it was none. Refused: `NOT_SETTLED`. Raises `Invalid` REASON_MISSING."""
    require_reason(reason)
    if not payout.settled:
        raise Rejected("NOT_SETTLED", receipt=payout.id)
    return PayoutReversed(reason, max(day, payout.day))


def _named(command: SettlePayout, effects: Sequence[Waiting]) -> tuple[Waiting, ...]:
    known = {each.line.effect: each for each in effects}
    for name in command.effects:
        if name not in known:
            raise Rejected("EFFECT_UNKNOWN", gateway=command.gateway, effect=name)
    return tuple(known[name] for name in dict.fromkeys(command.effects))


def _line(payment: str, effect: Effect) -> PayoutLine:
    amount = -effect.amount if effect.doing in BACK else effect.amount
    return PayoutLine(payment, effect.reference, amount, effect.fee or Money.zero(amount.currency))
