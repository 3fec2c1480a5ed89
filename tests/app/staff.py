"""A desk with people: a sales clerk up to 200.00 EUR, a sales manager, a credit controller, a warehouse, a guest."""

from typing import Any

from attrs import evolve

from otcore.access.audit import ActionRefused, ActionTaken
from otcore.access.policy import RolePolicy
from otcore.access.role import Grant, Role
from otcore.app.sync import OrderToCash
from otcore.ports.access import AccessPolicy
from otcore.ports.storage import Store
from otcore.values.command import Command
from otcore.values.faults import Rejected
from otcore.values.recorded import Recorded
from otcore.workflows.audit import AskAudit
from otcore.workflows.house import House
from tests.orders.examples import eur
from tests.workflows.desk import HOUSE, Clock

ROLES = (
    Role("clerk", (Grant("order", eur("200.00")), Grant("return", eur("200.00")))),
    Role("manager", (Grant("order"),)),
    Role("controller", (Grant("order.release_hold"), Grant("customer"), Grant("credit"))),
    Role("warehouse", (Grant("stock"), Grant("shipment"))),
    Role("owner", (Grant("*"),)),
)
PEOPLE = {
    "clara": ("clerk",),
    "max": ("manager",),
    "kate": ("controller",),
    "walter": ("warehouse",),
    "olga": ("owner",),
    "gustav": (),
}
POLICY = RolePolicy(roles=ROLES, people=PEOPLE)


def house(access: AccessPolicy = POLICY) -> House:
    return evolve(HOUSE, access=access)


def office(store: Store, access: AccessPolicy = POLICY, **more: Any) -> OrderToCash:
    return OrderToCash(store, house(access), clock=Clock(), actor="nobody", **more)


def code(otc: OrderToCash, command: Command[Any], actor: str, **more: Any) -> str:
    """The code of a refusal; empty when the command was done."""
    try:
        otc.handle(command, actor=actor, **more)
    except Rejected as error:
        return error.code
    return ""


def told(facts: tuple[Recorded, ...]) -> list[tuple[str, str, str, str]]:
    """Actor, action, outcome, amount."""
    return [(fact.actor, *_event(fact.event)) for fact in facts]


def _event(event: object) -> tuple[str, str, str]:
    assert isinstance(event, ActionTaken | ActionRefused)
    outcome = event.code if isinstance(event, ActionRefused) else "taken"
    return event.action, outcome, str(event.amount or "")


def trail(otc: OrderToCash, **query: Any) -> list[tuple[str, str, str, str]]:
    return told(otc.ask(AskAudit(**query)))
