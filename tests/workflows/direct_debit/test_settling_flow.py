"""What the bank says of collections: they came, alone or as one sum, and some went back."""

from datetime import timedelta
from typing import Any

import pytest
from attrs import evolve as changed

from otcore.payments.direct_debit.mandate_lifecycle import MandateStatus
from tests.orders.examples import DAY, eur
from tests.payments.bank_rows import statement
from tests.workflows.books import books
from tests.workflows.desk import Desk, billed
from tests.workflows.direct_debit.collector import (
    BOOKED,
    INV,
    assert_money_agrees,
    back,
    booked,
    collection,
    collections,
    collector,
    in_instalments,
    mandate,
    plans,
    presents,
    receipts,
    says,
)
from tests.workflows.invoicing import open_items

INV2 = "INV-2026-000002"


def presented() -> tuple[Desk, Any]:
    ready = collector()
    planned = plans(ready)
    presents(ready)
    return ready, planned


def two_presented() -> tuple[Desk, Any, Any]:
    ready = collector()
    billed(ready, 5, "O2")
    first, second = plans(ready), plans(ready, INV2)
    presents(ready)
    return ready, first, second


def test_collected_money_pays_the_item_it_was_collected_for():
    ready, planned = presented()
    says(ready, booked("120.00", planned.end_to_end))
    (receipt,) = receipts(ready)
    assert (receipt.rule, receipt.customer, receipt.unapplied) == ("DIRECT_DEBIT", "C1", eur("0.00"))
    assert collection(ready, planned.id).receipt == receipt.id
    assert open_items(ready) == {}
    assert_money_agrees(ready)


def test_what_was_paid_meanwhile_is_on_account():
    ready, planned = presented()
    ready.gets("100.00", reference=INV)
    ready.applies()
    says(ready, booked("120.00", planned.end_to_end))
    collected = next(each for each in receipts(ready) if each.id != "R1")
    assert (collected.unapplied, open_items(ready)) == (eur("100.00"), {})
    ready, planned = presented()
    ready.gets("120.00", reference=INV)
    ready.applies()
    says(ready, booked("120.00", planned.end_to_end))
    assert collections(ready) == ["120.00 collected"]
    assert_money_agrees(ready)


def test_the_same_rows_again_change_nothing():
    ready, planned = presented()
    says(ready, booked("120.00", planned.end_to_end))
    once = books(ready.store)["entries"]
    says(ready, booked("120.00", planned.end_to_end), id="8")
    assert books(ready.store)["entries"] == once
    assert_money_agrees(ready)


def test_a_return_makes_the_item_owed_again_and_keeps_the_fee_apart():
    ready, planned = presented()
    says(ready, booked("120.00", planned.end_to_end))
    says(ready, back("120.00", planned.end_to_end, "AM04", "3.50"), id="8")
    gone = collection(ready, planned.id)
    assert (gone.status.value, gone.code, gone.fee) == ("returned", "AM04", eur("3.50"))
    assert open_items(ready) == {INV: "120.00"}
    (receipt,) = receipts(ready)
    assert (receipt.kept, receipt.unapplied) == (eur("0.00"), eur("0.00"))
    assert mandate(ready).status is MandateStatus.ACTIVE
    assert_money_agrees(ready)


def test_a_return_is_booked_once():
    ready, planned = presented()
    says(ready, booked("120.00", planned.end_to_end))
    says(ready, back("120.00", planned.end_to_end), id="8")
    once = books(ready.store)["entries"]
    says(ready, back("120.00", planned.end_to_end), id="9")
    assert books(ready.store)["entries"] == once
    assert_money_agrees(ready)


def test_money_that_comes_and_goes_in_one_statement_is_owed():
    ready, planned = presented()
    says(ready, booked("120.00", planned.end_to_end), back("120.00", planned.end_to_end))
    assert open_items(ready) == {INV: "120.00"}
    assert_money_agrees(ready)


def test_a_return_without_a_reason_is_one_too():
    ready, planned = presented()
    says(ready, booked("120.00", planned.end_to_end))
    says(ready, back("120.00", planned.end_to_end, ""), id="8")
    assert open_items(ready) == {INV: "120.00"}


@pytest.mark.parametrize("code", ["MD01", "MD07", "AC04"])
def test_some_reasons_suspend_the_mandate(code: str):
    ready, planned = presented()
    says(ready, booked("120.00", planned.end_to_end))
    says(ready, back("120.00", planned.end_to_end, code), id="8")
    assert (mandate(ready).status, mandate(ready).code) == (MandateStatus.SUSPENDED, code)


def test_what_went_back_may_be_collected_again_and_is_recurrent_then():
    ready, planned = presented()
    says(ready, booked("120.00", planned.end_to_end))
    says(ready, back("120.00", planned.end_to_end), id="8")
    again = plans(ready, day=BOOKED)
    assert again.end_to_end != planned.end_to_end
    assert presents(ready, "B2", BOOKED, again.day).debits[0].sequence == "RCUR"
    says(ready, booked("120.00", again.end_to_end), id="9")
    assert open_items(ready) == {}
    assert_money_agrees(ready)


def test_a_return_of_what_the_bank_never_told_of_moves_no_money():
    ready, planned = presented()
    says(ready, back("120.00", planned.end_to_end))
    assert (collections(ready), receipts(ready)) == (["120.00 returned"], ())
    assert_money_agrees(ready)


