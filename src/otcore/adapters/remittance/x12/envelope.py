"""The envelopes of an interchange: ISA to IEA, GS to GE, ST to SE, with their control numbers and counts.

Source: ASC X12.5 (ISA, IEA) and X12.22 (GS, GE, ST, SE): a trailer repeats its header's control number and counts what
it closes: IEA01 groups, GE01 transaction sets, SE01 segments with both ST and SE.
"""

from collections.abc import Iterable

from attrs import Factory, define, frozen

from otcore.adapters.remittance.x12.segments import Segment
from otcore.values.faults import Fault, Invalid


@frozen
class _Level:
    """A level of the envelopes: how it opens and closes, where its control numbers stand, what it counts."""

    opens: str
    closes: str
    control: tuple[int, int]
    counts: str


_LEVELS = (
    _Level("ISA", "IEA", (13, 2), "functional groups"),
    _Level("GS", "GE", (6, 2), "transaction sets"),
    _Level("ST", "SE", (2, 2), "segments"),
)
_COUNT = 1


@frozen
class TransactionSet:
    """A transaction set: the headers around it, and the segments between ST and SE."""

    isa: Segment
    gs: Segment
    st: Segment
    body: tuple[Segment, ...]


@define
class _Walk:
    """How far the envelopes are open, and how much was found in each."""

    open: list[Segment] = Factory(list)
    counts: list[int] = Factory(list)
    body: list[Segment] = Factory(list)
    sets: list[TransactionSet] = Factory(list)
    faults: list[Fault] = Factory(list)

    @property
    def depth(self) -> int:
        return len(self.open)


def transaction_sets(segments: Iterable[Segment]) -> tuple[TransactionSet, ...]:
    """The transaction sets of the interchanges.

    Raises `Invalid` X12_ENVELOPE (a header or trailer where none can be, or missing), X12_CONTROL (a trailer repeats
    another number), X12_COUNT (it counts otherwise).
    """
    walk, last = _Walk(), None
    for last in segments:
        _step(walk, last)
    if walk.open and last:
        missing = _LEVELS[walk.depth - 1].closes
        walk.faults += last.fault("X12_ENVELOPE", f"the file ends here, before the {missing} segment").faults
    if walk.faults:
        raise Invalid(*walk.faults)
    return tuple(walk.sets)


def _step(walk: _Walk, segment: Segment) -> None:
    if walk.depth < len(_LEVELS) and segment.name == _LEVELS[walk.depth].opens:
        _open(walk, segment)
    elif walk.open and segment.name == _LEVELS[walk.depth - 1].closes:
        _close(walk, segment)
    elif walk.depth < len(_LEVELS) or segment.name in _ENVELOPE:
        wanted = [_LEVELS[walk.depth].opens] if walk.depth < len(_LEVELS) else []
        wanted += [_LEVELS[walk.depth - 1].closes] if walk.open else []
        raise segment.fault("X12_ENVELOPE", f"here only {' or '.join(wanted)} can stand")
    else:
        walk.body.append(segment)


_ENVELOPE = frozenset(name for level in _LEVELS for name in (level.opens, level.closes))


def _open(walk: _Walk, segment: Segment) -> None:
    if walk.counts:
        walk.counts[-1] += 1
    walk.open.append(segment)
    walk.counts.append(0)
    walk.body.clear()


def _close(walk: _Walk, segment: Segment) -> None:
    level, header = _LEVELS[walk.depth - 1], walk.open.pop()
    count = walk.counts.pop()
    if level.opens == "ST":
        isa, gs = walk.open
        walk.sets.append(TransactionSet(isa, gs, header, tuple(walk.body)))
        count = len(walk.body) + 2
    walk.faults += _contradictions(level, header, segment, count)


def _contradictions(level: _Level, header: Segment, trailer: Segment, count: int) -> Iterable[Fault]:
    given, repeated = header.get(level.control[0]), trailer.get(level.control[1])
    if given != repeated:
        message = f"control number {repeated!a} is not that of {header.name} on line {header.line}, {given!a}"
        yield from trailer.fault("X12_CONTROL", message, level.control[1]).faults
    said = trailer.get(_COUNT)
    if not (said.isascii() and said.isdigit()) or int(said[:12]) != count:
        message = f"{said[:12]!a} {level.counts}, but there are {count}"
        yield from trailer.fault("X12_COUNT", message, _COUNT).faults
