"""Customers that are blocked, closed or entered twice at the very moment something else happens to them."""

from itertools import count

import pytest

from otcore.customers.commands import ApplyCustomer, BlockCustomer, CloseCustomer
from otcore.customers.customer import Profile
from otcore.customers.onboarding import Status
from otcore.orders.lifecycle import Status as OrderStatus
from otcore.orders.order import Order
from otcore.ports.aggregates import CUSTOMER, NAMESAKE
from otcore.values.faults import Rejected
from otcore.values.party import Party
from otcore.workflows.ask import Get
from tests.orders.examples import line
from tests.workflows.conflicts import Crowded, Interrupted
from tests.workflows.desk import Desk, desk
from tests.workflows.test_concurrency import MANY_TRIES, together


def refused_or_done(ready: Desk, command) -> str:
    try:
        ready.handle(command)
    except Rejected as refused:
        return refused.code
    return ""


def placed_while(at: int, command) -> tuple[Desk, Order, list[str]]:
    """An order that is interrupted before its call of number `at`, and what became of the interruption."""
    ready = desk(stocked=10)
    answers: list[str] = []
    busy = Interrupted(ready.store, at, lambda: answers.append(refused_or_done(ready, command)))
    return ready, Desk(store=busy).places(line(quantity=1)), answers


def test_an_order_that_comes_while_its_customer_is_closed_leaves_no_closed_customer_that_owes():
    for at in count():
        ready, order, answers = placed_while(at, CloseCustomer("C1", "gone"))
        if not answers:
            break
        closed = ready.otc.ask(Get(CUSTOMER, "C1")).status is Status.CLOSED
        assert closed == (order.status is OrderStatus.REJECTED)
        assert answers == ([""] if closed else ["EXPOSURE_OPEN"])
    assert at > 3


def test_an_order_that_is_not_stored_yet_when_its_customer_is_blocked_is_rejected():
    statuses = []
    for at in count():
        _, order, answers = placed_while(at, BlockCustomer("C1", "late"))
        if not answers:
            break
        statuses.append(order.status)
    *before, closing = statuses  # the last call closes the unit, when all is stored
    assert set(before) == {OrderStatus.REJECTED}
    assert closing is OrderStatus.SUBMITTED


@pytest.mark.parametrize("applicants", [2, 4])
def test_of_applicants_of_one_name_that_come_at_once_all_but_the_first_are_suspects(applicants: int):
    def apply(customer: str):
        command = ApplyCustomer(customer, Profile(party=Party("Acme"), currency="EUR"))
        return lambda crowd: crowd.handle(command)

    ready = Desk()
    states = together(ready, *(apply(f"C{number}") for number in range(applicants)))
    assert sorted(len(state.duplicates) for state in states) == list(range(applicants))
    assert len(ready.otc.ask(Get(NAMESAKE, "acme")).customers) == applicants


def test_of_two_that_claim_one_tax_id_at_once_one_is_refused():
    crowd = Desk(store=Crowded(Desk().store, 1), tries=MANY_TRIES)
    commands = [
        ApplyCustomer(id, Profile(party=Party(f"Acme {id}", tax_id="DE136695976"), currency="EUR"))
        for id in ("C1", "C2")
    ]
    outcomes = together(crowd, *(lambda one, each=each: refused_or_done(one, each) for each in commands))
    assert sorted(outcomes) == ["", "IDENTIFIER_TAKEN"]
