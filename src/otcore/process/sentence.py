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


def good_and_spoilt(lines: Iterable[tuple[str, Decimal, Decimal]]) -> tuple[str, ...]:
    """What came back by line, good and spoilt: `("good: line 1: 4", "spoilt: line 2: 1")`; or one of them."""
    came = tuple(lines)
    good = quantities((line, quantity) for line, quantity, _ in came if quantity)
    spoilt = quantities((line, quantity) for line, _, quantity in came if quantity)
    return (*((f"good: {good}",) if good else ()), *((f"spoilt: {spoilt}",) if spoilt else ()))


def counted(count: int, one: str) -> str:
    """`1 line`, `2 lines`."""
    return f"{count} {one}" if count == 1 else f"{count} {one}s"