def test_a_part_of_a_file_that_is_booked_as_one_sum_pays_all_its_items():
    ready, first, second = two_presented()
    group = collection(ready, first.id).group
    assert group != collection(ready, second.id).group  # the first and the recurrent collection
    says(ready, booked("120.00", "", batch_reference=group))
    assert open_items(ready) == {INV2: "60.00"}
    says(ready, booked("60.00", "", batch_reference=collection(ready, second.id).group), id="8")
    assert open_items(ready) == {}
    assert_money_agrees(ready)


def three_recurrent() -> tuple[Desk, list[Any]]:
    """Three collections of one group: a collection before them was the first."""
    ready = collector()
    plans(ready)
    presents(ready)
    invoices = []
    for number in (2, 3, 4):
        billed(ready, 5, f"O{number}")
        invoices.append(plans(ready, f"INV-2026-00000{number}"))
    presents(ready, "B2")
    return ready, invoices


def test_one_of_a_sum_goes_back_and_the_others_stay_paid():
    ready, three = three_recurrent()
    group = collection(ready, three[0].id).group
    says(ready, booked("180.00", "", batch_reference=group))
    assert open_items(ready) == {INV: "120.00"}
    says(ready, back("60.00", three[1].end_to_end, "AM04", "3.00"), id="8")
    assert open_items(ready) == {INV: "120.00", three[1].item: "60.00"}
    (receipt,) = receipts(ready)
    assert (receipt.kept, receipt.unapplied) == (eur("120.00"), eur("0.00"))
    assert_money_agrees(ready)


def test_a_sum_that_is_not_that_of_the_part_is_left_to_people():
    ready, three = three_recurrent()
    says(ready, booked("120.00", "", batch_reference=collection(ready, three[0].id).group))
    (receipt,) = receipts(ready)
    assert receipt.unapplied == eur("120.00")
    assert collections(ready).count("60.00 presented") == 3


def test_rows_that_name_nothing_of_ours_are_none_of_this():
    ready, _ = presented()
    says(ready, booked("120.00", "DD-unknown"), booked("1.00", "E2E-1"), back("5.00", "DD-nobody"))
    assert collections(ready) == ["120.00 presented"]
    assert_money_agrees(ready)


def test_two_instalments_of_one_item_in_one_sum_are_one_posting():
    ready = in_instalments()
    first, second = ready.item(INV).instalments
    late = second.due - timedelta(2)
    one, two = plans(ready, day=late, due=first.due), plans(ready, day=late, due=second.due)
    presents(ready, until=DAY + timedelta(99))
    assert one.day == two.day
    rows = [booked("60.00", each.end_to_end) for each in (one, two)]
    ready.takes_in(statement(*rows, closed=BOOKED))
    assert open_items(ready) == {}
    assert_money_agrees(ready)


def test_shares_of_one_item_are_counted_together():
    from otcore.workflows.direct_debit.settling import _shared
    from tests.payments.bank_rows import receipt

    debts = [(eur("60.00"), INV, eur("100.00")), (eur("60.00"), INV, eur("100.00")), (eur("10.00"), INV2, eur("5.00"))]
    found = {each.item: each.amount for each in _shared(receipt("130.00", customer="C1"), debts)}
    assert found == {INV: eur("100.00"), INV2: eur("5.00")}


def test_money_that_a_person_took_off_its_item_goes_back_from_where_it_is():
    from otcore.reconciliation.commands import ReverseApplication

    ready, planned = presented()
    says(ready, booked("120.00", planned.end_to_end))
    (receipt,) = receipts(ready)
    ready.handle(ReverseApplication(receipt=receipt.id, day=BOOKED, reason="it is for another invoice"))
    says(ready, back("120.00", planned.end_to_end), id="8")
    assert open_items(ready) == {INV: "120.00"}
    assert receipts(ready)[0].unapplied == eur("0.00")
    assert_money_agrees(ready)


def test_what_is_told_but_not_booked_yet_settles_nothing():
    """A report of the day so far has no receipts."""
    from otcore.app.sync import MAIN
    from otcore.payments.importing import Statement
    from otcore.ports.aggregates import STATEMENT
    from otcore.ports.kinds import Kept
    from otcore.ports.storage import Context
    from otcore.workflows.direct_debit.settling import settled
    from otcore.workflows.drivers import run
    from tests.workflows.desk import NOW

    ready, planned = presented()
    told = Kept(STATEMENT, "S", 1, Statement("S", statement(booked("120.00", planned.end_to_end)), ()))
    run(lambda: settled(told, ready.house), lambda: ready.store.begin(Context(MAIN, "clock", NOW)))
    assert collections(ready) == ["120.00 presented"]


def test_what_a_notification_told_before_the_statement_is_settled_once():
    """camt.054 in the morning, camt.053 at night: the same collection, and the same return."""
    from otcore.payments.statement import StatementKind

    ready, planned = presented()
    for rows in ((booked("120.00", planned.end_to_end),), (back("120.00", planned.end_to_end),)):
        for kind, id in ((StatementKind.NOTIFICATION, "n"), (StatementKind.STATEMENT, "s")):
            content = statement(*rows, id=f"{id}{rows[0].credit}", closed=BOOKED)
            ready.takes_in(changed(content, kind=kind))
    assert collections(ready) == ["120.00 returned"]
    assert (len(receipts(ready)), open_items(ready)) == (1, {INV: "120.00"})
    assert_money_agrees(ready)
