"""How a column is written, where a cell alone may be read in more than one way: the way that all of its cells allow."""

from collections.abc import Callable, Mapping
from itertools import accumulate
from typing import Generic, TypeVar

from attrs import frozen

from otcore.adapters.ledgers.columns import Column
from otcore.values.faults import Fault

T = TypeVar("T")
Way = Callable[[str], T | None]
"""What a text says, read in one way; None where it cannot be read so."""


@frozen
class Doubts:
    """What is said of a column that cannot be read: the codes, what a cell should be, the option that settles it."""

    format: str
    ambiguous: str
    mixed: str
    expected: str
    option: str


@frozen
class Reading(Generic[T]):
    """A column that was read: a value a row, None where the row says nothing or nothing that can be read."""

    values: tuple[T | None, ...]
    faults: tuple[Fault, ...] = ()


def agreed(column: Column, ways: Mapping[str, Way[T]], doubts: Doubts) -> Reading[T]:
    """The column in the one way that reads all its cells; ways that read them all alike are one.

    A cell that no way reads is a fault by itself. Where several ways are left the column is ambiguous, where none is
    left its cells are mixed; nothing is guessed.
    """
    read = {way: {text: do(text) for text in set(column.texts) if text} for way, do in ways.items()}
    unread = {text for text in set(column.texts) if text and all(read[way][text] is None for way in ways)}
    faults = [
        Fault(doubts.format, f"{text[:40]!a} is not {doubts.expected}", column.place(row))
        for row, text in enumerate(column.texts)
        if text in unread
    ]
    left = [way for way in ways if all(read[way][text] is not None or text in unread for text in read[way])]
    if not left:
        doubt = _mixed(column, read, unread, doubts)
    elif any(read[way] != read[left[0]] for way in left):
        doubt = _ambiguous(column, read, left, doubts)
    else:
        return Reading(tuple(read[left[0]].get(text) for text in column.texts), tuple(faults))
    return Reading((None,) * len(column.texts), (*faults, doubt))


def _ambiguous(column: Column, read: Mapping[str, Mapping[str, object]], left: list[str], doubts: Doubts) -> Fault:
    """The first cell that can be read in two ways."""
    first, second = left[0], next(way for way in left if read[way] != read[left[0]])
    differing = (row for row, text in enumerate(column.texts) if text and read[first][text] != read[second][text])
    row = next(differing)
    text = column.texts[row]
    message = (
        f"{text[:40]!a} may be {read[first][text]} or {read[second][text]}, and no cell of the column says which: "
        f"say {doubts.option} {' or '.join(left)}"
    )
    return Fault(doubts.ambiguous, message, column.place(row))


def _mixed(column: Column, read: Mapping[str, Mapping[str, object]], unread: set[str], doubts: Doubts) -> Fault:
    """The first cell that cannot be read as those before it."""
    texts = [text for text in dict.fromkeys(column.texts) if text and text not in unread]
    fitting = ({way for way in read if read[way][text] is not None} for text in texts)
    left = accumulate(fitting, lambda before, ways: before & ways)
    text = next(text for text, ways in zip(texts, left, strict=True) if not ways)
    message = f"{text[:40]!a} is not written as the cells above it: say {doubts.option} {' or '.join(read)}"
    return Fault(doubts.mixed, message, column.place(column.texts.index(text)))
