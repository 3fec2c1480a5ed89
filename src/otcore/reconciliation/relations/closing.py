"""The relation in which a difference is taken off the items, so that they are closed."""

from collections.abc import Sequence

from attrs import frozen

from otcore.payments.allocation import Why
from otcore.reconciliation.policy import MatchingPolicy
from otcore.reconciliation.relations.owed import Owed
from otcore.reconciliation.relations.related import Related, Relation
from otcore.reconciliation.sums import Density
from otcore.values.fast_init import fast_init
from otcore.values.money import Money


@fast_init
@frozen
class Taken:
    """What is taken off each item and why; whether the policy allows it, and a few words on what was found.

    `explained`: how many of the shortages up to half of what is owed would have had this relation.
    """

    why: Why
    amounts: Sequence[int]
    allowed: bool
    detail: str
    explained: int


def closing(owed: Owed, taken: Taken, policy: MatchingPolicy) -> Related:
    """Every item closed; allowed as far as a limit for the reason does not forbid it."""
    of = max(1, abs(owed.whole) // 2)
    allowed = taken.allowed and within_limit(taken.why, sum(taken.amounts), owed.currency, policy)
    return Related(
        Relation(taken.why),
        owed.allocations(taken.amounts, taken.why),
        Money.from_minor(0, owed.payment.currency),
        allowed and (policy.cross_currency or not owed.foreign),
        taken.detail,
        Density(min(taken.explained, of), of),
    )


def off_the_largest(owed: Owed, amount: int) -> list[int]:
    """The amount taken off the largest item."""
    amounts = [0] * len(owed.items)
    amounts[owed.largest] = amount
    return amounts


def limit_of(limits: Sequence[Money], currency: str) -> int | None:
    """The limit in a currency, in minor units; None where none is set."""
    return next((limit.minor for limit in limits if limit.currency == currency), None)


def within_limit(why: Why, short: int, currency: str, policy: MatchingPolicy) -> bool:
    """Whether so much, in minor units, may be closed for this reason; what has no limit here is bounded elsewhere."""
    limit = limit_of(policy.write_off.get(why, ()), currency)
    return limit is None or short <= limit
