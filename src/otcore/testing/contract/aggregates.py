"""Promises about one unit of work and the aggregates it loads and keeps."""

from datetime import date

from otcore.ports.kinds import Kept
from otcore.ports.storage import Store
from otcore.testing.tally import PURSE, TALLY, added, opened
from otcore.testing.work import DIFFICULT, add, begun, committed, unit


class Aggregates:
    """Load and save."""

    def test_what_is_not_stored_has_version_0_and_no_state(self, store: Store) -> None:
        with unit(store) as one:
            for kept in (one.load(TALLY, "a"), *one.load_many(TALLY, ["b"]), one.load(TALLY, "c", for_update=True)):
                assert (kept.version, kept.state, kept.events) == (0, None, ())

    def test_a_committed_state_is_loaded_as_it_was_saved(self, store: Store) -> None:
        kept = opened(Kept(TALLY, "a"), "owner", "label", date(2026, 1, 31), key="value", empty="")
        kept = added(added(kept, "0.10", "EUR", why=DIFFICULT), "-999999999999999.99")
        committed(store, lambda one: one.save([kept]))
        with unit(store) as one:
            again = one.load(TALLY, "a")
        assert again.state == kept.state, "the state is not the one that was saved"
        assert (again.version, again.events) == (3, ()), "a version counts the facts that are stored"

    def test_ids_and_facts_of_any_script_are_kept(self, store: Store) -> None:
        ids = [DIFFICULT, "ß", "SS", "ss", "é", "e\u0301", "a b", "100%", "\u0661"]
        committed(store, lambda one: one.save([opened(one.load(TALLY, id), id, id) for id in ids]))
        with unit(store) as one:
            assert [kept.some.owner for kept in one.load_many(TALLY, ids)] == ids

    def test_several_are_loaded_in_the_order_asked_for(self, store: Store) -> None:
        begun(store, "a", "b", "c")
        with unit(store) as one:
            for for_update in (False, True):
                kept = one.load_many(TALLY, ["c", "missing", "a", "c"], for_update)
                assert [(each.id, each.version) for each in kept] == [("c", 1), ("missing", 0), ("a", 1), ("c", 1)]
            assert one.load_many(TALLY, []) == ()

    def test_a_unit_sees_what_it_saved(self, store: Store) -> None:
        begun(store, "a")
        with unit(store) as one:
            add(one, "a", "2.00")
            again = one.load(TALLY, "a")
            assert (str(again.some.total), again.version, again.events) == ("2.00 EUR", 2, ())
            assert [kept.version for kept in one.load_many(TALLY, ["a", "b"], for_update=True)] == [2, 0]

    def test_an_aggregate_saved_twice_in_a_unit_keeps_all_its_facts(self, store: Store) -> None:
        with unit(store) as one:
            one.save([opened(one.load(TALLY, "a"))])
            add(one, "a", "2.00")
            add(one, "a", "3.00")
            one.commit()
        with unit(store) as one:
            assert (one.load(TALLY, "a").version, str(one.load(TALLY, "a").some.total)) == (3, "5.00 EUR")
            assert [fact.sequence for fact in one.history(TALLY, "a")] == [1, 2, 3]

    def test_a_unit_goes_on_as_a_new_one_after_commit(self, store: Store) -> None:
        with unit(store) as one:
            one.save([opened(one.load(TALLY, "a"))])
            one.commit()
            add(one, "a", "2.00")
            one.commit()
            add(one, "a", "4.00")
        with unit(store) as one:
            assert str(one.load(TALLY, "a").some.total) == "2.00 EUR", "each commit stores what came before it, only"

    def test_kinds_do_not_mix(self, store: Store) -> None:
        begun(store, "a")
        committed(store, lambda one: one.save([opened(one.load(PURSE, "a"), "purse")]))
        with unit(store) as one:
            assert one.load(PURSE, "a").some.owner == "purse"
            assert one.load(TALLY, "a").some.owner == ""
            assert len(one.history(PURSE, "a")) == 1
