"""What every payment gateway promises, as tests. Subclass `GatewayContract`, fill its hole, run pytest."""

from concurrent.futures import ThreadPoolExecutor
from contextlib import suppress
from functools import partial
from typing import Any
from uuid import uuid4

import pytest

from otcore.payments.gateway.answers import Asked, Outcome, Told
from otcore.payments.gateway.operation import Doing
from otcore.ports.errors import GatewayError
from otcore.ports.gateways import Gateway
from otcore.values.faults import Invalid
from otcore.values.money import Money


class GatewayContract:
    """The promises of `otcore.ports.gateways`, one test each.

        class TestMyGateway(GatewayContract):
            token = "tok_visa"                  # one that is accepted
            declined = "tok_chargeDeclined"     # one that is not
            currency = "EUR"

            @pytest.fixture
            def gateway(self):
                return MyGateway(sandbox=True)

    The gateway may have been used before: every test has a payment of its own. `webhooks` gives what it sent, where a
    test can know that.
    """

    token = "tok-good"
    declined = "tok-bad"
    currency = "EUR"

    @pytest.fixture
    def gateway(self) -> Gateway:
        """The hole to fill."""
        raise NotImplementedError("override the fixture `gateway`")

    @pytest.fixture
    def payment(self) -> str:
        """A payment that nobody has used."""
        return f"payment-{uuid4().hex}"

    def webhooks(self, gateway: Any) -> list[tuple[str, str]]:
        """The bodies and signatures that the gateway sent; a second hole."""
        pytest.skip("this gateway's web hooks are not known here")

    def money(self, amount: str) -> Money:
        """So much, in the currency of the tests."""
        return Money(amount, self.currency)

    def asks(self, payment: str, amount: str, key: str = "", reference: str = "", token: str = "") -> Asked:
        """A wish; without a key a new one."""
        return Asked(
            key=key or uuid4().hex,
            payment=payment,
            amount=self.money(amount),
            token=token or self.token,
            reference=reference,
        )

    def promised(self, gateway: Gateway, payment: str, amount: str = "100.00") -> str:
        """The reference of an authorisation."""
        told = gateway.authorise(self.asks(payment, amount))
        assert told.outcome is Outcome.DONE, f"the token {self.token!r} is declined: {told.code}"
        return told.reference

    def done(self, gateway: Gateway, payment: str) -> list[tuple[Doing, Money]]:
        """The effects of a payment."""
        looked = gateway.look(payment)
        return [(each.doing, each.amount) for each in looked if each.outcome is Outcome.DONE]

    def test_what_is_authorised_captured_and_refunded_is_seen_in_that_order(
        self, gateway: Gateway, payment: str
    ) -> None:
        reference = self.promised(gateway, payment)
        gateway.capture(self.asks(payment, "100.00", reference=reference))
        gateway.refund(self.asks(payment, "30.00", reference=reference))
        assert self.done(gateway, payment) == [
            (Doing.AUTHORISE, self.money("100.00")),
            (Doing.CAPTURE, self.money("100.00")),
            (Doing.REFUND, self.money("30.00")),
        ]

    def test_the_same_key_does_nothing_more_and_has_the_same_answer(self, gateway: Gateway, payment: str) -> None:
        asked = self.asks(payment, "100.00")
        first = gateway.authorise(asked)
        assert gateway.authorise(asked) == first
        taken = self.asks(payment, "60.00", reference=first.reference)
        assert gateway.capture(taken) == gateway.capture(taken)
        assert len(self.done(gateway, payment)) == 2, "a repeated key did something again"

    def test_the_same_key_at_the_same_time_does_it_once(self, gateway: Gateway, payment: str) -> None:
        taken = self.asks(payment, "10.00", reference=self.promised(gateway, payment))
        with ThreadPoolExecutor(4) as threads:
            list(threads.map(partial(self._tries, gateway), [taken] * 8))
        assert self.done(gateway, payment)[1:] == [(Doing.CAPTURE, self.money("10.00"))]

    def _tries(self, gateway: Gateway, asked: Asked) -> Told | None:
        try:
            return gateway.capture(asked)
        except GatewayError:  # "busy with the same key" is an answer, too
            return None

    def test_the_same_key_for_something_else_does_nothing(self, gateway: Gateway, payment: str) -> None:
        reference = self.promised(gateway, payment)
        gateway.capture(self.asks(payment, "10.00", "k-" + payment, reference))
        with suppress(GatewayError):
            other = gateway.capture(self.asks(payment, "20.00", "k-" + payment, reference))
            assert other.outcome is Outcome.DECLINED
        assert self.done(gateway, payment)[1:] == [(Doing.CAPTURE, self.money("10.00"))]

    def test_a_decline_is_an_answer_with_a_code_and_stays_one(self, gateway: Gateway, payment: str) -> None:
        asked = self.asks(payment, "100.00", token=self.declined)
        told = gateway.authorise(asked)
        assert (told.outcome, bool(told.code)) == (Outcome.DECLINED, True)
        assert gateway.authorise(asked).outcome is Outcome.DECLINED
        assert self.done(gateway, payment) == []

    def test_it_is_captured_in_parts_and_never_more_than_promised(self, gateway: Gateway, payment: str) -> None:
        reference = self.promised(gateway, payment)
        gateway.capture(self.asks(payment, "60.00", reference=reference))
        assert gateway.capture(self.asks(payment, "50.00", reference=reference)).outcome is Outcome.DECLINED
        gateway.capture(self.asks(payment, "40.00", reference=reference))
        assert [amount for _, amount in self.done(gateway, payment)[1:]] == [self.money("60.00"), self.money("40.00")]

    def test_no_more_goes_back_than_was_taken(self, gateway: Gateway, payment: str) -> None:
        reference = self.promised(gateway, payment)
        assert gateway.refund(self.asks(payment, "1.00", reference=reference)).outcome is Outcome.DECLINED
        gateway.capture(self.asks(payment, "60.00", reference=reference))
        gateway.refund(self.asks(payment, "50.00", reference=reference))
        assert gateway.refund(self.asks(payment, "11.00", reference=reference)).outcome is Outcome.DECLINED
        assert len(self.done(gateway, payment)) == 3

    def test_what_is_voided_is_not_captured(self, gateway: Gateway, payment: str) -> None:
        reference = self.promised(gateway, payment)
        assert gateway.void(self.asks(payment, "100.00", reference=reference)).outcome is Outcome.DONE
        assert gateway.capture(self.asks(payment, "1.00", reference=reference)).outcome is Outcome.DECLINED

    def test_what_is_captured_is_not_voided(self, gateway: Gateway, payment: str) -> None:
        reference = self.promised(gateway, payment)
        gateway.capture(self.asks(payment, "100.00", reference=reference))
        assert gateway.void(self.asks(payment, "100.00", reference=reference)).outcome is Outcome.DECLINED

    def test_every_effect_has_a_reference_of_its_own_and_the_key_it_was_asked_under(
        self, gateway: Gateway, payment: str
    ) -> None:
        asked = self.asks(payment, "100.00")
        reference = gateway.authorise(asked).reference
        gateway.capture(self.asks(payment, "60.00", reference=reference))
        gateway.capture(self.asks(payment, "40.00", reference=reference))
        looked = gateway.look(payment)
        assert len({each.reference for each in looked}) == 3
        assert looked[0].key == asked.key
        assert len({each.key for each in looked}) == 3

    def test_what_was_seen_is_seen_again(self, gateway: Gateway, payment: str) -> None:
        reference = self.promised(gateway, payment)
        before = gateway.look(payment)
        gateway.capture(self.asks(payment, "100.00", reference=reference))
        assert gateway.look(payment)[: len(before)] == before

    def test_nothing_of_other_payments_is_seen(self, gateway: Gateway, payment: str) -> None:
        self.promised(gateway, payment)
        assert gateway.look(f"{payment}-other") == ()

    def test_a_web_hook_names_the_payment_and_an_effect(self, gateway: Gateway, payment: str) -> None:
        reference = self.promised(gateway, payment)
        read = [gateway.read(*sent) for sent in self.webhooks(gateway)]
        ours = [each for each in read if each.payment == payment]
        assert reference in [each.effect for each in ours]
        assert len({each.id for each in read}) == len(read), "two notifications have one id"

    def test_a_web_hook_that_somebody_else_wrote_is_refused(self, gateway: Gateway, payment: str) -> None:
        self.promised(gateway, payment)
        for body, signature in self.webhooks(gateway):
            for wrong in ((body + " ", signature), (body, signature[::-1]), (body, ""), (body, "ü")):
                with pytest.raises(Invalid, match="WEBHOOK_SIGNATURE"):
                    gateway.read(*wrong)
