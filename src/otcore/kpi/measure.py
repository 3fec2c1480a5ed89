"""A figure that is a quotient, with everything it was made from."""

from datetime import date
from decimal import Decimal
from fractions import Fraction
from typing import Generic, Protocol, TypeVar

from attrs import frozen

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


S_co = TypeVar("S_co", bound=Printing, covariant=True)


@frozen
class Measure(Generic[S_co]):
    """numerator / denominator x factor, by a specification.

    Where the figure has no meaning there is no value, and `reason` is the stable code of why.
    """

    spec: S_co
    as_of: date
    numerator: Money
    denominator: Money
    factor: int
    reason: str = ""

    @property
    def value(self) -> Fraction | None:
        """The exact figure, unrounded; None with a reason."""
        if self.reason:
            return None
        return Fraction(self.numerator.minor * self.factor, self.denominator.minor)

    @property
    def printed(self) -> Decimal | None:
        """The figure rounded once, from the exact one, as the specification says; None with a reason."""
        if self.reason:
            return None
        scaled = self.numerator.minor * self.factor * 10**self.spec.places
        return EXACT.scaleb(round_ratio(scaled, self.denominator.minor, self.spec.rounding), -self.spec.places)
