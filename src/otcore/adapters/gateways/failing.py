"""A payment gateway in memory that fails in every way a gateway fails, at the calls that a test says."""

from collections import deque
from collections.abc import Callable, Mapping
from enum import StrEnum
from random import Random
from threading import Lock

from otcore.adapters.gateways.memory import MemoryGateway
from otcore.adapters.gateways.webhooks import Webhook
from otcore.payments.gateway.answers import Asked, Notification, Outcome, Told
from otcore.payments.gateway.operation import Doing
from otcore.ports.errors import GatewayError
from otcore.values.money import Money


class Failing(StrEnum):
    """How one call goes wrong."""

    NOT = "not"  # it does not: this call works
    DECLINED = "declined"
    ERROR = "error"  # it says that it failed, and did nothing
    TIMEOUT_BEFORE = "timeout before"  # no answer, and nothing was done
    TIMEOUT_AFTER = "timeout after"  # no answer, and it was done
    PART = "part"  # half of the amount is done
    PENDING = "pending"  # it will be done, and an answer comes by web hook


class FailingGateway:
    """A `MemoryGateway` whose next calls fail as `fails` says; those beyond work. `look` fails with any but `NOT`.

    `calls` counts the calls, `deliveries` are its web hooks as a bad network brings them.
    """

    def __init__(self, gateway: MemoryGateway | None = None, *failures: Failing) -> None:
        self.gateway = gateway or MemoryGateway("failing")
        self.calls = 0
        self._next = deque(failures)
        self._waiting: list[Callable[[], Told]] = []
        self._lock = Lock()

    def fails(self, *failures: Failing) -> None:
        """How the next calls go wrong."""
        self._next.extend(failures)

    def recovers(self) -> None:
        """No call goes wrong any more."""
        self._next.clear()

    def authorise(self, asked: Asked) -> Told:
        """Promise the amount, or fail."""
        return self._act(Doing.AUTHORISE, asked)

    def capture(self, asked: Asked) -> Told:
        """Take what was promised, or fail."""
        return self._act(Doing.CAPTURE, asked)

    def refund(self, asked: Asked) -> Told:
        """Give back what was taken, or fail."""
        return self._act(Doing.REFUND, asked)

    def void(self, asked: Asked) -> Told:
        """Give the promise up, or fail."""
        return self._act(Doing.VOID, asked)

    def look(self, payment: str) -> tuple[Told, ...]:
        """What was done, or a failure."""
        if self._turn() is not Failing.NOT:
            raise GatewayError("the gateway does not answer")
        return self.gateway.look(payment)

    def read(self, body: str, signature: str) -> Notification:
        """What a web hook says."""
        return self.gateway.read(body, signature)

    def completes(self) -> None:
        """What was pending is done now."""
        waiting, self._waiting = self._waiting, []
        for act in waiting:
            act()

    def deliveries(self, seed: int) -> list[Webhook]:
        """Every web hook one to three times, in an order that the seed says."""
        chance = Random(seed)
        found = [webhook for webhook in self.gateway.sent for _ in range(chance.randint(1, 3))]
        chance.shuffle(found)
        return found

    def _turn(self) -> Failing:
        with self._lock:
            self.calls += 1
            return self._next.popleft() if self._next else Failing.NOT

    def _act(self, doing: Doing, asked: Asked) -> Told:
        return _WAYS[self._turn()](self, doing, asked)

    def _works(self, doing: Doing, asked: Asked) -> Told:
        return self.gateway.act(doing, asked)

    def _declines(self, doing: Doing, asked: Asked) -> Told:
        return self.gateway.act(doing, asked, decline="do_not_honour")

    def _breaks(self, doing: Doing, asked: Asked) -> Told:
        raise GatewayError(f"the gateway failed to {doing.value}")

    def _acts_and_breaks(self, doing: Doing, asked: Asked) -> Told:
        self.gateway.act(doing, asked)
        raise GatewayError(f"no answer to {doing.value}")

    def _does_half(self, doing: Doing, asked: Asked) -> Told:
        half = Money.from_minor(asked.amount.minor // 2, asked.amount.currency)
        return self.gateway.act(doing, asked, half)

    def _waits(self, doing: Doing, asked: Asked) -> Told:
        self._waiting.append(lambda: self.gateway.act(doing, asked))
        return Told(doing=doing, outcome=Outcome.PENDING, amount=asked.amount, key=asked.key)


_WAYS: Mapping[Failing, Callable[[FailingGateway, Doing, Asked], Told]] = {
    Failing.NOT: FailingGateway._works,
    Failing.DECLINED: FailingGateway._declines,
    Failing.ERROR: FailingGateway._breaks,
    Failing.TIMEOUT_BEFORE: FailingGateway._breaks,
    Failing.TIMEOUT_AFTER: FailingGateway._acts_and_breaks,
    Failing.PART: FailingGateway._does_half,
    Failing.PENDING: FailingGateway._waits,
}
