"""How much may be sold: what falls counts at once, what rises waits for a second person."""

from datetime import date
from typing import Any

import pytest

from otcore.customers.commands import ProposeTerms
from otcore.customers.credit.account import CreditAccount, evolve, limit_changed
from otcore.customers.credit.commands import (
    ApproveLimitChange,
    ChangeCreditLimit,
    GrantTemporaryLimit,
    InsureCredit,
    LimitCommand,
    RejectLimitChange,
)
from otcore.customers.credit.limit import TemporaryLimit
from otcore.customers.credit.limit_changing import decide
from otcore.values.fast_init import changed
from otcore.values.faults import Invalid, Rejected
from otcore.values.money import Money
from otcore.values.terms import PaymentTerms
from tests.customers.credit_examples import DAY, account, eur, later

RAISED = TemporaryLimit(eur("50.00"), DAY, later(9))
APPROVE = ApproveLimitChange(account="C1")
OLD = account("100.00", valid_until=later(9), temporary=RAISED, insured=eur("30.00"))


def limit(amount: str | None, until: date | None = None) -> ChangeCreditLimit:
    return ChangeCreditLimit(account="C1", limit=None if amount is None else eur(amount), valid_until=until)


def increase(amount: str, start: date = DAY, end: date = RAISED.end) -> GrantTemporaryLimit:
    return GrantTemporaryLimit(account="C1", amount=eur(amount), start=start, end=end)


def insure(amount: str | None) -> InsureCredit:
    return InsureCredit(account="C1", amount=None if amount is None else eur(amount))


def after(of: CreditAccount, command: LimitCommand, actor: str = "ann") -> CreditAccount:
    for event in decide(of, command, actor):
        of = evolve(of, event)
    return of


FALLS: tuple[tuple[LimitCommand, dict[str, Any]], ...] = (
    (limit("99.99", later(9)), {"limit": eur("99.99")}),
    (limit("100.00", later(8)), {"valid_until": later(8)}),
    (increase("49.99"), {"temporary": TemporaryLimit(eur("49.99"), DAY, later(9))}),
    (increase("50.00", later(1), later(8)), {"temporary": TemporaryLimit(eur("50.00"), later(1), later(8))}),
    (insure("29.99"), {"insured": eur("29.99")}),
    (insure(None), {"insured": None}),
)


@pytest.mark.parametrize(("command", "fields"), FALLS)
def test_what_falls_counts_at_once_and_nothing_else_changes(command: LimitCommand, fields: dict[str, Any]):
    fallen = after(OLD, command)
    assert fallen == changed(OLD, **fields)
    assert decide(fallen, command, "ann") == ()


RISES: tuple[tuple[LimitCommand, dict[str, Any]], ...] = (
    (limit("100.01", later(9)), {"limit": eur("100.01")}),
    (limit(None, later(9)), {"limit": None}),
    (limit("100.00", later(10)), {"valid_until": later(10)}),
    (limit("100.00"), {"valid_until": None}),
    (limit("1.00"), {"limit": eur("1.00"), "valid_until": None}),
    (increase("50.01"), {"temporary": TemporaryLimit(eur("50.01"), DAY, later(9))}),
    (increase("1.00", later(-1)), {"temporary": TemporaryLimit(eur("1.00"), later(-1), later(9))}),
    (increase("1.00", DAY, later(10)), {"temporary": TemporaryLimit(eur("1.00"), DAY, later(10))}),
    (insure("30.01"), {"insured": eur("30.01")}),
)


@pytest.mark.parametrize(("command", "fields"), RISES)
def test_what_rises_waits_for_a_second_person(command: LimitCommand, fields: dict[str, Any]):
    waits = after(OLD, command)
    assert waits.waiting is not None
    assert (waits.waiting.number, waits.waiting.maker) == (1, "ann")
    assert changed(waits, waiting=None, limit_changes=0) == OLD
    with pytest.raises(Rejected, match="MAKER_IS_CHECKER: account=C1, change=1, actor=ann"):
        decide(waits, APPROVE, "ann")
    assert after(waits, APPROVE, "bob") == changed(OLD, limit_changes=1, **fields)


