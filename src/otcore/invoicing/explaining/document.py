"""Why the totals of a document are what they are."""

from collections.abc import Iterator
from fractions import Fraction

from otcore.invoicing.calculation.billed import Settled
from otcore.invoicing.calculation.figures import Exact
from otcore.invoicing.explaining.explained import Explained
from otcore.invoicing.explaining.lines import WITHOUT_TAX, adjustment, adjustment_steps, included
from otcore.invoicing.explaining.step import Given, Kind, Step
from otcore.values.currencies import digits
from otcore.values.decimals import plain
from otcore.values.other_tax import TaxKind


def sum_steps(case: Explained) -> Iterator[Step]:
    """Lines, allowances and charges, and what they come to."""
    sums, totals, sheet = case.sheet.payment.sums, case.totals, case.sheet
    lines = [case.given(case.named(at), sheet.nets[at], case.place_of(at)) for at in range(len(sheet.lines))]
    if rest := sums.line_net - sum(sheet.nets[: len(sheet.lines)]):
        lines.append(case.given("what keeps the gross", rest))
    place = ("/line_net", "Sum of the lines (BT-106)")
    yield case.made(place, totals.line_net, Kind.SUM, sums.line_net, "the sum of the lines", lines, "BR-CO-10")
    for index, settled in enumerate(sheet.settled):
        yield from _adjustment(case, settled, index)
    yield _of_document(case, False)
    yield _of_document(case, True)
    given = [
        case.given("lines", sums.line_net, "/line_net"),
        case.given("allowances", -sums.allowances, "/allowances"),
        case.given("charges", sums.charges, "/charges"),
    ]
    place, formula = ("/tax_exclusive", "Without tax (BT-109)"), "BT-106 - BT-107 + BT-108"
    yield case.made(place, totals.tax_exclusive, Kind.SUM, sums.exclusive, formula, given, "BR-CO-13")


def _adjustment(case: Explained, settled: Settled, index: int) -> Iterator[Step]:
    """What it comes to; where prices include tax, with the tax and without."""
    printed, at = case.totals.adjustments[index], f"/adjustments/{index}"
    if printed.with_tax is None:
        yield from adjustment_steps(case, settled, printed, at, "/line_net")
        return
    yield adjustment(case, settled, printed.with_tax, (f"{at}/with_tax", case.named(len(case.sheet.lines) + index)), "")
    net = case.sheet.nets[len(case.sheet.lines) + index]
    assert settled.asked.tax is not None  # an `InvoiceInput` is checked when made
    rates = included(settled.asked.tax, settled.asked.taxes)
    given = [case.given("with tax", settled.amount, f"{at}/with_tax"), *rates]
    place, exact = (f"{at}/amount", "The same without tax"), net if settled.asked.charge else -net
    yield case.made(place, printed.amount, Kind.SHARE, exact, WITHOUT_TAX, given)


def tax_sum_steps(case: Explained) -> Iterator[Step]:
    """The taxes together, and the amount with tax."""
    sums, totals = case.sheet.payment.sums, case.totals
    parts = [case.given(str(each.category), each.amount, f"/subtotals/{at}/tax") for at, each in enumerate(sums.vat)]
    yield case.made(("/tax", "VAT (BT-110)"), totals.tax, Kind.SUM, sums.tax, "the sum of BT-117", parts, "BR-CO-14")
    for value, figure, name, kind in (
        (totals.other_taxes, "/other_taxes", "Other taxes", TaxKind.ADDED),
        (totals.withheld, "/withheld", "Withheld", TaxKind.WITHHELD),
    ):
        if value is not None:
            of_kind = list(_of_kind(case, kind))
            exact = sums.of_kind(kind) or 0
            yield case.made((figure, name), value, Kind.SUM, exact, f"the sum of taxes that are {kind.value}", of_kind)
    if totals.tax_included is not None:
        included = [*parts, *_of_kind(case, TaxKind.ADDED, in_prices=True)]
        place = ("/tax_included", "Tax in the prices")
        yield case.made(place, totals.tax_included, Kind.SUM, sums.included, "the taxes that prices include", included)
    yield from _accounted(case)
    given = [case.given("without tax", sums.exclusive, "/tax_exclusive"), case.given("VAT", sums.tax, "/tax")]
    if added := sums.of_kind(TaxKind.ADDED):
        given.append(case.given("other taxes", added, "/other_taxes"))
    place, formula = ("/tax_inclusive", "With tax (BT-112)"), "BT-109 + BT-110 + other taxes"
    yield case.made(place, totals.tax_inclusive, Kind.SUM, sums.inclusive, formula, given, "BR-CO-15")


