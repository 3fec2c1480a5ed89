"""A small aggregate to prove stores with: a running total with an owner, a label, a day, and notes.

Its fields are of every type that the library's own states use, so a store that keeps tallies keeps orders.
"""

from collections.abc import Mapping
from datetime import date
from decimal import Decimal
from enum import StrEnum

from attrs import evolve as changed
from attrs import field, frozen

from otcore.ports.kinds import Kept, Kind
from otcore.values.facets import Facets
from otcore.values.money import Money


class TallyStatus(StrEnum):
    """Whether more may be added."""

    OPEN = "open"
    CLOSED = "closed"


@frozen
class Part:
    """One amount that was added. `share` is any decimal number, `note` free facts."""

    amount: Money
    share: Decimal = Decimal("1.50")
    note: Mapping[str, str] = field(factory=dict)


@frozen
class Tally:
    """The state."""

    id: str
    owner: str
    label: str
    day: date | None
    total: Money
    parts: tuple[Part, ...] = ()
    status: TallyStatus = TallyStatus.OPEN
    notes: Mapping[str, str] = field(factory=dict)


@frozen
class TallyOpened:
    """A tally began, at zero."""

    id: str
    owner: str = ""
    label: str = ""
    day: date | None = None
    currency: str = "EUR"
    notes: Mapping[str, str] = field(factory=dict)


@frozen
class PartAdded:
    """Its total changed."""

    part: Part


@frozen
class TallyRelabelled:
    """It is found elsewhere from now on."""

    owner: str
    label: str
    day: date | None


@frozen
class TallyClosed:
    """Nothing more is added."""


Event = TallyOpened | PartAdded | TallyRelabelled | TallyClosed


def evolve(tally: Tally | None, event: Event) -> Tally:
    """The tally after one fact."""
    if isinstance(event, TallyOpened):
        zero = Money.zero(event.currency)
        return Tally(event.id, event.owner, event.label, event.day, zero, notes=event.notes)
    assert tally is not None  # every other fact comes after the first
    if isinstance(event, PartAdded):
        return changed(tally, total=tally.total + event.part.amount, parts=(*tally.parts, event.part))
    if isinstance(event, TallyRelabelled):
        return changed(tally, owner=event.owner, label=event.label, day=event.day)
    return changed(tally, status=TallyStatus.CLOSED)


def facets(tally: Tally) -> Facets:
    """Found by owner, label, status and day."""
    return Facets(tally.owner, tally.label, tally.status, tally.day)


_EVENTS = (TallyOpened, PartAdded, TallyRelabelled, TallyClosed)

TALLY: Kind[Tally] = Kind("tally", Tally, _EVENTS, evolve, facets)

PURSE: Kind[Tally] = Kind("purse", Tally, _EVENTS, evolve, facets)
"""The same under another name, since ids of different kinds must not mix."""

KINDS = (TALLY, PURSE)


def opened(kept: Kept[Tally], owner: str = "", label: str = "", day: date | None = None, **notes: str) -> Kept[Tally]:
    """The tally, begun."""
    return kept.after((TallyOpened(kept.id, owner, label, day, notes=notes),))


def added(kept: Kept[Tally], amount: str = "1.00", currency: str = "EUR", **note: str) -> Kept[Tally]:
    """The tally with one more part."""
    return kept.after((PartAdded(Part(Money(amount, currency), note=note)),))
