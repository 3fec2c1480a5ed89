"""Limits: how far one may go who proposes, approves or grants them, and that nobody approves his own proposal."""

from typing import Any

import pytest
from attrs import evolve

from otcore.access.policy import RolePolicy
from otcore.access.role import Grant, Role
from otcore.adapters.memory import MemoryStore
from otcore.app.sync import OrderToCash
from otcore.customers.commands import (
    ActivateCustomer,
    ApplyCustomer,
    ApproveTerms,
    BlockCustomer,
    ChangeProfile,
    ProposeTerms,
    RejectTerms,
    VerifyCustomer,
)
from otcore.customers.credit.commands import (
    ApproveLimitChange,
    ChangeCreditLimit,
    GrantTemporaryLimit,
    InsureCredit,
    RejectLimitChange,
)
from otcore.customers.group import DefineGroup
from otcore.ports.aggregates import CUSTOMER
from otcore.values.command import Command
from otcore.values.money import Money
from otcore.values.terms import PaymentTerms
from otcore.workflows.ask import Get
from tests.app.staff import code, office, trail
from tests.orders.examples import DAY, eur
from tests.workflows.desk import onboarding

JUNIOR = Role("junior", (Grant("customer", eur("1000.00")),))
SENIOR = Role("senior", (Grant("customer"),))
PEOPLE = {"jo": ("junior",), "jim": ("junior",), "sue": ("senior",), "sam": ("senior",)}
POLICY = RolePolicy(roles=(JUNIOR, SENIOR), people=PEOPLE)
APPROVE = ApproveTerms("C1")


def terms(limit: str | None = "1000.00") -> ProposeTerms:
    return ProposeTerms("C1", PaymentTerms(), None if limit is None else eur(limit))


def office_with(*commands: Command[Any], actor: str = "jo") -> OrderToCash:
    otc = office(MemoryStore(), POLICY)
    applied = onboarding(limit="5.00")
    otc.handle(ApplyCustomer("C1", applied.profile), actor="sue")
    for command in (VerifyCustomer("C1"), *commands):
        otc.handle(command, actor=actor)
    return otc


def test_a_limit_is_proposed_and_approved_up_to_what_each_may():
    otc = office_with()
    assert code(otc, terms("1000.01"), "jo") == "ABOVE_AMOUNT_LIMIT"
    assert code(otc, terms(), "jo") == ""
    assert code(otc, APPROVE, "jim") == ""
    assert otc.ask(Get(CUSTOMER, "C1")).profile.credit_limit == eur("1000.00")


def test_a_limit_above_what_one_may_approve_is_for_somebody_else():
    otc = office_with(terms("2000.00"), actor="sue")
    assert code(otc, APPROVE, "jim") == "ABOVE_AMOUNT_LIMIT"
    assert code(otc, APPROVE, "sue") == "MAKER_IS_CHECKER"
    assert trail(otc, subject="customer:C1", refused_only=True) == [
        ("jim", "customer.approve_terms", "ABOVE_AMOUNT_LIMIT", "2000.00 EUR"),
        ("sue", "customer.approve_terms", "MAKER_IS_CHECKER", "2000.00 EUR"),
    ]


@pytest.mark.parametrize(
    "command", [terms(None), onboarding("C2"), DefineGroup("G", currency="EUR", credit_account="G")]
)
def test_no_limit_is_above_every_amount(command: Command[Any]):
    otc = office_with()
    assert code(otc, command, "jo") == "ABOVE_AMOUNT_LIMIT"
    assert code(otc, command, "sue") == ""


def test_approving_no_limit_is_above_every_amount():
    otc = office_with(terms(None), actor="sue")
    assert code(otc, APPROVE, "jo") == "ABOVE_AMOUNT_LIMIT"


def test_an_account_of_a_group_is_opened_up_to_what_one_may():
    otc = office_with()
    of_group = DefineGroup("G", currency="EUR", credit_account="G", credit_limit=eur("1000.00"))
    assert code(otc, evolve(of_group, credit_limit=eur("1000.01")), "jo") == "ABOVE_AMOUNT_LIMIT"
    assert code(otc, of_group, "jo") == ""
    assert code(otc, DefineGroup("H"), "jo") == "", "a group without an account of its own grants nothing"


def test_what_is_not_proposed_is_not_approved():
    assert code(office_with(), APPROVE, "sue") == "PROPOSAL_UNKNOWN"


def test_customers_are_onboarded_up_to_what_one_may():
    otc = office_with()
    assert code(otc, onboarding("C2", "1000.00"), "jo") == ""
    assert code(otc, onboarding("C3", "1000.01"), "jo") == "ABOVE_AMOUNT_LIMIT"


