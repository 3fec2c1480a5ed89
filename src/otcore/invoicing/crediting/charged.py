"""What an issued invoice charged, as its credit notes need it: lines and adjustments, each with its amount."""

from collections.abc import Mapping, Sequence
from decimal import Decimal
from fractions import Fraction

from attrs import evolve as changed
from attrs import frozen

from otcore.invoicing.adjustments import AllowanceCharge
from otcore.invoicing.document import InvoiceDocument, InvoiceLine
from otcore.invoicing.inputs import InvoiceInput
from otcore.invoicing.lines import LineInput, LineTotal
from otcore.invoicing.parts.fitting import amount_of, charged
from otcore.invoicing.parts.share import printed_unit, share
from otcore.values.adjustment import Adjustment
from otcore.values.decimals import EXACT
from otcore.values.money import Money
from otcore.values.rates import Rate
from otcore.values.rounding import round_to

_RATE_PLACES = 10


@frozen
class ChargedLine:
    """A line as it could be billed again, and what it came to, in minor units."""

    line: LineInput
    amount: int
    adjustments: tuple[int, ...]
    parts: "tuple[ChargedLine, ...]" = ()


@frozen
class Charged:
    """An invoice's lines, adjustments and total in minor units, of which a printed `unit` has so many.

    The total is all that was owed for it, whatever of that was paid before. Amounts include the tax where prices do.
    `places` are those of the lines, by id.
    """

    document: InvoiceDocument
    lines: tuple[ChargedLine, ...]
    adjustments: tuple[tuple[Adjustment, int], ...]
    total: int
    unit: int
    places: Mapping[str, int]

    @property
    def sign(self) -> int:
        """1; -1 for an invoice that gives money back."""
        return -1 if self.total < 0 else 1

    def share(self, total: int, part: Fraction) -> int:
        """The part of a total in minor units, in printed ones."""
        return share(total, part, self.unit)

    @property
    def rounded(self) -> int:
        """By how much a sum of parts may miss another, in minor units: a unit for each figure that is rounded."""
        totals = self.document.totals
        of_lines = sum([1 + len(each.adjustments) for each in self.lines])
        figures = of_lines + len(self.adjustments) + len(totals.subtotals) + len(totals.taxes)
        return figures * self.unit + abs(totals.rounding.minor)


def charged_by(document: InvoiceDocument) -> Charged:
    """What this invoice charged."""
    totals = document.totals
    amounts = {line.id: line for line in totals.lines}
    lines = tuple([_line(line, amounts[line.id]) for line in document.lines])
    adjustments = tuple([(_agreed(each, totals.line_net), charged(each)) for each in totals.adjustments])
    unit = printed_unit(document.currency, document.profile)
    places = {each.line.id: index for index, each in enumerate(lines)}
    return Charged(document, lines, adjustments, totals.payable.minor + totals.prepaid.minor, unit, places)


def bill(of: Charged, lines: Sequence[LineInput], adjustments: Sequence[Adjustment]) -> InvoiceInput:
    """An invoice of these lines under the rules of the one that is credited."""
    document = of.document
    return InvoiceInput(
        document.currency,
        tuple(lines),
        tuple(adjustments),
        tax_included=document.tax_included,
        tax_rate=_tax_rate(document),
        profile=document.profile,
    )


def _tax_rate(document: InvoiceDocument) -> Rate | None:
    """The rate that tax was accounted at, as the invoice's figures show it: a document does not keep it."""
    accounted, tax = document.totals.tax_accounted, document.totals.tax
    if accounted is None:
        return None
    exact = EXACT.divide(accounted.amount, tax.amount) if tax else Decimal(0)
    rate = round_to(exact.copy_abs(), _RATE_PLACES)
    return Rate(document.currency, accounted.currency, rate or Decimal(1))


def _line(line: InvoiceLine, total: LineTotal) -> ChargedLine:
    parts = tuple([_line(*pair) for pair in zip(line.parts, total.parts, strict=True)])
    adjustments = tuple([_agreed(each, total.gross) for each in total.adjustments])
    again = LineInput(line.id, line.quantity, line.price, line.tax, adjustments, line.taxes)
    if parts:
        again = changed(again, parts=tuple([part.line for part in parts]))
    return ChargedLine(again, amount_of(total), tuple(map(charged, total.adjustments)), parts)


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
