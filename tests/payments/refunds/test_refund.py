"""Refunds: the table is the whole truth; small ones need nobody, others a second person."""

from typing import Any

import pytest
from attrs import evolve as changed

from otcore.payments.payment_batch import PaymentBatch, Transfer, facets, make
from otcore.payments.refunds import deciding
from otcore.payments.refunds import events as e
from otcore.payments.refunds.commands import ApproveRefund, RequestRefund
from otcore.payments.refunds.deciding import Given
from otcore.payments.refunds.events import Source
from otcore.payments.refunds.lifecycle import REFUND_LIFE_CYCLE, RefundStatus
from otcore.payments.refunds.refund import Refund, end_to_end_of, evolve
from otcore.payments.refunds.refund import facets as found_by
from otcore.values.faults import Invalid, Rejected
from otcore.values.money import Money
from tests.orders.examples import DAY, eur
from tests.payments.direct_debit.examples import IBAN

COMMAND = RequestRefund(refund="F1", customer="C1", day=DAY, reason="paid twice")
SOURCES = (Source("R1", eur("60.00")), Source("R2", eur("40.00")))
GIVEN = Given(sources=SOURCES, account=IBAN, holder="C", maker="ann", limit=None)
SAMPLES: dict[type, Any] = {
    e.RefundRequested: deciding.request(COMMAND, GIVEN)[0],
    e.RefundApproved: e.RefundApproved("bob", DAY),
    e.RefundRefused: e.RefundRefused("no", DAY),
    e.RefundOrdered: e.RefundOrdered("B1", DAY),
    e.RefundPaid: e.RefundPaid(DAY),
    e.RefundReturned: e.RefundReturned("AC04", DAY),
}
_ORDERED = (e.RefundRequested, e.RefundApproved, e.RefundOrdered)
PATHS: dict[RefundStatus | None, tuple[type, ...]] = {
    None: (),
    RefundStatus.REQUESTED: (e.RefundRequested,),
    RefundStatus.APPROVED: (e.RefundRequested, e.RefundApproved),
    RefundStatus.ORDERED: _ORDERED,
    RefundStatus.PAID: (*_ORDERED, e.RefundPaid),
    RefundStatus.REFUSED: (e.RefundRequested, e.RefundRefused),
    RefundStatus.RETURNED: (*_ORDERED, e.RefundReturned),
}


def reached(status: RefundStatus | None) -> Refund | None:
    state: Refund | None = None
    for event in PATHS[status]:
        state = evolve(state, SAMPLES[event])
    return state


def test_there_is_a_sample_of_every_event_and_a_path_to_every_status():
    assert set(SAMPLES) == set(e.EVENTS)
    assert set(PATHS) == {None, *RefundStatus}


@pytest.mark.parametrize("event", e.EVENTS, ids=lambda event: event.__name__)
@pytest.mark.parametrize("status", PATHS, ids=str)
def test_a_refund_goes_where_the_table_says_and_nowhere_else(status: RefundStatus | None, event: type):
    before = reached(status)
    if REFUND_LIFE_CYCLE.allows(status, event):
        assert evolve(before, SAMPLES[event]).status is REFUND_LIFE_CYCLE.table[status, event]
    else:
        with pytest.raises(KeyError):
            evolve(before, SAMPLES[event])


@pytest.mark.parametrize(
    ("limit", "approved"),
    [(None, False), (eur("99.99"), False), (eur("100.00"), True), (Money("500.00", "USD"), False)],
)
def test_what_is_small_enough_needs_no_second_person(limit: Money | None, approved: bool):
    facts = deciding.request(COMMAND, changed(GIVEN, limit=limit))
    assert (e.RefundApproved in map(type, facts)) is approved


def test_a_refund_is_the_sum_of_its_sources():
    requested = reached(RefundStatus.REQUESTED)
    assert requested is not None
    assert (requested.amount, requested.end_to_end) == (eur("100.00"), end_to_end_of("F1"))


def test_only_euros_go_by_this_way():
    dollars = (Source("R1", Money("1.00", "USD")),)
    with pytest.raises(Rejected, match="NOT_IN_EURO"):
        deciding.request(COMMAND, changed(GIVEN, sources=dollars))


def test_a_refund_has_a_reason():
    with pytest.raises(Invalid, match="REASON_MISSING"):
        deciding.request(changed(COMMAND, reason=""), GIVEN)


def test_the_maker_is_not_the_checker():
    requested = reached(RefundStatus.REQUESTED)
    assert requested is not None
    command = ApproveRefund(refund="F1", day=DAY)
    with pytest.raises(Rejected, match="MAKER_IS_CHECKER"):
        deciding.approve(requested, command, "ann")
    assert deciding.approve(requested, command, "bob")[0].checker == "bob"
    with pytest.raises(Rejected, match="REFUND_STATUS"):
        deciding.approve(reached(RefundStatus.PAID), command, "bob")  # type: ignore[arg-type]  # it is there


def test_a_refund_is_found_by_customer_end_to_end_id_status_and_day():
    found = found_by(reached(RefundStatus.REQUESTED))  # type: ignore[arg-type]  # it is there
    assert (found.party, found.reference, found.status, found.day) == ("C1", end_to_end_of("F1"), "requested", DAY)


def test_a_batch_is_made_once_and_has_something_in_it():
    transfer = Transfer(end_to_end="RF-1", amount=eur("7.00"), name="C", account=IBAN, bic="", text="x")
    (fact,) = make(None, "B1", DAY, transfers=(transfer,))
    assert fact.transfers == (transfer,)
    for batch, id, transfers, code in (
        (PaymentBatch("B1", DAY), "B1", (transfer,), "BATCH_EXISTS"),
        (None, "B1", (), "NOTHING_TO_PRESENT"),
        (None, "B_1", (transfer,), "BATCH_REFERENCE"),
    ):
        with pytest.raises(Rejected, match=code):
            make(batch, id, DAY, transfers=transfers)


def test_a_batch_is_found_by_what_is_in_it_and_its_day():
    assert (facets(PaymentBatch("B1", DAY)).status, facets(PaymentBatch("B1", DAY)).day) == ("transfers", DAY)
