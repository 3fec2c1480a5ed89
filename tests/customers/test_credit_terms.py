"""What a credit department grants: each command, what follows from it, and what is refused."""

from typing import Any

import pytest

from otcore.customers.credit import events as e
from otcore.customers.credit.account import CreditAccount, account_id, evolve, joined, limit_changed, opened
from otcore.customers.credit.commands import (
    AccountCommand,
    BlockCredit,
    ReportDunning,
    ReportLiabilities,
    ReportTermsChange,
    RequirePrepayment,
    ScheduleCreditReview,
    SetRiskClass,
    UnblockCredit,
)
from otcore.customers.credit.terms import decide
from otcore.values.fast_init import changed
from otcore.values.faults import Invalid, Rejected
from otcore.values.money import Money
from tests.customers.credit_examples import DAY, account, eur, later
from tests.orders.examples import customer

FRESH = account()


def after(of: CreditAccount, command: AccountCommand) -> CreditAccount:
    for event in decide(of, command):
        of = evolve(of, event)
    return of


GRANTS: tuple[tuple[AccountCommand, dict[str, Any]], ...] = (
    (BlockCredit(account="C1", reason="insolvent"), {"blocked": "insolvent"}),
    (SetRiskClass(account="C1", risk_class="strict"), {"risk_class": "strict"}),
    (RequirePrepayment(account="C1"), {"prepayment": True}),
    (ReportTermsChange(account="C1", day=DAY), {"terms_changed": DAY}),
    (ReportDunning(account="C1", level=2), {"dunning": 2}),
    (ReportLiabilities(account="C1", amount=eur("5.00")), {"other": eur("5.00")}),
)


@pytest.mark.parametrize(("command", "fields"), GRANTS, ids=lambda each: type(each).__name__)
def test_a_grant_changes_what_it_names_and_nothing_else(command: AccountCommand, fields: dict[str, Any]):
    granted = after(FRESH, command)
    assert granted == changed(FRESH, **fields)
    assert decide(granted, command) == ()


def test_a_review_sets_the_next_day_and_settles_new_terms():
    looked = after(account(terms_changed=DAY), ScheduleCreditReview(account="C1", review_by=later(90)))
    assert (looked.review_by, looked.terms_changed) == (later(90), None)


def test_what_is_granted_can_be_taken_back():
    granted = account(blocked="late", prepayment=True)
    assert after(granted, UnblockCredit(account="C1")).blocked == ""
    assert after(granted, RequirePrepayment(account="C1", required=False)).prepayment is False


REFUSED: tuple[tuple[AccountCommand, str], ...] = (
    (UnblockCredit(account="C1"), "NOT_BLOCKED"),
    (ReportDunning(account="C1", level=-1), "LEVEL_NEGATIVE"),
    (ReportLiabilities(account="C1", amount=eur("-1.00")), "AMOUNT_NEGATIVE"),
    (ReportLiabilities(account="C1", amount=Money("1.00", "USD")), "CURRENCY_DIFFERS"),
)


@pytest.mark.parametrize(("command", "code"), REFUSED)
def test_what_makes_no_sense_is_refused(command: AccountCommand, code: str):
    with pytest.raises(Rejected, match=code):
        decide(FRESH, command)


def test_a_block_has_a_reason():
    with pytest.raises(Invalid, match="REASON_MISSING"):
        decide(FRESH, BlockCredit(account="C1", reason=" "))


@pytest.mark.parametrize(
    ("limit", "code"), [(eur("-0.01"), "LIMIT_NEGATIVE"), (Money("1.00", "USD"), "LIMIT_CURRENCY")]
)
def test_an_account_opens_with_a_limit_that_is_one(limit: Money, code: str):
    with pytest.raises(Rejected, match=code):
        opened("C1", limit, "EUR")


def test_an_account_opens_in_its_class():
    (event,) = opened("C1", None, "EUR", "strict")
    assert evolve(None, event).risk_class == "strict"


def test_a_limit_that_stays_is_no_fact():
    assert limit_changed(FRESH, eur("100.00"), None) == ()


def test_an_account_knows_who_shares_it_once_each():
    shared = FRESH
    for customer_id in ("C2", "C3", "C2", "C1"):
        for event in joined(shared, customer_id):
            assert isinstance(event, e.AccountShared)
            shared = evolve(shared, event)
    assert shared.customers == ("C1", "C2", "C3")


def test_a_customer_uses_its_own_account_or_the_agreed_one():
    assert account_id(customer("C1")) == "C1"
    assert account_id(customer("C1", credit_account="G1")) == "G1"


def test_exposure_holds_what_is_owed_elsewhere_too():
    assert account(orders="1.00", deliveries="20.00", invoices="300.00", other=eur("4000.00")).exposure == eur(
        "4321.00"
    )
