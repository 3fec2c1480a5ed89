"""Credit checks against bounds of the risk class: of one order, and of each stage that value goes through."""

from otcore.customers.credit.result import CheckResult, result
from otcore.customers.credit.risk_class import CreditQuestion
from otcore.values.money import Money


def document_value(asked: CreditQuestion) -> CheckResult | None:
    """DOCUMENT_VALUE_EXCEEDED: one order is worth more than any may be."""
    says = "the order is worth {value}, at most {most}"
    return _bounded("DOCUMENT_VALUE_EXCEEDED", asked.document, asked.risk.most_document, says)


def orders_bound(asked: CreditQuestion) -> CheckResult | None:
    """ORDERS_LIMIT_EXCEEDED: too much is ordered and not shipped."""
    says = "{value} ordered and not shipped, at most {most}"
    return _bounded("ORDERS_LIMIT_EXCEEDED", asked.account.orders + asked.value, asked.risk.most_orders, says)


def deliveries_bound(asked: CreditQuestion) -> CheckResult | None:
    """DELIVERIES_LIMIT_EXCEEDED: too much is shipped and not invoiced."""
    says = "{value} shipped and not invoiced, at most {most}"
    return _bounded("DELIVERIES_LIMIT_EXCEEDED", asked.account.deliveries, asked.risk.most_deliveries, says)


def invoices_bound(asked: CreditQuestion) -> CheckResult | None:
    """INVOICES_LIMIT_EXCEEDED: too much is invoiced and not paid."""
    says = "{value} invoiced and not paid, at most {most}"
    return _bounded("INVOICES_LIMIT_EXCEEDED", asked.account.invoices, asked.risk.most_invoices, says)


def _bounded(code: str, value: Money, most: Money | None, says: str) -> CheckResult | None:
    """Within a bound of the class; a bound in another currency bounds nothing, so that a person has to look."""
    if most is None:
        return None
    fits = most.currency == value.currency and value <= most
    return result(code, fits, says, says, value=value, most=most)
