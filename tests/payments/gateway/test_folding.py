"""What gateways say is counted once, whoever said it and however often."""

from datetime import timedelta
from itertools import permutations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from otcore.payments.gateway import deciding, folding
from otcore.payments.gateway import events as e
from otcore.payments.gateway.answers import Outcome, Told
from otcore.payments.gateway.lifecycle import PaymentStage
from otcore.payments.gateway.operation import Doing, Operation, Stage
from otcore.payments.gateway.payment import GatewayPayment, evolve
from otcore.values.faults import Rejected
from otcore.values.money import Money
from tests.orders.examples import DAY, eur
from tests.payments.gateway.examples import requested, told

HISTORY = (
    ("authorise", told(Doing.AUTHORISE)),
    ("", told(Doing.CAPTURE, "60.00")),
    ("", told(Doing.REFUND, "25.00")),
    ("", told(Doing.CAPTURE, "40.00")),
    ("", told(Doing.REFUND, "75.00")),
)


def folded(payment: GatewayPayment, *answers: tuple[str, Told]) -> GatewayPayment:
    for fact in folding.told(payment, answers, DAY):
        payment = evolve(payment, fact)
    return payment


@given(st.lists(st.integers(0, len(HISTORY)), max_size=8))
def test_whenever_somebody_looks_the_payment_ends_as_the_gateway_has_it(looks: list[int]):
    """A look sees what was done so far; looks come in any number, and the last sees everything."""
    whole = folded(requested(), *HISTORY)
    payment = requested()
    seen = 0
    for until in looks:
        seen = max(seen, until)
        payment = folded(payment, *HISTORY[:seen])
    assert folded(payment, *HISTORY) == whole
    assert (whole.status, whole.captured, whole.refunded) == (PaymentStage.REFUNDED, eur("100.00"), eur("100.00"))


def test_the_same_answers_in_any_order_of_telling_count_once():
    for order in permutations(HISTORY[:2]):
        payment = requested()
        for answer in order:
            payment = folded(payment, answer, answer)
        assert (payment.status, payment.captured) == (PaymentStage.PART_CAPTURED, eur("60.00"))
        assert payment.pending is None


def test_what_was_captured_was_promised_though_nobody_said_so():
    payment = folded(requested(), HISTORY[1])
    assert (payment.authorised, payment.captured) == (eur("100.00"), eur("60.00"))


@pytest.mark.parametrize(
    "end", [e.PaymentFailed("authorise", "NEVER_ARRIVED", DAY), e.PaymentUnknown("authorise", DAY)]
)
def test_a_late_capture_counts_whatever_was_thought_before(end: object):
    payment = evolve(requested(), end)  # type: ignore[arg-type]  # both are facts
    assert folded(payment, ("", told(Doing.CAPTURE))).status is PaymentStage.CAPTURED


def test_a_late_capture_of_a_voided_payment_counts():
    voided = folded(requested(), HISTORY[0], ("", told(Doing.VOID)))
    assert voided.status is PaymentStage.VOIDED
    assert folded(voided, ("", told(Doing.CAPTURE))).status is PaymentStage.CAPTURED


def test_a_void_of_what_was_captured_changes_nothing():
    asked = evolve(folded(requested(), HISTORY[0]), e.OperationAsked(Operation("void", Doing.VOID, eur("100.00"), DAY)))
    payment = folded(asked, HISTORY[1], ("void", told(Doing.VOID)))
    assert payment.status is PaymentStage.PART_CAPTURED
    assert payment.operation("void").stage is Stage.DECLINED  # type: ignore[union-attr]  # it is there
    assert folded(payment, ("", told(Doing.VOID))) == payment


def test_a_second_promise_is_none():
    payment = folded(requested(), HISTORY[0])
    assert folded(payment, ("", told(Doing.AUTHORISE, reference="other"))) == payment


def test_a_decline_is_said_once():
    no = ("authorise", told(Doing.AUTHORISE, outcome=Outcome.DECLINED, code="stolen"))
    payment = folded(requested(), no)
    assert (payment.status, payment.code) == (PaymentStage.FAILED, "stolen")
    assert folded(payment, no) == payment
    assert folded(payment, ("", no[1])) == payment


def test_what_is_pending_is_waited_for():
    payment = requested()
    assert folded(payment, ("authorise", told(Doing.AUTHORISE, outcome=Outcome.PENDING))) == payment


def test_an_effect_keeps_its_own_day_and_fee():
    later = DAY + timedelta(3)
    payment = folded(requested(), HISTORY[0], ("", told(Doing.CAPTURE, day=later, fee=eur("0.35"))))
    assert (payment.effects[-1].day, payment.fees) == (later, eur("0.35"))


def test_a_chargeback_takes_back_what_was_captured():
    payment = folded(requested(), *HISTORY[:2], ("", told(Doing.CHARGEBACK, "60.00")))
    assert (payment.status, payment.refunded) == (PaymentStage.REFUNDED, eur("60.00"))


def test_more_is_not_given_back_than_was_captured():
    with pytest.raises(Rejected, match="MORE_THAN_CAPTURED"):
        folded(requested(), *HISTORY[:2], ("", told(Doing.REFUND, "60.01")))


def test_another_currency_is_refused():
    dollars = Told(doing=Doing.CAPTURE, outcome=Outcome.DONE, amount=Money("1.00", "USD"), reference="g1")
    with pytest.raises(Rejected, match="CURRENCY_DIFFERS"):
        folded(requested(), ("", dollars))


def test_silence_is_noted_once():
    payment = requested()
    (fact,) = folding.silent(payment, DAY)
    unknown = evolve(payment, fact)
    assert unknown.status is PaymentStage.UNKNOWN
    assert folding.silent(unknown, DAY) == ()
    assert folding.silent(folded(payment, HISTORY[0]), DAY) == ()


def test_silence_at_a_later_step_leaves_the_stage():
    before = requested(capture=True)
    authorised = folded(before, HISTORY[0])
    asked = evolve(authorised, deciding.follows(before, authorised, DAY)[0])
    (fact,) = folding.silent(asked, DAY)
    assert isinstance(fact, e.OperationUnknown)
    assert evolve(asked, fact).status is PaymentStage.AUTHORISED


@pytest.mark.parametrize(("days", "given_up"), [(0, False), (1, False), (2, True)])
def test_what_the_gateway_knows_nothing_of_is_given_up_after_two_days(days: int, given_up: bool):
    facts = folding.given_up(requested(), [], DAY + timedelta(days))
    assert bool(facts) is given_up


def test_what_the_gateway_knows_or_nobody_waits_for_is_not_given_up():
    late = DAY + timedelta(9)
    assert folding.given_up(requested(), ["authorise"], late) == ()
    assert folding.given_up(folded(requested(), HISTORY[0]), [], late) == ()
