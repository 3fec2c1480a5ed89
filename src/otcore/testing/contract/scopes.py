"""Promises that nothing of another tenant or legal entity is ever seen or changed."""

from datetime import date, timedelta

from otcore.ports.outbox import Notice
from otcore.ports.storage import Answer, Store, UnitOfWork, Where
from otcore.receivables.ledger import Entry, EntryKind
from otcore.testing.tally import TALLY, opened
from otcore.testing.work import HOME, NOW, add, committed, context, unit
from otcore.values.money import Money
from otcore.values.scope import Scope

OTHERS = (Scope("tenant", "other"), Scope("other", "entity"), Scope("entity", "tenant"), Scope("TENANT", "ENTITY"))
LEASE = NOW + timedelta(minutes=1)
ROW = Entry(EntryKind.ISSUED, date(2026, 1, 31), Money("5.00", "EUR"), "party")


def _fill(one: UnitOfWork) -> None:
    one.save([opened(one.load(TALLY, "a"), "party", "reference", date(2026, 1, 31))])
    one.append([ROW])
    if one.claim("key", "print") is None:
        one.answer("key", Answer("tally", "a", 1))
    one.announce(Notice("topic", "home"))
    one.number("series")


class Scopes:
    """Every key carries the scope."""

    def test_nothing_of_another_scope_is_seen(self, store: Store) -> None:
        committed(store, _fill)
        for scope in OTHERS:
            with unit(store, context(scope)) as one:
                assert one.load(TALLY, "a").version == 0, f"load saw another scope from {scope}"
                assert one.load_many(TALLY, ["a"])[0].version == 0, f"load_many saw another scope from {scope}"
                assert one.history(TALLY, "a") == (), f"history saw another scope from {scope}"
                assert one.happened() == one.happened(("tally",)) == (), f"happened saw another scope from {scope}"
                assert one.entries() == one.entries(party="party") == (), f"entries saw another scope from {scope}"
                assert one.take(10, LEASE) == (), f"take saw another scope from {scope}"
                assert one.claim("key", "other print") is None, f"claim saw another scope from {scope}"
                assert one.number("series") == 1, f"number saw another scope from {scope}"
                for where in (Where(), Where("party"), Where(references=("reference",)), Where(status="open")):
                    assert one.find(TALLY, where) == (), f"find saw another scope from {scope}"

    def test_nothing_of_another_scope_is_changed(self, store: Store) -> None:
        committed(store, _fill)
        posted = committed(store, lambda one: one.take(1, NOW))
        for scope in OTHERS:
            committed(store, _fill, context(scope))
            committed(store, lambda one: add(one, "a", "7.00"), context(scope))
            committed(store, lambda one: one.delivered(posted), context(scope))
        with unit(store) as one:
            kept = one.load(TALLY, "a")
            assert (kept.version, str(kept.some.total)) == (1, "0.00 EUR"), "save changed another scope"
            assert len(one.history(TALLY, "a")) == 1, "save added facts to another scope"
            assert one.history(TALLY, "a")[0].stream.scope == HOME
            assert one.entries() == (ROW,), "append added a row to another scope"
            assert [found.id for found in one.find(TALLY, Where("party"))] == ["a"]
            assert [message.notice.subject for message in one.take(9, LEASE)] == ["home"], "another scope's message"
            assert one.claim("key", "print") == Answer("tally", "a", 1)
            assert one.number("series") == 2, "a number of another scope was counted"
