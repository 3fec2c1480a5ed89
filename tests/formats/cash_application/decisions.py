"""Payments and decisions written by hand."""

from datetime import date
from typing import Any

from otcore.formats.cash_application import Matched, Matching
from otcore.payments.allocation import Adjustment, Allocation, Why
from otcore.reconciliation.decision import Decision, Finding, Outcome, Proposal, Span
from otcore.reconciliation.open_item import OpenItem
from otcore.reconciliation.payment import Payment
from otcore.values.money import Money

DAY = date(2026, 3, 20)


def eur(amount: str) -> Money:
    return Money(amount, "EUR")


def item(id: str = "I1", open_: str = "100.00", **more: Any) -> OpenItem:
    return OpenItem(id, "C1", more.pop("number", f"INV-{id}"), eur(open_), eur(open_), DAY, DAY, **more)


def payment(id: str = "P1", amount: str = "100.00", **more: Any) -> Payment:
    return Payment(id, eur(amount), DAY, **({"payer_name": "Ann"} | more))


def finding(kind: str = "NUMBER", about: str = "I1", span: Span | None = None, **more: Any) -> Finding:
    return Finding(kind, about, more.pop("weight", 1234), more.pop("said", ""), span)


def proposal(*allocations: Allocation, **more: Any) -> Proposal:
    parts = allocations or (Allocation("I1", eur("100.00")),)
    customer, on_account = more.pop("customer", "C1"), more.pop("on_account", eur("0.00"))
    return Proposal(customer, parts, on_account, more.pop("rule", "NUMBER"), **more)


def discounted(item: str = "I1") -> Allocation:
    return Allocation(item, eur("98.00"), (Adjustment(Why.DISCOUNT, eur("2.00")),))


def posted(best: Proposal | None = None, rivals: tuple[Proposal, ...] = (), **said: Any) -> Matched:
    reasons = said.pop("reasons", ())
    given = payment(**said)
    return Matched(given, Decision(given.id, Outcome.POSTED, best or proposal(), rivals, reasons, "NUMBER", "1"))


def left(*rivals: Proposal, reasons: tuple[str, ...] = ("AMBIGUOUS",), **said: Any) -> Matched:
    given = payment(**said)
    outcome = Outcome.SUGGESTED if rivals else Outcome.UNMATCHED
    return Matched(given, Decision(given.id, outcome, None, rivals, reasons))


def matching(*matched: Matched) -> Matching:
    return Matching(matched, {"I1": item(), "I2": item("I2", "50.00")}, {"C1": "Acupuncture Clinic North"})
