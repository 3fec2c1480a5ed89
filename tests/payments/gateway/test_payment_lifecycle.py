"""The table of gateway payments is the whole truth: every pair of stage and event is tried."""

import pytest

from otcore.payments.gateway import events as e
from otcore.payments.gateway.lifecycle import PAYMENT_LIFE_CYCLE, PaymentStage
from otcore.payments.gateway.operation import Stage
from otcore.payments.gateway.payment import GatewayPayment, evolve, facets
from tests.orders.examples import DAY, eur
from tests.payments.gateway.examples import SAMPLES, after, requested

_PATHS: dict[PaymentStage | None, tuple[type, ...]] = {
    None: (),
    PaymentStage.REQUESTED: (e.PaymentRequested,),
    PaymentStage.UNKNOWN: (e.PaymentRequested, e.PaymentUnknown),
    PaymentStage.AUTHORISED: (e.PaymentRequested, e.PaymentAuthorised),
    PaymentStage.PART_CAPTURED: (e.PaymentRequested, e.PaymentAuthorised, e.PaymentPartCaptured),
    PaymentStage.CAPTURED: (e.PaymentRequested, e.PaymentAuthorised, e.PaymentCaptured),
    PaymentStage.PART_REFUNDED: (e.PaymentRequested, e.PaymentAuthorised, e.PaymentCaptured, e.PaymentPartRefunded),
    PaymentStage.REFUNDED: (e.PaymentRequested, e.PaymentAuthorised, e.PaymentCaptured, e.PaymentRefunded),
    PaymentStage.VOIDED: (e.PaymentRequested, e.PaymentAuthorised, e.PaymentVoided),
    PaymentStage.FAILED: (e.PaymentRequested, e.PaymentFailed),
}


def reached(stage: PaymentStage | None) -> GatewayPayment | None:
    path = _PATHS[stage]
    return after(*(SAMPLES[event] for event in path)) if path else None


def test_there_is_a_sample_of_every_event_and_a_path_to_every_stage():
    assert set(SAMPLES) == set(e.EVENTS)
    assert set(_PATHS) == {None, *PaymentStage}


@pytest.mark.parametrize("event", e.EVENTS, ids=lambda event: event.__name__)
@pytest.mark.parametrize("stage", _PATHS, ids=str)
def test_a_payment_goes_where_the_table_says_and_nowhere_else(stage: PaymentStage | None, event: type):
    before = reached(stage)
    if PAYMENT_LIFE_CYCLE.allows(stage, event):
        assert evolve(before, SAMPLES[event]).status is PAYMENT_LIFE_CYCLE.table[stage, event]
    else:
        with pytest.raises(KeyError):
            evolve(before, SAMPLES[event])


@pytest.mark.parametrize("stage", PaymentStage)
def test_no_payment_becomes_new_again(stage: PaymentStage):
    assert PaymentStage.REQUESTED not in {
        to for (before, _), to in PAYMENT_LIFE_CYCLE.table.items() if before not in (None, PaymentStage.REQUESTED)
    }


def test_sums_are_those_of_the_effects():
    payment = reached(PaymentStage.PART_REFUNDED)
    assert payment is not None
    assert (payment.authorised, payment.captured, payment.refunded) == (eur("100.00"), eur("100.00"), eur("30.00"))
    assert payment.fees == eur("0.00")
    assert payment.reference == "g-authorise-100.00"
    assert payment.has("g-refund-30.00")


def test_an_operation_is_pending_until_its_outcome_is_known():
    payment = requested()
    assert payment.pending is not None
    assert payment.operation("capture") is None
    assert evolve(payment, SAMPLES[e.PaymentUnknown]).pending.stage is Stage.UNKNOWN  # type: ignore[union-attr]  # it is
    done = evolve(payment, SAMPLES[e.PaymentAuthorised])
    assert (done.pending, done.operations[0].stage) == (None, Stage.DONE)


def test_a_declined_operation_says_why():
    failed = evolve(requested(), SAMPLES[e.PaymentFailed])
    assert (failed.code, failed.operations[0].code) == ("do_not_honour", "do_not_honour")
    asked = evolve(reached(PaymentStage.AUTHORISED), SAMPLES[e.OperationAsked])
    declined = evolve(asked, SAMPLES[e.OperationDeclined])
    assert (declined.status, declined.operations[-1].stage) == (PaymentStage.AUTHORISED, Stage.DECLINED)


def test_a_payment_is_found_by_customer_target_stage_and_day():
    found = facets(requested())
    assert (found.party, found.reference, found.status, found.day) == ("C1", "INV-1", "pending", DAY)
    assert facets(requested(invoice="", order="O1")).reference == "O1"
    assert facets(after(SAMPLES[e.PaymentRequested])).status == "requested"
