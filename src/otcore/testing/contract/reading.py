"""Promises about units of work that only read: they see what is committed, and are in nobody's way."""

from datetime import date

import pytest

from otcore.ports.outbox import Notice
from otcore.ports.storage import Answer, Store, Where
from otcore.receivables.ledger import Entry, EntryKind
from otcore.testing.tally import TALLY, opened
from otcore.testing.work import NOW, add, begun, total, unit
from otcore.values.money import Money


class Reading:
    """`begin(context, reading=True)`."""

    def test_a_reader_sees_only_what_is_committed(self, store: Store) -> None:
        begun(store, "a")
        with unit(store) as one:
            add(one, "a")
            one.number("series")
            assert total(store, "a") == "0.00 EUR", "a reader saw what was not committed"
            with unit(store, reading=True) as reader:
                assert len(reader.history(TALLY, "a")) == 1, "a reader saw facts that were not committed"
                assert len(reader.happened()) == 1, "a reader saw what happened in a unit that was not committed"
                assert [kept.version for kept in reader.find(TALLY, Where(status="open"))] == [1]
            one.commit()
        assert total(store, "a") == "1.00 EUR", "a reader that begins later sees the commit"

    def test_a_reader_does_not_hold_up_a_writer(self, store: Store) -> None:
        begun(store, "a")
        with unit(store, reading=True) as reader:
            reader.load(TALLY, "a")
            with unit(store) as one:
                add(one, "a")
                one.commit()
            reader.load_many(TALLY, ["a"])
            reader.commit()
        assert total(store, "a") == "1.00 EUR"

    def test_a_reader_cannot_write(self, store: Store) -> None:
        begun(store, "a")
        entry = Entry(EntryKind.ISSUED, date(2026, 1, 31), Money("5.00", "EUR"))
        with unit(store, reading=True) as reader:
            for write in (
                lambda: reader.save([opened(reader.load(TALLY, "b"))]),
                lambda: reader.load(TALLY, "a", for_update=True),
                lambda: reader.load_many(TALLY, ["a"], for_update=True),
                lambda: reader.find(TALLY, Where(), for_update=True),
                lambda: reader.append([entry]),
                lambda: reader.number("series"),
                lambda: reader.claim("key", "print"),
                lambda: reader.answer("key", Answer("tally", "a", 1)),
                lambda: reader.announce(Notice("topic", "subject")),
                lambda: reader.take(1, NOW),
                lambda: reader.delivered(()),
            ):
                with pytest.raises(TypeError):
                    write()
            reader.commit()
        assert total(store, "b") == ""
