"""A small use case that does all a unit of work can do: two units, one behind the other, each done once by its key."""

from collections.abc import Sequence
from datetime import date

from otcore.adapters.sql import SqlStore
from otcore.ports.outbox import Notice
from otcore.ports.storage import Answer, Store, UnitOfWork
from otcore.receivables.ledger import Entry, EntryKind
from otcore.testing.faults import FaultyStore, at, exited
from otcore.testing.tally import KINDS, TALLY, added, opened
from otcore.testing.work import HOME, NOW, context, unit
from otcore.values.money import Money
from otcore.values.scope import Scope
from otcore.workflows.drivers import run
from otcore.workflows.requests import Announce, Answered, Append, Claim, Commit, Flow, Load, LoadMany, Number, Save


def sell(till: str, shelf: str) -> Flow[int]:
    """Take 5.00 into the till, then hand the goods over; how often each was done before."""
    first = yield from Claim(f"pay {till}", "print")
    if first is None:
        till_kept, shelf_kept = yield from LoadMany(TALLY, [till, shelf], for_update=True)
        paid = added(till_kept if till_kept.version else opened(till_kept), "5.00")
        reserved = added(shelf_kept if shelf_kept.version else opened(shelf_kept), "-1.00")
        yield from Save(paid, reserved)
        yield from Append((Entry(EntryKind.RECEIVED, date(2026, 1, 31), Money("5.00", "EUR"), receipt=till),))
        yield from Announce(Notice("paid", till))
        number = yield from Number("receipt")
        receipt = yield from Load(TALLY, f"receipt {number}")
        yield from Save(opened(receipt, till))
        yield from Answered(f"pay {till}", Answer("tally", till, paid.next_version))
    yield from Commit()
    second = yield from Claim(f"hand over {till}", "print")
    if second is None:
        shelf_kept = yield from Load(TALLY, shelf, for_update=True)
        yield from Save(added(shelf_kept, "-1.00"))
        yield from Answered(f"hand over {till}", Answer("tally", shelf, shelf_kept.version + 1))
    return (first is not None) + (second is not None)


def sold(store: Store, scope: Scope = HOME, till: str = "till") -> int:
    """Sell once, under this till's keys."""
    return run(lambda: sell(till, "shelf"), lambda: store.begin(context(scope)))


def books(one: UnitOfWork) -> dict[str, object]:
    """All that sales leave behind."""
    ids = ["till", "shelf", "receipt 1", "receipt 2"]
    return {
        "totals": [str(kept.state.total) if kept.state else None for kept in one.load_many(TALLY, ids)],
        "facts": [len(one.history(TALLY, id)) for id in ids],
        "rows": one.entries(),
        "messages": [posted.notice for posted in one.take(9, NOW.replace(hour=20))],
        "next": one.number("receipt"),
    }


def seen(store: Store, scope: Scope = HOME) -> dict[str, object]:
    """The books, unchanged by looking."""
    with unit(store, context(scope)) as one:
        return books(one)


def sell_in_process(url: str, tills: Sequence[str]) -> None:
    """What a process of its own does: sell once a till."""
    with SqlStore(url, KINDS, create=False) as store:
        for till in tills:
            sold(store, till=till)


def die_in_process(url: str, tenant: str, call: int) -> None:
    """What a process of its own does: sell, and end before this call."""
    with SqlStore(url, KINDS, create=False) as store:
        sold(FaultyStore(store, at(call), exited), Scope(tenant, "entity"))
