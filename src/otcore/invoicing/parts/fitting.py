"""Fitting a part to its figures: what lines and adjustments are to come to, and the cents that rounding them anew does
not give.

A line says quantity x price, and what that misses is an allowance or a charge of its own, "Rounding". An adjustment
whose percentage does not give its figure is stated as an amount. What tax rounds otherwise than on the whole is the
rounding amount of the document (EN 16931 BT-114). So each part keeps every printed identity by itself.
"""

from collections.abc import Iterable, Iterator, Sequence
from itertools import chain

from attrs import evolve as changed
from attrs import frozen

from otcore.invoicing.adjustments import AllowanceCharge
from otcore.invoicing.calculation import calculate
from otcore.invoicing.inputs import InvoiceInput
from otcore.invoicing.lines import LineInput, LineTotal
from otcore.values.adjustment import Adjustment
from otcore.values.decimals import plain
from otcore.values.money import Money

ROUNDING = "Rounding"
"""The reason of an allowance or charge that holds the cents which quantity x price does not give."""


@frozen
class LineTarget:
    """What a line is to come to, in minor units: its gross, its adjustments and its parts, where they are fitted too.

    `reason`: why quantity x price does not come to the gross.
    """

    gross: int
    adjustments: tuple[int, ...] = ()
    parts: "tuple[LineTarget, ...]" = ()
    reason: str = ROUNDING


@frozen
class Target:
    """What a part is to come to: lines and adjustments in their order, and the payable amount; in minor units."""

    lines: tuple[LineTarget, ...]
    adjustments: tuple[int, ...]
    payable: int


def fitted(part: InvoiceInput, target: Target) -> InvoiceInput:
    """The part with its lines, adjustments and payable amount as the target says; what comes to nothing is left out."""
    totals = calculate(part)
    lines = tuple([_line(*each) for each in zip(part.lines, totals.lines, target.lines, strict=True)])
    part = changed(part, lines=lines)
    if part.adjustments:
        totals = calculate(part)
        part = changed(part, adjustments=_adjustments(part.adjustments, totals.adjustments, target.adjustments))
    return settled(without_nothing(part), target.payable)


def settled(part: InvoiceInput, payable: int) -> InvoiceInput:
    """The part with the rounding amount that makes it come to this; unchanged where it does."""
    if calculate(part).payable.minor == payable:
        return part
    zero = Money.zero(part.currency)
    missing = payable - calculate(changed(part, rounding=zero)).payable.minor
    return changed(part, rounding=Money.from_minor(missing, part.currency))


def without_nothing(part: InvoiceInput) -> InvoiceInput:
    """The part without adjustments, advances and payments that come to nothing whatever they are taken of."""
    return changed(
        part,
        lines=tuple([_tidy(line) for line in part.lines]),
        adjustments=tuple(_something(part.adjustments)),
        advances=tuple([each for each in part.advances if each.amount is None or each.amount]),
        third_party=tuple([each for each in part.third_party if each.amount]),
    )


def charged(adjustment: AllowanceCharge) -> int:
    """The amount of an adjustment, with its tax where prices include it."""
    amount = adjustment.amount if adjustment.with_tax is None else adjustment.with_tax
    return amount.minor


def amount_of(line: LineTotal) -> int:
    """What a line comes to, with its tax where prices include it."""
    return (line.net if line.with_tax is None else line.with_tax).minor


def _line(line: LineInput, total: LineTotal, target: LineTarget) -> LineInput:
    adjustments = _adjustments(line.adjustments, total.adjustments, target.adjustments)
    if target.parts:
        parts = tuple([_line(*each) for each in zip(line.parts, total.parts, target.parts, strict=True)])
        return changed(line, adjustments=adjustments, parts=parts)
    missing = target.gross - total.gross.minor
    return changed(line, adjustments=adjustments + _missing(missing, total.net.currency, target.reason))


def _missing(minor: int, currency: str, reason: str) -> tuple[Adjustment, ...]:
    """The allowance or charge of a line that holds what quantity x price does not give."""
    if not minor:
        return ()
    return (Adjustment(charge=minor > 0, amount=Money.from_minor(abs(minor), currency), reason=reason),)


def _adjustments(
    items: Sequence[Adjustment], settled: Sequence[AllowanceCharge], targets: Sequence[int]
) -> tuple[Adjustment, ...]:
    """The adjustments; those that give another amount than wanted as that amount, for their percentage is not true."""
    pairs = zip(items, settled, targets, strict=True)
    return tuple([item if charged(given) == wanted else _stated(item, given, wanted) for item, given, wanted in pairs])


def _stated(item: Adjustment, given: AllowanceCharge, wanted: int) -> Adjustment:
    return changed(
        item,
        amount=Money.from_minor(wanted, given.amount.currency),
        percent=None,
        base=None,
        per_unit=None,
        units=None,
        running=False,
        reason=item.reason or ("" if item.percent is None else f"{plain(item.percent)} %"),
    )


def _tidy(line: LineInput) -> LineInput:
    if not line.adjustments and not line.parts:
        return line
    parts = tuple([_tidy(part) for part in line.parts])
    return changed(line, adjustments=tuple(_something(line.adjustments)), parts=parts)


def _something(items: Iterable[Adjustment]) -> Iterator[Adjustment]:
    return (item for item in items if any(chain(_figures(item))))


def _figures(item: Adjustment) -> Iterator[bool]:
    """Whether each figure that an adjustment rests on is something; a percentage rests on what is billed by itself."""
    if item.percent is not None:
        yield item.base is None or bool(item.base)
    elif item.per_unit is not None:
        yield item.units is None or bool(item.units)
    else:
        yield bool(item.amount)
