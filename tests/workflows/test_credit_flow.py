"""The credit department through the face: what it grants, what it asks, and who may."""

import pytest
from attrs import evolve

from otcore.access.asked import AccessRefused, Asked, Refusal
from otcore.customers.credit.account import CreditAccount
from otcore.customers.credit.commands import (
    ApproveLimitChange,
    BlockCredit,
    ChangeCreditLimit,
    GrantTemporaryLimit,
    InsureCredit,
    ReportLiabilities,
    RequirePrepayment,
    SetRiskClass,
)
from otcore.customers.credit.events import LimitChanged
from otcore.customers.credit.risk_class import RiskClass
from otcore.payments.recording import RecordReceipt
from otcore.ports.errors import NotFound
from otcore.values.command import Command
from otcore.values.faults import Rejected
from otcore.values.money import Money
from tests.orders.examples import DAY, eur, left, line
from tests.workflows.books import books
from tests.workflows.crediting import account, explains, later, standing, verdicts
from tests.workflows.desk import HOUSE, Desk, billed, desk

STRICT = RiskClass(name="strict", most_document=eur("50.00"))


def test_what_is_granted_is_on_the_accounts_history_with_who_did_it():
    ready = desk("100.00")
    ready.otc.handle(ChangeCreditLimit(account="C1", limit=eur("300.00"), reason="paid well"), actor="ann")
    assert account(ready).limit == eur("100.00")
    ready.otc.handle(ApproveLimitChange(account="C1"), actor="bob")
    opened, _, approved, changed = books(ready.store)["facts"]["credit", "C1"]
    assert (opened.actor, approved.actor, changed.actor) == ("host", "bob", "bob")
    assert changed.event == LimitChanged(eur("300.00"), None, "paid well")
    assert account(ready).limit == eur("300.00")


@pytest.mark.parametrize(
    "command", [ChangeCreditLimit(account="C1", limit=eur("100.00")), BlockCredit(account="C1", reason="late")]
)
def test_what_is_so_already_is_no_fact(command: Command[CreditAccount]):
    ready = desk("100.00")
    ready.handle(BlockCredit(account="C1", reason="late"))
    before = books(ready.store)
    assert ready.handle(command) == account(ready)
    assert books(ready.store) == before


def test_an_account_that_is_not_there_is_granted_nothing():
    with pytest.raises(NotFound, match="no credit 'C9'"):
        desk().handle(BlockCredit(account="C9", reason="late"))


def test_a_class_is_one_of_the_houses():
    ready = desk(house=evolve(HOUSE, risk_classes=(STRICT,)))
    assert ready.handle(SetRiskClass(account="C1", risk_class="strict")).risk_class == "strict"
    assert ready.handle(SetRiskClass(account="C1")).risk_class == ""
    with pytest.raises(Rejected, match="RISK_CLASS_UNKNOWN"):
        ready.handle(SetRiskClass(account="C1", risk_class="lax"))


def test_an_order_that_may_come_is_explained_by_every_check():
    ready = desk("100.00", house=evolve(HOUSE, risk_classes=(STRICT,)))
    ready.handle(SetRiskClass(account="C1", risk_class="strict"))
    before = books(ready.store)
    answer = explains(ready, eur("60.00"))
    assert (answer.account, answer.risk_class, answer.day, answer.clear) == ("C1", "strict", DAY, False)
    assert verdicts(answer) == {
        "CREDIT_BLOCKED": "ok",
        "CREDIT_LIMIT_EXPIRED": "ok",
        "CREDIT_LIMIT_EXCEEDED": "ok",
        "DOCUMENT_VALUE_EXCEEDED": "not ok",
    }
    assert books(ready.store) == before


def test_an_order_that_would_be_cleared_says_so():
    ready = desk("100.00")
    ready.onboards("C2", credit_account="C1")
    assert explains(ready, eur("100.00"), "C2").clear
    assert not explains(ready, eur("100.01"), "C2").clear


def test_a_question_names_the_day_the_goods_are_wanted():
    ready = desk("10.00", house=evolve(HOUSE, risk_classes=(RiskClass(name="", limit=False, horizon=5),)))
    assert explains(ready, eur("20.00"), due=later(6)).clear
    assert not explains(ready, eur("20.00"), due=later(5)).clear