def payment_steps(case: Explained) -> Iterator[Step]:
    """What is paid already, rounded in cash, and due."""
    payment, totals, invoice = case.sheet.payment, case.totals, case.invoice
    stated = 0 if invoice.prepaid is None else case.units(invoice.prepaid)
    advances = [
        case.given(each.description or each.reference or "advance", case.units(each.amount), f"/advances/{at}/amount")
        for at, each in enumerate(totals.advances)
    ]
    given = [case.given("stated", stated, source="/prepaid"), *advances]
    place = ("/prepaid", "Prepaid (BT-113)")
    yield case.made(place, totals.prepaid, Kind.SUM, payment.prepaid, "what was paid before", given)
    if totals.third_party is not None:
        others = [
            case.given(
                each.description or each.kind or "for others", case.units(each.amount), source=f"/third_party/{at}"
            )
            for at, each in enumerate(invoice.third_party)
        ]
        place = ("/third_party", "Collected for others")
        yield case.made(place, totals.third_party, Kind.SUM, payment.third_party, "the sum of it", others)
    for at, advance in enumerate(totals.advances):
        place = (f"/advances/{at}/amount", advance.description or advance.reference or "Advance")
        yield case.made(place, advance.amount, Kind.STATED, case.units(advance.amount), *_advance(case, at))
    yield _rounding(case)
    given = [
        case.given("with tax", payment.sums.inclusive, "/tax_inclusive"),
        *_if(case, "withheld", -payment.sums.withheld, "/withheld"),
        *_if(case, "prepaid", -payment.prepaid, "/prepaid"),
        *_if(case, "rounding", payment.rounding, "/rounding"),
        *_if(case, "collected for others", payment.third_party, "/third_party"),
    ]
    place, formula = ("/payable", "Amount due (BT-115)"), "BT-112 - withheld - BT-113 + BT-114 + third parties'"
    yield case.made(place, totals.payable, Kind.SUM, payment.payable, formula, given, "BR-CO-16")


def _of_document(case: Explained, charge: bool) -> Step:
    sums = case.sheet.payment.sums
    exact, value = (sums.charges, case.totals.charges) if charge else (sums.allowances, case.totals.allowances)
    place = ("/charges", "Charges (BT-108)") if charge else ("/allowances", "Allowances (BT-107)")
    numbers = [at for at, each in enumerate(case.sheet.settled) if each.asked.charge is charge]
    lines = len(case.sheet.lines)
    sign = 1 if charge else -1
    given = [
        case.given(case.named(lines + at), sign * case.sheet.nets[lines + at], f"/adjustments/{at}/amount")
        for at in numbers
    ]
    return case.made(place, value, Kind.SUM, exact, "the sum of them", given, "BR-CO-12" if charge else "BR-CO-11")


def _accounted(case: Explained) -> Iterator[Step]:
    """BT-111, rounded to the digits of its own currency."""
    tax, rate = case.totals.tax_accounted, case.invoice.tax_rate
    if tax is None or rate is None:
        return
    exact = Fraction(case.totals.tax.amount) * Fraction(rate.value)
    given = (Given("tax", plain(case.totals.tax.amount), "/tax"), Given("rate", plain(rate.value), source="/tax_rate"))
    rounding = case.mode(digits(rate.target)) if exact != Fraction(tax.amount) else ""
    name = f"VAT in {rate.target} (BT-111)"
    yield Step("/tax_accounted", name, tax, Kind.PRODUCT, "tax x rate", "", given, exact, rounding)


def _of_kind(case: Explained, kind: TaxKind, in_prices: bool = False) -> Iterator[Given]:
    for at, each in enumerate(case.sheet.payment.sums.others):
        if each.tax.kind is kind and not (in_prices and each.tax.on_top):
            yield case.given(str(each.tax), each.amount, f"/taxes/{at}/amount")


def _advance(case: Explained, at: int) -> tuple[str, list[Given]]:
    asked = case.invoice.advances[at]
    if asked.percent is None:
        return "as stated", []
    sums = case.sheet.payment.sums
    whole = case.sheet.figures.whole(sums.inclusive - sums.withheld)
    percent = Given("percent", plain(asked.percent), source=f"/advances/{at}/percent")
    given = [case.given("of", whole), percent]
    return "percent of the amount with tax, less what is withheld, so that advances add up", given


def _rounding(case: Explained) -> Step:
    """Stated, or what keeps the gross of prices with tax and what rounds in cash."""
    payment, invoice = case.sheet.payment, case.invoice
    place = ("/rounding", "Rounding (BT-114)")
    if invoice.rounding is not None:
        return case.made(place, case.totals.rounding, Kind.STATED, payment.rounding, "as stated")
    kept = case.sheet.figures.whole(payment.sums.rest)
    given = [*_if(case, "keeps the gross", kept, ""), *_if(case, "in cash", payment.rounding - kept, "")]
    formula = "what keeps the gross of prices with tax, and rounds in cash" if given else "nothing is rounded"
    return case.made(place, case.totals.rounding, Kind.SUM, payment.rounding, formula, given)


def _if(case: Explained, name: str, value: Exact, figure: str) -> Iterator[Given]:
    if value:
        yield case.given(name, value, figure)
