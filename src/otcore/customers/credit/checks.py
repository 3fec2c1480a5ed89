"""All credit checks together: every answer to one question. Each check is a small pure function with a code."""

from collections.abc import Collection, Iterable

from attrs import evolve

from otcore.customers.credit.bound_checks import deliveries_bound, document_value, invoices_bound, orders_bound
from otcore.customers.credit.conduct_checks import dunning_level, oldest_item, overdue_share, payment_terms, review
from otcore.customers.credit.limit_checks import blocked, dynamic_limit, limit_valid, prepaid, static_limit
from otcore.customers.credit.result import CheckResult, Verdict
from otcore.customers.credit.risk_class import Check, CreditQuestion

CHECKS: tuple[Check, ...] = (
    blocked,
    limit_valid,
    static_limit,
    dynamic_limit,
    prepaid,
    document_value,
    orders_bound,
    deliveries_bound,
    invoices_bound,
    overdue_share,
    oldest_item,
    dunning_level,
    review,
    payment_terms,
)
"""In the order their answers are reported; the class's own come after them."""

CODES = frozenset(
    {
        "CREDIT_BLOCKED",
        "CREDIT_LIMIT_EXCEEDED",
        "CREDIT_LIMIT_EXPIRED",
        "CREDIT_REVIEW_DUE",
        "DELIVERIES_LIMIT_EXCEEDED",
        "DOCUMENT_VALUE_EXCEEDED",
        "DUNNING_LEVEL_REACHED",
        "DYNAMIC_LIMIT_EXCEEDED",
        "INVOICES_LIMIT_EXCEEDED",
        "OLDEST_ITEM_TOO_OLD",
        "ORDERS_LIMIT_EXCEEDED",
        "OVERDUE_SHARE_EXCEEDED",
        "PAYMENT_TERMS_CHANGED",
        "PREPAYMENT_REQUIRED",
        "RATE_UNKNOWN",
        "RISK_CLASS_UNKNOWN",
    }
)
"""Every code of a credit hold that the library itself places; stable."""


def check_credit(
    asked: CreditQuestion, released: Collection[str] = (), known: Iterable[CheckResult] = ()
) -> tuple[CheckResult, ...]:
    """Every answer that the account's class asks for; what fails and is `released` (by code) is so marked.

    `known`: answers that are there already; they come first.
    """
    found = (check(asked) for check in (*CHECKS, *asked.risk.extra))
    return tuple(_marked(each, released) for each in (*known, *found) if each is not None)


def _marked(found: CheckResult, released: Collection[str]) -> CheckResult:
    if found.verdict is Verdict.NOT_OK and found.code in released:
        return evolve(found, verdict=Verdict.RELEASED)
    return found
