"""Workloads are labelled honestly: their truth adds up, and the same seed gives the same bytes."""

from collections import Counter
from functools import cache
from pathlib import Path

import pytest
from attrs import evolve

from benchmarks.workloads.__main__ import main
from benchmarks.workloads.generating import generate
from benchmarks.workloads.labelled import read
from benchmarks.workloads.records import Workload
from benchmarks.workloads.styles import STYLES

NAMES = sorted(STYLES)
FILES = ["customers.jsonl", "invoices.jsonl", "payments.jsonl", "truth.jsonl"]


@cache
def workload(style: str, seed: int = 1) -> Workload:
    return generate(STYLES[style], seed, items=900, payments=300)


@pytest.fixture(params=NAMES)
def made(request: pytest.FixtureRequest) -> Workload:
    return workload(request.param)


def test_the_cash_of_a_payment_is_given_out_in_full(made: Workload):
    for payment, truth in zip(made.payments, made.truth, strict=True):
        given = sum(each.cash for each in truth.allocs) + truth.on_account + truth.unidentified
        assert (truth.payment, given) == (payment.id, payment.amount)


def test_no_item_is_closed_by_more_than_is_open(made: Workload):
    left = {each.id: each.open for each in made.invoices}
    for each in (alloc for truth in made.truth for alloc in truth.allocs):
        foreign = (each.reason or "").startswith("fx:")
        left[each.invoice] -= left[each.invoice] if foreign else each.cash + each.adjust
    wrong = [each.id for each in made.invoices if not min(0, each.open) <= left[each.id] <= max(0, each.open)]
    assert wrong == []


def test_a_payment_pays_items_of_one_customer_that_were_there_on_the_day(made: Workload):
    items = {each.id: each for each in made.invoices}
    for payment, truth in zip(made.payments, made.truth, strict=True):
        paid = [items[each.invoice] for each in truth.allocs]
        assert {each.customer for each in paid} <= {truth.customer}
        assert all(each.issued <= payment.booked for each in paid)


def test_items_are_paid_in_their_currency_or_the_truth_says_which(made: Workload):
    items = {each.id: each for each in made.invoices}
    for payment, truth in zip(made.payments, made.truth, strict=True):
        for each in truth.allocs:
            item = items[each.invoice]
            foreign = payment.currency != item.currency
            assert (each.reason == f"fx:{item.currency}{item.open}") == foreign


def test_a_reversal_takes_back_an_earlier_payment_of_the_workload():
    truths = {each.payment: each for each in workload("running").truth}
    back = [each for each in truths.values() if each.scenario == "x_reversal"]
    amounts = {each.id: each.amount for each in workload("running").payments}
    assert back
    assert all(amounts[each.payment] == -amounts[each.reverses or ""] for each in back)


def test_what_belongs_to_no_invoice_has_no_allocation(made: Workload):
    assert all(each.scenario.startswith("x_") == (not each.allocs) for each in made.truth)


def test_ids_are_used_once(made: Workload):
    for records in (made.customers, made.invoices, made.payments):
        assert max(Counter(each.id for each in records).values()) == 1


def test_numbers_are_used_once_but_where_customers_have_their_own_series():
    shared = {name for name in NAMES if len({each.number for each in workload(name).invoices}) < 900}
    assert shared <= {"own-series"}


def test_the_same_seed_gives_the_same_bytes(tmp_path: Path):
    for folder in ("one", "two"):
        generate(STYLES["branches"], 7, items=300, payments=50).write(tmp_path / folder)
    assert [each.name for each in sorted((tmp_path / "one").iterdir())] == FILES
    assert all((tmp_path / "one" / name).read_bytes() == (tmp_path / "two" / name).read_bytes() for name in FILES)


def test_another_seed_gives_other_payments():
    assert workload("nordic", 1).payments != workload("nordic", 2).payments


def test_a_style_that_has_nothing_left_to_pay_says_so():
    with pytest.raises(RuntimeError, match="nothing is left to pay"):
        generate(evolve(STYLES["running"], mix={"1_text": 1}), 1, items=5, payments=6)


def test_a_folder_is_written_by_the_command_and_read_again(tmp_path: Path, monkeypatch: pytest.MonkeyPatch):
    asked = ["workloads", "running", "3", str(tmp_path), "--items", "40", "--payments", "6"]
    monkeypatch.setattr("sys.argv", asked)
    main()
    again = read(tmp_path)
    assert [len(again.invoices), len(again.payments), len(again.truth)] == [40, 6, 6]
