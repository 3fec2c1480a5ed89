"""Ids for lines that come to an invoice."""

from collections.abc import Iterable, Iterator
from itertools import chain, count

from otcore.invoicing.lines import LineInput


def fresh_ids(lines: Iterable[LineInput]) -> Iterator[str]:
    """The next numbers that no line or part of a line has."""
    known = set(_ids(lines))
    return (id for id in map(str, count(len(known) + 1)) if id not in known)


def _ids(lines: Iterable[LineInput]) -> Iterator[str]:
    return chain.from_iterable([line.id, *_ids(line.parts)] for line in lines)
