"""The contract finds what a broken gateway does wrong, and names its holes."""

from typing import Any

import pytest
from attrs import evolve as changed

from otcore.adapters.gateways import MemoryGateway
from otcore.payments.gateway.answers import Asked, Notification, Told
from otcore.payments.gateway.operation import Doing
from otcore.ports.errors import GatewayError
from otcore.testing import GatewayContract

HOLLOW = """
import pytest
from otcore.adapters.gateways import MemoryGateway
from otcore.testing import GatewayContract

class TestHollow(GatewayContract):
    pass

class TestFilled(GatewayContract):
    @pytest.fixture
    def gateway(self):
        return MemoryGateway(declining={"tok-bad": "no"})
"""


def test_a_subclass_with_one_fixture_is_all_and_its_holes_are_named(tmp_path, capsys):
    (tmp_path / "test_gateways.py").write_text(HOLLOW)
    pytest.main(["-p", "no:cacheprovider", "-p", "no:cov", "-rs", "-k", "decline or web_hook", str(tmp_path)])
    printed = capsys.readouterr().out
    assert "1 passed, 2 skipped" in printed
    assert "override the fixture `gateway`" in printed
    assert "web hooks are not known here" in printed


class Forgetful(MemoryGateway):
    """It does not look at keys."""

    def act(self, doing: Doing, asked: Asked, *more: Any, **others: Any) -> Told:
        self._by_key.clear()
        return super().act(doing, asked, *more, **others)


class Talkative(MemoryGateway):
    """It shows everybody everything."""

    def look(self, payment: str) -> tuple[Told, ...]:
        return tuple(told for account in self._accounts.values() for told in account.done)


class Backwards(MemoryGateway):
    """It shows the last first."""

    def look(self, payment: str) -> tuple[Told, ...]:
        return super().look(payment)[::-1]


class Generous(MemoryGateway):
    """It declines nothing."""

    def _declined(self, doing: Doing, asked: Asked, code: str) -> Told:
        return self._done(doing, asked, asked.amount)


class OneName(MemoryGateway):
    """All that it does has one reference."""

    def _done(self, *given: Any, **more: Any) -> Told:
        return changed(super()._done(*given, **more), reference="one")


class Trusting(MemoryGateway):
    """It takes any web hook for its own."""

    def read(self, body: str, signature: str) -> Notification:
        return Notification("1", "P1", "r1")


class Busy(MemoryGateway):
    """It answers to a key once, and is busy with it then: that is allowed but where the answer is promised."""

    def act(self, doing: Doing, asked: Asked, *more: Any, **others: Any) -> Told:
        if asked.key in self._by_key:
            raise GatewayError("busy")
        return super().act(doing, asked, *more, **others)


class Kit(GatewayContract):
    """The contract, called test by test."""

    def webhooks(self, gateway: Any) -> list[tuple[str, str]]:
        return [(each.body, each.signature) for each in gateway.sent]


BROKEN: list[tuple[type[MemoryGateway], str]] = [
    (Forgetful, "the_same_key_does_nothing_more_and_has_the_same_answer"),
    (Forgetful, "the_same_key_at_the_same_time_does_it_once"),
    (Busy, "the_same_key_does_nothing_more_and_has_the_same_answer"),
    (Talkative, "nothing_of_other_payments_is_seen"),
    (Backwards, "what_is_authorised_captured_and_refunded_is_seen_in_that_order"),
    (Backwards, "what_was_seen_is_seen_again"),
    (Generous, "a_decline_is_an_answer_with_a_code_and_stays_one"),
    (Generous, "it_is_captured_in_parts_and_never_more_than_promised"),
    (Generous, "no_more_goes_back_than_was_taken"),
    (Generous, "what_is_voided_is_not_captured"),
    (Generous, "what_is_captured_is_not_voided"),
    (OneName, "every_effect_has_a_reference_of_its_own_and_the_key_it_was_asked_under"),
    (Trusting, "a_web_hook_that_somebody_else_wrote_is_refused"),
    (Trusting, "a_web_hook_names_the_payment_and_an_effect"),
]


@pytest.mark.parametrize(("broken", "promise"), BROKEN, ids=lambda each: getattr(each, "__name__", each))
def test_a_broken_promise_is_found(broken: type[MemoryGateway], promise: str):
    gateway = broken(declining={"tok-bad": "no"})
    with pytest.raises((AssertionError, GatewayError, pytest.fail.Exception)):
        getattr(Kit(), f"test_{promise}")(gateway, "P7")


def test_a_gateway_that_is_busy_with_a_key_does_not_break_the_promise_about_many_at_once():
    Kit().test_the_same_key_at_the_same_time_does_it_once(Busy(), "P7")
    Kit().test_the_same_key_for_something_else_does_nothing(Busy(), "P8")
