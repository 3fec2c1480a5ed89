"""Progress on a terminal while work goes on; nothing where nobody looks."""

from collections.abc import Iterator, Sequence
from contextlib import AbstractContextManager, nullcontext
from typing import Protocol, TypeVar

from rich.console import Console
from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn, TimeElapsedColumn

T = TypeVar("T")


class Track(Protocol):
    """Hands items on, one by one, and may show how far it is."""

    def __call__(self, items: Sequence[T], what: str) -> Iterator[T]:
        """The items; `what` says what is done with them."""
        ...


def silent(items: Sequence[T], what: str) -> Iterator[T]:
    """The items, and nothing shown."""
    return iter(items)


def shown(console: Console) -> Track:
    """Progress on this terminal; silent when it is none."""
    if not console.is_terminal:
        return silent

    def track(items: Sequence[T], what: str) -> Iterator[T]:
        columns = (TextColumn("{task.description:<22}"), BarColumn(), MofNCompleteColumn(), TimeElapsedColumn())
        with Progress(*columns, console=console, transient=True) as progress:
            yield from progress.track(items, description=what)

    return track


def working(console: Console, what: str) -> AbstractContextManager[object]:
    """Says on this terminal what is being done, while nobody knows how long it takes; nothing when it is none."""
    return console.status(what) if console.is_terminal else nullcontext()
