"""One figure for many durations."""

from collections.abc import Sequence
from datetime import date
from enum import StrEnum
from fractions import Fraction

from otcore.kpi.measure import Measure
from otcore.kpi.orders.sample import P, Sample


class Statistic(StrEnum):
    """MEAN: sum / count. MEDIAN: the middle one, of an even count the mean of the two. P90: the smallest that at least
    90 % do not exceed (nearest rank).
    """

    MEAN = "mean"
    MEDIAN = "median"
    P90 = "p90"


def spread(spec: P, as_of: date, of: Sample, statistic: Statistic, nothing: str) -> Measure[P, Fraction]:
    """The statistic of a sample as a figure; a mean keeps its sum and its count."""
    values = sorted(of.values)
    if statistic is Statistic.MEAN:
        top, bottom = sum(values, Fraction(0)), Fraction(len(values))
    else:
        top, bottom = _ranked(values, statistic) if values else Fraction(0), Fraction(1)
    return Measure(spec, as_of, top, bottom, 1, "" if values else nothing, of.population)


def _ranked(values: Sequence[Fraction], statistic: Statistic) -> Fraction:
    if statistic is Statistic.P90:
        return values[-(-9 * len(values) // 10) - 1]
    middle = len(values) // 2
    return values[middle] if len(values) % 2 else (values[middle - 1] + values[middle]) / 2
