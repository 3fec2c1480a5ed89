"""An invoice the other way round."""

from decimal import Decimal

from attrs import evolve

from otcore.invoicing.inputs import InvoiceInput
from otcore.invoicing.lines import LineInput
from otcore.values.adjustment import Adjustment
from otcore.values.decimals import EXACT
from otcore.values.fast_init import changed
from otcore.values.money import Money


def negated(invoice: InvoiceInput) -> InvoiceInput:
    """The invoice with its quantities and stated amounts negated; prices, rates and percentages are kept.

    Its totals are the negated totals: what takes all of an invoice back.
    """
    return evolve(
        invoice,
        lines=tuple([_line(line) for line in invoice.lines]),
        adjustments=_adjustments(invoice.adjustments),
        prepaid=_minus(invoice.prepaid),
        rounding=_minus(invoice.rounding),
        advances=tuple([evolve(each, amount=_minus(each.amount)) for each in invoice.advances]),
        third_party=tuple([evolve(each, amount=-each.amount) for each in invoice.third_party]),
    )


def _line(line: LineInput) -> LineInput:
    parts = tuple([_line(part) for part in line.parts])
    return changed(line, quantity=-line.quantity, adjustments=_adjustments(line.adjustments), parts=parts)


def _adjustments(items: tuple[Adjustment, ...]) -> tuple[Adjustment, ...]:
    return tuple([_adjustment(item) for item in items])


def _adjustment(item: Adjustment) -> Adjustment:
    return evolve(item, amount=_minus(item.amount), base=_minus(item.base), units=_minus_units(item.units))


def _minus(money: Money | None) -> Money | None:
    return None if money is None else -money


def _minus_units(units: Decimal | None) -> Decimal | None:
    return None if units is None else EXACT.minus(units)
