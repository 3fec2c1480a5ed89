"""How a fact is told: a stable code, a sentence, and why it came about."""

from collections.abc import Callable, Iterable
from decimal import Decimal
from typing import Any

from attrs import frozen

from otcore.values.decimals import plain


def _unsaid(fact: Any) -> str:
    return ""


@frozen
class Sentence:
    """`what` is public and keeps its meaning; the messages of `ports.messages` use the same names.

    `again`: another aggregate tells of it too, and says more; a time-line leaves it out.
    """

    what: str
    text: Callable[[Any], str]
    why: Callable[[Any], str] = _unsaid
    again: bool = False


def reason(fact: Any) -> str:
    """The reason that a fact names."""
    text: str = fact.reason
    return text


def quantities(lines: Iterable[tuple[str, Decimal]]) -> str:
    """`line 1: 4, line 2: 0.5`."""
    return ", ".join(f"line {line}: {plain(quantity)}" for line, quantity in lines)


def counted(count: int, one: str) -> str:
    """`1 line`, `2 lines`."""
    return f"{count} {one}" if count == 1 else f"{count} {one}s"
