"""Promises about the facts that led to a state."""

from datetime import timedelta
from functools import partial

from otcore.ports.storage import Store
from otcore.testing.tally import PURSE, TALLY, Part, PartAdded, Tally, TallyClosed, evolve, opened
from otcore.testing.work import DIFFICULT, HOME, NOW, add, begun, committed, context, unit
from otcore.values.money import Money
from otcore.values.recorded import Recorded, Stream

ZERO, LATER = timedelta(), timedelta(microseconds=1)


def _a_day(store: Store) -> None:
    """Some of two kinds that begin together, in another order than that of their names, and two that move on later."""
    for kind in (TALLY, PURSE):
        for id in ("ä", "b", "a", "B"):
            committed(store, lambda one: one.save([opened(one.load(kind, id))]))  # noqa: B023  # done before the next
    for id in ("b", "a"):
        committed(store, partial(add, id=id), context(at=NOW + LATER))


class Histories:
    """Every fact is kept beside the state it led to."""

    def test_history_holds_every_fact_with_its_place_time_and_actor(self, store: Store) -> None:
        part = Part(Money("1.00", "EUR"), note={"why": DIFFICULT})
        begun(store, "a")
        committed(store, lambda one: one.save([one.load(TALLY, "a").after((PartAdded(part), TallyClosed()))]))
        stream = Stream(HOME, "tally", "a")
        expected = (
            Recorded(stream, 2, NOW, "clerk", PartAdded(part)),
            Recorded(stream, 3, NOW, "clerk", TallyClosed()),
        )
        with unit(store) as one:
            found = one.history(TALLY, "a")
            assert one.history(TALLY, "never") == ()
        assert found[1:] == expected, "the facts, their place, time or actor are not those that were saved"

    def test_history_is_in_the_order_of_the_facts(self, store: Store) -> None:
        begun(store, "a")
        amounts = [f"{number}.00 EUR" for number in range(1, 13)]
        for amount in amounts:
            committed(store, partial(add, id="a", amount=amount.removesuffix(" EUR")))
        with unit(store) as one:
            facts = one.history(TALLY, "a")
        assert [fact.sequence for fact in facts] == list(range(1, 14)), "a sequence counts from 1 without gaps"
        found = [str(fact.event.part.amount) for fact in facts if isinstance(fact.event, PartAdded)]
        assert found == amounts, "the facts are not in the order in which they were saved"

    def test_a_unit_sees_the_facts_it_saved(self, store: Store) -> None:
        begun(store, "a")
        with unit(store, context(actor="other")) as one:
            add(one, "a")
            assert [(fact.sequence, fact.actor) for fact in one.history(TALLY, "a")] == [(1, "clerk"), (2, "other")]

    def test_a_unit_knows_who_acts(self, store: Store) -> None:
        begun(store, "a")
        with unit(store, context(actor=DIFFICULT)) as one:
            assert one.who() == DIFFICULT, "a unit's actor is not that of its context"
            add(one, "a")
            assert [fact.actor for fact in one.history(TALLY, "a")][1:] == [one.who()], "facts are of somebody else"
        with unit(store, reading=True) as reader:
            assert reader.who() == "clerk", "a unit that only reads has an actor too"

    def test_what_happened_is_every_fact_of_the_scope_in_the_order_of_time(self, store: Store) -> None:
        _a_day(store)
        with unit(store) as one:
            found = one.happened()
            places = [(fact.at - NOW, fact.stream.kind, fact.stream.id, fact.sequence) for fact in found]
            expected = [(LATER, "tally", "a", 2), (LATER, "tally", "b", 2)]
            begun_first = [(ZERO, kind, id, 1) for kind in ("purse", "tally") for id in ("B", "a", "b", "ä")]
            assert places == begun_first + expected, "facts are missing, or not ordered by time, kind, id and sequence"
            assert found[-2:] == (one.history(TALLY, "a")[1], one.history(TALLY, "b")[1]), "facts are not as recorded"

    def test_what_happened_can_be_asked_of_some_kinds_up_to_a_moment(self, store: Store) -> None:
        _a_day(store)
        with unit(store) as one:
            everything = one.happened()
            assert one.happened(("tally",)) == tuple(fact for fact in everything if fact.stream.kind == "tally")
            assert one.happened(("tally", "purse", "tally")) == everything, "a kind that is named twice counts once"
            assert one.happened(("unknown",)) == ()
            assert one.happened(until=NOW) == everything[:8], "up to a moment includes it, and nothing later"
            assert one.happened(("purse",), NOW + LATER) == everything[:4]
            assert one.happened(until=NOW - LATER) == ()

    def test_a_unit_sees_what_happened_in_it(self, store: Store) -> None:
        begun(store, "b")
        with unit(store, context(at=NOW + LATER, actor="other")) as one:
            add(one, "b")
            one.save([opened(one.load(TALLY, "a"))])
            found = [(fact.stream.id, fact.sequence, fact.actor) for fact in one.happened()]
            assert found == [("b", 1, "clerk"), ("a", 1, "other"), ("b", 2, "other")]
            assert [fact.stream.id for fact in one.happened(("tally",), NOW)] == ["b"]
            assert one.happened(("purse",)) == ()

    def test_folding_the_facts_gives_the_state(self, store: Store) -> None:
        begun(store, "a", "b")
        for amount in ("0.10", "0.20", "-0.70"):
            committed(store, partial(add, id="a", amount=amount))
            committed(store, partial(add, id="b"))
        with unit(store) as one:
            kept, facts = one.load(TALLY, "a"), one.history(TALLY, "a")
        state: Tally | None = None
        for fact in facts:
            state = evolve(state, fact.event)  # type: ignore[arg-type]  # a history holds the events of its kind
        assert state == kept.state, "the facts do not lead to the stored state"
        assert len(facts) == kept.version, "there is not one fact a version"
