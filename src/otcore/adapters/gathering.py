"""Reading the parts of a file: all of them are tried, and every fault is told at once."""

from collections.abc import Callable, Iterable
from typing import TypeVar

from otcore.values import Fault, Invalid

P = TypeVar("P")
T = TypeVar("T")

MOST_FAULTS = 100
"""After so many it is enough, and the rest is not tried."""


def gathered(parts: Iterable[P], read: Callable[[P], T]) -> tuple[T, ...]:
    """What `read` makes of each part. Raises one `Invalid` with the faults of them all, up to `MOST_FAULTS`."""
    found: list[T] = []
    faults: list[Fault] = []
    for part in parts:
        try:
            found.append(read(part))
        except Invalid as error:
            faults += error.faults
        if len(faults) >= MOST_FAULTS:
            break
    if faults:
        raise Invalid(*faults)
    return tuple(found)
