"""Bounds of the risk class: of one order, of each stage, of how an account is paid and looked after."""

from typing import Any

import pytest

from otcore.customers.credit.checks import CHECKS, CODES, check_credit
from otcore.customers.credit.result import CheckResult, Verdict
from otcore.customers.credit.risk_class import STANDARD, CreditQuestion, Debt, RiskClass, risk_class
from otcore.values.money import Money
from otcore.values.percentage import Percentage
from tests.customers.credit_examples import DAY, account, answers, eur, failing, later, question

LATE = Debt(open=eur("200.00"), overdue=eur("50.00"), oldest=12)


@pytest.mark.parametrize(("document", "codes"), [("80.00", []), ("80.01", ["DOCUMENT_VALUE_EXCEEDED"])])
def test_one_order_may_be_worth_so_much(document: str, codes: list[str]):
    risk = RiskClass(name="small", most_document=eur("80.00"))
    assert failing(question(account(), "1.00", document, risk=risk)) == codes


@pytest.mark.parametrize(
    ("stage", "value", "code"),
    [
        ("orders", "35.01", "ORDERS_LIMIT_EXCEEDED"),
        ("deliveries", "0.01", "DELIVERIES_LIMIT_EXCEEDED"),
        ("invoices", "0.01", "INVOICES_LIMIT_EXCEEDED"),
    ],
)
def test_each_stage_may_have_a_bound_of_its_own(stage: str, value: str, code: str):
    bound: dict[str, Any] = {f"most_{stage}": eur("150.00")}
    risk = RiskClass(name="staged", limit=False, **bound)
    assert failing(question(account(**{stage: "115.00"}), "35.00", risk=risk)) == []
    above = account(**{stage: "115.00"} if stage == "orders" else {stage: "150.01"})
    assert failing(question(above, value, risk=risk)) == [code]


def test_a_bound_in_another_currency_needs_a_person():
    risk = RiskClass(name="dollars", most_document=Money("80.00", "USD"))
    assert failing(question(account(), "1.00", risk=risk)) == ["DOCUMENT_VALUE_EXCEEDED"]


@pytest.mark.parametrize(("share", "codes"), [("25", []), ("24.99", ["OVERDUE_SHARE_EXCEEDED"])])
def test_a_part_of_the_open_items_may_be_past_due(share: str, codes: list[str]):
    risk = RiskClass(name="prompt", overdue_share=Percentage(share))
    assert failing(question(account(), risk=risk, debt=LATE)) == codes
    why = answers(question(account(), risk=risk, debt=LATE))["OVERDUE_SHARE_EXCEEDED"].why
    assert why == f"50.00 EUR of 200.00 EUR is past due, at most {share} %"


def test_nothing_open_is_nothing_past_due():
    risk = RiskClass(name="prompt", overdue_share=Percentage(0), oldest_item=0)
    nothing = Debt(open=eur("0.00"), overdue=eur("0.00"), oldest=0)
    assert failing(question(account(), risk=risk, debt=nothing)) == []


@pytest.mark.parametrize(("days", "codes"), [(12, []), (11, ["OLDEST_ITEM_TOO_OLD"])])
def test_an_item_may_be_past_due_for_so_many_days(days: int, codes: list[str]):
    risk = RiskClass(name="patient", oldest_item=days)
    assert failing(question(account(), risk=risk, debt=LATE)) == codes


@pytest.mark.parametrize(("level", "codes"), [(1, []), (2, ["DUNNING_LEVEL_REACHED"]), (3, ["DUNNING_LEVEL_REACHED"])])
def test_from_a_dunning_level_on_nothing_more_is_sold(level: int, codes: list[str]):
    risk = RiskClass(name="dunned", dunning=2)
    assert failing(question(account(dunning=level), risk=risk)) == codes


@pytest.mark.parametrize(("day", "codes"), [(0, []), (1, ["CREDIT_REVIEW_DUE"])])
def test_a_review_that_is_due_stops_from_the_day_after(day: int, codes: list[str]):
    risk = RiskClass(name="reviewed", review=True)
    assert failing(question(account(review_by=DAY), risk=risk, day=later(day))) == codes
    assert failing(question(account(), risk=risk)) == []


