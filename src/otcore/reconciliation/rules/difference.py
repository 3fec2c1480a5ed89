"""How an amount may differ from what is owed on one item, and for what reason: integers, for the quick look."""

from attrs import frozen

from otcore.payments.allocation import Why
from otcore.reconciliation.evidence import weights
from otcore.reconciliation.index.entry import Entry
from otcore.reconciliation.policy import MatchingPolicy
from otcore.reconciliation.reading import Reading
from otcore.values.fast_init import fast_init


@fast_init
@frozen
class Difference:
    """`cash` goes to the item, `taken` closes without cash for the reason `why`, `over` is left of the payment.

    `weight`: how the amount speaks for this item.
    """

    kind: str
    cash: int
    taken: int
    over: int
    why: Why | None
    weight: int


def difference(entry: Entry, reading: Reading, policy: MatchingPolicy, among: int) -> Difference:
    """The likeliest relation of the payment's amount to one item; `among`: how many items have this open amount."""
    amount = reading.amount
    if amount == entry.open:
        return Difference("EXACT", amount, 0, 0, None, weights.amount_weight(amount, among))
    if amount > entry.open:
        return Difference("OVER", entry.open, 0, amount - entry.open, None, weights.OVER + _odd(entry, amount))
    return _short(entry, reading, policy)


def _short(entry: Entry, reading: Reading, policy: MatchingPolicy) -> Difference:
    amount, missing = reading.amount, entry.open - reading.amount
    rare = weights.amount_weight(amount, 1)
    if _is_discount(entry, missing, reading, policy):
        return Difference("DISCOUNT", amount, missing, 0, Why.DISCOUNT, rare + weights.DISCOUNT)
    if missing <= tolerance(policy, entry.currency):
        return Difference("ROUNDING", amount, missing, 0, Why.ROUNDING, rare + weights.ROUNDING)
    if reading.said not in (Why.PARTIAL, Why.DEDUCTION):
        if _is_withheld(entry.open, missing, policy):
            return Difference("WITHHOLDING", amount, missing, 0, Why.WITHHOLDING, rare + weights.WITHHOLDING)
        if missing <= limit(policy, Why.FEE, entry.currency) and missing % _FEE_STEP == 0:
            return Difference("FEE", amount, missing, 0, Why.FEE, rare + weights.FEE)
    if _is_share(amount, entry) and reading.said is not Why.DEDUCTION:
        return Difference("SHARE", amount, 0, 0, Why.PARTIAL, rare + weights.SHORT_SHARE)
    if reading.said is Why.PARTIAL:
        return Difference("SHORT", amount, 0, 0, Why.PARTIAL, weights.SHORT + _odd(entry, amount))
    return Difference("SHORT", amount, 0, 0, Why.DEDUCTION, weights.SHORT + _odd(entry, amount))


def _odd(entry: Entry, amount: int) -> int:
    """A round amount seldom comes of taking something off an amount that is not round."""
    return min(0, weights.roundness(entry.open) - weights.roundness(amount))


_FEE_STEP = 50


def tolerance(policy: MatchingPolicy, currency: str) -> int:
    """What may be missing for a rounding difference."""
    return max((money.minor for money in policy.tolerance if money.currency == currency), default=0)


def limit(policy: MatchingPolicy, why: Why, currency: str) -> int:
    """What may be closed for a reason without a person."""
    return max((money.minor for money in policy.write_off.get(why, ()) if money.currency == currency), default=0)


def _is_discount(entry: Entry, missing: int, reading: Reading, policy: MatchingPolicy) -> bool:
    if entry.open != entry.item.amount.minor:
        return False
    return any(
        missing == offer.amount.minor and reading.day <= offer.until.toordinal() + policy.grace_days
        for offer in entry.item.discounts
    )


def _is_withheld(owed: int, missing: int, policy: MatchingPolicy) -> bool:
    return any(abs(owed * rate - missing * 100) <= _HALF for rate in policy.withholding)


_HALF = 50


def _is_share(amount: int, entry: Entry) -> bool:
    whole = entry.item.amount.minor
    return any(abs(amount * part - whole * taken) <= part for taken, part in _SHARES)


_SHARES = ((1, 2), (1, 3), (1, 4), (2, 3), (3, 4), (1, 5), (1, 6), (1, 10))
