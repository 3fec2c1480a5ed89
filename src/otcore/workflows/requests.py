"""What a flow may ask of its driver. `answer = yield from Load(ORDER, id)`; each request knows the one call that
answers it.
"""

from collections.abc import Callable, Generator, Sequence
from datetime import date, datetime
from typing import Any, Generic, TypeVar

from attrs import frozen

from otcore.ports.kinds import Kept, Kind
from otcore.ports.outbox import Notice, Posted
from otcore.ports.storage import Answer, Where
from otcore.receivables.ledger import Entry
from otcore.values.fast_init import fast_init
from otcore.values.recorded import Recorded

A_co = TypeVar("A_co", covariant=True)
R = TypeVar("R")
S = TypeVar("S")


class Request(Generic[A_co]):
    """Something a flow wants done by its unit of work; `A_co` is the answer."""

    __slots__ = ()

    def on(self, unit: Any) -> Any:
        """Make the call on a unit of work (a value) or on an async one (an awaitable)."""
        raise NotImplementedError

    def __iter__(self) -> "Generator[Request[Any], Any, A_co]":
        answer: A_co = yield self
        return answer


Flow = Generator[Request[Any], Any, R]
"""A use case in progress: it yields requests and returns its result."""


@fast_init
@frozen(eq=False)
class Load(Request[Kept[S]], Generic[S]):
    """One aggregate, stored or not."""

    kind: Kind[S]
    id: str
    for_update: bool = False

    def on(self, unit: Any) -> Any:
        return unit.load(self.kind, self.id, self.for_update)


@frozen(eq=False)
class LoadMany(Request[tuple[Kept[S], ...]], Generic[S]):
    """Several aggregates of one kind, in the order asked for."""

    kind: Kind[S]
    ids: Sequence[str]
    for_update: bool = False

    def on(self, unit: Any) -> Any:
        return unit.load_many(self.kind, self.ids, self.for_update)


@frozen(eq=False)
class Find(Request[tuple[Kept[S], ...]], Generic[S]):
    """All aggregates of a kind whose index columns match, ordered by id."""

    kind: Kind[S]
    where: Where
    for_update: bool = False

    def on(self, unit: Any) -> Any:
        return unit.find(self.kind, self.where, self.for_update)


@frozen(eq=False, init=False)
class Save(Request[None]):
    """Keep these aggregates with their new events."""

    kept: tuple[Kept[Any], ...]

    def __init__(self, *kept: Kept[Any]) -> None:
        self.__attrs_init__(kept)

    def on(self, unit: Any) -> Any:
        return unit.save(self.kept)


@frozen(eq=False)
class Append(Request[None]):
    """Add rows to the receivables ledger."""

    entries: tuple[Entry, ...]

    def on(self, unit: Any) -> Any:
        return unit.append(self.entries)


@frozen(eq=False)
class Entries(Request[tuple[Entry, ...]]):
    """Rows of the receivables ledger up to a day, recorded up to a moment."""

    until: date | None = None
    party: str = ""
    known: datetime | None = None

    def on(self, unit: Any) -> Any:
        return unit.entries(self.until, self.party, self.known)


@frozen(eq=False)
class Number(Request[int]):
    """The next gapless number; ask for it last."""

    series: str

    def on(self, unit: Any) -> Any:
        return unit.number(self.series)


@frozen(eq=False)
class Claim(Request["Answer | None"]):
    """Insert an idempotency key, or learn what it led to."""

    key: str
    fingerprint: str

    def on(self, unit: Any) -> Any:
        return unit.claim(self.key, self.fingerprint)


@frozen(eq=False)
class Answered(Request[None]):
    """Keep what a claimed key led to."""

    key: str
    answer: Answer

    def on(self, unit: Any) -> Any:
        return unit.answer(self.key, self.answer)


@frozen(eq=False)
class Announce(Request[None]):
    """Put a message in the outbox."""

    notice: Notice

    def on(self, unit: Any) -> Any:
        return unit.announce(self.notice)


@frozen(eq=False)
class Take(Request[tuple[Posted, ...]]):
    """Lease undelivered messages until a time."""

    limit: int
    until: datetime

    def on(self, unit: Any) -> Any:
        return unit.take(self.limit, self.until)


@frozen(eq=False)
class Delivered(Request[None]):
    """Mark messages as arrived."""

    posted: tuple[Posted, ...]

    def on(self, unit: Any) -> Any:
        return unit.delivered(self.posted)


@frozen(eq=False)
class History(Request[tuple[Recorded, ...]]):
    """The events of one aggregate, oldest first."""

    kind: Kind[Any]
    id: str

    def on(self, unit: Any) -> Any:
        return unit.history(self.kind, self.id)


@frozen(eq=False)
class Happened(Request[tuple[Recorded, ...]]):
    """The events of the scope, of these kinds or of all, recorded up to a moment, in the order of time."""

    kinds: Sequence[str] = ()
    until: datetime | None = None

    def on(self, unit: Any) -> Any:
        return unit.happened(self.kinds, self.until)


@frozen(eq=False)
class Who(Request[str]):
    """Who acts: the name under which this unit's facts are recorded."""

    def on(self, unit: Any) -> Any:
        return unit.who()


@frozen(eq=False)
class Commit(Request[None]):
    """The boundary between two units of work."""

    def on(self, unit: Any) -> Any:
        return unit.commit()


@frozen(eq=False)
class Call(Request[A_co], Generic[A_co]):
    """A call to a partner outside (a gateway), made between two units of work: asked for right after `Commit`.

    For an async host the call gives an awaitable.
    """

    make: Callable[[], Any]

    def on(self, unit: Any) -> Any:
        return self.make()
