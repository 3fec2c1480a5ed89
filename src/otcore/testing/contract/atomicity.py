"""Promises that a unit of work is stored whole or not at all, and that nobody can change what is stored."""

from collections.abc import Mapping
from contextlib import suppress
from datetime import date

from otcore.ports.kinds import Kept
from otcore.ports.outbox import Notice
from otcore.ports.storage import Answer, Store, UnitOfWork
from otcore.receivables.ledger import Entry, EntryKind
from otcore.testing.tally import TALLY, Part, PartAdded, Tally, TallyOpened, opened
from otcore.testing.work import NOW, add, begun, committed, conflicts, overtaken, unit
from otcore.values.money import Money

LEASE = NOW.replace(hour=13)


class Trouble(Exception):
    """Something unforeseen in the middle of a unit of work."""


def everything(one: UnitOfWork, *ids: str) -> None:
    """Write all that a unit can write: aggregates with facts, a ledger row, a number, a key, a message."""
    one.claim("key", "print")
    for id in ids:
        add(one, id, "5.00")
    one.append([Entry(EntryKind.ISSUED, date(2026, 1, 31), Money("5.00", "EUR"), "party")])
    one.announce(Notice("topic", "subject"))
    one.answer("key", Answer("tally", ids[0], 2))
    one.number("series")


def stored(store: Store, *ids: str) -> dict[str, object]:
    """What a unit that wrote `everything` would have left; looking changes nothing."""
    with unit(store) as one:
        return {
            "states": [str(one.load(TALLY, id).some.total) for id in ids],
            "facts": [len(one.history(TALLY, id)) for id in ids],
            "happened": len(one.happened()),
            "ledger rows": len(one.entries()),
            "messages": len(one.take(10, LEASE)),
            "key": one.claim("key", "print"),
            "next number": one.number("series"),
        }


class Atomicity:
    """All or nothing."""

    def test_a_commit_stores_all_of_a_unit(self, store: Store) -> None:
        begun(store, "a", "b")
        committed(store, lambda one: everything(one, "a", "b"))
        assert stored(store, "a", "b") == {
            "states": ["5.00 EUR", "5.00 EUR"],
            "facts": [2, 2],
            "happened": 4,
            "ledger rows": 1,
            "messages": 1,
            "key": Answer("tally", "a", 2),
            "next number": 2,
        }

    def test_a_unit_that_is_not_committed_leaves_nothing(self, store: Store) -> None:
        begun(store, "a", "b")
        before = stored(store, "a", "b")
        with unit(store) as one:
            everything(one, "a", "b")
        assert stored(store, "a", "b") == before, "something was stored without a commit"

    def test_an_error_in_the_middle_leaves_nothing(self, store: Store) -> None:
        begun(store, "a", "b")
        before = stored(store, "a", "b")
        with suppress(Trouble), unit(store) as one:
            everything(one, "a", "b")
            raise Trouble
        assert stored(store, "a", "b") == before, "something was stored by a unit that ended in an error"

    def test_a_commit_that_conflicts_leaves_nothing(self, store: Store) -> None:
        begun(store, "a", "b", "c")
        stale = Kept(TALLY, "b", 7, Tally("b", "", "", None, Money("9.00", "EUR")))
        before = stored(store, "a", "b", "c")

        def conflicting() -> None:
            with unit(store) as one:
                everything(one, "a", "c")
                one.save([stale.after((PartAdded(Part(Money("1.00", "EUR"))),))])
                one.commit()

        assert conflicts(conflicting), "a save of a version that was never stored did not conflict"
        assert stored(store, "a", "b", "c") == before, "something was stored by a unit that ended in a Conflict"

    def test_a_unit_that_others_overtook_leaves_nothing(self, store: Store) -> None:
        begun(store, "a", "b")
        before = stored(store, "a", "b")
        overtaken(store, lambda slow: everything(slow, "b", "a"), lambda slow: None)
        after = {**before, "states": ["1.00 EUR", "0.00 EUR"], "facts": [2, 1], "happened": 3}
        assert stored(store, "a", "b") == after, "part of a unit was stored that ended in a Conflict"

    def test_a_unit_that_conflicted_stores_nothing_later(self, store: Store) -> None:
        begun(store, "a", "b")
        before = stored(store, "a", "b")
        with unit(store) as one:
            everything(one, "a")
            stale = one.load(TALLY, "b").after((PartAdded(Part(Money("1.00", "EUR"))),))
            add(one, "b")
            conflicted = conflicts(lambda: one.save([stale])) or conflicts(one.commit)
            assert conflicted, "two facts of one unit have the same place"
            assert conflicts(one.commit), "a unit that was lost could be committed"
        assert stored(store, "a", "b") == before, "something was stored by a unit that ended in a Conflict"


class Immutability:
    """What is stored is independent of what others hold."""

    def test_a_later_change_of_what_was_saved_changes_nothing(self, store: Store) -> None:
        notes, facts = {"key": "as saved"}, {"key": "as saved"}
        kept: Kept[Tally] = Kept(TALLY, "a").after((TallyOpened("a", notes=notes),))
        with unit(store) as one:
            one.save([kept])
            one.announce(Notice("topic", "subject", facts))
            notes["key"] = facts["key"] = "changed before the commit"
            one.commit()
        notes["key"] = facts["key"] = "changed after the commit"
        with unit(store) as one:
            assert one.load(TALLY, "a").some.notes == {"key": "as saved"}, "a stored state was changed from outside"
            assert _notes(one) == {"key": "as saved"}, "a stored fact was changed from outside"
            assert one.take(1, LEASE)[0].notice.facts == {"key": "as saved"}, "a message was changed from outside"

    def test_a_change_of_what_was_handed_out_changes_nothing(self, store: Store) -> None:
        committed(store, lambda one: one.save([opened(one.load(TALLY, "a"), key="as saved")]))
        committed(store, lambda one: one.announce(Notice("topic", "subject", {"key": "as saved"})))
        with unit(store) as one:
            _spoil(one.load(TALLY, "a").some.notes)
            _spoil(_notes(one))
            _spoil(one.take(1, LEASE)[0].notice.facts)
        with unit(store) as one:
            assert one.load(TALLY, "a").some.notes == {"key": "as saved"}, "a live state was handed out"
            assert _notes(one) == {"key": "as saved"}, "a live fact was handed out"
            assert one.take(1, LEASE)[0].notice.facts == {"key": "as saved"}, "a live message was handed out"


def _notes(one: UnitOfWork) -> Mapping[str, str]:
    fact = one.history(TALLY, "a")[0].event
    assert isinstance(fact, TallyOpened)
    return fact.notes


def _spoil(mapping: Mapping[str, str]) -> None:
    """Change it, if it can be changed."""
    if isinstance(mapping, dict):
        mapping["key"] = "changed"