def test_the_first_increase_and_the_first_insurance_wait_too():
    assert after(account(), increase("1.00")).waiting is not None
    assert after(account(), insure("1.00")).waiting is not None
    assert after(account(), insure("0.00")).insured == eur("0.00")


def test_from_no_limit_to_one_is_a_fall():
    assert after(account(None), limit("9.00")).limit == eur("9.00")


def test_the_same_again_is_no_fact():
    assert decide(OLD, limit("100.00", later(9)), "ann") == ()
    assert decide(OLD, increase("50.00"), "ann") == ()
    assert decide(OLD, insure("30.00"), "ann") == ()
    assert decide(after(OLD, insure("40.00")), insure("40.00"), "ann") == ()


def test_a_new_proposal_replaces_the_one_that_waits_and_has_a_maker_of_its_own():
    waits = after(after(OLD, limit("200.00"), "ann"), limit("300.00"), "bob")
    assert waits.waiting is not None
    assert (waits.waiting.number, waits.waiting.maker) == (2, "bob")
    with pytest.raises(Rejected, match="MAKER_IS_CHECKER"):
        decide(waits, APPROVE, "bob")
    assert after(waits, APPROVE, "ann").limit == eur("300.00")


def test_who_names_the_rise_approves_no_other():
    waits = after(after(OLD, limit("200.00"), "ann"), limit("9999.00"), "ann")
    with pytest.raises(Rejected, match="NO_LIMIT_CHANGE: account=C1, change=1"):
        decide(waits, ApproveLimitChange(account="C1", change=1), "bob")
    assert after(waits, ApproveLimitChange(account="C1", change=2), "bob").limit == eur("9999.00")


@pytest.mark.parametrize("command", [limit("10.00", later(9)), increase("1.00"), insure(None)])
def test_what_counts_at_once_takes_the_place_of_a_rise_that_waits(command: LimitCommand):
    waits = after(OLD, limit("200.00"))
    assert after(waits, command).waiting is None


def test_a_limit_agreed_with_the_customer_takes_the_place_of_a_rise_that_waits():
    (event,) = limit_changed(after(OLD, limit("200.00")), eur("150.00"))
    assert evolve(OLD, event).waiting is None


def test_a_rise_is_turned_down_or_withdrawn_with_a_reason():
    waits = after(OLD, limit("200.00"))
    for actor in ("ann", "bob"):
        assert after(waits, RejectLimitChange(account="C1", reason="no"), actor) == changed(OLD, limit_changes=1)
    with pytest.raises(Invalid, match="REASON_MISSING"):
        decide(waits, RejectLimitChange(account="C1", reason=" "), "bob")


REFUSED: tuple[tuple[LimitCommand, str], ...] = (
    (limit("-0.01"), "LIMIT_NEGATIVE"),
    (ChangeCreditLimit(account="C1", limit=Money("1.00", "USD")), "LIMIT_CURRENCY"),
    (increase("0.00"), "AMOUNT_NOT_POSITIVE"),
    (GrantTemporaryLimit(account="C1", amount=Money("1.00", "USD"), start=DAY, end=DAY), "CURRENCY_DIFFERS"),
    (insure("-1.00"), "AMOUNT_NEGATIVE"),
    (InsureCredit(account="C1", amount=Money("1.00", "USD")), "CURRENCY_DIFFERS"),
    (APPROVE, "NO_LIMIT_CHANGE"),
    (RejectLimitChange(account="C1", reason="no"), "NO_LIMIT_CHANGE"),
)


@pytest.mark.parametrize(("command", "code"), REFUSED)
def test_what_makes_no_sense_is_refused(command: LimitCommand, code: str):
    with pytest.raises(Rejected, match=code):
        decide(OLD, command, "ann")


def test_an_increase_ends_after_it_starts():
    with pytest.raises(Invalid, match="PERIOD_ORDER"):
        decide(OLD, increase("1.00", DAY, date(2026, 3, 1)), "ann")


def test_a_limit_is_said_also_when_there_is_none():
    with pytest.raises(TypeError, match="limit"):
        ChangeCreditLimit(account="C1")  # type: ignore[call-arg]  # that is what is tried
    with pytest.raises(TypeError, match="credit_limit"):
        ProposeTerms("C1", PaymentTerms(14))  # type: ignore[call-arg]  # and here
