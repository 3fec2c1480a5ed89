"""Both gateways in memory keep the promises: the one that works, and the one that fails when it is asked again."""

import asyncio

import pytest

from otcore.adapters.gateways import Failing, FailingGateway, MemoryGateway, ThreadedGateway
from otcore.adapters.gateways.webhooks import Webhook, signed
from otcore.payments.gateway.answers import Asked, Notification, Outcome, Told
from otcore.payments.gateway.operation import Doing
from otcore.ports.errors import GatewayError
from otcore.testing import GatewayContract
from otcore.values.faults import Invalid
from otcore.values.money import Money


def gateway_that_works() -> MemoryGateway:
    return MemoryGateway(declining={"tok-bad": "do_not_honour"})


class TestMemoryGateway(GatewayContract):
    @pytest.fixture
    def gateway(self) -> MemoryGateway:
        return gateway_that_works()

    def webhooks(self, gateway: MemoryGateway) -> list[tuple[str, str]]:
        return [(each.body, each.signature) for each in gateway.sent]


class Patient(FailingGateway):
    """Every call of it goes wrong first, and is made again under the same key."""

    way: Failing

    def _act(self, doing: Doing, asked: Asked) -> Told:
        self.fails(self.way)
        for _ in range(2):
            try:
                return super()._act(doing, asked)
            except GatewayError:
                continue
        raise AssertionError("it failed again")


@pytest.mark.parametrize("way", [Failing.ERROR, Failing.TIMEOUT_BEFORE, Failing.TIMEOUT_AFTER])
class TestFailingGateway(GatewayContract):
    @pytest.fixture
    def gateway(self, way: Failing) -> Patient:
        patient = Patient(gateway_that_works())
        patient.way = way
        return patient

    @pytest.fixture(autouse=True)
    def _each_way(self, way: Failing) -> None:
        """Every promise is asked for under every way to fail."""

    def webhooks(self, gateway: Patient) -> list[tuple[str, str]]:
        return [(each.body, each.signature) for each in gateway.gateway.sent]


def asked(amount: str = "10.00", key: str = "k1", **more: str) -> Asked:
    return Asked(key=key, payment="P1", amount=Money(amount, "EUR"), token="tok-good", **more)


@pytest.mark.parametrize(
    ("way", "outcome", "amounts"),
    [
        (Failing.NOT, Outcome.DONE, ["10.00"]),
        (Failing.DECLINED, Outcome.DECLINED, []),
        (Failing.PART, Outcome.DONE, ["5.00"]),
        (Failing.PENDING, Outcome.PENDING, []),
    ],
)
def test_a_failing_gateway_answers_as_it_was_told(way: Failing, outcome: Outcome, amounts: list[str]):
    gateway = FailingGateway(None, way)
    assert gateway.authorise(asked()).outcome is outcome
    done = [each for each in gateway.look("P1") if each.outcome is Outcome.DONE]
    assert [str(each.amount.amount) for each in done] == amounts


@pytest.mark.parametrize(("way", "done"), [(Failing.ERROR, 0), (Failing.TIMEOUT_BEFORE, 0), (Failing.TIMEOUT_AFTER, 1)])
def test_a_failing_gateway_may_have_done_what_it_does_not_answer_to(way: Failing, done: int):
    gateway = FailingGateway(None, way, Failing.ERROR)
    with pytest.raises(GatewayError):
        gateway.authorise(asked())
    with pytest.raises(GatewayError):
        gateway.look("P1")
    assert len(gateway.look("P1")) == done


def test_what_is_pending_is_done_once_it_completes():
    gateway = FailingGateway(None, Failing.PENDING)
    gateway.authorise(asked())
    gateway.completes()
    gateway.completes()
    assert [each.outcome for each in gateway.look("P1")] == [Outcome.DONE]


def test_a_bad_network_brings_every_web_hook_up_to_three_times_in_any_order():
    gateway = FailingGateway()
    gateway.authorise(asked())
    gateway.capture(asked("4.00", "k2"))
    gateway.refund(asked("4.00", "k3"))
    orders = [gateway.deliveries(seed) for seed in range(20)]
    assert all(set(gateway.gateway.sent) == set(order) for order in orders)
    assert {len(order) for order in orders} > {3}
    assert any(order != sorted(order, key=gateway.gateway.sent.index) for order in orders)


def test_what_is_asked_in_another_currency_is_declined():
    gateway = MemoryGateway()
    gateway.authorise(asked())
    dollars = Asked(key="k2", payment="P1", amount=Money("1.00", "USD"), token="tok-good")
    assert gateway.capture(dollars).code == "currency_differs"


def test_a_payment_is_authorised_once():
    gateway = MemoryGateway()
    gateway.authorise(asked())
    assert gateway.authorise(asked(key="k2")).code == "authorised_before"


def test_a_fee_is_kept_of_what_is_captured():
    gateway = MemoryGateway(fee=lambda amount: Money("0.35", "EUR"))
    assert gateway.authorise(asked()).fee is None
    assert gateway.capture(asked(key="k2")).fee == Money("0.35", "EUR")


def test_somebody_may_refund_by_hand():
    gateway = MemoryGateway()
    gateway.authorise(asked())
    told = gateway.by_hand("P1", Doing.CHARGEBACK, Money("10.00", "EUR"))
    assert (told.key, gateway.look("P1")[-1]) == ("", told)


@pytest.mark.parametrize("body", ["[]", "{", '{"id": "1"}', "null"])
def test_a_signed_body_that_says_nothing_is_refused(body: str):
    gateway = MemoryGateway()
    sent = Webhook(body, "")
    with pytest.raises(Invalid, match="WEBHOOK_SIGNATURE"):
        gateway.read(sent.body, sent.signature)
    from otcore.adapters.gateways.webhooks import _signature

    with pytest.raises(Invalid, match="WEBHOOK_FORMAT"):
        gateway.read(body, _signature(body, b"secret"))


def test_a_web_hook_of_another_secret_is_refused():
    other = signed(Notification("e1", "P1", "r1"), b"other")
    with pytest.raises(Invalid, match="WEBHOOK_SIGNATURE"):
        MemoryGateway().read(other.body, other.signature)


def test_an_async_host_calls_any_gateway():
    async def story() -> list[Doing]:
        gateway = ThreadedGateway(MemoryGateway())
        reference = (await gateway.authorise(asked())).reference
        await gateway.capture(asked(key="k2", reference=reference))
        await gateway.refund(asked(key="k3", reference=reference))
        await gateway.void(asked(key="k4", reference=reference))
        return [each.doing for each in await gateway.look("P1")]

    assert asyncio.run(story()) == [Doing.AUTHORISE, Doing.CAPTURE, Doing.REFUND, Doing.VOID]


def test_an_async_host_reads_web_hooks():
    inner = MemoryGateway()
    inner.authorise(asked())
    sent = inner.sent[0]
    assert ThreadedGateway(inner).read(sent.body, sent.signature).payment == "P1"


@pytest.mark.parametrize(
    "number", ["4111 1111 1111 1111", "4111111111111111", "tok_378282246310005", "6759649826438453"]
)
def test_a_card_number_is_no_token(number: str):
    with pytest.raises(Invalid, match="CARD_NUMBER"):
        Asked(key="k", payment="P1", amount=Money("1.00", "EUR"), token=number)


@pytest.mark.parametrize("token", ["tok_4242", "4111111111111112", "card_1Mn5fLF0", "41111111111111111111111"])
def test_what_is_no_card_number_is_a_token(token: str):
    assert Asked(key="k", payment="P1", amount=Money("1.00", "EUR"), token=token).token == token
