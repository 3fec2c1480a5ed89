"""Targets: what a figure should be, what it is, the gap, and where it goes."""

from collections.abc import Callable, Sequence
from datetime import date
from decimal import Decimal
from enum import StrEnum
from fractions import Fraction
from typing import Any

from attrs import Attribute, field, frozen

from otcore.kpi.measure import Measure, printed
from otcore.values.decimals import decimal_of
from otcore.values.faults import Invalid


class Better(StrEnum):
    """Which way a figure gets better."""

    LOWER = "lower"
    HIGHER = "higher"


class Trend(StrEnum):
    """Where a figure went since the past end before."""

    BETTER = "better"
    WORSE = "worse"
    SAME = "same"
    UNKNOWN = "unknown"  # there was no figure then, or there is none now


def _number(value: "str | int | Decimal") -> Decimal:
    return decimal_of(value, what="target", max_places=9)


@frozen
class Target:
    """What a figure should be, in its own unit; met at the value itself."""

    value: Decimal = field(converter=_number)
    better: Better = Better.LOWER


@frozen
class Gap:
    """A figure beside its target. `measures`: of past ends, the oldest first, and of the day itself, the last.

    Law: gap = actual - target, exactly; None where there is no figure.
    """

    target: Target
    measures: tuple[Measure[Any, Any], ...] = field()

    @measures.validator
    def _some(
        self, attribute: "Attribute[tuple[Measure[Any, Any], ...]]", measures: tuple[Measure[Any, Any], ...]
    ) -> None:
        if not measures:
            raise Invalid.one("TARGET_MEASURES", "a gap needs a figure")

    @property
    def actual(self) -> Measure[Any, Any]:
        """The figure of the day."""
        return self.measures[-1]

    @property
    def gap(self) -> Fraction | None:
        """Actual less target: above zero where it is higher."""
        value = self.actual.value
        return None if value is None else value - Fraction(self.target.value)

    @property
    def printed(self) -> Decimal | None:
        """The gap, rounded once as the figure is."""
        return None if self.gap is None else printed(self.gap, self.actual.spec)

    @property
    def met(self) -> bool | None:
        """Whether the target is reached; None where there is no figure."""
        if self.gap is None:
            return None
        return self.gap <= 0 if self.target.better is Better.LOWER else self.gap >= 0

    @property
    def change(self) -> Fraction | None:
        """The figure less that of the end before; None where one of them is missing."""
        if len(self.measures) == 1:
            return None
        before, now = self.measures[-2].value, self.actual.value
        return None if before is None or now is None else now - before

    @property
    def trend(self) -> Trend:
        """Whether the change is for the better."""
        change = self.change
        if change is None:
            return Trend.UNKNOWN
        if not change:
            return Trend.SAME
        return Trend.BETTER if (change < 0) is (self.target.better is Better.LOWER) else Trend.WORSE


def against(target: Target, figure: Callable[[date], Measure[Any, Any]], ends: Sequence[date]) -> Gap:
    """A figure of several days, the last is the one asked for, beside its target.

    Raises `Invalid` TARGET_MEASURES without a day.
    """
    return Gap(target, tuple(figure(day) for day in sorted(ends)))
