"""Credit checks of how an account is paid and looked after."""

from otcore.customers.credit.result import CheckResult, result
from otcore.customers.credit.risk_class import CreditQuestion


def overdue_share(asked: CreditQuestion) -> CheckResult | None:
    """OVERDUE_SHARE_EXCEEDED: too large a part of the open items is past due."""
    most, debt = asked.risk.overdue_share, asked.debt
    if most is None or debt is None:
        return None
    says = "{overdue} of {open} is past due, at most {most}"
    fits = debt.overdue.amount <= most.of(debt.open.amount)
    return result("OVERDUE_SHARE_EXCEEDED", fits, says, says, overdue=debt.overdue, open=debt.open, most=most)


def oldest_item(asked: CreditQuestion) -> CheckResult | None:
    """OLDEST_ITEM_TOO_OLD: an open item is past due for too long."""
    most, debt = asked.risk.oldest_item, asked.debt
    if most is None or debt is None:
        return None
    says = "the oldest open item is {days} days past due, at most {most}"
    return result("OLDEST_ITEM_TOO_OLD", debt.oldest <= most, says, says, days=debt.oldest, most=most)


def dunning_level(asked: CreditQuestion) -> CheckResult | None:
    """DUNNING_LEVEL_REACHED: the account was dunned to this level."""
    level, from_ = asked.account.dunning, asked.risk.dunning
    if from_ is None:
        return None
    says = "dunning level {level}, stopped from level {stop}"
    return result("DUNNING_LEVEL_REACHED", level < from_, says, says, level=level, stop=from_)


def review(asked: CreditQuestion) -> CheckResult | None:
    """CREDIT_REVIEW_DUE: the day by which somebody had to look at the account has passed."""
    if not asked.risk.review:
        return None
    by = asked.account.review_by
    fits = by is None or asked.day <= by
    told = "no day" if by is None else by.isoformat()
    return result("CREDIT_REVIEW_DUE", fits, "no review is due", "a review was due by {review_by}", review_by=told)


def payment_terms(asked: CreditQuestion) -> CheckResult | None:
    """PAYMENT_TERMS_CHANGED: payment terms are new, and nobody has looked at the account since."""
    if not asked.risk.changed_terms:
        return None
    since = asked.account.terms_changed
    told = "never" if since is None else since.isoformat()
    changed = "the payment terms changed on {changed}, and no review since"
    return result("PAYMENT_TERMS_CHANGED", since is None, "the payment terms are reviewed", changed, changed=told)
