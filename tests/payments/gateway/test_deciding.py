"""What may be asked of a gateway, and what is refused."""

from typing import Any

import pytest

from otcore.payments.gateway import deciding
from otcore.payments.gateway import events as e
from otcore.payments.gateway.commands import CapturePayment, RefundPayment, VoidPayment
from otcore.payments.gateway.operation import Doing
from otcore.payments.gateway.payment import GatewayPayment, evolve
from otcore.values.faults import Invalid, Rejected
from otcore.values.money import Money
from tests.orders.examples import DAY, eur
from tests.payments.gateway.examples import AMOUNT, requested, told, wish
from tests.payments.gateway.test_folding import folded

PROMISED = folded(requested(), ("authorise", told(Doing.AUTHORISE)))
TAKEN = folded(PROMISED, ("", told(Doing.CAPTURE, "60.00")))


def takes(payment: GatewayPayment, amount: Any = None, operation: str = "capture") -> tuple[e.Event, ...]:
    return deciding.capture(payment, CapturePayment(payment="P1", day=DAY, amount=amount, operation=operation))


def gives(payment: GatewayPayment, amount: Any = None, operation: str = "r1") -> tuple[e.Event, ...]:
    command = RefundPayment(payment="P1", day=DAY, amount=amount, operation=operation, reason="returned goods")
    return deciding.refund(payment, command)


def drops(payment: GatewayPayment) -> tuple[e.Event, ...]:
    return deciding.void(payment, VoidPayment(payment="P1", day=DAY))


def asked(facts: tuple[e.Event, ...]) -> str:
    (fact,) = facts
    assert isinstance(fact, e.OperationAsked)
    return f"{fact.operation.doing} {fact.operation.amount}"


def test_a_payment_is_wished_for_and_asked_for():
    facts = deciding.request(None, wish(capture=True), AMOUNT)
    assert [type(fact) for fact in facts] == [e.PaymentRequested, e.OperationAsked]


def test_another_payment_of_the_same_id_is_refused():
    with pytest.raises(Rejected, match="PAYMENT_EXISTS"):
        deciding.request(requested(), wish(amount=eur("1.00")), eur("1.00"))


def test_nothing_is_not_paid():
    with pytest.raises(Rejected, match="AMOUNT_NOT_POSITIVE"):
        deciding.request(None, wish(), eur("0.00"))


@pytest.mark.parametrize(
    ("more", "same"),
    [
        ({}, True),
        ({"amount": None}, True),
        ({"amount": eur("99.00")}, False),
        ({"token": "tok-other"}, False),
        ({"gateway": "paypal"}, False),
        ({"customer": "C2"}, False),
        ({"invoice": "", "order": "INV-1"}, False),
        ({"capture": True}, False),
    ],
)
def test_the_same_wish_is_recognised(more: dict[str, Any], same: bool):
    assert deciding.same_wish(requested(), wish(**more)) is same


def test_all_that_is_promised_or_a_part_is_captured():
    assert asked(takes(PROMISED)) == "capture 100.00 EUR"
    assert asked(takes(PROMISED, eur("30.00"))) == "capture 30.00 EUR"
    assert asked(takes(TAKEN, operation="c2")) == "capture 40.00 EUR"


def test_a_capture_that_was_asked_for_is_not_asked_for_again():
    once = evolve(PROMISED, takes(PROMISED, eur("30.00"))[0])
    assert takes(once) == takes(once, eur("30.00")) == ()
    with pytest.raises(Rejected, match="OPERATION_DIFFERS"):
        takes(once, eur("31.00"))
    with pytest.raises(Rejected, match="OPERATION_DIFFERS"):
        gives(once, operation="capture")


@pytest.mark.parametrize(
    ("payment", "amount", "code"),
    [
        (folded(requested(), ("authorise", told(Doing.AUTHORISE)), ("", told(Doing.VOID))), None, "NOT_AUTHORISED"),
        (requested(), None, "OUTCOME_UNKNOWN"),
        (PROMISED, eur("100.01"), "MORE_THAN_AUTHORISED"),
        (TAKEN, eur("40.01"), "MORE_THAN_AUTHORISED"),
        (PROMISED, eur("-1.00"), "AMOUNT_NOT_POSITIVE"),
        (PROMISED, Money("1.00", "USD"), "CURRENCY_DIFFERS"),
    ],
)
def test_what_cannot_be_captured_is_refused(payment: GatewayPayment, amount: Any, code: str):
    with pytest.raises(Rejected, match=code):
        takes(payment, amount)


def test_all_that_was_captured_or_a_part_goes_back():
    assert asked(gives(TAKEN)) == "refund 60.00 EUR"
    assert asked(gives(TAKEN, eur("10.00"))) == "refund 10.00 EUR"
    once = evolve(TAKEN, gives(TAKEN, eur("10.00"))[0])
    assert gives(once, eur("10.00")) == ()


@pytest.mark.parametrize(
    ("payment", "amount", "code"),
    [
        (PROMISED, None, "NOTHING_CAPTURED"),
        (requested(), None, "OUTCOME_UNKNOWN"),
        (TAKEN, eur("60.01"), "MORE_THAN_CAPTURED"),
    ],
)
def test_what_cannot_go_back_is_refused(payment: GatewayPayment, amount: Any, code: str):
    with pytest.raises(Rejected, match=code):
        gives(payment, amount)


def test_a_refund_has_a_reason():
    with pytest.raises(Invalid, match="REASON_MISSING"):
        deciding.refund(TAKEN, RefundPayment(payment="P1", day=DAY, operation="r1", reason=" "))


def test_a_promise_is_given_up_once_and_only_whole():
    assert asked(drops(PROMISED)) == "void 100.00 EUR"
    assert drops(evolve(PROMISED, drops(PROMISED)[0])) == ()
    with pytest.raises(Rejected, match="NOT_AUTHORISED"):
        drops(TAKEN)
    with pytest.raises(Rejected, match="OUTCOME_UNKNOWN"):
        drops(requested())


def test_what_is_to_be_captured_at_once_is_asked_for_when_it_is_promised():
    before = requested(capture=True)
    at_once = folded(before, ("authorise", told(Doing.AUTHORISE)))
    assert asked(deciding.follows(before, at_once, DAY)) == "capture 100.00 EUR"
    assert deciding.follows(before, before, DAY) == ()
    assert deciding.follows(at_once, at_once, DAY) == ()
    assert deciding.follows(requested(), PROMISED, DAY) == ()
    again = evolve(at_once, deciding.follows(before, at_once, DAY)[0])
    assert deciding.follows(before, again, DAY) == ()


@pytest.mark.parametrize("capture", [True, False])
def test_a_promise_that_comes_after_it_was_given_up_is_given_back(capture: bool):
    failed = evolve(requested(capture=capture), e.PaymentFailed("authorise", "NEVER_ARRIVED", DAY))
    promised = folded(failed, ("authorise", told(Doing.AUTHORISE)))
    assert asked(deciding.follows(failed, promised, DAY)) == "void 100.00 EUR"
