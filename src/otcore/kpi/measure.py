"""A figure that is a quotient, with everything it was made from."""

from datetime import date
from decimal import Decimal
from fractions import Fraction
from typing import Generic, Protocol, TypeVar

from attrs import frozen

from otcore.kpi.population import UNCOUNTED, Population
from otcore.values.decimals import EXACT
from otcore.values.money import Money
from otcore.values.rounding import Rounding, round_ratio


class Printing(Protocol):
    """How a specification wants its figure printed."""

    @property
    def places(self) -> int:
        """Decimals."""
        ...

    @property
    def rounding(self) -> Rounding:
        """The mode, by name."""
        ...


Amount = Money | int | Fraction
"""A side of a quotient: money; a count, or money x days in minor units; days, exactly."""

S_co = TypeVar("S_co", bound=Printing, covariant=True)
A_co = TypeVar("A_co", bound=Amount, covariant=True)


@frozen
class Measure(Generic[S_co, A_co]):
    """numerator / denominator x factor, by a specification: `Measure[DsoSpec, Money]`.

    `factor`: days, or 100 for percent; a fraction where a year is cut into parts. It is 0 for a figure that is nothing
    by a rule of its specification, whatever the sides. Where the figure has no meaning there is no value, and `reason`
    is the stable code of why. `population` says what was counted and what was left out, and lists it.
    """

    spec: S_co
    as_of: date
    numerator: A_co
    denominator: A_co
    factor: int | Fraction
    reason: str = ""
    population: Population = UNCOUNTED

    @property
    def value(self) -> Fraction | None:
        """The exact figure, unrounded; None with a reason."""
        if self.reason:
            return None
        if not self.factor:
            return Fraction(0)
        return exact(self.numerator) * self.factor / exact(self.denominator)

    @property
    def printed(self) -> Decimal | None:
        """The figure rounded once, from the exact one, as the specification says; None with a reason."""
        value = self.value
        return None if value is None else printed(value, self.spec)


def exact(amount: Amount) -> Fraction:
    """The number: minor units of money."""
    return Fraction(amount.minor) if isinstance(amount, Money) else Fraction(amount)


def printed(value: Fraction, spec: Printing) -> Decimal:
    """A figure rounded once, as its specification says."""
    scaled = value * 10**spec.places
    return EXACT.scaleb(round_ratio(scaled.numerator, scaled.denominator, spec.rounding), -spec.places)
