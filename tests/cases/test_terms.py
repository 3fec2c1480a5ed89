"""The payment-term schedules of the case files: every date and every amount, and that they sum to the whole."""

import json
from datetime import date
from decimal import Decimal
from typing import Any

import pytest

from otcore.values import Money, Percentage, WorkCalendar, total
from otcore.values.calendar import MONDAY_TO_FRIDAY
from otcore.values.terms import (
    DiscountTerms,
    DueRule,
    DueStep,
    InstalmentTerms,
    PaymentTerms,
    Rolling,
    discounts,
    schedule,
)
from tests.case_files import CASES

FILE = CASES / "terms/schedules.json"
CASE_BY_ID: dict[str, dict[str, Any]] = (
    {case["id"]: case for case in json.loads(FILE.read_text(encoding="utf-8"))} if FILE.is_file() else {}
)
SCHEDULES = sorted(id for id, case in CASE_BY_ID.items() if "lines" in case)
DISCOUNTS = sorted(id for id, case in CASE_BY_ID.items() if "lines" not in case)


def terms(case: dict[str, Any]) -> PaymentTerms:
    options = case["opts"]
    rolling = options.get("roll_rule", "following" if "postpone" in options else "none")
    return PaymentTerms(
        instalments=tuple(map(instalment, case["lines"])),
        sequential=options.get("sequential", False),
        rolling=Rolling(rolling.replace("_", "-")),
    )


def instalment(line: dict[str, Any]) -> InstalmentTerms:
    rule = DueRule(
        tuple(DueStep(**step) for step in line["steps"]),
        cutoff=line.get("cutoff", 0),
        payment_days=line.get("payment_days", ()),
    )
    kind = line.get("kind", "balance")
    assert kind in {"balance", "percent_total"}
    percent = Percentage(line["value"]) if kind == "percent_total" else None
    return InstalmentTerms(rule, percent, round_to=Decimal(line["round"]) if "round" in line else None)


def calendar(case: dict[str, Any]) -> WorkCalendar:
    """Days that payments are put off from are holidays; weekends are off only where a case rolls by a rule."""
    postponed = case["opts"].get("postpone", {})
    if not postponed:
        return MONDAY_TO_FRIDAY
    made = WorkCalendar(weekend=(), holidays=map(date.fromisoformat, postponed))
    assert {str(made.next_working(date.fromisoformat(day))) for day in postponed} == set(postponed.values())
    return made


def test_all_cases_are_looked_at(cases):
    assert len(SCHEDULES) + len(DISCOUNTS) == 34


@pytest.mark.parametrize("id", SCHEDULES)
def test_a_schedule_is_the_expected_one(id, cases):
    case = CASE_BY_ID[id]
    owed = Money(case["amount"], "EUR")
    found = schedule(terms(case), owed, date.fromisoformat(case["base"]), calendar(case))
    days = [day if day is None else date.fromisoformat(day) for day, _ in case["expect"]]
    assert [each.amount for each in found] == [Money(amount, "EUR") for _, amount in case["expect"]]
    assert [each.due if day else None for each, day in zip(found, days, strict=True)] == days
    assert total((each.amount for each in found), "EUR") == owed


@pytest.mark.parametrize("id", DISCOUNTS)
def test_a_discount_is_the_expected_one(id, cases):
    case = CASE_BY_ID[id]
    owed, net = Money(case["total"], "EUR"), Money(case["untaxed"], "EUR")
    rule = DueRule((DueStep(days=case["days"]),))
    agreed = PaymentTerms(discounts=(DiscountTerms(Percentage(case["pct"]), rule, on_net=case["basis"] != "included"),))
    (offer,) = discounts(agreed, owed, date.fromisoformat(case["base"]), net=net)
    assert [str(offer.until), str((owed - offer.amount).amount)] == case["expect"]
