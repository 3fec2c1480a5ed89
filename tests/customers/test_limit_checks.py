"""Is there credit at all, and does this much more fit?"""

import pytest

from otcore.customers.credit.account import evolve, moved
from otcore.customers.credit.limit import TemporaryLimit
from otcore.customers.credit.risk_class import RiskClass
from tests.customers.credit_examples import DAY, account, answers, eur, failing, later, question

DYNAMIC = RiskClass(name="dynamic", limit=False, horizon=30)


def test_the_standard_class_asks_for_the_block_the_limits_end_and_the_limit():
    found = answers(question(account(orders="60.00"), "40.00"))
    assert {code: str(each.verdict) for code, each in found.items()} == {
        "CREDIT_BLOCKED": "ok",
        "CREDIT_LIMIT_EXPIRED": "ok",
        "CREDIT_LIMIT_EXCEEDED": "ok",
    }


@pytest.mark.parametrize(("value", "codes"), [("40.00", []), ("40.01", ["CREDIT_LIMIT_EXCEEDED"])])
def test_a_value_fits_up_to_the_limit_exactly(value: str, codes: list[str]):
    assert failing(question(account(deliveries="60.00"), value)) == codes


def test_a_check_says_why_with_its_figures():
    found = answers(question(account(orders="60.00"), "50.00"))["CREDIT_LIMIT_EXCEEDED"]
    assert found.why == "60.00 EUR used + 50.00 EUR ordered is over the limit of 100.00 EUR"
    assert found.figures == (("exposure", eur("60.00")), ("value", eur("50.00")), ("limit", eur("100.00")))


def test_a_check_that_passes_says_why_too():
    found = answers(question(account(orders="60.00"), "40.00"))["CREDIT_LIMIT_EXCEEDED"]
    assert found.why == "60.00 EUR used + 40.00 EUR ordered is within the limit of 100.00 EUR"


def test_without_a_limit_everything_fits():
    found = answers(question(account(None, orders="60.00"), "9999999.00"))["CREDIT_LIMIT_EXCEEDED"]
    assert found.why == "60.00 EUR used + 9999999.00 EUR ordered, and no limit"


def test_other_liabilities_use_the_limit_too():
    assert failing(question(account(other=eur("70.00")), "30.01")) == ["CREDIT_LIMIT_EXCEEDED"]


def test_what_is_insured_does_not_use_the_limit():
    insured = account(orders="90.00", insured=eur("50.00"))
    assert failing(question(insured, "60.00")) == []
    found = answers(question(insured, "60.01"))["CREDIT_LIMIT_EXCEEDED"]
    assert found.why == "90.00 EUR used + 60.01 EUR ordered is over the limit of 100.00 EUR, 50.00 EUR insured"


@pytest.mark.parametrize(("days", "codes"), [(-1, 1), (0, 0), (10, 0), (11, 1)])
def test_a_temporary_increase_counts_on_its_days(days: int, codes: int):
    raised = account(temporary=TemporaryLimit(eur("50.00"), DAY, later(10)))
    assert len(failing(question(raised, "150.00", day=later(days)))) == codes


def test_a_temporary_increase_of_no_limit_is_no_limit():
    raised = account(None, temporary=TemporaryLimit(eur("50.00"), DAY, DAY))
    assert failing(question(raised, "900.00")) == []


@pytest.mark.parametrize(("days", "codes"), [(0, []), (1, ["CREDIT_LIMIT_EXPIRED"])])
def test_a_limit_counts_on_its_last_day_and_not_after_it(days: int, codes: list[str]):
    assert failing(question(account(valid_until=DAY), "1.00", day=later(days))) == codes


def test_a_limit_that_ended_says_when():
    assert answers(question(account(valid_until=DAY), day=later(1)))["CREDIT_LIMIT_EXPIRED"].why == (
        "the limit ended on 2026-03-02"
    )


def test_a_blocked_account_buys_nothing_whatever_its_limit():
    found = answers(question(account(None, blocked="insolvent"), "0.01"))["CREDIT_BLOCKED"]
    assert (str(found.verdict), found.why) == ("not ok", "blocked: insolvent")


@pytest.mark.parametrize(("value", "codes"), [("40.00", []), ("40.01", ["PREPAYMENT_REQUIRED"])])
def test_a_prepayment_customer_buys_what_its_money_covers(value: str, codes: list[str]):
    paying = account(None, orders="60.00", prepayment=True)
    assert failing(question(paying, value, unapplied=eur("100.00"))) == codes


def test_without_money_a_prepayment_customer_buys_nothing():
    assert failing(question(account(None, prepayment=True), "0.01")) == ["PREPAYMENT_REQUIRED"]


def test_an_order_for_nothing_needs_no_prepayment():
    assert failing(question(account(None, prepayment=True), "0.00")) == []


@pytest.mark.parametrize(("due", "codes"), [(30, ["DYNAMIC_LIMIT_EXCEEDED"]), (31, [])])
def test_orders_wanted_after_the_horizon_do_not_count(due: int, codes: list[str]):
    (event,) = moved("O1", orders=eur("90.00"), currency="EUR", due=later(due))
    busy = evolve(account(), event)
    assert failing(question(busy, "20.00", risk=DYNAMIC)) == codes


def test_an_order_that_is_itself_wanted_after_the_horizon_does_not_count():
    busy = account(orders="90.00")
    assert failing(question(busy, "20.00", risk=DYNAMIC, due=later(31))) == []
    assert failing(question(busy, "20.00", risk=DYNAMIC, due=later(30))) == ["DYNAMIC_LIMIT_EXCEEDED"]
    assert failing(question(busy, "20.00", risk=DYNAMIC)) == ["DYNAMIC_LIMIT_EXCEEDED"]


def test_what_is_shipped_or_invoiced_counts_within_any_horizon():
    busy = account(deliveries="50.00", invoices="50.00")
    assert failing(question(busy, "0.01", risk=DYNAMIC)) == ["DYNAMIC_LIMIT_EXCEEDED"]


def test_a_class_may_ask_for_both_limits():
    both = RiskClass(name="both", horizon=30)
    found = failing(question(account(orders="100.00"), "1.00", risk=both))
    assert found == ["CREDIT_LIMIT_EXCEEDED", "DYNAMIC_LIMIT_EXCEEDED"]
