"""Promises about the facts that led to a state."""

from functools import partial

from otcore.ports.storage import Store
from otcore.testing.tally import TALLY, Part, PartAdded, Tally, TallyClosed, evolve
from otcore.testing.work import DIFFICULT, HOME, NOW, add, begun, committed, context, unit
from otcore.values.money import Money
from otcore.values.recorded import Recorded, Stream


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
