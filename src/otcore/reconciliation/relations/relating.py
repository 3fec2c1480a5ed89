"""Every relation between a payment and some items, the likeliest first."""

from collections.abc import Sequence

from otcore.payments.allocation import Why
from otcore.reconciliation.open_item import OpenItem
from otcore.reconciliation.payment import Payment
from otcore.reconciliation.policy import MatchingPolicy
from otcore.reconciliation.relations.discount import discounted
from otcore.reconciliation.relations.exact import exactly
from otcore.reconciliation.relations.fee import with_fee
from otcore.reconciliation.relations.over import beyond
from otcore.reconciliation.relations.owed import Owed, owed_on
from otcore.reconciliation.relations.related import Related, Relation
from otcore.reconciliation.relations.rounded import rounded
from otcore.reconciliation.relations.short import probable_reason, shorter
from otcore.reconciliation.relations.withholding import withheld

_BY_CHANCE = 100  # one difference in so many
_STAYS_OPEN = (Why.PARTIAL, Why.DEDUCTION)


def relate(
    items: Sequence[OpenItem], payment: Payment, policy: MatchingPolicy, said: Why | None = None
) -> tuple[Related, ...]:
    """The relations that hold between a payment and the whole of these items, all in one currency.

    An exact payment has no other. Else: those that the text names (`said`); those that the policy allows, discount
    before withholding, rounding and fee; those that are hardly so by chance; what leaves something open, or on account;
    the others. Empty when amounts cannot be compared.
    """
    owed = owed_on(items, payment)
    if owed is None:
        return ()
    whole = exactly(owed, policy)
    return (whole,) if whole else _differing(owed, payment, policy, said)


def _differing(owed: Owed, payment: Payment, policy: MatchingPolicy, said: Why | None) -> tuple[Related, ...]:
    why = said if said in _STAYS_OPEN else probable_reason(owed.worth, owed.whole, owed.currency)
    closing = (
        discounted(owed, payment.day, policy),
        withheld(owed, policy),
        rounded(owed, policy),
        with_fee(owed, policy),
    )
    found = [each for each in closing if each]
    found += [each for each in (shorter(owed, policy, why), beyond(owed, policy)) if each]
    return tuple(sorted(found, key=lambda each: _rank(each, said)))


def _rank(related: Related, said: Why | None) -> tuple[bool, int]:
    if related.relation in (Relation.SHORT, Relation.OVER):
        return related.detail != said, 2
    likely = 1 if related.density.reached * _BY_CHANCE <= related.density.of else 3
    return related.relation.value != said, 0 if related.allowed else likely
