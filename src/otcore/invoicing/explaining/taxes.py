"""Why a tax is what it is."""

from collections.abc import Iterable, Iterator, Sequence
from fractions import Fraction

from otcore.invoicing.calculation.due import DueOther, DueVat
from otcore.invoicing.category_rules import CATEGORY_RULES
from otcore.invoicing.explaining.explained import Explained
from otcore.invoicing.explaining.step import Given, Kind, Step
from otcore.values.decimals import plain
from otcore.values.money import Money
from otcore.values.other_tax import VAT


def vat_steps(case: Explained) -> Iterator[Step]:
    """What VAT is due on, and how much it is, by category and rate."""
    rows = zip(case.totals.subtotals, case.sheet.due.vat, case.sheet.payment.sums.vat, strict=True)
    for index, (printed, due, posted) in enumerate(rows):
        at, category = f"/subtotals/{index}", printed.category
        bearing = [
            (number, [tax.scheme for tax in supply.taxes if tax.taxed])
            for number, supply in enumerate(case.sheet.supplies)
            if (supply.category.code, supply.category.rate) == (category.code, category.rate)
        ]
        place = (f"{at}/taxable", f"Taxable at {category} (BT-116)")
        rule = f"BR-{CATEGORY_RULES[category.code]}-08"
        yield case.made(place, printed.taxable, Kind.SUM, due.taxable, "all that bears it", _bases(case, bearing), rule)
        yield _vat(case, at, due, posted, printed.tax, [number for number, _ in bearing])


def other_steps(case: Explained) -> Iterator[Step]:
    """The same for every tax beside VAT."""
    for index, (printed, due) in enumerate(zip(case.totals.taxes, case.sheet.payment.sums.others, strict=True)):
        at, tax = f"/taxes/{index}", printed.tax
        bearing = [(number, tax.on) for number, supply in enumerate(case.sheet.supplies) if tax in supply.taxes]
        place = (f"{at}/taxable", f"Taxable with {tax}")
        yield case.made(place, printed.taxable, Kind.SUM, due.taxable, "all that bears it", _bases(case, bearing))
        yield _other(case, at, due, printed.amount, [number for number, _ in bearing])


def _vat(case: Explained, at: str, due: DueVat, posted: DueVat, amount: Money, bearing: Sequence[int]) -> Step:
    place = (f"{at}/tax", f"VAT {due.category} (BT-117)")
    if posted.amount != due.amount:
        given = [case.given("tax", due.amount), case.given("rounding difference", posted.amount - due.amount)]
        return case.made(place, amount, Kind.SUM, posted.amount, "tax + the difference posted to it", given)
    if case.invoice.profile.tax_per_line:
        return _by_supply(case, place, amount, VAT, bearing)
    given = [
        case.given("taxable", due.taxable, f"{at}/taxable"),
        Given("percent", plain(due.category.rate)),
    ]
    exact = due.taxable * Fraction(due.category.rate) / 100
    return case.made(place, amount, Kind.PRODUCT, exact, "taxable x rate / 100", given, "BR-CO-17")


def _other(case: Explained, at: str, due: DueOther, amount: Money, bearing: Sequence[int]) -> Step:
    place = (f"{at}/amount", str(due.tax))
    if due.tax.rate is None or case.invoice.profile.tax_per_line:
        return _by_supply(case, place, amount, due.tax.scheme, bearing)
    given = [case.given("taxable", due.taxable, f"{at}/taxable"), Given("percent", plain(due.tax.rate))]
    exact = due.taxable * Fraction(due.tax.rate) / 100
    return case.made(place, amount, Kind.PRODUCT, exact, "taxable x rate / 100", given)


def line_tax_steps(case: Explained) -> Iterator[Step]:
    """The VAT of each line, where the profile takes it by line."""
    for at, (total, supply) in enumerate(zip(case.totals.lines, case.sheet.supplies, strict=False)):
        if total.tax is not None:
            base = case.sheet.nets[at] + sum(
                [case.sheet.due.on_supplies[at][tax.scheme] for tax in supply.taxes if tax.taxed]
            )
            rate = supply.category.rate
            given = [case.given("taxable", base), Given("percent", plain(rate))]
            place, exact = (f"/lines/{at}/tax", f"VAT of line {total.id}"), base * Fraction(rate) / 100
            yield case.made(place, total.tax, Kind.PRODUCT, exact, "taxable x rate / 100", given)


def _by_supply(case: Explained, place: tuple[str, str], amount: Money, scheme: str, bearing: Sequence[int]) -> Step:
    """The sum of what each line, allowance and charge bears of a tax."""
    shares = [case.sheet.due.on_supplies[number][scheme] for number in bearing]
    given = [case.given(case.named(number), share) for number, share in zip(bearing, shares, strict=True)]
    return case.made(place, amount, Kind.SUM, sum(shares), "the sum of what each bears", given)


def _bases(case: Explained, bearing: Iterable[tuple[int, Iterable[str]]]) -> Iterator[Given]:
    """Net amounts, and the other taxes on them that are taxed too."""
    for number, schemes in bearing:
        yield case.given(case.named(number), case.sheet.nets[number], case.place_of(number))
        for scheme in schemes:
            share = case.sheet.due.on_supplies[number][scheme]
            yield case.given(f"{scheme} of {case.named(number)}", share)
