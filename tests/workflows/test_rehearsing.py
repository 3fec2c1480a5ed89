"""A rehearsal decides everything and keeps nothing."""

from collections.abc import Callable
from typing import Any

import pytest

from otcore.app.sync import MAIN
from otcore.orders.commands import PlaceOrder
from otcore.orders.events import HoldPlaced
from otcore.orders.hold import Hold, HoldKind
from otcore.ports.aggregates import CUSTOMER, ORDER
from otcore.ports.errors import Conflict, NotFound
from otcore.ports.kinds import Kept
from otcore.ports.storage import Context, Where
from otcore.values.faults import Invalid, Rejected
from otcore.workflows.drivers import run
from otcore.workflows.place import place
from otcore.workflows.rehearsing import NUMBER, Seen, rehearse
from otcore.workflows.requests import Announce, Entries, Find, Flow, Load, LoadMany, Number, Request, Save
from tests.orders.examples import DAY, order_of
from tests.workflows.books import books
from tests.workflows.desk import HOUSE, NOW, Desk, desk


def rehearsed(ready: Desk, flow: Callable[[], Flow[Any]], seen: Seen | None = None) -> Any:
    known: Seen = {} if seen is None else seen
    return run(lambda: rehearse(flow(), known), lambda: ready.store.begin(Context(MAIN, "host", NOW), True))


def placing(command: PlaceOrder) -> Callable[[], Flow[Any]]:
    return lambda: place(command, HOUSE)


def test_what_would_be_done_is_not_refused_and_not_done():
    ready = desk(stocked=10)
    before = books(ready.store)
    assert rehearsed(ready, placing(order_of())) is None
    assert books(ready.store) == before


def test_a_refusal_is_the_commands_own():
    ready = desk()
    ready.places()
    refusal = rehearsed(ready, placing(order_of()))
    assert isinstance(refusal, Rejected)
    assert refusal.code == "ORDER_EXISTS"


@pytest.mark.parametrize("error", [Rejected("NO"), NotFound("order", "O1"), Invalid.one("ODD", "odd")])
def test_every_kind_of_refusal_is_an_answer(error: Exception):
    def refusing() -> Flow[None]:
        yield from Load(CUSTOMER, "C1")
        raise error

    assert rehearsed(desk(), refusing) is error


def test_a_lost_race_is_no_refusal():
    def losing() -> Flow[None]:
        yield from Load(CUSTOMER, "C1")
        raise Conflict("lost")

    with pytest.raises(Conflict):
        rehearsed(desk(), losing)


def test_an_error_of_the_unit_reaches_the_flow_that_is_rehearsed():
    class Failing(Request[None]):
        def on(self, unit: Any) -> Any:
            raise NotFound("thing", "T1")

    caught = []

    def catching() -> Flow[None]:
        try:
            yield from Failing()
        except NotFound as error:
            caught.append(error.id)

    assert rehearsed(desk(), catching) is None
    assert caught == ["T1"]


def test_a_flow_sees_what_it_would_have_saved_and_no_other_does():
    found: list[tuple[bool, ...]] = []

    def saving(save: bool) -> Flow[None]:
        kept = yield from Load(ORDER, "O1", True)
        if save:
            yield from Save(kept.after((HoldPlaced(Hold(HoldKind.MANUAL, "LOOK", DAY, "odd")),)))
        loaded = yield from Load(ORDER, "O1")
        (many,) = yield from LoadMany(ORDER, ("O1",))
        (searched,) = yield from Find(ORDER, Where(party="C1"))
        found.append(tuple(each.some.held for each in (loaded, many, searched)))

    ready, seen = desk(), Seen()
    ready.places()
    for save in (True, False):
        rehearsed(ready, lambda save=save: saving(save), seen)  # type: ignore[misc]  # bound here
    assert found == [(True, True, True), (False, False, False)]


def test_what_was_read_once_is_not_read_again():
    ready, seen = desk(), Seen()
    ready.places()

    def reading() -> Flow[Kept[Any]]:
        kept = yield from Load(ORDER, "O1")
        assert not kept.some.held
        return kept

    assert rehearsed(ready, reading, seen) is None
    ready.holds()
    assert rehearsed(ready, reading, seen) is None


def test_no_number_is_spent_and_no_message_leaves():
    numbers: list[int] = []

    def numbering() -> Flow[None]:
        numbers.append((yield from Number("invoice-2026")))
        yield from Announce(None)  # type: ignore[arg-type]  # nobody looks at it
        yield from Entries()

    ready = desk()
    before = books(ready.store)
    assert rehearsed(ready, numbering) is None
    assert numbers == [NUMBER]
    assert books(ready.store) == before
