"""The time-line and the next steps of an order as plain text, for terminals and mails."""

from collections.abc import Iterable, Iterator, Sequence
from datetime import UTC, time
from textwrap import wrap

from otcore.formats.visible import visible
from otcore.orders.steps import Step
from otcore.process.timeline import Entry

_NARROW = 20
"""A line has at least this much room beside what stands before it."""


def timeline_text(entries: Sequence[Entry], width: int = 100) -> str:
    """A line a fact, with its day and what the reason was; the hour where any fact has one, the actor where there are
    several. Times are UTC.
    """
    pattern = "%Y-%m-%d" if all(_midnight(entry) for entry in entries) else "%Y-%m-%d %H:%M"
    several = len({entry.actor for entry in entries}) > 1
    return "".join(line + "\n" for entry in entries for line in _entry(entry, pattern, several, width))


def steps_text(steps: Iterable[Step], width: int = 100) -> str:
    """What is possible; and what is not, a line for each code with the facts behind it."""
    known = tuple(steps)
    possible = _names(step for step in known if step.possible) or "nothing"
    refused: dict[str, list[Step]] = {}
    for step in known:
        if not step.possible:
            refused.setdefault(_why(step), []).append(step)
    lines = [*_hung("Possible: ", possible, width), *(["Not possible:"] if refused else [])]
    for why, those in refused.items():
        lines += _hung(f"  {why}: ", _names(those), width, indent=6)
    return "".join(line + "\n" for line in lines)


def _why(step: Step) -> str:
    return f"{step.code} ({step.reason})" if step.reason else step.code


def _entry(entry: Entry, pattern: str, with_actor: bool, width: int) -> Iterator[str]:
    day = entry.at.astimezone(UTC).strftime(pattern) + "  "
    who = f" ({entry.actor})" if with_actor and entry.actor else ""
    yield from _hung(day, entry.text + who, width)
    if entry.why:
        yield from _hung(" " * len(day) + "why: ", entry.why, width)


def _hung(before: str, text: str, width: int, indent: int | None = None) -> list[str]:
    """The text beside what stands before it, its further lines indented: under its first one unless stated."""
    under = " " * (len(before) if indent is None else indent)
    words = " ".join(visible(text).split())
    room = max(width, len(before) + _NARROW)
    return wrap(words, room, initial_indent=visible(before), subsequent_indent=under, break_on_hyphens=False)


def _names(steps: Iterable[Step]) -> str:
    """`close-order, propose-amendment (buyer, seller)`."""
    about: dict[str, list[str]] = {}
    for step in steps:
        about.setdefault(step.name, []).extend([step.about] if step.about else [])
    return ", ".join(f"{name} ({', '.join(those)})" if those else name for name, those in about.items())


def _midnight(entry: Entry) -> bool:
    return entry.at.astimezone(UTC).time() == time()
