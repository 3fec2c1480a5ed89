"""What a flow saves is announced in its own unit of work; nothing else is."""

from collections.abc import Iterator
from typing import Any

import pytest

from otcore.orders.events import HoldPlaced
from otcore.orders.hold import Hold, HoldKind
from otcore.ports.aggregates import ORDER
from otcore.ports.kinds import Kept
from otcore.values.faults import Rejected
from otcore.workflows.announcing import announced
from otcore.workflows.requests import Announce, Flow, Load, Request, Save
from tests.orders.examples import DAY, placed


def holding() -> Flow[str]:
    kept = yield from Load(ORDER, "O1")
    yield from Save(kept.after((HoldPlaced(Hold(HoldKind.MANUAL, "LOOK", DAY, "odd")),)))
    return "held"


def requests(flow: Flow[Any], *answers: Any) -> Iterator[Request[Any]]:
    """What a flow asks for, each answered with the next of these, None when there are no more."""
    left = list(answers)
    request = next(flow)
    while True:
        yield request
        try:
            request = flow.send(left.pop(0) if left else None)
        except StopIteration:
            return


def test_a_message_follows_the_saving():
    kept = Kept(ORDER, "O1", 1, placed())
    asked = list(requests(announced(holding()), kept))
    assert [type(each) for each in asked] == [Load, Save, Announce]
    assert isinstance(asked[-1], Announce)
    assert (asked[-1].notice.topic, asked[-1].notice.subject) == ("order.held", "O1")


def test_the_answer_is_the_flows_own():
    flow = announced(holding())
    next(flow)
    flow.send(Kept(ORDER, "O1", 1, placed()))
    flow.send(None)
    with pytest.raises(StopIteration) as end:
        flow.send(None)
    assert end.value.value == "held"


def test_an_error_of_the_unit_reaches_the_flow():
    def catching() -> Flow[str]:
        try:
            yield from Load(ORDER, "O1")
        except Rejected as error:
            return error.code
        raise AssertionError("not reached")

    flow = announced(catching())
    next(flow)
    with pytest.raises(StopIteration) as end:
        flow.throw(Rejected("NO"))
    assert end.value.value == "NO"


def test_a_flow_that_caught_an_error_goes_on():
    def trying() -> Flow[None]:
        try:
            yield from Load(ORDER, "O1")
        except Rejected:
            yield from Load(ORDER, "O2")

    flow = announced(trying())
    next(flow)
    again = flow.throw(Rejected("NO"))
    assert isinstance(again, Load)
    assert again.id == "O2"


def test_an_error_that_a_flow_does_not_catch_comes_out_and_ends_it():
    flow = announced(holding())
    next(flow)
    with pytest.raises(Rejected, match="NO"):
        flow.throw(Rejected("NO"))


def test_a_flow_that_is_given_up_is_closed():
    closed = []

    def waiting() -> Flow[None]:
        try:
            yield from Load(ORDER, "O1")
        finally:
            closed.append(True)

    flow = announced(waiting())
    next(flow)
    flow.close()
    assert closed == [True]
