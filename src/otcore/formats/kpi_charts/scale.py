"""From values to places on a chart, in whole numbers: the same values give the same bytes."""

from collections.abc import Iterable
from fractions import Fraction

from attrs import frozen

from otcore.values.rounding import round_ratio

_TICKS = 4
_LITTLE = 4  # a fourth of the distance of ticks
_STEPS = (1, 2, 5, 10)
_WHOLE = 10_000  # widths are counted in ten-thousandths of the chart's


@frozen
class Scale:
    """A vertical axis from `low` to `high`: its ticks, and where a value stands between `top` and `bottom`."""

    low: Fraction
    high: Fraction
    ticks: tuple[Fraction, ...]
    top: int
    bottom: int

    def tenths(self, value: Fraction) -> int:
        """The place of a value, in tenths of a pixel from above."""
        share = (value - self.low) / (self.high - self.low)
        down = self.bottom * 10 - share * (self.bottom - self.top) * 10
        return round_ratio(down.numerator, down.denominator)

    def y(self, value: Fraction) -> str:
        """The same in pixels."""
        return pixels(self.tenths(value))


def scale_of(values: Iterable[Fraction], top: int, bottom: int) -> Scale:
    """An axis with round ticks that has zero and all values in it; what is a little beyond a tick needs no further."""
    all_values = [Fraction(0), *values]
    low, high = min(all_values), max(all_values)
    step = _step(high - low)
    first, last = _outermost(-low, step), max(_outermost(high, step), 1 - _outermost(-low, step))
    ticks = tuple(step * each for each in range(-first, last + 1))
    return Scale(min(low, ticks[0]), max(high, ticks[-1]), ticks, top, bottom)


def _outermost(value: Fraction, step: Fraction) -> int:
    """How many ticks there are on a side of zero."""
    whole, rest = divmod(value, step)
    return int(whole) + (rest * _LITTLE > step)


def _step(span: Fraction) -> Fraction:
    """The round distance of ticks: 1, 2 or 5 with zeros."""
    rough = span / _TICKS or Fraction(1, _TICKS)
    power = Fraction(1)
    while power > rough:
        power /= 10
    while power * 10 <= rough:
        power *= 10
    return power * next(step for step in _STEPS if power * step >= rough)


def pixels(tenths: int) -> str:
    """Tenths of a pixel as pixels: 125 is `12.5`."""
    sign = "-" if tenths < 0 else ""
    whole, part = divmod(abs(tenths), 10)
    return f"{sign}{whole}.{part}" if part else f"{sign}{whole}"


def wide(share: Fraction) -> str:
    """A share of the width: 1/4 is `25.00%`."""
    parts = _parts(share)
    return f"{parts // 100}.{parts % 100:02d}%"


def across(share: Fraction) -> int:
    """A share of the width in the units of a stretched drawing, which is ten thousand of them wide."""
    return _parts(share)


def middle(place: int, count: int) -> Fraction:
    """The middle of one of so many equal columns, as a share of the width."""
    return Fraction(2 * place + 1, 2 * count)


def _parts(share: Fraction) -> int:
    return round_ratio(share.numerator * _WHOLE, share.denominator)
