"""Promises about two units of work that want the same aggregate. Each may get its `Conflict` at any call."""

from functools import partial

from otcore.ports.kinds import Kept
from otcore.ports.storage import Store, Where
from otcore.testing.tally import TALLY, Tally, added, opened
from otcore.testing.work import add, begun, conflicts, overtake, overtaken, total, unit


class Versions:
    """No update is lost."""

    def test_of_two_units_that_loaded_the_same_version_one_conflicts(self, store: Store) -> None:
        begun(store, "a")
        loaded: list[Kept[Tally]] = []
        conflicted = overtaken(
            store,
            lambda slow: loaded.append(slow.load(TALLY, "a")),
            lambda slow: slow.save([added(loaded[0], "10.00")]),
        )
        assert total(store, "a") == "1.00 EUR", "an update was lost: a save of an old version replaced a newer one"
        assert conflicted, "a save of an old version did not conflict"

    def test_a_unit_that_loads_again_what_others_changed_conflicts(self, store: Store) -> None:
        begun(store, "a")
        conflicted = overtaken(
            store, lambda slow: slow.load(TALLY, "a"), lambda slow: slow.save([added(slow.load(TALLY, "a"), "10.00")])
        )
        assert total(store, "a") == "1.00 EUR", "what was decided on an old version was saved over a newer one"
        assert conflicted, "a unit saw two versions of one aggregate"

    def test_a_version_that_was_loaded_in_an_earlier_unit_conflicts(self, store: Store) -> None:
        begun(store, "a")
        with unit(store) as earlier:
            kept = earlier.load(TALLY, "a")
        overtake(store)

        def late(*look: bool) -> None:
            with unit(store) as one:
                for for_update in look:
                    one.load(TALLY, "a", for_update)
                one.save([added(kept, "10.00")])
                one.commit()

        for look in ((), (False,), (True,)):
            conflicted = conflicts(partial(late, *look))
            assert total(store, "a") == "1.00 EUR", "an update was lost: a save of an old version replaced a newer one"
            assert conflicted, "a save of an old version did not conflict"

    def test_of_two_units_that_begin_the_same_aggregate_one_conflicts(self, store: Store) -> None:
        conflicted = overtaken(
            store, lambda slow: slow.load(TALLY, "a"), lambda slow: slow.save([opened(Kept(TALLY, "a"), "late")])
        )
        assert total(store, "a") == "1.00 EUR", "an aggregate was begun twice"
        assert conflicted, "a save of an aggregate as new did not conflict with the stored one"

    def test_what_is_loaded_for_update_is_not_changed_by_others(self, store: Store) -> None:
        begun(store, "a", "b")
        for load in (
            lambda slow: slow.load(TALLY, "a", for_update=True),
            lambda slow: slow.load_many(TALLY, ["b", "a"], for_update=True),
            lambda slow: slow.find(TALLY, Where(status="open"), for_update=True),
        ):
            conflicted = overtaken(store, load, lambda slow: add(slow, "b"))
            assert conflicted, "another unit changed what this one had loaded for update, and both committed"

    def test_a_place_that_is_loaded_for_update_is_not_filled_by_others(self, store: Store) -> None:
        begun(store, "b")
        conflicted = overtaken(store, lambda slow: slow.load(TALLY, "a", for_update=True), lambda slow: add(slow, "b"))
        assert conflicted, "another unit stored what this one had found missing for update, and both committed"

    def test_a_place_that_was_loaded_for_update_can_be_filled(self, store: Store) -> None:
        with unit(store) as one:
            one.save([opened(one.load(TALLY, "a", for_update=True))])
            one.load(TALLY, "b", for_update=True)
            one.commit()
        begun(store, "b")
        assert (total(store, "a"), total(store, "b")) == ("0.00 EUR", "0.00 EUR")

    def test_units_of_different_aggregates_do_not_conflict(self, store: Store) -> None:
        begun(store, "a", "b")
        with unit(store) as one:
            add(one, "a")
            one.commit()
            with unit(store) as other:
                add(other, "b")
                other.commit()
            add(one, "a")
            one.commit()
        assert (total(store, "a"), total(store, "b")) == ("2.00 EUR", "1.00 EUR")
