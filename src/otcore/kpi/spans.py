"""Spans of time put together, so that no moment counts twice."""

from collections.abc import Callable, Iterable
from datetime import date
from typing import TypeVar

T = TypeVar("T")


def merged(spans: Iterable[tuple[T, T]], when: Callable[[T], date]) -> list[tuple[T, T]]:
    """Spans that touch or overlap as one, in order of time; `when` says when an end is (a day, or a moment)."""
    found: list[tuple[T, T]] = []
    for start, end in sorted(spans, key=lambda span: when(span[0])):
        if found and when(start) <= when(found[-1][1]):
            found[-1] = (found[-1][0], max(found[-1][1], end, key=when))
        else:
            found.append((start, end))
    return found
