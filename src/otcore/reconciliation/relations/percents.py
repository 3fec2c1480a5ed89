"""Percentages of what is owed: every amount that rounding makes of them."""

from collections.abc import Sequence

from attrs import frozen

from otcore.values.fast_init import fast_init
from otcore.values.rounding import round_ratio


@fast_init
@frozen
class Part:
    """A percentage of an item, in minor units: from `low` to `high`, as it is rounded, and `nearest` by the usual rule.

    Below 0 of a credit.
    """

    low: int
    high: int
    nearest: int


NO_PART = Part(0, 0, 0)


def part_of(amount: int, numerator: int, denominator: int) -> Part:
    """amount x numerator / denominator, rounded down, up, and half up."""
    down = amount * numerator // denominator
    up = -(-amount * numerator // denominator)
    return Part(down, up, round_ratio(amount * numerator, denominator))


def spread(parts: Sequence[Part], amount: int) -> list[int] | None:
    """Amounts within the parts that sum to `amount`: as if each was rounded, or their sum; None where none do.

    As near to the usual rule as it can be, the first parts bearing what differs. So a percentage is found whether it
    was rounded item by item or once.
    """
    more = amount - sum(part.nearest for part in parts)
    found = []
    for part in parts:
        room = min(more, part.high - part.nearest) if more > 0 else max(more, part.low - part.nearest)
        found.append(part.nearest + room)
        more -= room
    return None if more else found


def amounts_of(parts: Sequence[Part]) -> int:
    """How many amounts `spread` finds."""
    return 1 + sum(part.high - part.low for part in parts)
