"""Facts as they are kept: which aggregate, in which order, when, by whom."""

from collections.abc import Iterable, Iterator
from datetime import datetime
from typing import final

from attrs import frozen

from otcore.values.scope import Scope


@final
@frozen
class Stream:
    """The events of one aggregate: its scope, its kind ("order") and its id.

    Made by stores by the million: it checks nothing.
    """

    scope: Scope
    kind: str
    id: str


@final
@frozen
class Recorded:
    """One event in its stream: `sequence` counts from 1 without gaps, `at` is an aware UTC time. It checks nothing."""

    stream: Stream
    sequence: int
    at: datetime
    actor: str
    event: object


def in_sequence(facts: Iterable[Recorded]) -> Iterator[Recorded]:
    """Facts in any order as they followed each other, of each stream up to the first that is not among them.

    Clocks step back at times, and hosts may say when: a fact can bear an earlier moment than the one before it, so that
    of all facts up to a moment some may lack those that they follow.
    """
    last: dict[Stream, int] = {}
    for fact in sorted(facts, key=lambda each: each.sequence):
        if fact.sequence == last.get(fact.stream, 0) + 1:
            last[fact.stream] = fact.sequence
            yield fact
