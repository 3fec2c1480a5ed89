"""A payout: a credit of the bank that is the money of captures, which are receipts too, less refunds and fees."""

from datetime import date

from attrs import evolve as changed
from attrs import frozen

from otcore.values.command import Command
from otcore.values.facets import Facets
from otcore.values.money import Money, total


@frozen
class PayoutLine:
    """What one effect of a payment adds to a payout: `amount`, negative for what went back, less the `fee`."""

    payment: str
    effect: str
    amount: Money
    fee: Money


@frozen(kw_only=True)
class Payout:
    """A payout, by the id of its receipt. Law: amount = the lines' amounts less their fees, less its own `fee`.

    `settled` is false once it was reversed: the receipt is money of nobody known again.
    """

    id: str
    gateway: str
    day: date
    amount: Money
    fee: Money
    lines: tuple[PayoutLine, ...]
    settled: bool = True

    @property
    def fees(self) -> Money:
        """All that the gateway kept."""
        return total((self.fee, *(each.fee for each in self.lines)), self.amount.currency)


@frozen(kw_only=True)
class SettlePayout(Command[Payout]):
    """Say that a receipt is a gateway's payout: it is no new money, for its captures are in the books already.

    `effects`: the gateway's references of the captures and refunds that it pays out, as its report names them; none:
    those of the one run of days that comes to it, each less its fee. `fee`: what the gateway kept beside.
    Refused: `GATEWAY_UNKNOWN`, `PAYOUT_SETTLED`, `STILL_APPLIED` where something of the receipt was applied or went
    back, `EFFECT_UNKNOWN` for one that waits for no payout, `PAYOUT_DIFFERS`, `PAYOUT_UNCLEAR` where no run of days
    comes to it, or several do.
    """

    receipt: str
    gateway: str
    day: date
    effects: tuple[str, ...] = ()
    fee: Money | None = None


@frozen(kw_only=True)
class ReversePayout(Command[Payout]):
    """Undo it: the receipt is there again as money that came in, and its captures wait for their payout.

    Refused: `NOT_SETTLED`. Raises `Invalid` REASON_MISSING.
    """

    receipt: str
    day: date
    reason: str


@frozen(kw_only=True)
class PayoutSettled:
    """The receipt is the payout of these effects."""

    receipt: str
    gateway: str
    day: date
    amount: Money
    fee: Money
    lines: tuple[PayoutLine, ...]


@frozen
class PayoutReversed:
    """It was not, or not of these."""

    reason: str
    day: date


Event = PayoutSettled | PayoutReversed

EVENTS: tuple[type, ...] = (PayoutSettled, PayoutReversed)


def evolve(payout: Payout | None, event: Event) -> Payout:
    """The payout after one fact."""
    if isinstance(event, PayoutReversed):
        assert payout is not None, "a payout is settled before it is reversed"
        return changed(payout, settled=False)
    return Payout(
        id=event.receipt,
        gateway=event.gateway,
        day=event.day,
        amount=event.amount,
        fee=event.fee,
        lines=event.lines,
    )


def facets(payout: Payout) -> Facets:
    """Found by gateway, `settled` or `reversed`, and the day."""
    return Facets(reference=payout.gateway, status="settled" if payout.settled else "reversed", day=payout.day)
