"""Remittance advices for tests."""

from datetime import date

from otcore.payments.remittance_advice import AdviceLine, RemittanceAdvice
from otcore.values import Money


def eur(amount: str) -> Money:
    """Euros."""
    return Money(amount, "EUR")


def line(document: str, paid: str, **more) -> AdviceLine:
    """A line in euros."""
    return AdviceLine(document=document, paid=eur(paid), **more)


def advice(*lines: AdviceLine, total: str = "", **more) -> RemittanceAdvice:
    """An advice over these lines."""
    whole = total or str(sum(each.paid.amount for each in lines))
    facts = {"id": "A1", "payer": "Acme Ltd", "payment_reference": "PAY-4711", "day": date(2026, 3, 2)}
    return RemittanceAdvice(**{**facts, "total": eur(whole), "lines": lines, **more})
