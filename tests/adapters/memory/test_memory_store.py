"""What only the memory store does: it never waits, and finds without looking at all."""

from collections.abc import Iterator
from threading import Thread

import pytest

from otcore.adapters.memory import MemoryStore
from otcore.ports.errors import Conflict
from otcore.ports.outbox import Notice
from otcore.ports.storage import Where
from otcore.testing.tally import TALLY, TallyRelabelled, opened
from otcore.testing.work import add, begun, committed, context, unit


def test_units_of_work_never_wait_for_each_other():
    store = MemoryStore()
    begun(store, "a", "b")
    with unit(store) as one, unit(store) as other:
        add(one, "a", for_update=True)
        add(other, "b", for_update=True)
        other.commit()
        one.commit()


def test_states_are_handed_out_without_a_copy():
    store = MemoryStore()
    begun(store, "a")
    with unit(store) as one, unit(store) as other:
        assert one.load(TALLY, "a").state is other.load(TALLY, "a").state


@pytest.mark.parametrize(
    ("where", "looked_at"),
    [
        (Where("ann", ("x", "y", "z"), "open"), {"b", "c"}),
        (Where("bob", ("x", "y"), "open"), {"d"}),
        (Where(references=("x", "nowhere")), {"a", "b"}),
        (Where(status="closed", party="ann"), set()),
        (Where(), {"a", "b", "c", "d"}),
    ],
)
def test_a_search_looks_only_at_what_its_best_index_gives(where, looked_at):
    store = MemoryStore()
    four = [("a", "cid", "x"), ("b", "ann", "x"), ("c", "ann", "z"), ("d", "bob", "z")]
    committed(store, lambda one: one.save([opened(one.load(TALLY, id), owner, label) for id, owner, label in four]))
    shelf = store.begin(context())._space.shelf("tally")
    assert set(shelf._candidates(where)) == looked_at


def test_an_index_forgets_what_moved_away():
    store = MemoryStore()
    committed(store, lambda one: one.save([opened(one.load(TALLY, "a"), "ann")]))
    moved = TallyRelabelled("bob", "", None)
    committed(store, lambda one: one.save([one.load(TALLY, "a").after((moved,))]))
    with unit(store) as one:
        assert one.find(TALLY, Where("ann")) == ()
        assert len(one.find(TALLY, Where("bob"))) == 1


def _number_and_save(one, id):
    one.number("a")
    one.save([opened(one.load(TALLY, id))])


@pytest.mark.parametrize("read", [lambda one: one.load(TALLY, "1"), lambda one: one.find(TALLY, Where("bob"))])
def test_what_is_read_goes_with_the_number_that_was_taken(read):
    """Or a clerk would find its own next number given to a document already, and refuse what it has only to retry."""
    store = MemoryStore()
    with unit(store) as late:
        assert late.number("a") == 1
        committed(store, lambda one: _number_and_save(one, "1"))
        with pytest.raises(Conflict):
            read(late)


def test_a_unit_that_begins_within_a_commit_waits_for_its_end():
    """Or it would find the next number not taken yet, and the document that has it stored already."""
    store, waited = MemoryStore(), list[bool]()
    begins = Thread(target=lambda: store.begin(context()).close())

    def positions() -> Iterator[int]:
        begins.start()
        begins.join(0.05)
        waited.append(begins.is_alive())
        yield 1

    store._positions = positions()
    committed(store, lambda one: one.announce(Notice("printed", "a")))
    begins.join(30)
    assert (waited, begins.is_alive()) == ([True], False)


def test_what_others_commit_apart_does_not_stop_a_unit():
    store = MemoryStore()
    begun(store, "a")
    with unit(store) as one:
        add(one, "a")
        begun(store, "b")
        assert one.load(TALLY, "b").state is not None
        one.commit()
