"""A credit account and questions about it, as small as a rule can be shown with."""

from datetime import date, timedelta
from typing import Any

from otcore.customers.credit import account as credit
from otcore.customers.credit.account import CreditAccount
from otcore.customers.credit.checks import check_credit
from otcore.customers.credit.result import CheckResult
from otcore.customers.credit.risk_class import STANDARD, CreditQuestion, RiskClass
from otcore.values.fast_init import changed
from otcore.values.money import Money

DAY = date(2026, 3, 2)


def eur(amount: str) -> Money:
    return Money(amount, "EUR")


def later(days: int) -> date:
    return DAY + timedelta(days=days)


def account(limit: str | None = "100.00", **fields: Any) -> CreditAccount:
    """An account; stages may be given as text."""
    (opened,) = credit.opened("C1", None if limit is None else eur(limit), "EUR")
    amounts = {name: eur(value) for name, value in fields.items() if name in ("orders", "deliveries", "invoices")}
    return changed(credit.evolve(None, opened), **fields | amounts)


def question(
    of: CreditAccount, value: str = "0.00", document: str = "", risk: RiskClass = STANDARD, **more: Any
) -> CreditQuestion:
    fields: dict[str, Any] = {"day": DAY, "value": eur(value), "document": eur(document or value)}
    return CreditQuestion(account=of, risk=risk, **fields | more)


def answers(asked: CreditQuestion, released: tuple[str, ...] = ()) -> dict[str, CheckResult]:
    """Every answer by its code."""
    return {found.code: found for found in check_credit(asked, released)}


def failing(asked: CreditQuestion) -> list[str]:
    return [found.code for found in check_credit(asked) if found.verdict == "not ok"]
