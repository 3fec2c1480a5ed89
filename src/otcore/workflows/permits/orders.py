"""What to ask about commands on orders: what they are worth, and who made what they approve."""

from collections.abc import Iterable, Mapping
from typing import Any

from attrs import evolve

from otcore.access.asked import Asked
from otcore.orders.amendments.commands import AcceptAmendment, ProposeAmendment, RejectAmendment, WithdrawAmendment
from otcore.orders.commands import (
    AcknowledgeOrder,
    AgreeToChanges,
    CancelLines,
    CancelOrder,
    CloseOrder,
    PlaceOrder,
    RejectOrder,
    ReleaseHold,
    ReopenOrder,
)
from otcore.orders.drafting import DraftOrder, SubmitOrder
from otcore.orders.events import AmendmentAccepted, AmendmentProposed, OrderDrafted, OrderPlaced, OrderReopened
from otcore.orders.hold import HoldKind
from otcore.ports.aggregates import ORDER
from otcore.values.command import Command
from otcore.values.recorded import Recorded
from otcore.workflows.permits.questions import Check, named, worth_its_value, worth_open_value
from otcore.workflows.requests import Flow, History, Load


def hold_released(command: ReleaseHold) -> str:
    """Each kind of hold is an action of its own: who may judge a price may not judge a debtor."""
    return f"order.release_hold.{command.kind.value}"


def open_order(command: Any, asked: Asked) -> Flow[Asked]:
    """Worth what of the order is neither shipped nor given up."""
    order = (yield from Load(ORDER, command.order)).some
    return evolve(asked, amount=order.open_value)


def held_order(command: ReleaseHold, asked: Asked) -> Flow[Asked]:
    """Worth its open value; who entered or changed an order may not release its credit hold."""
    asked = yield from open_order(command, asked)
    if command.kind is not HoldKind.CREDIT:
        return asked
    facts = yield from History(ORDER, command.order)
    return evolve(asked, makers=makers(facts))


_MADE = (OrderDrafted, OrderPlaced, OrderReopened, AmendmentProposed, AmendmentAccepted)


def makers(facts: Iterable[Recorded]) -> tuple[str, ...]:
    """Those who gave an order the value it has."""
    return tuple(dict.fromkeys(fact.actor for fact in facts if isinstance(fact.event, _MADE)))


CHECKS: Mapping[type[Command[Any]], Check] = {
    DraftOrder: Check(outcome=worth_its_value, sensitive=False),
    SubmitOrder: Check(outcome=worth_its_value, sensitive=False),
    PlaceOrder: Check(outcome=worth_its_value, sensitive=False),
    AcknowledgeOrder: Check(outcome=worth_its_value, sensitive=False),
    AgreeToChanges: Check(named("order.agree"), outcome=worth_its_value, sensitive=False),
    RejectOrder: Check(look=open_order),
    ProposeAmendment: Check(named("order.propose_amendment"), outcome=worth_its_value),
    AcceptAmendment: Check(named("order.accept_amendment"), outcome=worth_its_value),
    RejectAmendment: Check(named("order.reject_amendment"), sensitive=False),
    WithdrawAmendment: Check(named("order.withdraw_amendment"), sensitive=False),
    ReleaseHold: Check(hold_released, look=held_order),
    CancelOrder: Check(look=open_order),
    CancelLines: Check(named("order.cancel_lines"), look=open_order),
    CloseOrder: Check(look=open_order),
    ReopenOrder: Check(outcome=worth_open_value),
}
