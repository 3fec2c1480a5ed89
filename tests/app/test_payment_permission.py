"""Who may charge, refund and collect: the policy is asked before a gateway hears of it, and up to an amount."""

from typing import Any

import pytest
from attrs import evolve as changed

from otcore.access.policy import RolePolicy
from otcore.access.role import Grant, Role
from otcore.app.sync import OrderToCash
from otcore.payments.direct_debit.mandate_commands import CreateMandate
from otcore.payments.gateway.commands import CapturePayment, ReconcilePayment, RefundPayment
from otcore.payments.refunds.commands import ApproveRefund, RequestRefund
from otcore.ports.errors import NotFound
from tests.app.staff import code, trail
from tests.orders.examples import DAY, eur
from tests.payments.direct_debit.examples import IBAN
from tests.workflows.desk import Clock
from tests.workflows.gateways.counter import counter, wish

ROLES = (
    Role("till", (Grant("payment", eur("50.00")),)),
    Role("cashier", (Grant("payment"), Grant("refund", eur("40.00")))),
    Role("treasurer", (Grant("refund"), Grant("mandate"), Grant("collection"))),
)
PEOPLE = {"tim": ("till",), "cara": ("cashier",), "tess": ("treasurer",), "theo": ("treasurer",), "gus": ()}


def office() -> tuple[OrderToCash, Any]:
    """An invoice of 120.00 at a desk with people, and its gateway."""
    ready, gateway = counter()
    ready.onboards("C2", bank_accounts=(IBAN,))
    ready.gets("90.00", payer_account=IBAN)
    house = changed(ready.house, access=RolePolicy(roles=ROLES, people=PEOPLE))
    return OrderToCash(ready.store, house, clock=Clock(), actor="nobody"), gateway


def test_a_charge_above_the_limit_never_reaches_the_gateway():
    otc, gateway = office()
    assert code(otc, wish(capture=True), "tim") == "ABOVE_AMOUNT_LIMIT"
    assert code(otc, wish(capture=True, amount=eur("50.01")), "tim") == "ABOVE_AMOUNT_LIMIT"
    assert code(otc, wish(capture=True), "gus") == "NOT_ALLOWED"
    assert gateway.calls == 0
    assert code(otc, wish(amount=eur("50.00")), "tim") == ""
    assert gateway.calls == 1


def test_a_payment_for_an_invoice_that_is_not_there_is_not_found():
    otc, _ = office()
    with pytest.raises(NotFound, match="receivable"):
        otc.handle(wish(invoice="INV-9"), actor="cara")


def test_captures_and_refunds_are_worth_what_they_move():
    otc, gateway = office()
    assert code(otc, wish(), "cara") == ""
    take = CapturePayment(payment="P1", day=DAY)
    assert code(otc, take, "tim") == "ABOVE_AMOUNT_LIMIT"
    assert code(otc, changed(take, amount=eur("50.00"), operation="c1"), "tim") == ""
    assert code(otc, changed(take, operation="c2"), "cara") == ""
    give = RefundPayment(payment="P1", operation="r1", day=DAY, reason="broken")
    assert code(otc, give, "tim") == "ABOVE_AMOUNT_LIMIT"
    assert code(otc, changed(give, amount=eur("10.00")), "tim") == ""
    assert code(otc, ReconcilePayment(payment="P1", day=DAY), "gus") == "NOT_ALLOWED"
    assert gateway.calls == 4
    refused_and_done = [each for each in trail(otc, subject="payment:P1") if each[1] == "payment.refund"]
    assert [each[2] for each in refused_and_done] == ["ABOVE_AMOUNT_LIMIT", "taken"]


def test_a_refund_is_asked_for_by_one_and_approved_by_another():
    otc, _ = office()
    asks = RequestRefund(refund="F1", customer="C2", day=DAY, reason="paid twice")
    assert code(otc, asks, "cara") == "ABOVE_AMOUNT_LIMIT"
    assert code(otc, asks, "tess") == ""
    assert code(otc, ApproveRefund(refund="F1", day=DAY), "tess") == "MAKER_IS_CHECKER"
    assert code(otc, ApproveRefund(refund="F1", day=DAY), "cara") == "ABOVE_AMOUNT_LIMIT"
    assert code(otc, ApproveRefund(refund="F1", day=DAY), "theo") == ""
    assert [each[:3] for each in trail(otc, subject="refund:F1")] == [
        ("cara", "refund.request", "ABOVE_AMOUNT_LIMIT"),
        ("tess", "refund.request", "taken"),
        ("tess", "refund.approve", "MAKER_IS_CHECKER"),
        ("cara", "refund.approve", "ABOVE_AMOUNT_LIMIT"),
        ("theo", "refund.approve", "taken"),
    ]


def test_a_mandate_is_on_the_audit_trail():
    otc, _ = office()
    mandate = CreateMandate(mandate="M1", customer="C1", account=IBAN, holder="C1", signed=DAY)
    assert code(otc, mandate, "tim") == "NOT_ALLOWED"
    assert code(otc, mandate, "tess") == ""
    assert [each[:3] for each in trail(otc, subject="mandate:M1")] == [
        ("tim", "mandate.create", "NOT_ALLOWED"),
        ("tess", "mandate.create", "taken"),
    ]
