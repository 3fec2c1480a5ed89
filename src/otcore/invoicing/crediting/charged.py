"""What an issued invoice charged, as its credit notes need it: lines and adjustments, each with its amount."""

from collections.abc import Sequence

from attrs import frozen

from otcore.invoicing.adjustments import AllowanceCharge
from otcore.invoicing.document import InvoiceDocument, InvoiceLine
from otcore.invoicing.inputs import InvoiceInput
from otcore.invoicing.lines import LineInput, LineTotal
from otcore.invoicing.parts.fitting import amount_of, charged
from otcore.values.adjustment import Adjustment
from otcore.values.money import Money


@frozen
class ChargedLine:
    """A line as it could be billed again, and what it came to, in minor units."""

    line: LineInput
    amount: int
    adjustments: tuple[int, ...]


@frozen
class Charged:
    """An invoice's lines, adjustments and total in minor units. The total is all that was owed for it, whatever of
    that was paid before. Amounts include the tax where prices do.
    """

    document: InvoiceDocument
    lines: tuple[ChargedLine, ...]
    adjustments: tuple[tuple[Adjustment, int], ...]
    total: int

    @property
    def sign(self) -> int:
        """1; -1 for an invoice that gives money back."""
        return -1 if self.total < 0 else 1

    @property
    def rounded(self) -> int:
        """How many figures of it are rounded: by so many minor units a sum of its parts may miss another."""
        totals = self.document.totals
        of_lines = sum([1 + len(each.adjustments) for each in self.lines])
        return of_lines + len(self.adjustments) + len(totals.subtotals) + len(totals.taxes) + abs(totals.rounding.minor)


def charged_by(document: InvoiceDocument) -> Charged:
    """What this invoice charged."""
    totals = document.totals
    amounts = {line.id: line for line in totals.lines}
    lines = tuple([_line(line, amounts[line.id]) for line in document.lines])
    adjustments = tuple([(_agreed(each, totals.line_net), charged(each)) for each in totals.adjustments])
    return Charged(document, lines, adjustments, totals.payable.minor + totals.prepaid.minor)


def bill(of: Charged, lines: Sequence[LineInput], adjustments: Sequence[Adjustment]) -> InvoiceInput:
    """An invoice of these lines under the rules of the one that is credited."""
    document = of.document
    return InvoiceInput(
        document.currency,
        tuple(lines),
        tuple(adjustments),
        tax_included=document.tax_included,
        profile=document.profile,
    )


def _line(line: InvoiceLine, total: LineTotal) -> ChargedLine:
    return ChargedLine(_input(line, total), amount_of(total), tuple(map(charged, total.adjustments)))


def _input(line: InvoiceLine, total: LineTotal) -> LineInput:
    return LineInput(
        line.id,
        line.quantity,
        line.price,
        line.tax,
        tuple([_agreed(each, total.gross) for each in total.adjustments]),
        line.taxes,
        tuple([_input(*pair) for pair in zip(line.parts, total.parts, strict=True)]),
    )


def _agreed(stated: AllowanceCharge, base: Money) -> Adjustment:
    """The adjustment behind a stated one; a percentage of the usual `base` names none."""
    by_percent = stated.percent is not None
    amount = stated.amount if stated.with_tax is None else stated.with_tax
    return Adjustment(
        charge=stated.charge,
        amount=None if by_percent else amount,
        percent=stated.percent,
        base=stated.base if by_percent and stated.base != base else None,
        reason=stated.reason,
        reason_code=stated.reason_code,
        tax=stated.tax,
        taxes=stated.taxes,
    )
