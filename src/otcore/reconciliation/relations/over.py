"""More is paid than is owed."""

from collections.abc import Sequence

from otcore.reconciliation.open_item import OpenItem
from otcore.reconciliation.payment import Payment
from otcore.reconciliation.policy import MatchingPolicy
from otcore.reconciliation.relations.owed import Owed, owed_on
from otcore.reconciliation.relations.related import Related, Relation
from otcore.values.money import Money


def over(items: Sequence[OpenItem], payment: Payment, policy: MatchingPolicy) -> Related | None:
    """The items are closed and the rest of the payment stays on account, in its own currency."""
    owed = owed_on(items, payment)
    return beyond(owed, policy) if owed else None


def beyond(owed: Owed, policy: MatchingPolicy) -> Related | None:
    """`over` of what is owed."""
    if owed.short >= 0 or owed.whole <= 0:
        return None
    allocations = owed.open_ended(owed.opens)
    rest = owed.payment.minor - sum(each.amount.minor for each in allocations)
    on_account = Money.from_minor(rest, owed.payment.currency)
    return Related(Relation.OVER, allocations, on_account, policy.cross_currency or not owed.foreign)
