"""Who may do what: a policy of roles in front of the commands."""

import re
from typing import Any

import pytest

from otcore.access.asked import AccessRefused, Asked, Refusal
from otcore.adapters.memory import MemoryStore
from otcore.app.routes import COMMANDS
from otcore.app.sync import OrderToCash
from otcore.catalog.product import ListProduct
from otcore.orders.commands import CancelOrder, ReleaseHold
from otcore.orders.hold import HoldKind
from otcore.ports.errors import NotFound
from otcore.stock.commands import ReceiveStock
from otcore.values.command import Command
from otcore.values.faults import Rejected
from otcore.values.quantity import Quantity
from otcore.workflows.audit import AskAudit
from otcore.workflows.permits.sensitive import CHECKS, check_of
from tests.app.staff import code, house, office, trail
from tests.orders.examples import DAY, eur, line, order_of, product
from tests.workflows.books import books
from tests.workflows.desk import Clock, onboarding


def open_for_business(limit: str | None = None) -> OrderToCash:
    otc = office(MemoryStore())
    for command in (onboarding(limit=limit), ListProduct(product()), ReceiveStock("P1", "main", Quantity(50, "C62"))):
        otc.handle(command, actor="olga")
    return otc


def release(kind: HoldKind = HoldKind.CREDIT, order: str = "O1") -> ReleaseHold:
    return ReleaseHold(order=order, kind=kind, reason="looked at", day=DAY)


def test_every_command_is_asked_for():
    otc = open_for_business()
    assert code(otc, order_of(), "gustav") == "NOT_ALLOWED"
    assert code(otc, order_of(), "") == "NOT_ALLOWED"
    assert code(otc, ListProduct(product("P2")), "clara") == "NOT_ALLOWED"
    assert code(otc, ReceiveStock("P1", "main", Quantity(1, "C62")), "clara") == "NOT_ALLOWED"
    assert code(otc, ReceiveStock("P1", "main", Quantity(1, "C62")), "walter") == ""


def test_a_refused_command_stores_nothing_of_itself():
    otc = open_for_business()
    before = books(otc._store)
    assert code(otc, order_of(), "gustav", key="k1") == "NOT_ALLOWED"
    assert code(otc, order_of(line(quantity=17)), "clara", key="k1") == "ABOVE_AMOUNT_LIMIT"
    assert books(otc._store) == before
    assert code(otc, order_of(line(quantity=17)), "max", key="k1") == "", "the key is free"


def test_a_clerk_places_orders_up_to_her_limit_and_a_manager_above():
    otc = open_for_business()
    assert code(otc, order_of(line(quantity=16), order="O1"), "clara") == ""  # 192.00 with tax
    assert code(otc, order_of(line(quantity=17), order="O2"), "clara") == "ABOVE_AMOUNT_LIMIT"
    assert code(otc, order_of(line(quantity=17), order="O2"), "max") == ""


def test_the_refusal_says_who_wanted_what_and_how_far_one_may_go():
    otc = open_for_business()
    with pytest.raises(AccessRefused) as caught:
        otc.handle(order_of(line(quantity=17)), actor="clara")
    assert caught.value.facts == {
        "action": "order.place",
        "actor": "clara",
        "subject": "order:O1",
        "amount": "204.00 EUR",
        "limit": "200.00 EUR",
    }


def test_who_entered_an_order_may_not_release_its_credit_hold():
    otc = open_for_business(limit="100.00")
    assert otc.handle(order_of(), actor="olga").held
    assert code(otc, release(), "olga") == "MAKER_IS_CHECKER"
    assert code(otc, release(), "clara") == ""


def test_other_holds_may_be_released_by_who_entered_the_order():
    otc = open_for_business()
    assert otc.handle(order_of(line(product="unknown")), actor="max").held
    assert code(otc, release(HoldKind.INCOMPLETE), "max") == ""


def test_a_credit_hold_above_the_limit_is_for_somebody_else():
    otc = open_for_business(limit="100.00")
    otc.handle(order_of(line(quantity=17)), actor="max")
    assert code(otc, release(), "clara") == "ABOVE_AMOUNT_LIMIT"
    assert code(otc, release(), "kate") == ""


def test_an_order_is_cancelled_by_what_is_still_open():
    otc = open_for_business()
    otc.handle(order_of(line(quantity=17)), actor="max")
    assert code(otc, CancelOrder(order="O1", day=DAY), "clara") == "ABOVE_AMOUNT_LIMIT"
    assert code(otc, CancelOrder(order="O1", day=DAY), "max") == ""


