"""A bank on the way kept a fee."""

from collections.abc import Sequence

from otcore.payments.allocation import Why
from otcore.reconciliation.open_item import OpenItem
from otcore.reconciliation.payment import Payment
from otcore.reconciliation.policy import MatchingPolicy
from otcore.reconciliation.relations.closing import Taken, closing, limit_of, off_the_largest
from otcore.reconciliation.relations.owed import Owed, owed_on
from otcore.reconciliation.relations.related import Related
from otcore.values.currencies import digits

_HIGHEST = 50  # major units: dearer transfers are rare
_SHARE = 5


def fee(items: Sequence[OpenItem], payment: Payment, policy: MatchingPolicy) -> Related | None:
    """A small shortage, the same whatever was owed: at most a fifth of it, taken off the largest item.

    Fees are round: multiples of half a major unit are allowed up to `policy.write_off` for `Why.FEE`; without a limit
    in the currency they are found up to 50 major units, and not allowed. A shortage that is not round (a fee in another
    currency) is found up to the limit, and not allowed. Who bears them is said by ChargeBearerType1Code of ISO 20022
    (DEBT, CRED, SHAR, SLEV); the adjustment is UNCL 4465 code 11 (bank charges).
    """
    owed = owed_on(items, payment)
    return with_fee(owed, policy) if owed else None


def unit_of(currency: str) -> int:
    """What fees are multiples of: half a major unit, in minor units."""
    major: int = 10 ** digits(currency)
    return max(1, major // 2)


def with_fee(owed: Owed, policy: MatchingPolicy) -> Related | None:
    """`fee` of what is owed."""
    unit = unit_of(owed.currency)
    limit = limit_of(policy.write_off.get(Why.FEE, ()), owed.currency)
    most = _HIGHEST * 10 ** digits(owed.currency) if limit is None else limit
    round_one = owed.short % unit == 0
    if not 0 < owed.short <= min(most, owed.whole // _SHARE) or not (round_one or limit is not None):
        return None
    allowed, explained = round_one and limit is not None, most // unit if round_one else most
    return closing(owed, Taken(Why.FEE, off_the_largest(owed, owed.short), allowed, "", explained), policy)
