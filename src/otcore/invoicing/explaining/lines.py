"""Why a line comes to what it does."""

from collections.abc import Iterator, Sequence
from decimal import Decimal
from fractions import Fraction

from otcore.invoicing.adjustments import AllowanceCharge
from otcore.invoicing.calculation.billed import BilledLine, Settled
from otcore.invoicing.calculation.figures import Exact
from otcore.invoicing.calculation.supplies import is_included
from otcore.invoicing.explaining.explained import Explained
from otcore.invoicing.explaining.extending import extended
from otcore.invoicing.explaining.step import Given, Kind, Step
from otcore.invoicing.lines import LineTotal
from otcore.values.decimals import plain
from otcore.values.money import Money
from otcore.values.other_tax import OtherTax
from otcore.values.tax import TaxCategory

NO_UNITS = Decimal(0)
"""Where nothing is counted: allowances and charges of a document state their own units."""

WITHOUT_TAX = "what is left without the tax it includes, a part of all that is taxed alike"


def line_steps(case: Explained, line: BilledLine, total: LineTotal, net: Exact, at: str) -> Iterator[Step]:
    """Every figure of a line and its sub-lines; `net` is its exact net amount."""
    yield _gross(case, line, total, at)
    for index, settled in enumerate(line.settled):
        place, quantity = f"{at}/adjustments/{index}", line.line.quantity.value
        yield from adjustment_steps(case, settled, total.adjustments[index], place, f"{at}/gross", quantity)
    yield from _amounts(case, line, total, net, at)
    for index, (part, printed) in enumerate(zip(line.parts, total.parts, strict=True)):
        share = part.amount if not case.invoice.tax_included else case.units(printed.net)
        yield from line_steps(case, part, printed, share, f"{at}/parts/{index}")


def adjustment_steps(
    case: Explained, settled: Settled, printed: AllowanceCharge, at: str, base: str, quantity: Decimal = NO_UNITS
) -> Iterator[Step]:
    """The amount of an allowance or a charge, and the base of its percentage."""
    name = settled.asked.reason or ("Charge" if settled.asked.charge else "Allowance")
    yield adjustment(case, settled, printed.amount, (f"{at}/amount", name), base, quantity)
    if printed.base is not None and settled.base is not None:
        of = [case.given("of", settled.base, base if _is_of_all(settled) else "")]
        place = (f"{at}/base", f"Base of {name}")
        yield case.made(place, printed.base, Kind.SUM, settled.base, "what the percentage is of", of)


def adjustment(
    case: Explained, settled: Settled, amount: Money, place: tuple[str, str], base: str, quantity: Decimal = NO_UNITS
) -> Step:
    """What an allowance or a charge comes to: stated, a percentage, or so much for each unit of a `quantity`."""
    asked = settled.asked
    if settled.base is not None and asked.percent is not None:
        of = case.given("base", settled.base, base if _is_of_all(settled) else "")
        exact = settled.base * Fraction(asked.percent) / 100
        given = [of, Given("percent", plain(asked.percent))]
        return case.made(place, amount, Kind.PRODUCT, exact, "base x percent / 100", given, "PEPPOL-EN16931-R040")
    if asked.per_unit is not None:
        units = quantity if asked.units is None else asked.units
        return extended(case, place, amount, asked.per_unit, units)
    return case.made(place, amount, Kind.STATED, settled.amount, "as stated")


def _is_of_all(settled: Settled) -> bool:
    """Whether the percentage is of the whole line or all lines, as they are before any allowance or charge."""
    return settled.asked.base is None and not settled.asked.running


def _gross(case: Explained, line: BilledLine, total: LineTotal, at: str) -> Step:
    place = (f"{at}/gross", f"Gross of line {total.id}")
    if line.parts:
        parts = [
            case.given(f"sub-line {part.line.id}", part.amount, f"{at}/parts/{index}/net")
            for index, part in enumerate(line.parts)
        ]
        return case.made(place, total.gross, Kind.SUM, line.gross, "the sum of its sub-lines", parts)
    return extended(case, place, total.gross, line.line.price, line.line.quantity.value, at)


def _amounts(case: Explained, line: BilledLine, total: LineTotal, net: Exact, at: str) -> Iterator[Step]:
    """gross - allowances + charges (BT-131); where prices include tax that is the amount with tax."""
    given = [case.given("gross", line.gross, f"{at}/gross"), *signed(case, line.settled, at)]
    formula = "gross - allowances + charges"
    name = f"Net amount of line {total.id} (BT-131)"
    if total.with_tax is None:
        yield case.made((f"{at}/net", name), total.net, Kind.SUM, line.amount, formula, given, "PEPPOL-EN16931-R120")
        return
    with_tax = (f"{at}/with_tax", f"Line {total.id} with tax")
    yield case.made(with_tax, total.with_tax, Kind.SUM, line.amount, formula, given)
    gross = case.given("with tax", line.amount, f"{at}/with_tax")
    given = [gross, *included(line.line.tax, line.line.taxes)]
    yield case.made((f"{at}/net", name), total.net, Kind.SHARE, net, WITHOUT_TAX, given)


def included(category: TaxCategory, taxes: Sequence[OtherTax]) -> Iterator[Given]:
    """The taxes that a price with tax includes."""
    yield Given("VAT in percent", plain(category.rate))
    for tax in filter(is_included, taxes):
        if tax.rate is not None:
            yield Given(f"{tax.scheme} in percent", plain(tax.rate))
        elif tax.per_unit is not None:
            yield Given(f"{tax.scheme} for a unit", plain(tax.per_unit.amount))


def signed(case: Explained, settled: Sequence[Settled], at: str) -> Iterator[Given]:
    """Allowances and charges with their signs."""
    for index, each in enumerate(settled):
        name = each.asked.reason or ("charge" if each.asked.charge else "allowance")
        yield case.given(name, each.signed, f"{at}/adjustments/{index}/amount")
