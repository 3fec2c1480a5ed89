"""A figure's way to where it is now, as small as a word."""

from collections.abc import Sequence
from fractions import Fraction

from otcore.formats.kpi_charts.lines import points, runs, stretched
from otcore.formats.kpi_charts.scale import Scale, middle, wide
from otcore.formats.markup import Markup, tag

_HEIGHT, _PAD = 36, 4


def spark(values: Sequence[Fraction | None]) -> Markup:
    """A line from its lowest to its highest value, with a dot on the last; nothing where there are not two values."""
    known = [value for value in values if value is not None]
    if len(known) < 2 or values[-1] is None:  # a line has two ends
        return Markup("")
    low, high = min(known), max(known)
    scale = Scale(low, high if high > low else low + 1, (), _PAD, _HEIGHT - _PAD)
    count = len(values)
    lines = (
        tag("polyline", class_="way", points=points(run, count, scale), vector_effect="non-scaling-stroke")
        for run in runs(values)
    )
    dot = tag("circle", class_="now", cx=wide(middle(count - 1, count)), cy=scale.y(values[-1]), r=3)
    inside = stretched(*lines, height=_HEIGHT)
    return tag("svg", inside, dot, class_="spark", width="100%", height=_HEIGHT, aria_hidden="true")