def test_what_concerns_the_standing_of_a_customer_is_on_the_trail():
    otc = office_with(terms(), RejectTerms("C1", "too much"), terms())
    otc.handle(APPROVE, actor="sue")
    otc.handle(ActivateCustomer("C1"), actor="sue")
    otc.handle(ChangeProfile("C1", evolve(otc.ask(Get(CUSTOMER, "C1")).profile, accepts_changes=True)), actor="sue")
    otc.handle(BlockCustomer("C1", "late"), actor="sue")
    taken = [(who, action.removeprefix("customer."), amount) for who, action, _, amount in trail(otc)]
    limit = str(Money("1000.00", "EUR"))
    assert taken == [
        ("jo", "verify", ""),
        ("jo", "propose_terms", limit),
        ("jo", "reject_terms", ""),
        ("jo", "propose_terms", limit),
        ("sue", "approve_terms", limit),
        ("sue", "activate", ""),
        ("sue", "change_profile", ""),
        ("sue", "block", ""),
    ]


@pytest.mark.parametrize(
    ("limit", "expected"), [("1000.00", ""), ("1000.01", "ABOVE_AMOUNT_LIMIT"), (None, "ABOVE_AMOUNT_LIMIT")]
)
def test_a_limit_is_changed_up_to_what_one_may(limit: str | None, expected: str):
    otc = credit_office("1.00")
    change = ChangeCreditLimit(account="C2", limit=None if limit is None else eur(limit))
    assert code(otc, change, "jo") == expected
    assert trail(otc, subject="credit:C2")[-1][:2] == ("jo", "credit.change_limit")


@pytest.mark.parametrize(
    ("limit", "more", "expected"),
    [
        ("900.00", "100.00", ""),
        ("900.00", "100.01", "ABOVE_AMOUNT_LIMIT"),
        (None, "1000.00", ""),
        (None, "1000.01", "ABOVE_AMOUNT_LIMIT"),
    ],
)
def test_a_temporary_limit_counts_with_the_limit_it_raises(limit: str | None, more: str, expected: str):
    grant = GrantTemporaryLimit(account="C2", amount=eur(more), start=DAY, end=DAY)
    assert code(credit_office(limit), grant, "jo") == expected


@pytest.mark.parametrize(("insured", "expected"), [("100.00", ""), ("100.01", "ABOVE_AMOUNT_LIMIT"), (None, "")])
def test_an_insured_part_counts_with_the_limit_beyond_which_it_lets_sell(insured: str | None, expected: str):
    command = InsureCredit(account="C2", amount=None if insured is None else eur(insured))
    assert code(credit_office("900.00"), command, "jo") == expected


@pytest.mark.parametrize(
    ("rise", "worth"),
    [
        (ChangeCreditLimit(account="C2", limit=eur("1000.01")), "1000.01 EUR"),
        (GrantTemporaryLimit(account="C2", amount=eur("100.01"), start=DAY, end=DAY), "1000.01 EUR"),
        (InsureCredit(account="C2", amount=eur("100.01")), "1000.01 EUR"),
        (ChangeCreditLimit(account="C2", limit=None), ""),
    ],
)
def test_a_rise_is_approved_by_another_up_to_what_one_may(rise: Command[Any], worth: str):
    otc = credit_office("900.00")
    approve = ApproveLimitChange(account="C2")
    assert [code(otc, rise, "sue"), code(otc, approve, "jim"), code(otc, approve, "sue")] == [
        "",
        "ABOVE_AMOUNT_LIMIT",
        "MAKER_IS_CHECKER",
    ]
    assert trail(otc, subject="credit:C2", refused_only=True) == [
        ("jim", "credit.approve_limit_change", "ABOVE_AMOUNT_LIMIT", worth),
        ("sue", "credit.approve_limit_change", "MAKER_IS_CHECKER", worth),
    ]
    otc = credit_office("900.00")
    assert [code(otc, rise, "sue"), code(otc, approve, "sam")] == ["", ""]
    assert trail(otc, subject="credit:C2")[-1] == ("sam", "credit.approve_limit_change", "taken", worth)


def test_a_rise_that_does_not_wait_is_not_approved():
    otc = credit_office("900.00")
    assert code(otc, ApproveLimitChange(account="C2"), "sue") == "NO_LIMIT_CHANGE"
    assert code(otc, RejectLimitChange(account="C2", reason="no"), "sue") == "NO_LIMIT_CHANGE"


def credit_office(limit: str | None) -> OrderToCash:
    juniors = evolve(JUNIOR, grants=(Grant("credit", eur("1000.00")),))
    seniors = evolve(SENIOR, grants=(Grant("credit"), Grant("customer")))
    otc = office(MemoryStore(), RolePolicy(roles=(juniors, seniors), people=PEOPLE))
    otc.handle(onboarding("C2", limit), actor="sue")
    return otc
