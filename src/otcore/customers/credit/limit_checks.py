"""Credit checks against the limit: is there credit at all, and does this much more fit?"""

from datetime import timedelta

from otcore.customers.credit.limit import effective_limit
from otcore.customers.credit.result import CheckResult, result
from otcore.customers.credit.risk_class import CreditQuestion
from otcore.customers.credit.schedule import beyond
from otcore.values.money import Money

_OVER = "{exposure} used + {value} ordered is over the limit of {limit}"
_WITHIN = "{exposure} used + {value} ordered is within the limit of {limit}"
_UNLIMITED = "{exposure} used + {value} ordered, and no limit"


def blocked(asked: CreditQuestion) -> CheckResult | None:
    """CREDIT_BLOCKED: nothing more on credit, for a stated reason."""
    reason = asked.account.blocked
    return result("CREDIT_BLOCKED", not reason, "the account is not blocked", "blocked: {reason}", reason=reason)


def limit_valid(asked: CreditQuestion) -> CheckResult | None:
    """CREDIT_LIMIT_EXPIRED: the limit was given until an earlier day."""
    until = asked.account.valid_until
    if until is None:
        return result("CREDIT_LIMIT_EXPIRED", True, "the limit counts for good", "")
    ok, not_ok = "the limit counts until {valid_until}", "the limit ended on {valid_until}"
    return result("CREDIT_LIMIT_EXPIRED", asked.day <= until, ok, not_ok, valid_until=until.isoformat())


def static_limit(asked: CreditQuestion) -> CheckResult | None:
    """CREDIT_LIMIT_EXCEEDED: exposure + value - what is insured > the limit of the day."""
    return _limit("CREDIT_LIMIT_EXCEEDED", asked, asked.account.exposure, asked.value) if asked.risk.limit else None


def dynamic_limit(asked: CreditQuestion) -> CheckResult | None:
    """DYNAMIC_LIMIT_EXCEEDED: the same, and orders that are wanted after the horizon do not count."""
    if asked.risk.horizon is None:
        return None
    account, last = asked.account, asked.day + timedelta(days=asked.risk.horizon)
    exposure = account.exposure - beyond(account.scheduled, last, account.currency)
    later = asked.due is not None and asked.due > last
    return _limit("DYNAMIC_LIMIT_EXCEEDED", asked, exposure, Money.zero(account.currency) if later else asked.value)


def prepaid(asked: CreditQuestion) -> CheckResult | None:
    """PREPAYMENT_REQUIRED: exposure + value > money on account, of a customer without credit."""
    if not asked.account.prepayment:
        return None
    exposure, there = asked.account.exposure, asked.unapplied or Money.zero(asked.account.currency)
    return result(
        "PREPAYMENT_REQUIRED",
        exposure + asked.value <= there,
        "{exposure} used + {value} ordered is covered by {paid} on account",
        "{exposure} used + {value} ordered is not covered by {paid} on account",
        exposure=exposure,
        value=asked.value,
        paid=there,
    )


def _limit(code: str, asked: CreditQuestion, exposure: Money, value: Money) -> CheckResult:
    account = asked.account
    limit = effective_limit(account.limit, account.temporary, asked.day)
    if limit is None:
        return result(code, True, _UNLIMITED, "", exposure=exposure, value=value, limit=None)
    insured = account.insured
    if insured is None:
        return result(code, exposure + value <= limit, _WITHIN, _OVER, exposure=exposure, value=value, limit=limit)
    fits = exposure + value - insured <= limit
    more = ", {insured} insured"
    return result(
        code, fits, _WITHIN + more, _OVER + more, exposure=exposure, value=value, limit=limit, insured=insured
    )
