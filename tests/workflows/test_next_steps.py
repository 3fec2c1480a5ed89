"""What a step is said to be is what its command does: tried on every state that orders get into by steps."""

from typing import Any

import pytest
from attrs import evolve
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from otcore.app.routes import COMMANDS as SERVED
from otcore.app.sync import MAIN
from otcore.invoicing.requirements import requirement_faults
from otcore.orders.commands import LineCancellation
from otcore.orders.drafting import DraftOrder
from otcore.orders.hold import HoldKind
from otcore.orders.lifecycle import Status
from otcore.orders.shipments.shipment import PostDespatch
from otcore.orders.steps import AskSteps, Step
from otcore.ports.errors import NotFound
from otcore.ports.storage import Context
from otcore.schemas import COMMANDS
from otcore.values.command import Command
from otcore.values.faults import Invalid, Rejected
from otcore.workflows.next_steps import WAYS
from otcore.workflows.requests import Request
from tests.orders.examples import DAY, left, line, pieces, product
from tests.workflows.books import books
from tests.workflows.desk import HOUSE, NOW, Desk, desk


def steps(ready: Desk) -> tuple[Step, ...]:
    return ready.otc.ask(AskSteps("O1", DAY))


def step(ready: Desk, name: str, about: str = "") -> Step:
    (found,) = (each for each in steps(ready) if (each.name, each.about) == (name, about))
    return found


def answer(ready: Desk, command: Command[Any]) -> str:
    """The code with which the real command is refused on these books, empty when it is done; nothing is kept."""
    unit = ready.store.begin(Context(MAIN, "host", NOW))
    flow = SERVED[type(command)](command, HOUSE)
    try:
        request: Request[Any] = next(flow)
        while True:
            request = flow.send(request.on(unit))
    except StopIteration:
        return ""
    except Invalid as invalid:
        return invalid.faults[0].code
    except (Rejected, NotFound) as refused:
        return refused.code
    finally:
        unit.close()


def check(ready: Desk) -> tuple[Step, ...]:
    before = books(ready.store)
    found = steps(ready)
    for each in found:
        assert (each.possible, each.code) == (not each.code, answer(ready, each.command)), each
    assert books(ready.store) == before
    return found


def start(kind: str) -> Desk:
    ready = desk(limit="1.00" if kind == "held" else None, stocked=0 if kind == "bare" else 12)
    ready.lists(product("WORK", "5.00", stocked=False))
    lines = (line(), line("2", 3, product="WORK"))
    if kind == "draft":
        ready.handle(DraftOrder(order="O1", customer="C1", day=DAY, currency="EUR", lines=lines))
    else:
        ready.places(*lines)
    return ready


@settings(max_examples=25, deadline=None, suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large])
@given(kind=st.sampled_from(["plain", "plain", "held", "bare", "draft"]), data=st.data())
def test_every_step_is_what_its_command_would_do(kind: str, data: st.DataObject):
    ready = start(kind)
    for _ in range(data.draw(st.integers(0, 8))):
        possible = [each for each in check(ready) if each.possible]
        if not possible:
            break
        ready.handle(data.draw(st.sampled_from(possible)).command)
    check(ready)


STORY = (
    "propose-amendment", "hold-order", "release-hold", "acknowledge-order", "close-order", "reopen-order",
    "plan-shipment", "cancel-shipment", "post-despatch", "confirm-delivery", "issue-invoice", "request-return",
    "authorise-return", "receive-return", "exchange-return", "close-return",
)  # fmt: skip


def test_every_step_of_a_long_story_is_possible_in_its_turn():
    ready, statuses = start("plain"), []
    for name in STORY:
        found = next(each for each in check(ready) if each.name == name and each.possible)
        ready.handle(found.command)
        statuses.append(ready.order().status)
    check(ready)
    assert list(dict.fromkeys(statuses)) == [Status.SUBMITTED, Status.CONFIRMED, Status.CLOSED]
    assert ready.order("O1-X-O1-R1").status is Status.SUBMITTED


def test_a_way_is_the_command_of_that_name_and_its_own_flow():
    for way in WAYS:
        assert way.serve is SERVED[COMMANDS[way.name]]
    assert len({way.name for way in WAYS}) == len(WAYS)


def test_every_command_about_an_order_is_a_step():
    """All that name an order, its shipment or its return, but those that begin one; a payment takes a token of the
    buyer's, and what calls a gateway cannot be rehearsed.
    """
    about = {
        name
        for name, command in COMMANDS.items()
        if {each for each in ("order", "shipment", "return_id") if each in command.__annotations__}
    }
    assert about - {way.name for way in WAYS} == {"place-order", "draft-order", "authorise-payment"}


def test_a_draft_can_be_placed_or_thrown_away():
    ready = start("draft")
    assert [each.name for each in check(ready) if each.possible] == ["submit-order", "cancel-order"]


def test_the_step_names_what_it_is_about():
    ready = start("plain")
    ready.holds(HoldKind.FRAUD)
    assert step(ready, "release-hold", "fraud").possible
    assert not step(ready, "accept-amendment", "seller").possible


def test_a_step_that_is_not_possible_says_the_facts_behind_it():
    ready = start("plain")
    ready.acknowledges()
    ready.ships(left("1", 4))
    cancel = step(ready, "cancel-order")
    assert (cancel.possible, cancel.code, cancel.reason) == (False, "ALREADY_SHIPPED", "")
    reopen = step(ready, "reopen-order")
    assert (reopen.code, reopen.reason) == ("ORDER_NOT_CLOSED", "status=confirmed")


def test_what_is_missing_is_a_reason_too():
    ready = start("plain")
    assert step(ready, "issue-invoice").reason == "no shipment O1-S1"


def test_a_bill_that_would_lack_something_says_what():
    ready = start("plain")
    ready.acknowledges()
    ready.ships(left("1", 4))
    ready.house = evolve(HOUSE, invoice=requirement_faults)
    bill = step(ready, "issue-invoice", "S1")
    assert (bill.possible, bill.code, bill.reason.count("\n")) == (False, "BR-09", 5)


def test_the_next_best_command_is_taken_where_the_first_would_be_refused():
    ready = start("bare")
    ready.acknowledges()
    ready.agrees()
    ready.cancels_lines(LineCancellation(line="1", quantity=pieces(4)))
    despatch = step(ready, "post-despatch")
    assert despatch.possible
    assert isinstance(despatch.command, PostDespatch)
    assert [each.line for each in despatch.command.lines] == ["2"]


def test_an_unknown_order_has_no_steps():
    with pytest.raises(NotFound, match="no order 'O9'"):
        desk().otc.ask(AskSteps("O9", DAY))