def test_where_an_account_stands():
    ready = desk("300.00", 50)
    ready.raises(GrantTemporaryLimit(account="C1", amount=eur("50.00"), start=DAY, end=later(40)))
    ready.raises(InsureCredit(account="C1", amount=eur("30.00")))
    ready.handle(ReportLiabilities(account="C1", amount=eur("7.00")))
    billed(ready, 2)
    ready.places(line(quantity=3), order="O2")
    now = standing(ready, day=later(31))
    assert (now.exposure, now.limit, now.available) == (eur("67.00"), eur("350.00"), eur("313.00"))
    assert (now.debt.open, now.debt.overdue, now.debt.oldest) == (eur("24.00"), eur("24.00"), 1)
    assert now.on_account == eur("0.00")


def test_who_stands_behind_a_customer_is_what_commands_on_credit_name():
    ready = desk("100.00")
    ready.onboards("C2", credit_account="C1")
    found = standing(ready, "C2").account.id
    assert ready.handle(BlockCredit(account=found, reason="late")).blocked == "late"


def test_an_account_without_a_limit_has_no_end():
    ready = desk()
    ready.raises(InsureCredit(account="C1", amount=eur("30.00")))
    assert (standing(ready).limit, standing(ready).available) == (None, None)


def test_without_insurance_what_is_left_is_the_limit_less_the_exposure():
    assert standing(desk("40.00")).available == eur("40.00")


def test_money_in_another_currency_covers_nothing():
    ready = desk()
    ready.onboards("C2", bank_accounts=("111",))
    for receipt, amount in (("R1", Money("5.00", "USD")), ("R2", eur("6.00"))):
        command = RecordReceipt(receipt=receipt, account="till", day=DAY, amount=amount, payer_account="111")
        ready.handle(command)
    assert standing(ready, "C2").on_account == eur("6.00")


def test_all_who_share_an_account_stand_behind_it():
    ready = desk("500.00", 50)
    ready.onboards("C2", credit_account="C1")
    billed(ready, 2)
    ready.places(line(quantity=3), order="O2", customer="C2")
    ready.acknowledges("O2")
    ready.ships(left("1", 3), shipment="S2", order="O2")
    ready.bills("S2")
    assert standing(ready, "C2").debt.open == eur("60.00")

    ready.gets("36.00", text="INV-2026-000002")
    ready.applies()
    assert ready.exposure("C1") == ("0.00", "0.00", "24.00")


def only_small(asked: Asked) -> Refusal | None:
    """Nobody grants more than 200.00, whatever it is called."""
    if asked.action.startswith("credit.") and (asked.unlimited or (asked.amount and asked.amount > eur("200.00"))):
        return Refusal("TOO_MUCH")
    return None


@pytest.mark.parametrize(
    "command",
    [
        ChangeCreditLimit(account="C1", limit=eur("200.01")),
        ChangeCreditLimit(account="C1", limit=None),
        GrantTemporaryLimit(account="C1", amount=eur("100.01"), start=DAY, end=DAY),
    ],
)
def test_who_may_grant_so_much_grants_no_more(command: Command):
    ready = desk("100.00", house=evolve(HOUSE, access=only_small))
    with pytest.raises(AccessRefused, match="TOO_MUCH"):
        ready.handle(command)
    assert account(ready).limit == eur("100.00")


@pytest.mark.parametrize("limit", [None, "50.00"])
def test_an_increase_is_asked_about_with_the_limit_it_adds_to(limit: str | None):
    seen: list[Asked] = []

    def sees(asked: Asked) -> Refusal | None:
        seen.append(asked)
        return None

    ready = desk(limit, house=evolve(HOUSE, access=sees))
    ready.handle(GrantTemporaryLimit(account="C1", amount=eur("10.00"), start=DAY, end=DAY))
    asked = seen[-1]
    assert (asked.action, asked.subject) == ("credit.grant_temporary_limit", "credit:C1")
    assert asked.amount == eur("10.00" if limit is None else "60.00")


def test_prepayment_is_asked_about_by_name():
    seen: list[str] = []

    def sees(asked: Asked) -> Refusal | None:
        seen.append(asked.action)
        return None

    ready = Desk(house=evolve(HOUSE, access=sees))
    ready.onboards()
    ready.handle(RequirePrepayment(account="C1"))
    assert seen[-1] == "credit.require_prepayment"
