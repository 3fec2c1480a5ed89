"""Amounts have two decimals at most (EN 16931 BR-DEC, XRechnung BR-DEX-13)."""

from collections.abc import Iterable, Iterator

from otcore.invoicing.checking.arithmetic import rounded
from otcore.invoicing.checking.comparing import STANDARD_PLACES, Subject
from otcore.invoicing.checking.difference import Difference
from otcore.invoicing.checking.figure import Figure
from otcore.invoicing.checking.stated import StatedAdjustment, StatedInvoice

Ruled = tuple[str, Figure]
_OF_DOCUMENT = (("01", "02"), ("05", "06"))
_OF_LINE = (("24", "25"), ("27", "28"))


def decimals(subject: Subject) -> Iterator[Difference]:
    """BR-DEC-01 to BR-DEC-28: every amount has two decimals at most, as it is written."""
    for rule, figure in _amounts(subject.stated):
        if figure.value is not None and figure.places > STANDARD_PLACES:
            fewer = rounded(figure.value, STANDARD_PLACES)
            yield Difference(rule, figure.path, figure.text, fewer, figure.line)


def _amounts(stated: StatedInvoice) -> Iterator[Ruled]:
    yield from _adjustments(stated.adjustments, _OF_DOCUMENT)
    yield from _totals(stated)
    for subtotal in stated.subtotals:
        yield "BR-DEC-19", subtotal.taxable
        yield "BR-DEC-20", subtotal.tax
    for line in stated.all_lines:
        yield "BR-DEC-23", line.net
        if line.adjustments:
            yield from _adjustments(line.adjustments, _OF_LINE)
    for amount in stated.third_party or ():
        yield "BR-DEX-13", amount


def _totals(stated: StatedInvoice) -> Iterator[Ruled]:
    totals = stated.totals
    yield "BR-DEC-09", totals.line_net
    yield "BR-DEC-10", totals.allowances
    yield "BR-DEC-11", totals.charges
    yield "BR-DEC-12", totals.exclusive
    for tax in stated.tax_totals:
        foreign = tax.currency != stated.currency.text and tax.currency == stated.tax_currency.text
        yield "BR-DEC-15" if foreign else "BR-DEC-13", tax.amount
    yield "BR-DEC-14", totals.inclusive
    yield "BR-DEC-16", totals.prepaid
    yield "BR-DEC-17", totals.rounding
    yield "BR-DEC-18", totals.payable


def _adjustments(items: Iterable[StatedAdjustment], rules: tuple[tuple[str, str], ...]) -> Iterator[Ruled]:
    for item in items:
        amount, base = rules[bool(item.charge)]
        yield f"BR-DEC-{amount}", item.amount
        yield f"BR-DEC-{base}", item.base
