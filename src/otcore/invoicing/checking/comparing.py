"""Whether a stated figure is the one that follows, and by how much the official rules let it be another."""

from collections.abc import Iterator, Mapping
from decimal import Decimal

from attrs import frozen

from otcore.invoicing.checking.arithmetic import less, rounded
from otcore.invoicing.checking.difference import Difference, Tolerance
from otcore.invoicing.checking.figure import Figure
from otcore.invoicing.checking.stated import StatedInvoice
from otcore.values.currencies import DIGITS

STANDARD_PLACES = 2
"""EN 16931 has amounts with two decimals at most, whatever the currency (6.5.2, BR-DEC)."""

_WHOLE = "HUF"
"""The forint, which Hungary rounds to whole ones; ISO 4217 gives it two decimals."""


@frozen
class Slack:
    """How far the official rule lets a figure be off: less than `amount`, or up to it when `inclusive`.

    `sizes`: it compares sizes, whatever their signs, the calculated one rounded to two decimals.
    """

    amount: Decimal
    inclusive: bool = False
    sizes: bool = False

    def covers(self, stated: Decimal, exact: Decimal) -> bool:
        """Whether the figure is near enough."""
        if self.sizes:
            stated, exact = stated.copy_abs(), rounded(exact, STANDARD_PLACES).copy_abs()
        distance = less(stated, exact).copy_abs()
        return distance < self.amount or (self.inclusive and distance == self.amount)


@frozen
class Subject:
    """What a rule looks at: the invoice, how strictly, and the decimals that its amounts may be rounded to.

    `taxable` has, by category code and rate, what the lines, allowances and charges of the document add up to (the rate
    None where none is stated); `categories` the same by category code alone.
    """

    stated: StatedInvoice
    tolerance: Tolerance
    places: tuple[int, ...]
    taxable: Mapping[tuple[str, Decimal | None], Decimal]
    categories: Mapping[str, Decimal]

    @property
    def lenient(self) -> bool:
        """Whether the official slack is given."""
        return self.tolerance is Tolerance.OFFICIAL

    def compare(
        self, rule: str, figure: Figure, exact: Decimal | None, slack: Slack | None = None, *, rounds: bool
    ) -> Iterator[Difference]:
        """A difference, unless the figure is the exact result, or (`rounds`) that result rounded once.

        `exact` is None when it cannot be known; that is a difference where a figure is stated nevertheless. Under
        official tolerance a figure within `slack` passes too.
        """
        if figure.value is None and exact is None:
            return
        if figure.value is None or exact is None or not self._agree(figure.value, exact, slack, rounds):
            yield Difference(rule, figure.path, figure.text or None, self._shown(exact, rounds), figure.line)

    def _agree(self, stated: Decimal, exact: Decimal, slack: Slack | None, rounds: bool) -> bool:
        if stated == exact or (rounds and any(stated == rounded(exact, places) for places in self.places)):
            return True
        return self.lenient and slack is not None and slack.covers(stated, exact)

    def _shown(self, exact: Decimal | None, rounds: bool) -> Decimal | None:
        """As it would be printed; with every decimal that it has where they make the difference."""
        if exact is None:
            return None
        printed = rounded(exact, self.places[0])
        return printed if rounds or printed == exact else exact


def places_of(currency: str) -> tuple[int, ...]:
    """The decimals that an amount may be rounded to, the usual first.

    Those of the standard; and those of the currency (ISO 4217, or as its country rounds), since nobody can pay half a
    yen.
    """
    if currency == _WHOLE:
        return STANDARD_PLACES, 0
    own = DIGITS.get(currency, STANDARD_PLACES)
    return (own,) if own == STANDARD_PLACES else (min(own, STANDARD_PLACES), max(own, STANDARD_PLACES))
