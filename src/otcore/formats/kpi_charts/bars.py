"""Bars over time: side by side, or one upon the other."""

from collections.abc import Callable, Iterator, Sequence
from fractions import Fraction

from attrs import frozen

from otcore.formats.kpi_charts.chart import BOTTOM, TOP, Axis, Key, Words, panel
from otcore.formats.kpi_charts.scale import Scale, middle, pixels, scale_of, wide
from otcore.formats.markup import Markup, tag

_ROOM = Fraction(7, 10)  # of a month's column is for its bars
_WIDEST = Fraction(1, 8)  # of the chart: a few months make no blocks
_LEAST = 10  # tenths of a pixel: what is not zero is seen


@frozen
class Bars:
    """An amount for every month."""

    class_: str
    values: tuple[Fraction, ...]


def pairs_chart(words: Words, keys: Sequence[Key], bars: Sequence[Bars], label: Callable[[Fraction], str]) -> Markup:
    """The bars of a month side by side; below the line what is negative."""
    scale = scale_of([value for each in bars for value in each.values], TOP, BOTTOM)
    count = len(words.months)
    room = _room(count)
    drawn: list[Markup] = []
    for nth, each in enumerate(bars):
        for place, value in enumerate(each.values):
            left = middle(place, count) - room / 2 + nth * room / len(bars)
            drawn += _bar(each.class_, left, room / len(bars), (Fraction(0), value), scale)
    return panel(words, keys, Axis(scale, label), drawn)


def stack_chart(words: Words, keys: Sequence[Key], bars: Sequence[Bars], label: Callable[[Fraction], str]) -> Markup:
    """The parts of a month one upon the other, the first at the bottom; what is negative hangs below the line."""
    count = len(words.months)
    stacks = [_stack([each.values[place] for each in bars]) for place in range(count)]
    ends = [end for stack in stacks for part in stack for end in part]
    scale = scale_of(ends, TOP, BOTTOM)
    drawn: list[Markup] = []
    for place, stack in enumerate(stacks):
        left = middle(place, count) - _room(count) / 2
        for each, part in zip(bars, stack, strict=True):
            drawn += _bar(each.class_, left, _room(count), part, scale)
    return panel(words, keys, Axis(scale, label), drawn)


def _room(count: int) -> Fraction:
    """How wide the bars of a month are together, as a share of the chart."""
    return min(_ROOM / count, _WIDEST)


def _stack(values: Sequence[Fraction]) -> list[tuple[Fraction, Fraction]]:
    """From where to where each part goes."""
    above = below = Fraction(0)
    parts = []
    for value in values:
        start = above if value >= 0 else below
        parts.append((start, start + value))
        above, below = (start + value, below) if value >= 0 else (above, start + value)
    return parts


def _bar(
    class_: str, left: Fraction, width: Fraction, ends: tuple[Fraction, Fraction], scale: Scale
) -> Iterator[Markup]:
    if ends[0] == ends[1]:
        return
    low, high = (scale.tenths(end) for end in sorted(ends))
    height = max(low - high, _LEAST)
    yield tag("rect", class_=class_, x=wide(left), width=wide(width), y=pixels(low - height), height=pixels(height))
