"""How far something is paid: never stored, derived from what is owed and what was paid whenever it is asked for."""

from collections.abc import Collection, Iterable
from enum import StrEnum

from attrs import frozen

from otcore.receivables.item import Receivable
from otcore.values.money import Money, total


class PaymentStatus(StrEnum):
    """How far it is paid. `VOID`: given up, and no money of the buyer's is here."""

    NOTHING_DUE = "nothing due"
    UNPAID = "unpaid"
    AWAITING = "awaiting"
    AUTHORISED = "authorised"
    PART_PAID = "part paid"
    PAID = "paid"
    CREDIT_OWED = "credit owed"
    VOID = "void"

    @property
    def settled(self) -> bool:
        """Whether the buyer owes nothing more."""
        return self not in _OPEN


_OPEN = (PaymentStatus.UNPAID, PaymentStatus.AWAITING, PaymentStatus.AUTHORISED, PaymentStatus.PART_PAID)


@frozen(kw_only=True)
class PaymentFigures:
    """All in one currency, none below zero. `charged`: billed; `granted`: of it, to be credited or credited already;
    `paid`: money that came; `refunded`: money that went back. `authorised`: promised by a card or a bank and not yet
    taken; `awaited`: on its way by what the buyer says. `given_up`: nothing is sold after all.
    """

    charged: Money
    paid: Money
    granted: Money
    refunded: Money
    authorised: Money
    awaited: Money
    given_up: bool = False

    @property
    def due(self) -> Money:
        """What the buyer has to pay in all; nothing of what was given up."""
        return Money.zero(self.charged.currency) if self.given_up else self.charged - self.granted

    @property
    def kept(self) -> Money:
        """The buyer's money that is here."""
        return self.paid - self.refunded

    @property
    def balance(self) -> Money:
        """What the buyer still owes; negative: what is owed to it."""
        return self.due - self.kept


def figures(
    *,
    charged: Money,
    paid: Money | None = None,
    granted: Money | None = None,
    refunded: Money | None = None,
    authorised: Money | None = None,
    awaited: Money | None = None,
    given_up: bool = False,
) -> PaymentFigures:
    """Figures of which those that are not said are zero."""
    zero = Money.zero(charged.currency)
    return PaymentFigures(
        charged=charged,
        paid=paid or zero,
        granted=granted or zero,
        refunded=refunded or zero,
        authorised=authorised or zero,
        awaited=awaited or zero,
        given_up=given_up,
    )


def of_items(
    items: Iterable[Receivable],
    currency: str,
    granted: Money | None = None,
    given_up: bool = False,
    credits: Iterable[Receivable] = (),
    notes: Collection[str] = (),
) -> PaymentFigures:
    """The figures of open items in one currency. `granted`: what is to be credited for them, or is already; what was
    closed without money is granted too.

    `notes`: their credit notes, `credits`: the items of those that had something left over. What a credit note of
    others closes counts as paid; what of theirs was used for others went back.
    """
    found = tuple(items)
    own, known = {item.id for item in found}, frozenset(notes)
    charged = total((item.amount for item in found), currency)
    money = (applied.amount for item in found for applied in item.applied)
    forgone = total((each.amount for item in found for each in item.adjusted), currency)
    others = (each.amount for item in found for each in item.credited if each.receipt not in known)
    used = (-each.amount for item in credits for each in item.credited if each.receipt not in own)
    return figures(
        charged=charged,
        paid=total((*money, *others), currency),
        granted=min(forgone if granted is None else granted + forgone, charged),
        refunded=total(used, currency),
        given_up=given_up,
    )


def payment_status(figures: PaymentFigures) -> PaymentStatus:
    """How far it is paid. Money that is here beyond what is due is owed to the buyer, given up or not."""
    balance, kept = figures.balance.minor, figures.kept.minor
    if balance < 0:
        return PaymentStatus.CREDIT_OWED
    if figures.given_up:
        return PaymentStatus.VOID
    if not balance:
        return PaymentStatus.PAID if kept else PaymentStatus.NOTHING_DUE
    if kept > 0:
        return PaymentStatus.PART_PAID
    if figures.authorised >= figures.balance:
        return PaymentStatus.AUTHORISED
    return PaymentStatus.AWAITING if figures.authorised or figures.awaited else PaymentStatus.UNPAID
