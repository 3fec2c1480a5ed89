"""Lines over time: a figure that was not defined leaves a gap."""

from collections.abc import Callable, Iterator, Sequence
from fractions import Fraction
from itertools import groupby

from attrs import frozen

from otcore.formats.kpi_charts.chart import BOTTOM, HEIGHT, TOP, Axis, Key, Words, panel
from otcore.formats.kpi_charts.scale import Scale, across, middle, pixels, scale_of, wide
from otcore.formats.markup import Markup, tag

_DOT = 3


@frozen
class Line:
    """A figure at every month's end; None where it has no value."""

    class_: str
    values: tuple[Fraction | None, ...]


def line_chart(
    words: Words,
    keys: Sequence[Key],
    lines: Sequence[Line],
    label: Callable[[Fraction], str],
    target: Fraction | None = None,
    between: bool = False,
) -> Markup:
    """Lines with a dot at each value, and a dashed one for a target. `between`: what lies between the first two is
    filled.
    """
    known = [value for line in lines for value in line.values if value is not None]
    scale = scale_of([*known, *([] if target is None else [target])], TOP, BOTTOM)
    drawn = [*_stretched(lines, scale, between)]
    if target is not None:
        y = scale.y(target)
        drawn.append(tag("line", class_="target", x1=0, x2="100%", y1=y, y2=y))
    drawn += [dot for line in lines for dot in _dots(line, scale)]
    return panel(words, keys, Axis(scale, label), drawn)


def runs(values: Sequence[Fraction | None]) -> Iterator[list[tuple[int, Fraction]]]:
    """The stretches without a gap, each value with its place."""
    for known, group in groupby(enumerate(values), lambda pair: pair[1] is not None):
        if known:
            yield [(place, value) for place, value in group if value is not None]


def points(run: Sequence[tuple[int, Fraction]], count: int, scale: Scale) -> str:
    """The points of a stretched drawing."""
    return " ".join(f"{across(middle(place, count))},{pixels(scale.tenths(value))}" for place, value in run)


def stretched(*children: Markup, height: int) -> Markup:
    """A drawing that is stretched to the width of the page, its lines not."""
    return tag("svg", *children, width="100%", height=height, viewBox=f"0 0 10000 {height}", preserveAspectRatio="none")


def _stretched(lines: Sequence[Line], scale: Scale, between: bool) -> Iterator[Markup]:
    inside = list(_between(lines[0], lines[1], scale)) if between else []
    for line in lines:
        for run in runs(line.values):
            told = points(run, len(line.values), scale)
            inside.append(tag("polyline", class_=line.class_, points=told, vector_effect="non-scaling-stroke"))
    yield stretched(*inside, height=HEIGHT)


def _between(first: Line, second: Line, scale: Scale) -> Iterator[Markup]:
    pairs = zip(first.values, second.values, strict=True)
    both = [None if one is None or other is None else one for one, other in pairs]
    for run in runs(both):
        back = [(place, second.values[place] or Fraction(0)) for place, _ in reversed(run)]
        count = len(first.values)
        yield tag("polygon", class_="between", points=f"{points(run, count, scale)} {points(back, count, scale)}")


def _dots(line: Line, scale: Scale) -> Iterator[Markup]:
    count = len(line.values)
    for place, value in enumerate(line.values):
        if value is not None:
            yield tag("circle", class_=line.class_, cx=wide(middle(place, count)), cy=scale.y(value), r=_DOT)
