"""Calling a gateway: between two units of work, under a key that follows from the intent and from nothing else."""

from collections.abc import Callable, Mapping
from hashlib import sha256
from typing import Any

from otcore.payments.gateway.answers import Asked, Told
from otcore.payments.gateway.operation import Doing, Operation
from otcore.payments.gateway.payment import GatewayPayment
from otcore.ports.aggregates import GATEWAY_PAYMENT
from otcore.ports.errors import GatewayError, NotFound
from otcore.ports.kinds import Kept
from otcore.values.faults import Rejected
from otcore.values.scope import Scope
from otcore.workflows.house import House
from otcore.workflows.requests import Call, Commit, Flow, History, Load

_METHODS: Mapping[Doing, Callable[[Any], Callable[[Asked], Any]]] = {
    Doing.AUTHORISE: lambda gateway: gateway.authorise,
    Doing.CAPTURE: lambda gateway: gateway.capture,
    Doing.REFUND: lambda gateway: gateway.refund,
    Doing.VOID: lambda gateway: gateway.void,
}


def gateway_of(house: House, name: str) -> Any:
    """The gateway of this name. Refused: `GATEWAY_UNKNOWN`."""
    if name not in house.gateways:
        raise Rejected("GATEWAY_UNKNOWN", gateway=name)
    return house.gateways[name]


def key(scope: Scope, payment: str, operation: str) -> str:
    """64 hexadecimal digits (SHA-256) of whose payment and which of its operations it is: no two intents share one."""
    parts = (scope.tenant, scope.legal_entity, payment, operation)
    return sha256("\x1f".join(parts).encode()).hexdigest()


def name(scope: Scope, payment: str) -> str:
    """What the gateway knows a payment by: of two tenants who share an account there, neither sees the other's."""
    return f"{key(scope, payment, '')[:16]}/{payment}"


def ours(given: str) -> Flow[Kept[GatewayPayment]]:
    """The payment that a gateway means. Raises `NotFound` for one of another scope, and for none at all."""
    id = given.partition("/")[2]
    kept = yield from Load(GATEWAY_PAYMENT, id)
    if name((yield from _scope(kept.some)), id) != given:
        raise NotFound(GATEWAY_PAYMENT.name, given)
    return kept


def called(payment: GatewayPayment, operation: Operation, house: House) -> Flow[Told | None]:
    """What the gateway says of an operation; None: it did not answer. What was saved before is committed first."""
    scope = yield from _scope(payment)
    method = _METHODS[operation.doing](gateway_of(house, payment.gateway))
    asked = Asked(
        key=key(scope, payment.id, operation.id),
        payment=name(scope, payment.id),
        amount=operation.amount,
        token=payment.token,
        reference=payment.reference,
    )
    yield from Commit()
    return (yield from _answer(lambda: method(asked)))


def looked(payment: GatewayPayment, house: House) -> Flow[tuple[tuple[str, Told], ...]]:
    """All that the gateway did for a payment, each with the id of the operation. Raises `GatewayError`."""
    scope = yield from _scope(payment)
    gateway = gateway_of(house, payment.gateway)
    ids = {key(scope, payment.id, each.id): each.id for each in payment.operations}
    yield from Commit()
    answers: tuple[Told, ...] = yield from Call(lambda: gateway.look(name(scope, payment.id)))
    return tuple((ids.get(each.key, ""), each) for each in answers)


def _scope(payment: GatewayPayment) -> Flow[Scope]:
    facts = yield from History(GATEWAY_PAYMENT, payment.id)
    return facts[0].stream.scope


def _answer(make: Callable[[], Any]) -> Flow[Told | None]:
    try:
        answer: Told = yield from Call(make)
    except GatewayError:
        return None
    return answer
