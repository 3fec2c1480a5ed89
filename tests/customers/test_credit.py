"""The credit account: what is used, what fits, and that moving value loses none."""

from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from otcore.customers.credit.account import CreditAccount, ExposureMoved, evolve, facets, moved, opened
from otcore.customers.credit.checks import check_credit
from otcore.customers.credit.result import CheckResult, Verdict
from otcore.values.money import Money
from tests.customers.credit_examples import question

cents = st.integers(-(10**9), 10**9).map(lambda minor: Money.from_minor(minor, "EUR"))


def account(limit: str | None = "100.00", **used: str) -> CreditAccount:
    (event,) = opened("C1", None if limit is None else Money(limit, "EUR"), "EUR")
    fresh = evolve(None, event)
    stages: dict[str, Any] = {stage: Money(amount, "EUR") for stage, amount in used.items()}
    return evolve(fresh, moved("D1", currency="EUR", **stages)[0])


def check(used: CreditAccount, value: Money) -> CheckResult:
    """The static limit's answer."""
    found = {each.code: each for each in check_credit(question(used, str(value.amount)))}
    return found["CREDIT_LIMIT_EXCEEDED"]


def test_an_account_opens_with_nothing_used():
    fresh = account()
    assert fresh.exposure == Money.zero("EUR")
    assert fresh.limit == Money("100.00", "EUR")
    assert facets(fresh).party == "C1"


def test_exposure_is_orders_and_deliveries_and_invoices():
    assert account(orders="1.00", deliveries="20.00", invoices="300.00").exposure == Money("321.00", "EUR")


@pytest.mark.parametrize(("value", "verdict"), [("40.00", Verdict.OK), ("40.01", Verdict.NOT_OK)])
def test_a_value_fits_up_to_the_limit_exactly(value: str, verdict: Verdict):
    assert check(account(deliveries="60.00"), Money(value, "EUR")).verdict is verdict


def test_a_check_states_the_figures_it_rests_on():
    checked = check(account(orders="60.00"), Money("50.00", "EUR"))
    assert [str(figure) for _, figure in checked.figures] == ["60.00 EUR", "50.00 EUR", "100.00 EUR"]


def test_without_a_limit_everything_fits():
    assert check(account(limit=None, orders="60.00"), Money("1000000.00", "EUR")).verdict is Verdict.OK


def test_a_limit_of_zero_is_a_limit():
    assert check(account(limit="0.00"), Money("0.01", "EUR")).verdict is Verdict.NOT_OK


def test_a_stage_that_is_not_named_does_not_move():
    zero = Money.zero("EUR")
    assert moved("D1", deliveries=Money("5.00", "EUR"), currency="EUR") == (
        ExposureMoved("D1", zero, Money("5.00", "EUR"), zero),
    )


@given(st.lists(st.tuples(st.sampled_from(["orders", "deliveries", "invoices"]), cents)), cents)
def test_exposure_is_the_sum_of_everything_that_moved(moves: list[tuple[str, Money]], passed_on: Money):
    used = account()
    for stage, amount in moves:
        stages: dict[str, Any] = {stage: amount}
        used = evolve(used, moved("D", currency="EUR", **stages)[0])
    assert used.exposure.minor == sum(amount.minor for _, amount in moves)
    after = evolve(used, moved("D", orders=-passed_on, deliveries=passed_on, currency="EUR")[0])
    assert after.exposure == used.exposure


def test_value_moves_only_on_an_account_that_was_opened():
    with pytest.raises(AssertionError):
        evolve(None, moved("D1", currency="EUR")[0])
