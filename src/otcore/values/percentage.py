"""A part in a hundred."""

from decimal import Decimal
from typing import final

from attrs import field, frozen

from otcore.values.decimals import EXACT, decimal_of, plain
from otcore.values.faults import Invalid

_HIGHEST = 1000


def _value(value: str | int | Decimal) -> Decimal:
    number = decimal_of(value, what="percentage")
    if not 0 <= number <= _HIGHEST:
        raise Invalid.one("PERCENTAGE_RANGE", f"percentage {number} is not within 0 to {_HIGHEST}", value=number)
    return number


@final
@frozen(order=True)
class Percentage:
    """0 to 1000 percent: `Percentage("25")` is 25 %.

    Raises `Invalid` PERCENTAGE_RANGE and the codes of `decimal_of`.
    """

    value: Decimal = field(converter=_value)

    def of(self, value: Decimal) -> Decimal:
        """value x percentage / 100, unrounded."""
        return EXACT.scaleb(EXACT.multiply(value, self.value), -2)

    def __str__(self) -> str:
        return f"{plain(self.value)} %"
