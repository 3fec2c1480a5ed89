"""The amounts of an invoice as its document states them."""

from collections.abc import Iterator

from attrs import evolve

from otcore.invoicing.adjustments import AllowanceCharge, sums
from otcore.invoicing.calculation import Totals
from otcore.invoicing.document import InvoiceDocument
from otcore.invoicing.invoice_line import InvoiceLine
from otcore.invoicing.lines import LineTotal
from otcore.invoicing.profile import EN_16931, Profile
from otcore.invoicing.tax_requirements import exemption
from otcore.values.currencies import digits
from otcore.values.decimals import EXACT
from otcore.values.money import Money
from otcore.values.rounding import round_to
from otcore.values.tax import TaxCategory

MOST_DIGITS = 2
"""The decimals of an amount at most (BR-DEC-01 and the like)."""

TWO_DECIMALS = Profile(name="EN 16931", digits=MOST_DIGITS)
"""For currencies that have more: their invoices are rounded to two."""


class Taxes:
    """The categories of a tax breakdown: a line names its own by code and rate, the reasons stand in the breakdown."""

    __slots__ = ("_known",)

    def __init__(self, breakdown: tuple[TaxCategory, ...]) -> None:
        self._known = {(category.code, category.rate): category for category in reversed(breakdown)}

    def of(self, category: TaxCategory) -> TaxCategory:
        """The category of the breakdown that this one goes into; one that is not there has no reasons."""
        found = self._known.get((category.code, category.rate))
        return TaxCategory(category.code, category.rate) if found is None else found

    def of_line(self, line: InvoiceLine) -> InvoiceLine:
        """The line, and those it is made of, with their categories of the breakdown."""
        return evolve(line, tax=self.of(line.tax), parts=tuple([self.of_line(part) for part in line.parts]))

    def of_adjustment(self, item: AllowanceCharge) -> AllowanceCharge:
        """The allowance or charge of a document with its category of the breakdown."""
        return item if item.tax is None else evolve(item, tax=self.of(item.tax))


def reasoned(category: TaxCategory) -> TaxCategory:
    """The category of a breakdown with the reason that a document states for taking no tax."""
    return TaxCategory(category.code, category.rate, *exemption(category))


def stated_line(total: LineTotal) -> LineTotal:
    """A line's amounts: what is before its allowances and charges follows from the net amount (BT-131)."""
    allowances, charges = sums(total.adjustments)
    gross = Money.from_minor(total.net.minor + allowances - charges, total.net.currency)
    parts = tuple([stated_line(part) for part in total.parts])
    return LineTotal(total.id, gross, total.net, tuple(map(_complete, total.adjustments)), parts=parts)


def stated_places(currency: str) -> int:
    """The decimals that amounts of a document in this currency are rounded to, and checked with."""
    return min(digits(currency), MOST_DIGITS)


def stated_adjustment(item: AllowanceCharge, taxes: Taxes) -> AllowanceCharge:
    """An allowance or charge of the document."""
    return taxes.of_adjustment(_complete(item))


def stated_profile(currency: str) -> Profile:
    """How a document in this currency is rounded, as far as its amounts tell."""
    return EN_16931 if digits(currency) <= MOST_DIGITS else TWO_DECIMALS


def has_two_decimals(document: InvoiceDocument) -> bool:
    """Whether every amount in the document's currency can be written with two decimals."""
    places = digits(document.currency) - MOST_DIGITS
    return places <= 0 or not any(money.minor % 10**places for money in _all_figures(document))


def without_stray_percentage(item: AllowanceCharge, places: int) -> AllowanceCharge:
    """Without a percentage that does not come to the amount, half up (PEPPOL-EN16931-R040): it was rounded apart."""
    if item.percent is None or item.base is None:
        return item
    worth = round_to(EXACT.scaleb(EXACT.multiply(item.percent, item.base.amount), -2), places)
    return item if worth == item.amount.amount else evolve(item, percent=None, base=None)


def _complete(item: AllowanceCharge) -> AllowanceCharge:
    """A percentage and its base are stated together (R041, R042), and not where the base includes tax."""
    whole = item.percent is not None and item.base is not None and item.with_tax is None
    percent, base = (item.percent, item.base) if whole else (None, None)
    return evolve(item, percent=percent, base=base, with_tax=None, taxes=())


def _all_figures(document: InvoiceDocument) -> Iterator[Money]:
    yield from _figures(document.totals)
    yield from [each.amount for each in document.instalments]
    yield from [each.amount for each in document.third_party]
    for offer in document.discounts:
        yield from (offer.base, offer.amount)


def _figures(totals: Totals) -> Iterator[Money]:
    yield from (totals.line_net, totals.allowances, totals.charges, totals.tax_exclusive, totals.tax)
    yield from (totals.tax_inclusive, totals.prepaid, totals.rounding, totals.payable)
    for subtotal in totals.subtotals:
        yield from (subtotal.taxable, subtotal.tax)
    for item in totals.adjustments:
        yield from _amounts(item)
    for line in totals.lines:
        yield from _line_figures(line)


def _line_figures(line: LineTotal) -> Iterator[Money]:
    yield line.net
    for item in line.adjustments:
        yield from _amounts(item)
    for part in line.parts:
        yield from _line_figures(part)


def _amounts(item: AllowanceCharge) -> Iterator[Money]:
    yield item.amount
    if item.base is not None:
        yield item.base
