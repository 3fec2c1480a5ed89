"""Collecting what is due: planned once, presented in time, given up when it is not owed any more."""

from datetime import UTC, date, datetime, timedelta
from typing import Any

import pytest
from attrs import evolve as changed

from otcore.payments.direct_debit.mandate_commands import SuspendMandate
from otcore.payments.direct_debit.mandate_lifecycle import MandateStatus
from otcore.payments.direct_debit.policy import DirectDebit
from otcore.payments.direct_debit.scheme import Scheme
from tests.orders.examples import DAY, eur
from tests.workflows.books import refused
from tests.workflows.desk import billed
from tests.workflows.direct_debit.collector import (
    DUE,
    INV,
    POLICY,
    cancels,
    collections,
    collector,
    in_instalments,
    mandate,
    plans,
    presents,
    rejects,
    writes,
)
from tests.workflows.invoicing import credits, disputes, settles

AUTOMATIC = DirectDebit(creditor=POLICY.creditor, notice=5, automatic=True)
SOON = datetime(2026, 3, 28, 12, 0, tzinfo=UTC)


def test_an_invoice_is_collected_when_it_is_due_after_the_notice():
    ready = collector()
    planned = plans(ready)
    assert (planned.amount, planned.mandate, planned.item) == (eur("120.00"), "M1", INV)
    assert planned.day == DUE


def test_what_is_due_already_is_collected_after_the_notice_on_a_day_on_which_banks_work():
    ready = collector()
    assert plans(ready, day=date(2026, 4, 6)).day == date(2026, 4, 13)  # the fifth day is a Saturday


def test_the_same_debt_is_not_collected_twice():
    ready = collector()
    plans(ready)
    assert refused(ready, lambda: plans(ready)).code == "COLLECTION_OPEN"
    presents(ready)
    assert refused(ready, lambda: plans(ready)).code == "COLLECTION_OPEN"


def test_a_collection_that_was_given_up_may_be_planned_again():
    ready = collector()
    cancels(ready, plans(ready).id)
    assert plans(ready).id == f"{INV}/20260401/2"


def test_each_instalment_is_collected_on_its_own_day():
    ready = in_instalments()
    first, second = ready.item(INV).instalments
    assert plans(ready).due == first.due
    assert plans(ready, due=second.due).amount == second.amount
    assert refused(ready, lambda: plans(ready)).code == "COLLECTION_OPEN"
    assert refused(ready, lambda: plans(ready, due=DAY)).code == "NOTHING_OPEN"


@pytest.mark.parametrize(
    ("prepare", "code"),
    [
        (lambda ready: ready.handle(SuspendMandate(mandate="M1", day=DAY, reason="asked")), "MANDATE_UNKNOWN"),
        (lambda ready: writes(ready, "M2"), "MANDATE_UNCLEAR"),
        (lambda ready: disputes(ready, "10.00"), "ITEM_DISPUTED"),
        (credits, "NOTHING_OPEN"),
    ],
)
def test_what_cannot_be_collected_is_refused(prepare: Any, code: str):
    ready = collector()
    prepare(ready)
    assert refused(ready, lambda: plans(ready)).code == code


def test_the_mandate_that_is_named_is_looked_at():
    ready = collector()
    ready.onboards("C2")
    writes(ready, "M2", customer="C2")
    writes(ready, "M3", signed=None)
    assert refused(ready, lambda: plans(ready, mandate="M2")).code == "CUSTOMER_DIFFERS"
    assert refused(ready, lambda: plans(ready, mandate="M3")).code == "MANDATE_STATUS"
    assert plans(ready, mandate="M1").mandate == "M1"


def test_a_house_without_direct_debit_collects_nothing():
    ready = collector(policy=None)
    assert refused(ready, lambda: plans(ready)).code == "NO_DIRECT_DEBIT"
    assert refused(ready, lambda: presents(ready)).code == "NO_DIRECT_DEBIT"


def test_a_batch_has_every_order_with_its_mandate_and_uses_it():
    ready = collector()
    planned = plans(ready)
    batch = presents(ready)
    (debit,) = batch.debits
    assert (debit.end_to_end, debit.mandate, debit.sequence, debit.signed) == (planned.end_to_end, "M1", "FRST", DAY)
    assert (batch.scheme, batch.amount, batch.id) == ("CORE", eur("120.00"), "B1")
    assert (mandate(ready).begun, mandate(ready).used) == (True, planned.day)
    assert collections(ready) == ["120.00 presented"]


def test_the_second_collection_of_a_mandate_is_a_recurrent_one():
    ready = collector()
    billed(ready, order="O2")
    plans(ready)
    plans(ready, "INV-2026-000002")
    assert [each.sequence for each in presents(ready).debits] == ["FRST", "RCUR"]


def test_a_final_collection_uses_the_mandate_up():
    ready = collector()
    billed(ready, order="O2")
    plans(ready, final=True)
    assert [each.sequence for each in presents(ready).debits] == ["FNAL"]
    assert mandate(ready).status is MandateStatus.USED_UP
    assert refused(ready, lambda: plans(ready, "INV-2026-000002")).code == "MANDATE_UNKNOWN"


def test_a_one_off_mandate_is_for_one_of_two_collections():
    ready = collector(signed=False)
    writes(ready, recurrent=False)
    billed(ready, order="O2")
    plans(ready)
    plans(ready, "INV-2026-000002")
    assert [each.sequence for each in presents(ready).debits] == ["OOFF"]
    assert sorted(collections(ready)) == ["120.00 planned", "120.00 presented"]


