"""An invoice whose figures are explained: what was asked, how it was worked out, what is printed."""

from collections.abc import Iterable
from fractions import Fraction

from attrs import frozen

from otcore.invoicing.calculation.figures import Exact
from otcore.invoicing.calculation.totals import Totals
from otcore.invoicing.calculation.worksheet import Worksheet
from otcore.invoicing.explaining.step import Given, Kind, Step, written
from otcore.invoicing.inputs import InvoiceInput
from otcore.values.money import Money

SHARED = "shared out, so that the parts add up"
KEPT = "rounded in steps or shared out, as the profile keeps decimals more than it prints"


@frozen
class Explained:
    """Makes steps; exact numbers are of printed units, as on the worksheet."""

    invoice: InvoiceInput
    sheet: Worksheet
    totals: Totals

    def made(
        self,
        place: tuple[str, str],
        value: Money,
        kind: Kind,
        exact: Exact,
        formula: str,
        given: Iterable[Given] = (),
        rule: str = "",
    ) -> Step:
        """A figure at its place (pointer and name), and how it was rounded: not, by the mode, or shared out."""
        rounding = self._rounding(value, exact)
        return Step(*place, value, kind, formula, rule, tuple(given), self.major(exact), rounding)

    def given(self, name: str, value: Exact, figure: str = "", source: str = "") -> Given:
        """What goes in, in major units."""
        return Given(name, written(self.major(value)), figure, source)

    def units(self, money: Money) -> int:
        """A printed figure in printed units."""
        return money.minor // self.sheet.figures.step

    def named(self, supply: int) -> str:
        """What a supply is: a line, an allowance or a charge of the document."""
        lines = self.sheet.lines
        if supply < len(lines):
            return f"line {lines[supply].line.id}"
        asked = self.sheet.settled[supply - len(lines)].asked
        return asked.reason or ("charge" if asked.charge else "allowance")

    def place_of(self, supply: int) -> str:
        """The pointer of its net amount."""
        lines = len(self.sheet.lines)
        return f"/lines/{supply}/net" if supply < lines else f"/adjustments/{supply - lines}/amount"

    def major(self, value: Exact) -> Fraction:
        """Printed units as major units of the currency."""
        whole: int = 10**self.sheet.figures.digits
        return Fraction(value) / whole

    def mode(self, digits: int) -> str:
        """How the profile rounds to so many decimals, in words."""
        return f"rounded {self.sheet.figures.mode.value.replace('-', ' ')} to {digits} decimals"

    def _rounding(self, value: Money, exact: Exact) -> str:
        figures = self.sheet.figures
        printed = self.units(value)
        if printed == exact:
            return ""
        if printed == figures.whole(exact):
            return self.mode(figures.digits)
        return SHARED if figures.guard is None else KEPT
