"""A few minor units too little."""

from collections.abc import Sequence

from otcore.payments.allocation import Why
from otcore.reconciliation.open_item import OpenItem
from otcore.reconciliation.payment import Payment
from otcore.reconciliation.policy import MatchingPolicy
from otcore.reconciliation.relations.closing import Taken, closing, limit_of, off_the_largest
from otcore.reconciliation.relations.owed import Owed, owed_on
from otcore.reconciliation.relations.related import Related
from otcore.values.decimals import EXACT

_FEW = 5


def rounding(items: Sequence[OpenItem], payment: Payment, policy: MatchingPolicy) -> Related | None:
    """A little too little, taken off the largest item. (A little too much is the payer's own: `over`.)

    Within `policy.tolerance` (and, above 0, `tolerance_percent`) it is allowed; without a tolerance in the currency, up
    to five minor units are found, and not allowed.
    """
    owed = owed_on(items, payment)
    return rounded(owed, policy) if owed else None


def rounded(owed: Owed, policy: MatchingPolicy) -> Related | None:
    """`rounding` of what is owed."""
    limit = limit_of(policy.tolerance, owed.currency)
    most = _FEW if limit is None else limit
    if not 0 < owed.short <= min(most, owed.whole // 2):
        return None
    allowed = limit is not None and within_percent(owed.short, owed.whole, policy)
    taken = off_the_largest(owed, owed.short)
    return closing(owed, Taken(Why.ROUNDING, taken, allowed, "", most), policy)


def within_percent(short: int, whole: int, policy: MatchingPolicy) -> bool:
    """Whether a shortage is at most `tolerance_percent` of what is owed; 0 bounds nothing. In minor units."""
    share = EXACT.multiply(policy.tolerance_percent, whole)
    return not policy.tolerance_percent or short * 100 <= share
