"""What goods that come back are worth to their buyer: the part of their invoice that is to be credited.

By the arithmetic of the invoice itself: all that came back of it so far is calculated as an invoice of that much, and
what came this time is the difference to before. So parts add up, and all of an invoice is exactly what it charged.
"""

from collections.abc import Iterable, Iterator, Mapping
from decimal import Decimal

from otcore.invoicing.adjustments import AllowanceCharge
from otcore.invoicing.calculation import InvoiceInput, calculate
from otcore.invoicing.document import InvoiceDocument, InvoiceLine
from otcore.invoicing.lines import LineInput
from otcore.values.adjustment import Adjustment
from otcore.values.allocation import share_until
from otcore.values.money import Money
from otcore.values.quantity import Quantity

ZERO = Decimal(0)


def credit_until(document: InvoiceDocument, back: Mapping[str, Decimal]) -> Money:
    """What is to be credited when so much of each line of an invoice has come back, tax included.

    Allowances and charges go along: a line's by its quantity, the document's by the value of the lines (by quantities
    where all is free of charge).
    """
    lines = tuple(_lines(document, back))
    if not lines:
        return Money.zero(document.currency)
    return calculate(InvoiceInput(document.currency, lines, tuple(_of_document(document, back)))).tax_inclusive


def credit_between(document: InvoiceDocument, before: Mapping[str, Decimal], now: Mapping[str, Decimal]) -> Money:
    """What is to be credited for what came back `now`, when so much had come back `before`."""
    after = {line: before.get(line, ZERO) + now.get(line, ZERO) for line in {*before, *now}}
    return credit_until(document, after) - credit_until(document, before)


def _lines(document: InvoiceDocument, back: Mapping[str, Decimal]) -> Iterator[LineInput]:
    totals = {line.id: line for line in document.totals.lines}
    for line in document.lines:
        quantity = back.get(line.id, ZERO)
        if quantity > 0:
            parts = tuple(_parts(totals[line.id].adjustments, quantity, line.quantity.value))
            yield LineInput(line.id, Quantity.trusted(quantity, line.quantity.unit), line.price, line.tax, parts)


def _of_document(document: InvoiceDocument, back: Mapping[str, Decimal]) -> Iterator[Adjustment]:
    weighed = [(_worth(line, line.quantity.value), _worth(line, back.get(line.id, ZERO))) for line in document.lines]
    if not any(whole for whole, _ in weighed):
        weighed = [(line.quantity.value, back.get(line.id, ZERO)) for line in document.lines]
    whole, part = (sum(figures, ZERO) for figures in zip(*weighed, strict=True))
    return _parts(document.totals.adjustments, part, whole)


def _worth(line: InvoiceLine, quantity: Decimal) -> Decimal:
    return line.price.extend(quantity)


def _parts(settled: Iterable[AllowanceCharge], part: Decimal, whole: Decimal) -> Iterator[Adjustment]:
    for each in settled:
        amount = Money.from_minor(share_until(each.amount.minor, part, whole), each.amount.currency)
        yield Adjustment(charge=each.charge, amount=amount, reason=each.reason, tax=each.tax)
