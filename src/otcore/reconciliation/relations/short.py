"""Less is paid than is owed, and the difference stays open."""

from collections.abc import Sequence

from otcore.payments.allocation import Why
from otcore.reconciliation.open_item import OpenItem
from otcore.reconciliation.payment import Payment
from otcore.reconciliation.policy import MatchingPolicy
from otcore.reconciliation.relations.owed import Owed, owed_on
from otcore.reconciliation.relations.related import Related, Relation
from otcore.values.currencies import digits
from otcore.values.money import Money

_RATES = (*((1, rates) for rates in range(2, 13)), (2, 3), (3, 4))
_DEDUCTED = 3


def short(
    items: Sequence[OpenItem], payment: Payment, policy: MatchingPolicy, why: Why = Why.PARTIAL
) -> Related | None:
    """What is missing stays open: a payment in part, or `Why.DEDUCTION`: something the payer does not accept.

    Credits are used whole. A part payment closes the items in their order as far as it goes; a deduction is off the
    largest item if it is not more than that. The adjustments are UNCL 4465 code 7 (payment on account) and 13 (counter
    claim).
    """
    owed = owed_on(items, payment)
    return shorter(owed, policy, why) if owed else None


def shorter(owed: Owed, policy: MatchingPolicy, why: Why) -> Related | None:
    """`short` of what is owed."""
    if not 0 < owed.short < owed.whole:
        return None
    worths = _deducted(owed) if why is Why.DEDUCTION else None
    allocations = owed.open_ended(worths or _in_order(owed), why)
    none = Money.from_minor(0, owed.payment.currency)
    return Related(Relation.SHORT, allocations, none, policy.cross_currency or not owed.foreign, why)


def probable_reason(worth: int, whole: int, currency: str) -> Why:
    """Why less is paid than is owed when nothing is said; minor units.

    A part is a simple fraction of what is owed, to a major unit, or a round sum, or it lacks more than a third; a
    deduction is smaller, or itself a round sum.
    """
    places = digits(currency)
    if is_rate(worth, whole, 10**places):
        return Why.PARTIAL
    payment, missing = _zeros(worth), _zeros(whole - worth)
    if max(payment, missing) > places and payment != missing:
        return Why.PARTIAL if payment > missing else Why.DEDUCTION
    return Why.PARTIAL if (whole - worth) * _DEDUCTED > whole else Why.DEDUCTION


def is_rate(worth: int, whole: int, unit: int) -> bool:
    """Whether a payment is a half, a third ... a twelfth, two thirds or three quarters, to less than `unit`."""
    return any(abs(worth * rates - whole * part) < unit * rates for part, rates in _RATES)


def _zeros(amount: int) -> int:
    digits_of = str(abs(amount))
    return len(digits_of) - len(digits_of.rstrip("0"))


def _in_order(owed: Owed) -> list[int]:
    left = owed.worth - sum(amount for amount in owed.opens if amount < 0)
    worths = []
    for amount in owed.opens:
        worths.append(min(amount, left) if amount > 0 else amount)
        left -= max(0, worths[-1])
    return worths


def _deducted(owed: Owed) -> list[int] | None:
    if owed.short >= owed.opens[owed.largest]:
        return None
    return [amount - owed.short if index == owed.largest else amount for index, amount in enumerate(owed.opens)]
