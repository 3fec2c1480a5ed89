"""Unapplied, on account and unidentified money are kept apart; what is there pays by a command."""

import pytest

import otcore as ot
from otcore.payments.receipt import standing
from otcore.ports.aggregates import RECEIPT
from otcore.workflows.ask import Every
from tests.orders.examples import DAY, eur
from tests.workflows.books import refused
from tests.workflows.cash import (
    IBAN,
    INV1,
    identifies,
    invoiced,
    part,
    posts,
    puts_aside,
    sums,
    uses,
)


def test_unapplied_and_on_account_and_unidentified_are_kept_apart():
    ready = invoiced()
    for receipt in ("R1", "R2", "R3"):
        ready.gets("10.00", receipt)
    identifies(ready, receipt="R2")
    identifies(ready, receipt="R3")
    puts_aside(ready, "R3")
    for status, receipt in (("unidentified", "R1"), ("unapplied", "R2"), ("on account", "R3")):
        assert [each.id for each in ready.otc.ask(Every(RECEIPT, ot.Where(status=status)))] == [receipt]
    (report,) = ready.otc.ask(ot.AskCashReports(DAY))
    assert (report.unidentified, report.unapplied, report.on_account) == (eur("10.00"),) * 3


def test_money_on_account_is_left_alone_by_rules_that_weigh():
    ready = invoiced()
    ready.onboards("C2", bank_accounts=(IBAN,))
    ready.gets("120.00", payer_account=IBAN)
    puts_aside(ready)
    before = ready.receipts()
    ready.applies()
    assert ready.receipts() == before


def test_money_on_account_pays_what_it_names_by_itself():
    ready = invoiced()
    ready.gets("120.00", text=INV1)
    identifies(ready)
    puts_aside(ready)
    assert ready.applies().allocations == (part(INV1, "120.00"),)


@pytest.mark.parametrize(("known", "code"), [(False, "PAYER_UNKNOWN"), (True, "NOTHING_LEFT")])
def test_nothing_is_put_on_account_of_nobody_or_that_is_not_there(known: bool, code: str):
    ready = invoiced()
    ready.gets("120.00")
    if known:
        posts(ready, part(INV1, "120.00"))
    assert refused(ready, lambda: puts_aside(ready)).code == code


def test_money_that_is_there_pays_an_invoice_the_oldest_first():
    ready = invoiced()
    for receipt in ("R1", "R2"):
        ready.gets("80.00", receipt)
        identifies(ready, receipt=receipt)
    puts_aside(ready, "R2")
    item = uses(ready)
    assert [(each.receipt, each.amount) for each in item.applied] == [("R1", eur("80.00")), ("R2", eur("40.00"))]
    assert {each.id: standing(each) for each in ready.receipts()} == {"R1": "applied", "R2": "on account"}
    assert sums(ready) == ("60.00", "40.00")
    assert ready.receipts()[0].rule == "ON_ACCOUNT"


def test_a_part_of_what_is_there_pays_a_part():
    ready = invoiced()
    ready.gets("80.00")
    identifies(ready)
    ready.gets("80.00", "R2")
    identifies(ready, receipt="R2")
    assert uses(ready, amount="30.00").open == eur("90.00")
    assert standing(ready.receipts()[0]) == "unapplied"


@pytest.mark.parametrize(
    ("there", "amount", "code"),
    [
        ("", "", "NOTHING_ON_ACCOUNT"),
        ("80.00", "0.00", "AMOUNT_NOT_POSITIVE"),
        ("80.00", "80.01", "MORE_THAN_ON_ACCOUNT"),
        ("200.00", "120.01", "MORE_THAN_OPEN"),
    ],
)
def test_no_more_is_used_than_is_there_or_owed(there: str, amount: str, code: str):
    ready = invoiced()
    if there:
        ready.gets(there)
        identifies(ready)
    else:
        ready.handle(ot.RecordReceipt(receipt="R1", account="usd", day=DAY, amount=ot.Money("5", "USD")))
        identifies(ready)
    assert refused(ready, lambda: uses(ready, amount=amount)).code == code
