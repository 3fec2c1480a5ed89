"""What the bank refuses of a file: collections that may be planned again, refunds whose money is there again."""

from datetime import timedelta
from typing import Any

import pytest

from otcore.payments.direct_debit.collection_lifecycle import CollectionStatus
from otcore.payments.payment_batch import PaymentBatch, RefusedOrder
from otcore.payments.refunds.lifecycle import RefundStatus
from otcore.payments.status_report import OrderAnswer, PartAnswer, StatusReport, TakeStatusReport
from otcore.ports.errors import NotFound
from tests.orders.examples import DAY
from tests.workflows.books import books, refused
from tests.workflows.desk import Desk, billed
from tests.workflows.direct_debit.collector import (
    BOOKED,
    INV,
    assert_money_agrees,
    back,
    booked,
    collection,
    collector,
    in_instalments,
    mandate,
    plans,
    presents,
    says,
)
from tests.workflows.invoicing import open_items
from tests.workflows.refunds.test_refunding_flow import counter, left, orders, paid, the, wants


def report(*parts: PartAnswer, status: str = "", reason: str = "", batch: str = "B1", id: str = "S-1") -> StatusReport:
    return StatusReport(id, DAY, batch, status, reason, parts=parts)


def of(order: str, status: str = "RJCT", reason: str = "AC04") -> PartAnswer:
    return PartAnswer("", orders=(OrderAnswer(order, status, reason),))


def answers(ready: Desk, told: StatusReport) -> PaymentBatch:
    found: PaymentBatch = ready.handle(TakeStatusReport(told))
    return found


def presented() -> tuple[Desk, Any]:
    ready = collector()
    planned = plans(ready)
    presents(ready)
    return ready, planned


def test_a_direct_debit_that_the_bank_refuses_may_be_collected_again():
    ready, planned = presented()
    batch = answers(ready, report(of(planned.end_to_end)))
    assert batch.answers[0].refused == (RefusedOrder(planned.end_to_end, "AC04"),)
    gone = collection(ready, planned.id)
    assert (gone.status, gone.code, mandate(ready).status) == (CollectionStatus.REJECTED, "AC04", "suspended")
    assert open_items(ready) == {INV: "120.00"}


def test_a_refusal_that_says_nothing_of_the_account_leaves_the_mandate_and_a_new_collection_is_planned():
    ready, planned = presented()
    answers(ready, report(of(planned.end_to_end, reason="AM04")))
    again = plans(ready)
    assert again.id != planned.id
    assert presents(ready, "B2").debits[0].sequence == "FRST"  # nothing was collected under the mandate yet


@pytest.mark.parametrize("whole", [False, True])
def test_a_part_that_is_refused_is_all_of_its_orders_and_the_file_all_of_them(whole: bool):
    ready = in_instalments()
    planned = [plans(ready, due=each.due) for each in ready.item(INV).instalments]
    batch = presents(ready, until=DAY + timedelta(60))
    group = batch.debits[1].group
    told = report(status="RJCT", reason="DT01") if whole else report(PartAnswer(group, "RJCT", "DT01"))
    answers(ready, told)
    gone = [collection(ready, each.id).code for each in planned]
    assert gone == (["DT01", "DT01"] if whole else ["", "DT01"])


def test_the_reason_of_an_order_goes_before_those_of_its_part_and_of_the_file():
    ready, planned = presented()
    order = OrderAnswer(planned.end_to_end, "RJCT", "AM04")
    group = collection(ready, planned.id).group
    answers(ready, report(PartAnswer(group, "RJCT", "DT01", orders=(order,)), status="RJCT", reason="FF01"))
    assert collection(ready, planned.id).code == "AM04"


def test_without_a_reason_the_status_is_the_reason():
    ready, planned = presented()
    answers(ready, report(of(planned.end_to_end, "CANC", "")))
    assert collection(ready, planned.id).code == "CANC"


def test_what_is_accepted_or_waits_stays_as_it_is_and_is_on_record():
    ready, planned = presented()
    batch = answers(ready, report(of(planned.end_to_end, "ACSP", ""), status="ACTC"))
    assert (batch.answers[0].status, batch.answers[0].refused) == ("ACTC", ())
    assert collection(ready, planned.id).status is CollectionStatus.PRESENTED


def test_the_same_report_again_changes_nothing():
    ready, planned = presented()
    answers(ready, report(of(planned.end_to_end)))
    before = books(ready.store)
    answers(ready, report(of(planned.end_to_end)))
    assert books(ready.store) == before


def test_what_the_bank_booked_before_is_left_to_its_statement():
    ready, planned = presented()
    says(ready, booked("120.00", planned.end_to_end))
    batch = answers(ready, report(of(planned.end_to_end)))
    assert batch.answers[0].refused[0].end_to_end == planned.end_to_end
    assert collection(ready, planned.id).status is CollectionStatus.COLLECTED
    says(ready, back("120.00", planned.end_to_end, "AC04"), id="8")
    assert (collection(ready, planned.id).status, open_items(ready)) == (CollectionStatus.RETURNED, {INV: "120.00"})
    assert_money_agrees(ready)


def test_nothing_of_a_report_is_taken_that_names_what_the_batch_does_not_have():
    ready, planned = presented()
    before = books(ready.store)
    strange = report(of(planned.end_to_end), of("DD-elsewhere", "ACCP"))
    assert refused(ready, lambda: answers(ready, strange)).facts["order"] == "DD-elsewhere"
    assert refused(ready, lambda: answers(ready, report(PartAnswer("DDB-x", "RJCT")))).code == "ORDER_UNKNOWN"
    with pytest.raises(NotFound):
        answers(ready, report(status="RJCT", batch="B9"))
    assert books(ready.store) == before


def test_a_refund_that_the_bank_refuses_is_there_again_and_may_be_paid_again():
    ready = counter()
    wanted = wants(ready)
    orders(ready)
    answers(ready, report(PartAnswer("B1", "PART", orders=(OrderAnswer(wanted.end_to_end, "RJCT", "AC01"),))))
    assert (the(ready).status, the(ready).code, left(ready)) == (RefundStatus.RETURNED, "AC01", ["100.00"])
    assert wants(ready, "F2").amount == wanted.amount
    assert_money_agrees(ready)


def test_a_refund_that_was_paid_is_left_to_the_statement():
    ready = counter()
    wanted = wants(ready)
    orders(ready)
    says(ready, paid("100.00", wanted.end_to_end))
    answers(ready, report(PartAnswer("B1", "RJCT", "AC01")))
    assert (the(ready).status, left(ready)) == (RefundStatus.PAID, ["0.00"])


def test_what_was_booked_without_the_refused_before_they_were_named_is_collected_then():
    ready = collector()
    billed(ready, 5, "O2")
    billed(ready, 3, "O3")
    _, second, third = [plans(ready, f"INV-2026-00000{number}") for number in (1, 2, 3)]
    group = presents(ready).debits[-1].group  # of both that recur
    ready.gets("1.00", day=BOOKED)
    says(ready, booked("60.00", "", batch_reference=group))
    assert collection(ready, second.id).status is CollectionStatus.PRESENTED
    answers(ready, report(of(third.end_to_end, reason="AM04")))
    assert collection(ready, second.id).status is CollectionStatus.COLLECTED
    assert open_items(ready) == {INV: "120.00", "INV-2026-000003": "36.00"}
    assert_money_agrees(ready)
