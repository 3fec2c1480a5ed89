"""Figures and lines that must be there (EN 16931 BR-05 to BR-53, XRechnung BR-DEX-11)."""

from collections.abc import Iterable, Iterator

from otcore.invoicing.checking.breakdown import NOT_SUBJECT
from otcore.invoicing.checking.comparing import Subject
from otcore.invoicing.checking.difference import Difference
from otcore.invoicing.checking.figure import Figure
from otcore.invoicing.checking.stated import StatedAdjustment, StatedInvoice

Ruled = tuple[str, Figure]


def currencies(subject: Subject) -> Iterator[Difference]:
    """BR-05: there is a currency; BR-53: where there is a tax currency, so is the total of VAT in it."""
    stated, tax = subject.stated, subject.stated.tax_currency
    if not stated.currency.text:
        yield Difference("BR-05", stated.currency.path, None, None)
    if tax.text and all(total.currency != tax.text for total in stated.tax_totals):
        yield Difference("BR-53", tax.path, None, None, tax.line)


def lines(subject: Subject) -> Iterator[Difference]:
    """BR-16: there is a line."""
    if not subject.stated.lines:
        yield Difference("BR-16", subject.stated.line_path, None, None)


def figures(subject: Subject) -> Iterator[Difference]:
    """BR-12 to BR-48: what must have a figure has one."""
    for rule, figure in _needed(subject.stated):
        if figure.missing:
            yield Difference(rule, figure.path, None, None)


def _needed(stated: StatedInvoice) -> Iterator[Ruled]:
    totals = stated.totals
    yield "BR-12", totals.line_net
    yield "BR-13", totals.exclusive
    yield "BR-14", totals.inclusive
    yield "BR-15", totals.payable
    yield from _of_lines(stated)
    yield from _of_adjustments(stated.adjustments, ("BR-31", "BR-36"))
    yield from _of_breakdown(stated)
    for amount in stated.third_party or ():
        yield "BR-DEX-11", amount


def _of_lines(stated: StatedInvoice) -> Iterator[Ruled]:
    """Sub lines may have neither quantity nor price; their net amount is needed for the sum above them."""
    for line in stated.lines:
        yield "BR-22", line.quantity
        yield "BR-26", line.price.net
    for line in stated.all_lines:
        yield "BR-24", line.net
        if line.adjustments:
            yield from _of_adjustments(line.adjustments, ("BR-41", "BR-43"))


def _of_adjustments(items: Iterable[StatedAdjustment], rules: tuple[str, str]) -> Iterator[Ruled]:
    for item in items:
        yield rules[bool(item.charge)], item.amount


def _of_breakdown(stated: StatedInvoice) -> Iterator[Ruled]:
    for subtotal in stated.subtotals:
        yield "BR-45", subtotal.taxable
        yield "BR-46", subtotal.tax
        category = subtotal.category
        if category is not None and category.code != NOT_SUBJECT:
            yield "BR-48", category.rate