def test_a_stranger_does_not_learn_what_exists():
    otc = open_for_business()
    otc.handle(order_of(), actor="max", key="k1")
    for command in (release(order="O1"), release(order="O9")):
        assert code(otc, command, "gustav") == "NOT_ALLOWED"
    assert code(otc, release(order="O9"), "gustav", key="k1") == "NOT_ALLOWED"
    with pytest.raises(NotFound):
        otc.handle(release(order="O9"), actor="kate")


def test_a_repeat_is_answered_to_who_may_do_such_things_whatever_it_is_worth_now():
    otc = open_for_business(limit="100.00")
    otc.handle(order_of(), actor="max")
    first = otc.handle(release(), actor="kate", key="k1")
    assert otc.handle(release(), actor="max", key="k1") == first, "not even the maker does anything by it"
    assert code(otc, release(), "gustav", key="k1") == "NOT_ALLOWED"
    actions = [(who, outcome) for who, _, outcome, _ in trail(otc, subject="order:O1")]
    assert actions == [("kate", "taken"), ("gustav", "NOT_ALLOWED")], "a repeat is not written down again"


def test_a_repeat_of_a_key_for_something_else_is_refused_and_seen():
    otc = open_for_business(limit="100.00")
    otc.handle(order_of(), actor="max", key="k1")
    assert code(otc, release(), "kate", key="k1") == "KEY_REUSED"
    assert trail(otc, subject="order:O1") == [("kate", "order.release_hold.credit", "KEY_REUSED", "")]


def test_a_policy_of_the_hosts_own_is_asked_with_all_that_is_known():
    questions: list[Asked] = []

    def on_fridays(asked: Asked) -> Refusal | None:
        questions.append(asked)
        return Refusal("NOT_TODAY", (("try", "friday"),)) if asked.action == "order.cancel" else None

    store = open_for_business(limit="100.00")._store
    otc = OrderToCash(store, house(on_fridays), clock=Clock(), actor="ann")
    otc.handle(order_of())
    assert questions == [
        Asked(action="order.place", actor="ann", subject="order:O1"),
        Asked(action="order.place", actor="ann", subject="order:O1", amount=eur("120.00")),
    ]
    questions.clear()
    otc.handle(release(), actor="bob")
    hold: dict[str, Any] = {"action": "order.release_hold.credit", "actor": "bob", "subject": "order:O1"}
    assert questions == [Asked(**hold), Asked(**hold, amount=eur("120.00"), makers=("ann",))]
    with pytest.raises(Rejected, match=r"NOT_TODAY: action=order\.cancel, actor=ann, subject=order:O1, try=friday"):
        otc.handle(CancelOrder(order="O1", day=DAY))


def test_what_the_command_says_is_asked_once():
    questions: list[Asked] = []

    def counting(asked: Asked) -> Refusal | None:
        questions.append(asked)
        return None

    otc = OrderToCash(open_for_business()._store, house(counting), clock=Clock(), actor="ann")
    otc.handle(ReceiveStock("P1", "main", Quantity(1, "C62")))
    assert questions == [Asked(action="stock.receive", actor="ann", subject="stock:P1@main")]


@pytest.mark.parametrize("failing", [RuntimeError, NotFound("role", "clerk")], ids=["any", "known"])
def test_a_policy_that_fails_lets_nobody_through(failing: Any):
    def broken(asked: Asked) -> Refusal | None:
        raise failing

    store = open_for_business()._store
    otc, before = OrderToCash(store, house(broken), clock=Clock()), books(store)
    with pytest.raises((RuntimeError, NotFound)):
        otc.handle(order_of())
    assert books(store) == before


def test_questions_and_what_time_brings_about_are_asked_of_nobody():
    otc = open_for_business()
    assert otc.ask(AskAudit()) == ()
    assert otc.tick() == 0
    assert otc.relay() == 0


NOUNS = {
    "collection",
    "credit",
    "credit_note",
    "customer",
    "dispute",
    "invoice",
    "mandate",
    "order",
    "payment",
    "price_list",
    "product",
    "receipt",
    "refund",
    "remittance_advice",
    "return",
    "shipment",
    "statement",
    "stock",
}
"""What grants begin with: the things a role is about."""


def action(command: type[Command[Any]]) -> str:
    given = object.__new__(command)
    return "order.release_hold" if command is ReleaseHold else check_of(given).action(given)


@pytest.mark.parametrize("command", COMMANDS, ids=lambda of: of.__name__)
def test_an_action_says_what_is_done_to_which_thing(command: type[Command[Any]]):
    noun, _, verb = action(command).partition(".")
    assert noun in NOUNS
    assert re.fullmatch("[a-z_]+", verb)


def test_every_command_is_an_action_of_its_own():
    assert len({action(command) for command in COMMANDS}) == len(COMMANDS)


def test_what_is_asked_about_is_a_command():
    assert set(CHECKS) <= set(COMMANDS)
