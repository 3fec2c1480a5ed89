"""Stores with one mistake each, all of them seen in real systems.

Where a mistake shows only when two units of work meet, they are made to.
"""

import time
from collections.abc import Sequence
from datetime import date, datetime
from typing import Any

from otcore.ports.kinds import Kept, Kind
from otcore.ports.outbox import Posted
from otcore.ports.storage import Answer, Context
from otcore.receivables.ledger import Entry
from otcore.values.recorded import Recorded
from otcore.values.scope import Scope
from tests.contracts.simple import POSITION, Name, SimpleStore, SimpleUnit


def meet() -> None:
    """Time for the others to get as far."""
    time.sleep(0.002)


class Meeting(SimpleUnit):
    """No mistake, but two units that load the same overlap, as they do when a store is slow."""

    def load(self, kind: Kind[Any], id: str, for_update: bool = False) -> Kept[Any]:
        kept = super().load(kind, id, for_update)
        meet()
        return kept


class NoVersionCheck(Meeting):
    """Read, modify, write: whoever comes last wins."""

    def _save(self, kept: Kept[Any]) -> None:
        self.writes()
        self.own.setdefault(("state", kept.kind.name, kept.id), (kept.version,))
        super()._save(kept)

    def changed(self, name: Name, value: Any) -> bool:
        return name[0] != "state" and super().changed(name, value)


class ForUpdateForgotten(SimpleUnit):
    """Only what is saved is checked, so what was merely relied on may have changed."""

    def changed(self, name: Name, value: Any) -> bool:
        return (name[0] != "state" or name in self.own) and super().changed(name, value)


class MaxPlusOne(SimpleUnit):
    """The next number is the highest one seen, plus one."""

    def number(self, series: str) -> int:
        number = super().number(series)
        meet()
        return number

    def changed(self, name: Name, value: Any) -> bool:
        return name[0] != "series" and super().changed(name, value)


class DatabaseSequence(SimpleUnit):
    """A number is gone once it was given, whatever becomes of the unit."""

    def number(self, series: str) -> int:
        self.writes()
        with self.store.lock:
            number: int = self.stored(("series", series)) + 1
            self.space["series", series] = number
        return number


class FactsOutside(SimpleUnit):
    """The audit log is written at once, as to a file of its own."""

    def add_facts(self, kept: Kept[Any], facts: Sequence[Any]) -> None:
        name = ("facts", kept.kind.name, kept.id)
        with self.store.lock:
            self.space[name] = (*self.space.get(name, ()), *facts)
        meet()


class LiveObjects(SimpleUnit):
    """What is kept is the very object that was saved."""

    def kept(self, value: Any) -> Any:
        return value


class KeyAfterwards(SimpleUnit):
    """The key is looked up first and kept at the end, and nothing compares."""

    def claim(self, key: str, fingerprint: str) -> Answer | None:
        known = super().claim(key, fingerprint)
        meet()
        return known

    def changed(self, name: Name, value: Any) -> bool:
        return name[0] != "key" and super().changed(name, value)


class KeyAtOnce(SimpleUnit):
    """The key is kept in a transaction of its own, so work that fails is never done."""

    def claim(self, key: str, fingerprint: str) -> Answer | None:
        known = super().claim(key, fingerprint)
        with self.store.lock:
            self.space.setdefault(("key", key), (fingerprint, Answer()))
            self.read["key", key] = self.space["key", key]
        return known


class OneByOne(Meeting):
    """Aggregates are stored one after the other, until one is refused."""

    def commit(self) -> None:
        with self.store.lock:
            for name, value in self.own.items():
                if not self.lost and not self.changed(name, self.read.get(name)):
                    self.space[name] = self.read[name] = value
        super().commit()


class TenantForgotten(SimpleUnit):
    """Keys carry the legal entity only."""

    def __init__(self, store: SimpleStore, context: Context, reading: bool) -> None:
        super().__init__(store, context, reading)
        self.space = store.space(Scope("all", context.scope.legal_entity))


class ServiceAccount(SimpleUnit):
    """Everybody acts under the name the store was opened with."""

    def who(self) -> str:
        return "service"


class DaysOnly(SimpleUnit):
    """A row has its day and no moment, so what is booked late was always known."""

    def entries(self, until: date | None = None, party: str = "", known: datetime | None = None) -> tuple[Entry, ...]:
        return super().entries(until, party)


class AsStored(SimpleUnit):
    """What happened is told as it lies there, aggregate by aggregate."""

    def happened(self, kinds: Sequence[str] = (), until: datetime | None = None) -> tuple[Recorded, ...]:
        return tuple(sorted(super().happened(kinds, until), key=lambda fact: (fact.stream.kind, fact.stream.id)))


class LastSeen(SimpleUnit):
    """A message has its position when it is announced, and the reader goes on behind the last that it saw."""

    last = 0

    def announce(self, notice: Any) -> None:
        self.write(("message", POSITION.format(next(self.store.positions))), (self.kept(notice), self.context.at))

    def take(self, limit: int, until: Any) -> tuple[Posted, ...]:
        self.writes()
        with self.store.lock:
            messages = {int(name[1]): kept for name, kept in self.space.items() if name[0] == "message" and kept}
        behind = sorted(position for position in messages if position > self.store.seen_position)
        taken = [Posted(position, messages[position][0]) for position in behind[:limit]]
        self.last = max([self.last, *(one.position for one in taken)])
        return tuple(taken)

    def commit(self) -> None:
        super().commit()
        self.store.seen_position = max(self.store.seen_position, self.last)
