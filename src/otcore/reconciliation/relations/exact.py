"""The payment is what is owed."""

from collections.abc import Sequence

from otcore.reconciliation.open_item import OpenItem
from otcore.reconciliation.payment import Payment
from otcore.reconciliation.policy import MatchingPolicy
from otcore.reconciliation.relations.owed import Owed, owed_on
from otcore.reconciliation.relations.related import Related, Relation
from otcore.values.money import Money


def exact(items: Sequence[OpenItem], payment: Payment, policy: MatchingPolicy) -> Related | None:
    """Everything open of the items is paid to the cent. In another currency: by the amount that the payer ordered."""
    owed = owed_on(items, payment)
    return exactly(owed, policy) if owed else None


def exactly(owed: Owed, policy: MatchingPolicy) -> Related | None:
    """`exact` of what is owed."""
    if owed.short:
        return None
    none = Money.from_minor(0, owed.payment.currency)
    allocations = owed.allocations([0] * len(owed.items))
    if owed.foreign:
        return Related(Relation.FX, allocations, none, policy.cross_currency)
    return Related(Relation.EXACT, allocations, none, True)