def test_new_payment_terms_stop_until_somebody_looked():
    risk = RiskClass(name="careful", changed_terms=True)
    assert failing(question(account(terms_changed=DAY), risk=risk)) == ["PAYMENT_TERMS_CHANGED"]
    assert failing(question(account(), risk=risk)) == []


def test_what_the_class_does_not_name_is_not_asked():
    bad = account(None, dunning=9, review_by=later(-9), terms_changed=DAY)
    assert list(answers(question(bad))) == ["CREDIT_BLOCKED", "CREDIT_LIMIT_EXPIRED", "CREDIT_LIMIT_EXCEEDED"]


def test_a_check_whose_figures_were_not_loaded_is_not_answered():
    risk = RiskClass(name="prompt", limit=False, overdue_share=Percentage(0), oldest_item=0)
    assert list(answers(question(account(), risk=risk))) == ["CREDIT_BLOCKED", "CREDIT_LIMIT_EXPIRED"]


def test_a_host_adds_checks_of_its_own():
    def never_on_monday(asked: CreditQuestion) -> CheckResult | None:
        return CheckResult("NOT_ON_MONDAY", Verdict.NOT_OK, "it is {day}", (("day", "Monday"),))

    found = answers(question(account(), risk=RiskClass(name="shy", extra=(never_on_monday,))))
    assert found["NOT_ON_MONDAY"].why == "it is Monday"


def test_what_is_released_is_marked_and_what_passes_is_not():
    found = answers(question(account(blocked="late"), "500.00"), ("CREDIT_BLOCKED", "CREDIT_LIMIT_EXPIRED"))
    assert {code: str(each.verdict) for code, each in found.items()} == {
        "CREDIT_BLOCKED": "released",
        "CREDIT_LIMIT_EXPIRED": "ok",
        "CREDIT_LIMIT_EXCEEDED": "not ok",
    }


def test_answers_that_are_known_come_first():
    known = CheckResult("RISK_CLASS_UNKNOWN", Verdict.NOT_OK, "")
    assert check_credit(question(account()), (), (known,))[0] is known


def test_every_code_is_on_the_list():
    every = RiskClass(
        name="every",
        horizon=1,
        most_document=eur("1.00"),
        most_orders=eur("1.00"),
        most_deliveries=eur("1.00"),
        most_invoices=eur("1.00"),
        overdue_share=Percentage(1),
        oldest_item=1,
        dunning=1,
        review=True,
        changed_terms=True,
    )
    found = answers(question(account(prepayment=True), risk=every, debt=LATE))
    assert len(found) == len(CHECKS)
    assert {*found, "RATE_UNKNOWN", "RISK_CLASS_UNKNOWN"} == CODES


@pytest.mark.parametrize(
    ("risk", "looks"),
    [
        (STANDARD, False),
        (RiskClass(name="x", items=True), True),
        (RiskClass(name="x", overdue_share=Percentage(1)), True),
        (RiskClass(name="x", oldest_item=0), True),
    ],
)
def test_open_items_are_looked_at_only_where_a_check_needs_them(risk: RiskClass, looks: bool):
    assert risk.looks_at_items is looks


def test_a_class_is_found_by_its_name_and_the_standard_one_may_be_the_houses():
    strict, own = RiskClass(name="strict"), RiskClass(name="", limit=False)
    assert risk_class((strict,), "strict") is strict
    assert risk_class((strict,), "") is STANDARD
    assert risk_class((strict, own), "") is own
    assert risk_class((strict,), "other") is None


TENTH, EXACT = Percentage(10), Percentage(0)


@pytest.mark.parametrize(
    ("deviation", "value", "days", "covered"),
    [
        (TENTH, "1100.00", 0, True),
        (TENTH, "1100.01", 0, False),
        (EXACT, "1000.00", 0, True),
        (EXACT, "1001.00", 0, False),
        (EXACT, "900.00", 5, True),
        (EXACT, "900.00", 6, False),
        (TENTH, "1100.00", 5, True),
        (TENTH, "1100.00", 6, False),
        (TENTH, "1100.00", -5, True),
        (TENTH, "1100.00", -6, False),
    ],
)
def test_a_release_covers_so_much_more_for_so_many_days(deviation: Percentage, value: str, days: int, covered: bool):
    risk = RiskClass(name="x", deviation=deviation, released_days=5)
    assert risk.covers(eur("1000.00"), eur(value), days) is covered
