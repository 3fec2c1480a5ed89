"""Partial invoices: what an invoice bills that moves the billed quantities of a whole from one mark to another."""

from otcore.invoicing.adjustments import AllowanceCharge
from otcore.invoicing.calculation import Totals, calculate
from otcore.invoicing.inputs import InvoiceInput
from otcore.invoicing.lines import LineInput, LineTotal
from otcore.invoicing.parts.difference import between, document_between
from otcore.invoicing.parts.fitting import LineTarget, Target, charged, fitted, settled, without_nothing
from otcore.invoicing.parts.reached import Quantities, invoice_until
from otcore.invoicing.profile import Level
from otcore.values.faults import Rejected


def part_of(whole: InvoiceInput, before: Quantities, after: Quantities) -> InvoiceInput:
    """The invoice of what lies between the quantities billed before and after it, by line; absent is zero.

    All that is billed after it comes to what one single invoice of these quantities comes to: its lines, its
    allowances and charges, its payable amount. So the last part takes the remainder, and a first one is that invoice.
    A quantity beyond that of the whole is billed at the price and its percentages; fixed amounts grow no more. Where
    prices include tax, it is the amounts with tax that add up.

    Refused: `NOTHING_TO_BILL`. Raises `Invalid` LINE_UNKNOWN, QUANTITY_SIGN.
    """
    until = invoice_until(whole, after)
    if until is None:
        raise Rejected("NOTHING_TO_BILL")
    earlier = invoice_until(whole, before)
    return _tidy(until) if earlier is None else _later(earlier, until)


def _later(before: InvoiceInput, after: InvoiceInput) -> InvoiceInput:
    lines = between(before, after)
    if not lines:
        raise Rejected("NOTHING_TO_BILL")
    part = document_between(before, after, lines)
    earlier, later = calculate(before), calculate(after)
    if part.profile.level is Level.LINE:  # elsewhere lines are not rounded: a cent of one is nothing to fit
        return fitted(part, _target(earlier, later, lines))
    return settled(_tidy(part), later.payable.minor - earlier.payable.minor)


def _tidy(part: InvoiceInput) -> InvoiceInput:
    return without_nothing(part, part.lines, part.adjustments)


def _target(before: Totals, after: Totals, lines: tuple[LineInput, ...]) -> Target:
    earlier = {line.id: line for line in before.lines}
    later = {line.id: line for line in after.lines}
    return Target(
        tuple([_line(later[line.id], earlier.get(line.id)) for line in lines]),
        _less(after.adjustments, before.adjustments),
        after.payable.minor - before.payable.minor,
    )


def _line(later: LineTotal, earlier: LineTotal | None) -> LineTarget:
    if earlier is None:
        parts = tuple([_line(part, None) for part in later.parts])
        return LineTarget(later.gross.minor, tuple(map(charged, later.adjustments)), parts)
    parts = tuple([_line(*pair) for pair in zip(later.parts, earlier.parts, strict=True)])
    gross = later.gross.minor - earlier.gross.minor
    return LineTarget(gross, _less(later.adjustments, earlier.adjustments), parts)


def _less(later: tuple[AllowanceCharge, ...], earlier: tuple[AllowanceCharge, ...]) -> tuple[int, ...]:
    return tuple([charged(new) - charged(old) for new, old in zip(later, earlier, strict=True)])
