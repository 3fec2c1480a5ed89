"""A payment gateway in memory that works: for tests, demonstrations and simulations."""

from collections.abc import Callable, Mapping
from threading import Lock

from attrs import define

from otcore.adapters.gateways import webhooks
from otcore.adapters.gateways.ledger import Account
from otcore.adapters.gateways.webhooks import Webhook
from otcore.payments.gateway.answers import Asked, Notification, Outcome, Told
from otcore.payments.gateway.operation import Doing
from otcore.values.money import Money


@define
class _Remembered:
    doing: Doing
    asked: Asked
    told: Told


class MemoryGateway:
    """See `ports.gateways.Gateway`. May be used by several threads.

    `declining`: tokens that are declined, and with which code. `fee`: what is kept of a captured amount. `sent`: its
    web hooks, one for each effect, in the order in which they happened; `secret` signs them.
    """

    def __init__(
        self,
        name: str = "memory",
        *,
        declining: Mapping[str, str] | None = None,
        fee: Callable[[Money], Money] | None = None,
        secret: bytes = b"secret",
    ) -> None:
        self.name = name
        self.sent: list[Webhook] = []
        self._declining = dict(declining or {})
        self._fee = fee
        self._secret = secret
        self._lock = Lock()
        self._by_key: dict[str, _Remembered] = {}
        self._accounts: dict[str, Account] = {}
        self._count = 0

    def authorise(self, asked: Asked) -> Told:
        """Promise the amount for the token."""
        return self.act(Doing.AUTHORISE, asked)

    def capture(self, asked: Asked) -> Told:
        """Take (a part of) what was promised."""
        return self.act(Doing.CAPTURE, asked)

    def refund(self, asked: Asked) -> Told:
        """Give back (a part of) what was taken."""
        return self.act(Doing.REFUND, asked)

    def void(self, asked: Asked) -> Told:
        """Give the promise up."""
        return self.act(Doing.VOID, asked)

    def look(self, payment: str) -> tuple[Told, ...]:
        """All that was done or declined for a payment."""
        with self._lock:
            account = self._accounts.get(payment)
            return tuple(account.done) if account else ()

    def read(self, body: str, signature: str) -> Notification:
        """What a web hook of this gateway says."""
        return webhooks.read(body, signature, self._secret)

    def act(self, doing: Doing, asked: Asked, amount: Money | None = None, decline: str = "") -> Told:
        """Do it once: in full, for another `amount`, or `decline` it with a code."""
        with self._lock:
            before = self._by_key.get(asked.key)
            if before is not None:
                same = (before.doing, before.asked) == (doing, asked)
                return before.told if same else self._declined(doing, asked, "key_reused")
            account = self._accounts.setdefault(asked.payment, Account(asked.amount.currency))
            code = decline or self._declining.get(asked.token, "") or account.refusal(doing, asked)
            told = self._declined(doing, asked, code) if code else self._done(doing, asked, amount or asked.amount)
            account.done.append(told)
            self._by_key[asked.key] = _Remembered(doing, asked, told)
            return told

    def by_hand(self, payment: str, doing: Doing, amount: Money) -> Told:
        """What somebody does on the gateway's own screen, or a payer's bank: a refund, a chargeback, a capture."""
        with self._lock:
            told = self._done(doing, None, amount, payment)
            self._accounts[payment].done.append(told)
            return told

    def _done(self, doing: Doing, asked: Asked | None, amount: Money, payment: str = "") -> Told:
        self._count += 1
        reference = f"{self.name}-{self._count}"
        whose = asked.payment if asked else payment
        self.sent.append(webhooks.signed(Notification(f"event-{self._count}", whose, reference), self._secret))
        fee = self._fee(amount) if self._fee and doing is Doing.CAPTURE else None
        key = asked.key if asked else ""
        return Told(doing=doing, outcome=Outcome.DONE, amount=amount, key=key, reference=reference, fee=fee)

    def _declined(self, doing: Doing, asked: Asked, code: str) -> Told:
        return Told(doing=doing, outcome=Outcome.DECLINED, amount=asked.amount, key=asked.key, code=code)