def test_only_what_is_due_at_the_bank_is_presented():
    ready = collector()
    debited = plans(ready).day
    assert refused(ready, lambda: presents(ready, until=None)).code == "NOTHING_TO_PRESENT"
    assert refused(ready, lambda: presents(ready, until=debited - timedelta(1))).code == "NOTHING_TO_PRESENT"
    assert presents(ready, day=date(2026, 3, 30), until=None).debits  # two working days before


def test_another_scheme_is_another_batch():
    ready = collector()
    plans(ready)
    assert refused(ready, lambda: presents(ready, scheme=Scheme.B2B)).code == "NOTHING_TO_PRESENT"
    presents(ready)
    assert refused(ready, lambda: presents(ready)).code == "BATCH_EXISTS"


def test_a_batch_has_a_name_that_banks_pass_on():
    ready = collector()
    plans(ready)
    assert refused(ready, lambda: presents(ready, "b" * 36)).code == "BATCH_REFERENCE"


def test_a_collection_waits_while_its_mandate_is_suspended():
    ready = collector()
    plans(ready)
    ready.handle(SuspendMandate(mandate="M1", day=DAY, reason="asked"))
    assert refused(ready, lambda: presents(ready)).code == "NOTHING_TO_PRESENT"
    assert collections(ready) == ["120.00 planned"]


@pytest.mark.parametrize(
    ("meanwhile", "why"),
    [
        (lambda ready: (ready.gets("120.00", reference=INV), ready.applies()), "PAID"),
        (lambda ready: (ready.gets("1.00", reference=INV), ready.applies()), "PAID"),
        (lambda ready: disputes(ready, "10.00"), "DISPUTED"),
    ],
)
def test_what_is_not_owed_as_announced_is_given_up(meanwhile: Any, why: str):
    ready = collector()
    billed(ready, order="O2")
    planned = plans(ready)
    plans(ready, "INV-2026-000002")
    meanwhile(ready)
    assert len(presents(ready).debits) == 1
    from tests.workflows.direct_debit.collector import collection

    assert (collection(ready, planned.id).status.value, collection(ready, planned.id).code) == ("cancelled", why)


def test_a_collection_that_a_bank_rejects_counts_as_not_made():
    ready = collector()
    planned = plans(ready)
    presents(ready)
    assert rejects(ready, planned.id, "AC01").code == "AC01"
    assert not mandate(ready).begun
    again = plans(ready)
    assert presents(ready, "B2").debits[0].sequence == "FRST"
    assert rejects(ready, again.id, "MD01").status.value == "rejected"
    assert mandate(ready).status is MandateStatus.SUSPENDED


def test_what_the_bank_has_is_not_cancelled_and_what_it_has_not_is_not_rejected():
    ready = collector()
    planned = plans(ready)
    assert refused(ready, lambda: rejects(ready, planned.id)).code == "COLLECTION_STATUS"
    presents(ready)
    assert refused(ready, lambda: cancels(ready, planned.id)).code == "COLLECTION_STATUS"


def test_a_house_may_plan_by_itself_what_falls_due():
    ready = collector(AUTOMATIC)
    ready.onboards("C2")
    assert collections(ready) == []
    assert ready.otc.tick(SOON) == 1
    assert collections(ready) == ["120.00 planned"]
    assert ready.otc.tick(SOON) == 0


def test_an_order_without_a_mandate_is_left_by_the_tick():
    ready = collector(DirectDebit(creditor=POLICY.creditor, automatic=True), signed=False)
    assert ready.otc.tick(SOON) == 0


def test_every_part_that_falls_due_is_planned_by_itself():
    ready = in_instalments(AUTOMATIC)
    first, second = ready.item(INV).instalments
    noon = datetime.combine(second.due - timedelta(5), datetime.min.time(), UTC)
    assert collections(ready) == []
    ready.otc.tick(noon)
    assert collections(ready) == ["60.00 planned", "60.00 planned"]
    ready.otc.tick(noon)
    assert len(collections(ready)) == 2
    assert first.due < second.due


def test_what_cannot_be_planned_by_itself_is_left():
    ready = collector(AUTOMATIC)
    disputes(ready, "10.00")
    assert ready.otc.tick(SOON) == 0
    settles(ready)
    writes(ready, "M2")
    assert ready.otc.tick(SOON) == 0


def test_a_debt_is_charged_to_a_card_or_collected_but_not_both():
    from otcore.adapters.gateways import MemoryGateway
    from tests.workflows.gateways.counter import authorises, voids

    ready = collector()
    ready.house = changed(ready.house, gateways={"cards": MemoryGateway()})
    authorises(ready)
    assert refused(ready, lambda: plans(ready)).code == "PAYMENT_PENDING"
    voids(ready)
    billed(ready, order="O2")
    plans(ready, "INV-2026-000002")
    planned = plans(ready)
    assert refused(ready, lambda: authorises(ready, "P2")).code == "COLLECTION_OPEN"
    presents(ready)
    assert refused(ready, lambda: authorises(ready, "P2")).code == "COLLECTION_OPEN"
    rejects(ready, planned.id)
    assert authorises(ready, "P2").status.value == "authorised"
