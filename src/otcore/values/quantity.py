"""A quantity and its unit."""

import re
from collections.abc import Callable
from decimal import Decimal
from typing import final

from attrs import field, frozen

from otcore.values.decimals import EXACT, decimal_of, plain
from otcore.values.faults import Invalid

_TOO_LARGE = Decimal(10**18)
_SMALLEST = Decimal("0.000001")
_SANE = re.compile(r"-?[0-9]{1,18}(?:\.[0-9]{1,6})?")
# UN/ECE Recommendation 20 has codes of one to three signs; packages of Recommendation 21 are written with an X before.
_UNIT = re.compile(r"X?[A-Z0-9]{1,3}")


def _value(value: str | int | Decimal) -> Decimal:
    number = decimal_of(value, max_digits=64, max_places=64, what="quantity")
    if _SANE.fullmatch(str(number)):
        return number
    if abs(number) >= _TOO_LARGE:
        raise Invalid.one("QUANTITY_TOO_LARGE", f"quantity {number} has more than 18 digits before the point")
    cut = number.quantize(_SMALLEST, context=EXACT)
    if cut != number:
        raise Invalid.one("QUANTITY_TOO_PRECISE", f"quantity {number} has more than 6 decimals", value=number)
    return cut


def _unit(unit: str) -> str:
    if not _UNIT.fullmatch(unit):
        shown = ascii(unit[:40])
        raise Invalid.one("UNIT_FORMAT", f"{shown} is not a unit code of UN/ECE Recommendation 20", unit=shown)
    return unit


@final
@frozen(repr=False)
class Quantity:
    """So many of a unit, a UN/ECE Recommendation 20 code: `Quantity("10", "C62")` is ten pieces. It may be negative.

    At most 18 digits before the point and 6 decimals: `Invalid` QUANTITY_TOO_LARGE, QUANTITY_TOO_PRECISE, UNIT_FORMAT
    and the codes of `decimal_of`. Sums, differences and order need one unit on both sides, else `Invalid`
    UNIT_MISMATCH.
    """

    value: Decimal = field(converter=_value)
    unit: str = field(converter=_unit)

    @staticmethod
    def trusted(value: Decimal, unit: str) -> "Quantity":
        """A quantity from a value and unit known to be valid. Checks nothing, so that it is cheap."""
        quantity = _new(Quantity)
        _set_value(quantity, value)
        _set_unit(quantity, unit)
        return quantity

    def __add__(self, other: "Quantity") -> "Quantity":
        return _trusted(EXACT.add(self.value, self._same_unit(other).value), self.unit)

    def __sub__(self, other: "Quantity") -> "Quantity":
        return _trusted(EXACT.subtract(self.value, self._same_unit(other).value), self.unit)

    def __neg__(self) -> "Quantity":
        return _trusted(EXACT.minus(self.value), self.unit)

    def __bool__(self) -> bool:
        return bool(self.value)

    def __lt__(self, other: "Quantity") -> bool:
        return self.value < self._same_unit(other).value

    def __le__(self, other: "Quantity") -> bool:
        return self.value <= self._same_unit(other).value

    def __gt__(self, other: "Quantity") -> bool:
        return self.value > self._same_unit(other).value

    def __ge__(self, other: "Quantity") -> bool:
        return self.value >= self._same_unit(other).value

    def __str__(self) -> str:
        return f"{plain(self.value)} {self.unit}"

    def __repr__(self) -> str:
        return f"Quantity('{plain(self.value)}', '{self.unit}')"

    def _same_unit(self, other: "Quantity") -> "Quantity":
        if other.__class__ is not Quantity:
            raise TypeError(f"a Quantity cannot be taken together with {type(other).__name__}")
        if self.unit != other.unit:
            raise Invalid.one(
                "UNIT_MISMATCH",
                f"{self.unit} and {other.unit} cannot be taken together",
                left=self.unit,
                right=other.unit,
            )
        return other


_new = object.__new__
_trusted = Quantity.trusted
# A frozen class refuses `self.value = ...`; its slots are written directly.
_set_value: Callable[[Quantity, Decimal], None] = Quantity.__dict__["value"].__set__
_set_unit: Callable[[Quantity, str], None] = Quantity.__dict__["unit"].__set__
