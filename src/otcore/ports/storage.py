"""The store: units of work over aggregates, their events, the ledger, numbers, keys and the outbox."""

from collections.abc import Sequence
from datetime import date, datetime
from typing import Any, Protocol, TypeVar

from attrs import frozen

from otcore.ports.kinds import Kept, Kind
from otcore.ports.outbox import Notice, Posted
from otcore.receivables.ledger import Entry
from otcore.values.recorded import Recorded
from otcore.values.scope import Scope

S = TypeVar("S")


@frozen
class Context:
    """For whom, by whom and when (aware, UTC) a unit of work is done; every key and record carries it."""

    scope: Scope
    actor: str
    at: datetime


@frozen
class Where:
    """A search by index columns; what is empty does not restrict. `references`: any of them. `until`: day at the
    latest.
    """

    party: str = ""
    references: tuple[str, ...] = ()
    status: str = ""
    until: date | None = None


@frozen
class Answer:
    """What an idempotency key already led to: the aggregate and its version then. `kind` is empty while unanswered."""

    kind: str = ""
    id: str = ""
    version: int = 0


class UnitOfWork(Protocol):
    """All of it is stored at `commit`, or nothing. Not shared between threads.

    Promises: states handed out are immutable. A `save` whose `version` is not the stored one is a `Conflict`, here or
    at `commit`. An aggregate loaded `for_update`, or found missing so, is not changed by others until this unit ends,
    or this unit gets a `Conflict`. A unit sees one version of an aggregate, or gets a `Conflict`; and it sees its own
    writes. After a `Conflict` it can only be closed. One that only reads raises `TypeError` when asked to write.
    Nothing of another scope is ever seen.
    """

    def load(self, kind: Kind[S], id: str, for_update: bool = False) -> Kept[S]:
        """One aggregate; an unstored one has version 0 and no state."""
        ...

    def load_many(self, kind: Kind[S], ids: Sequence[str], for_update: bool = False) -> tuple[Kept[S], ...]:
        """Several, in the order asked for; locks are taken in key order."""
        ...

    def find(self, kind: Kind[S], where: Where, for_update: bool = False) -> tuple[Kept[S], ...]:
        """All that match, ordered by id."""
        ...

    def save(self, kept: Sequence[Kept[Any]]) -> None:
        """Keep states and their new events, each as `Recorded` with the context's time and actor."""
        ...

    def append(self, entries: Sequence[Entry]) -> None:
        """Add rows to the receivables ledger; rows are never changed."""
        ...

    def entries(self, until: date | None = None, party: str = "", known: datetime | None = None) -> tuple[Entry, ...]:
        """Ledger rows in the order they were added, up to a day.

        `known`: only those recorded up to and including this moment (aware), by the contexts they were added in. A row
        of an earlier day that was added later is then not seen.
        """
        ...

    def number(self, series: str) -> int:
        """The next number of a series: 1, 2, 3 ... without gap or repeat, given back if the unit is not committed.

        Take it last: the series is locked from here to the end of the unit.
        """
        ...

    def claim(self, key: str, fingerprint: str) -> Answer | None:
        """Insert an idempotency key; None if it is new, else what it led to.

        A key that came with another fingerprint is `Rejected("KEY_REUSED")`; one that has not 1 to 255 characters is
        `Invalid` KEY_LENGTH.
        """
        ...

    def answer(self, key: str, answer: Answer) -> None:
        """Keep what a claimed key led to: once, else `Conflict`; `NotFound` for a key that nobody claimed."""
        ...

    def announce(self, notice: Notice) -> None:
        """Put a message in the outbox; it leaves only if the unit is committed."""
        ...

    def take(self, limit: int, until: datetime) -> tuple[Posted, ...]:
        """Undelivered messages of this scope, oldest first, leased to this reader until then."""
        ...

    def delivered(self, posted: Sequence[Posted]) -> None:
        """These messages arrived; they are not handed out again."""
        ...

    def history(self, kind: Kind[Any], id: str) -> tuple[Recorded, ...]:
        """The events of one aggregate, oldest first."""
        ...

    def happened(self, kinds: Sequence[str] = (), until: datetime | None = None) -> tuple[Recorded, ...]:
        """All events of the scope, of aggregates of these kinds (their names; none: of all).

        `until`: those recorded up to and including this moment (aware). Ordered by time, kind, id, sequence.
        """
        ...

    def who(self) -> str:
        """The actor of the context: whom facts that are saved now are recorded under."""
        ...

    def commit(self) -> None:
        """Store everything of this unit, durably; the unit may then be used on as a new one."""
        ...

    def close(self) -> None:
        """End the unit; what was not committed is gone."""
        ...


class Store(Protocol):
    """Where units of work begin."""

    def begin(self, context: Context, reading: bool = False) -> UnitOfWork:
        """A new unit of work; one that only reads may be told so, and then takes no write lock."""
        ...
