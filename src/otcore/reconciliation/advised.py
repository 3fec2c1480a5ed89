"""A payment that a remittance advice explains: what follows for the items that the advice names."""

from collections import Counter
from collections.abc import Callable, Iterable, Sequence
from datetime import timedelta

from attrs import Factory, define, frozen

from otcore.payments.allocation import Adjustment, Allocation, Why
from otcore.payments.remittance_advice import AdviceLine
from otcore.reconciliation.advice_finding import BY_PAYER, BY_REFERENCE, DAYS, Advice, advice_for
from otcore.reconciliation.decision import Finding, Proposal
from otcore.reconciliation.open_item import OpenItem
from otcore.reconciliation.payment import Payment
from otcore.reconciliation.policy import MatchingPolicy
from otcore.reconciliation.spelling.citing import skeleton
from otcore.values.money import Money
from otcore.values.references import reference_key

__all__ = [
    "BY_PAYER",
    "BY_REFERENCE",
    "DAYS",
    "RULE",
    "USUAL",
    "Advice",
    "Advised",
    "Find",
    "advice_for",
    "advised",
    "by_number",
]

RULE = "REMITTANCE_ADVICE"

Find = Callable[[str], Sequence[OpenItem]]
"""The items that a document or order number may mean, closed ones too."""

USUAL = MatchingPolicy()
"""The policy where none is given."""


@frozen
class Advised:
    """What follows from an advice: a proposal, where its lines lead to items, and what keeps it from being certain.

    `reasons`: SUM_DIFFERS (the payment is not over the total), UNKNOWN_REFERENCE (a number nobody knows), AMBIGUOUS
    (one that several items have), CURRENCY_DIFFERS, ALREADY_PAID, ADVICE_ABOVE_OPEN (more than is open),
    ADVICE_UNEXPLAINED (an amount about no document), DISCOUNT_NOT_DUE (taken too late or too high: it stays open as a
    deduction), PAYER_MISMATCH (items of several customers, none known to be the payer).
    """

    proposal: Proposal | None
    reasons: tuple[str, ...]


def by_number(items: Iterable[OpenItem]) -> Find:
    """Items under their numbers, references and orders, however they are written."""
    found: dict[str, list[OpenItem]] = {}
    for item in items:
        names = {skeleton(item.number), reference_key(item.reference), *map(skeleton, item.orders)} - {""}
        for name in names:
            found.setdefault(name, []).append(item)
    return lambda number: found.get(skeleton(number)) or found.get(reference_key(number)) or ()


def advised(payment: Payment, advice: Advice, find: Find, payer: str = "", policy: MatchingPolicy = USUAL) -> Advised:
    """What an advice makes of a payment; `payer`: the customer that pays, "" when nobody is known to.

    Certain (no reasons) is only what fits in every line: each number names one open item, takes no more than is open
    and a discount that its terms offer by the day. The cash of the allocations and `on_account` sum to the payment.
    """
    posting = _Posting(payment, policy, advice.weight)
    if advice.advice.total != payment.amount:
        posting.reasons.append("SUM_DIFFERS")
    for line in advice.advice.lines:
        posting.take(line, find)
    return posting.advised(payer)


@define
class _Posting:
    """The allocations so far."""

    payment: Payment
    policy: MatchingPolicy
    weight: int
    allocations: list[Allocation] = Factory(list)
    findings: list[Finding] = Factory(list)
    reasons: list[str] = Factory(list)
    owners: Counter[str] = Factory(Counter)
    taken: Counter[str] = Factory(Counter)

    def take(self, line: AdviceLine, find: Find) -> None:
        """A line of the advice: an allocation, or a reason why there is none."""
        item = self._item(line, find)
        if item is None:
            return
        left = item.open.minor - self.taken[item.id]
        sign = -1 if item.open.minor < 0 else 1
        discount = self._discount(line, item)
        closes = line.paid.minor + discount
        if not 0 <= closes * sign <= left * sign or line.paid.minor * sign < 0:
            self.reasons.append("ADVICE_ABOVE_OPEN")
            return
        self.taken[item.id] += closes
        self.owners[item.customer] += 1
        reason = _left_open(line, left - closes, discount)
        adjustments = (Adjustment(Why.DISCOUNT, Money.from_minor(discount, line.paid.currency)),) if discount else ()
        self.allocations.append(Allocation(item.id, line.paid, adjustments, reason))
        self.findings.append(Finding(RULE, item.id, self.weight, line.document or line.order))

    def advised(self, payer: str) -> Advised:
        """All of it."""
        customer = payer or (next(iter(self.owners)) if len(self.owners) == 1 else "")
        if not customer and self.owners:
            self.reasons.append("PAYER_MISMATCH")
        reasons = tuple(dict.fromkeys(self.reasons))
        rest = self.payment.amount.minor - sum(given.amount.minor for given in self.allocations)
        if not self.allocations or rest < 0:
            return Advised(None, reasons or ("SUM_DIFFERS",))
        on_account = Money.from_minor(rest, self.payment.amount.currency)
        found = tuple(self.allocations), on_account, RULE, tuple(self.findings), self.weight
        return Advised(Proposal(customer, *found), reasons)

    def _item(self, line: AdviceLine, find: Find) -> OpenItem | None:
        number = line.document or line.order
        if not number:
            self.reasons.append("ADVICE_UNEXPLAINED")
            return None
        items = find(number)
        if not items:
            self.reasons.append("UNKNOWN_REFERENCE")
            return None
        mine = [item for item in items if item.open.currency == line.paid.currency == self.payment.amount.currency]
        unpaid = [item for item in mine if item.open.minor != self.taken[item.id]]
        if len(unpaid) == 1:
            return unpaid[0]
        self.reasons.append("AMBIGUOUS" if unpaid else "ALREADY_PAID" if mine else "CURRENCY_DIFFERS")
        return None

    def _discount(self, line: AdviceLine, item: OpenItem) -> int:
        """The discount that was taken, as far as the item's terms offer it; what they do not is a deduction."""
        taken = line.discount.minor if line.discount else 0
        latest = self.payment.day - timedelta(days=self.policy.grace_days)
        offered = [offer.amount.minor for offer in item.discounts if offer.until >= latest]
        if any(0 <= taken <= most or most <= taken <= 0 for most in (*offered, 0)):
            return taken
        self.reasons.append("DISCOUNT_NOT_DUE")
        return 0


def _left_open(line: AdviceLine, rest: int, discount: int) -> str:
    """Why something is still owed: the payer took it off, or pays in parts."""
    if not rest:
        return ""
    refused = line.discount is not None and line.discount.minor and not discount
    return Why.DEDUCTION.value if line.deduction or refused else Why.PARTIAL.value
