"""How an amount may differ from what is owed on one item, and for what reason: integers, for the quick look."""

from attrs import frozen

from otcore.payments.allocation import Why
from otcore.reconciliation.evidence import weights
from otcore.reconciliation.index.entry import Entry
from otcore.reconciliation.policy import MatchingPolicy
from otcore.reconciliation.reading import Reading
from otcore.reconciliation.relations.closing import limit_of, within_limit
from otcore.reconciliation.relations.discount import off
from otcore.reconciliation.relations.fee import unit_of
from otcore.reconciliation.relations.rounded import within_percent
from otcore.reconciliation.relations.short import is_rate, probable_reason
from otcore.reconciliation.relations.withholding import rates_near
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

    def may_close(why: Why) -> bool:
        return within_limit(why, missing, entry.currency, policy)

    rare = weights.amount_weight(amount, 1)
    if may_close(Why.DISCOUNT) and _is_discount(entry, missing, reading, policy):
        return Difference("DISCOUNT", amount, missing, 0, Why.DISCOUNT, rare + weights.DISCOUNT)
    if may_close(Why.ROUNDING) and _is_rounding(entry, missing, policy):
        return Difference("ROUNDING", amount, missing, 0, Why.ROUNDING, rare + weights.ROUNDING)
    telling = entry.open >= _TELLING
    if telling and is_rate(amount, entry.item.amount.minor, 1) and reading.said is not Why.DEDUCTION:
        return Difference("SHARE", amount, 0, 0, Why.PARTIAL, rare + weights.SHORT_SHARE)
    if reading.said not in (Why.PARTIAL, Why.DEDUCTION):
        if telling and may_close(Why.WITHHOLDING) and any(rates_near(missing, entry.open, 1, policy.withholding)):
            return Difference("WITHHOLDING", amount, missing, 0, Why.WITHHOLDING, rare + weights.WITHHOLDING)
        if _is_fee(entry, missing, policy):
            return Difference("FEE", amount, missing, 0, Why.FEE, rare + weights.FEE)
        if _has_limit(entry, policy) and may_close(Why.WRITE_OFF):
            return Difference("WRITE_OFF", amount, missing, 0, Why.WRITE_OFF, rare + weights.WRITE_OFF)
    said = reading.said in (Why.PARTIAL, Why.DEDUCTION)
    why = reading.said if said else probable_reason(amount, entry.open, entry.currency)
    return Difference("SHORT", amount, 0, 0, why, weights.SHORT + _odd(entry, amount))


_TELLING = 2500
"""Minor units from which a rate or a share is no coincidence: some rate comes near of any smaller amount."""


def _odd(entry: Entry, amount: int) -> int:
    """A round amount seldom comes of taking something off an amount that is not round."""
    return min(0, weights.roundness(entry.open) - weights.roundness(amount))


def _is_discount(entry: Entry, missing: int, reading: Reading, policy: MatchingPolicy) -> bool:
    for offer in entry.item.discounts:
        part = off(offer, entry.open, entry.item.amount.minor)
        if part.low <= missing <= part.high and reading.day <= offer.until.toordinal() + policy.grace_days:
            return True
    return False


def _has_limit(entry: Entry, policy: MatchingPolicy) -> bool:
    return limit_of(policy.write_off.get(Why.WRITE_OFF, ()), entry.currency) is not None


def _is_rounding(entry: Entry, missing: int, policy: MatchingPolicy) -> bool:
    within = limit_of(policy.tolerance, entry.currency) or 0
    return missing <= within and within_percent(missing, entry.open, policy)


def _is_fee(entry: Entry, missing: int, policy: MatchingPolicy) -> bool:
    limit = limit_of(policy.write_off.get(Why.FEE, ()), entry.currency) or 0
    return missing <= limit and missing % unit_of(entry.currency) == 0
