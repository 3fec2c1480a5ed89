"""Promises about finding aggregates by their facets."""

from datetime import date

from otcore.ports.storage import Store, UnitOfWork, Where
from otcore.testing.tally import PURSE, TALLY, TallyClosed, TallyRelabelled, opened
from otcore.testing.work import committed, unit

MANY = 2_000
"""More references than a database takes parameters without a thought."""

JANUARY, FEBRUARY = date(2026, 1, 31), date(2026, 2, 28)


def _found(one: UnitOfWork, where: Where, for_update: bool = False) -> list[str]:
    return [kept.id for kept in one.find(TALLY, where, for_update)]


def _six(store: Store) -> None:
    """Six tallies, stored out of order, and one of another kind."""

    def save(one: UnitOfWork) -> None:
        new = {id: one.load(TALLY, id) for id in "cbafed"}
        one.save(
            [
                opened(new["c"], "ann", "x", FEBRUARY),
                opened(new["b"], "ann", "y", JANUARY),
                opened(new["a"], "bob", "x", JANUARY),
                opened(new["f"], "ann", "x", JANUARY).after((TallyClosed(),)),
                opened(new["e"], "bob", "z"),
                opened(new["d"]),
                opened(one.load(PURSE, "a"), "ann", "x", JANUARY),
            ]
        )

    committed(store, save)


class Finding:
    """Facets are real columns."""

    def test_each_facet_restricts_and_what_is_empty_does_not(self, store: Store) -> None:
        _six(store)
        with unit(store) as one:
            assert _found(one, Where()) == list("abcdef"), "all of a kind, and only of this kind, in the order of ids"
            assert _found(one, Where(party="ann")) == list("bcf")
            assert _found(one, Where(status="closed")) == list("f")
            assert _found(one, Where(references=("z", "y", "nowhere"))) == list("be")
            assert _found(one, Where(until=JANUARY)) == list("abf"), "what has no day is not up to a day"
            assert _found(one, Where(until=FEBRUARY)) == list("abcf")
            assert _found(one, Where(party="nobody")) == []

    def test_facets_restrict_together(self, store: Store) -> None:
        _six(store)
        where = Where("ann", ("x", "y"), "open", JANUARY)
        with unit(store) as one:
            for for_update in (False, True):
                assert _found(one, where, for_update) == list("b")

    def test_found_states_are_the_stored_ones(self, store: Store) -> None:
        _six(store)
        with unit(store) as one:
            for kept in one.find(TALLY, Where(party="ann")):
                again = one.load(TALLY, kept.id)
                assert (kept.version, kept.state) == (again.version, again.state)

    def test_ids_are_ordered_by_code_point(self, store: Store) -> None:
        ids = ["B", "a", "Z", "ab", "a-", "a b", "ä", "_", "10", "9", "\U0001f4b6", "\uffee"]
        committed(store, lambda one: one.save([opened(one.load(TALLY, id)) for id in ids]))
        with unit(store) as one:
            assert _found(one, Where()) == sorted(ids)

    def test_a_changed_facet_is_found_by_its_new_value_only(self, store: Store) -> None:
        _six(store)
        moved = TallyRelabelled("bob", "q", FEBRUARY)
        committed(store, lambda one: one.save([one.load(TALLY, "b").after((moved,))]))
        with unit(store) as one:
            assert _found(one, Where(party="ann", references=("y",))) == []
            assert _found(one, Where("bob", ("q",), "open", FEBRUARY)) == ["b"]
            assert "b" not in _found(one, Where(until=JANUARY))

    def test_a_unit_finds_what_it_saved(self, store: Store) -> None:
        _six(store)
        with unit(store) as one:
            one.save([opened(one.load(TALLY, "aa"), "ann"), one.load(TALLY, "b").after((TallyClosed(),))])
            one.save([opened(one.load(PURSE, "ab"), "ann")])
            assert _found(one, Where(party="ann")) == ["aa", "b", "c", "f"]
            assert _found(one, Where("ann", status="open")) == ["aa", "c"]
            assert [kept.version for kept in one.find(TALLY, Where("ann", status="closed"))] == [2, 2]

    def test_thousands_of_references_are_searched_at_once(self, store: Store) -> None:
        _six(store)
        references = tuple(f"nowhere {number}" for number in range(MANY))
        with unit(store) as one:
            assert _found(one, Where(references=(*references, "z"))) == ["e"]
            kept = one.load_many(TALLY, [*references, "e"])
            assert [each.version for each in kept] == [0] * MANY + [1]
