"""Fitting a part to its figures: what lines and adjustments are to come to, and the cents that rounding them anew does
not give.

A line says quantity x price, and what that misses is an allowance or a charge of its own, "Rounding". An adjustment
whose percentage does not give its figure is stated as an amount. What tax rounds otherwise than on the whole is the
rounding amount of the document (EN 16931 BT-114). So each part keeps every printed identity by itself.
"""

from collections.abc import Iterable, Sequence

from attrs import evolve as changed
from attrs import frozen

from otcore.invoicing.adjustments import AllowanceCharge
from otcore.invoicing.calculation import calculate
from otcore.invoicing.inputs import InvoiceInput
from otcore.invoicing.lines import LineInput, LineTotal
from otcore.values.adjustment import Adjustment
from otcore.values.decimals import plain
from otcore.values.fast_init import changed as renewed
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
    if part.adjustments:
        totals = calculate(changed(part, lines=lines))
    adjustments = _adjustments(part.adjustments, totals.adjustments, target.adjustments)
    return settled(without_nothing(part, lines, adjustments), target.payable)


def settled(part: InvoiceInput, payable: int) -> InvoiceInput:
    """The part with the rounding amount that makes it come to this; unchanged where it does."""
    totals = calculate(part)
    if totals.payable.minor == payable:
        return part
    if (
        part.profile.increment is not None
    ):  # a stated rounding amount leaves no rounding in cash, wherever that is posted
        totals = calculate(changed(part, rounding=Money.zero(part.currency)))
    missing = payable - totals.payable.minor + totals.rounding.minor
    return changed(part, rounding=Money.from_minor(missing, part.currency))


def without_nothing(part: InvoiceInput, lines: Iterable[LineInput], adjustments: Iterable[Adjustment]) -> InvoiceInput:
    """The part with these, but without what comes to nothing whatever it is taken of: adjustments, advances, payments
    for others.
    """
    return changed(
        part,
        lines=tuple([_tidy(line) for line in lines]),
        adjustments=_something(adjustments),
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
        return renewed(line, adjustments=adjustments, parts=parts)
    missing = target.gross - total.gross.minor
    return renewed(line, adjustments=adjustments + _missing(missing, total.net.currency, target.reason))


def _missing(minor: int, currency: str, reason: str) -> tuple[Adjustment, ...]:
    """The allowance or charge of a line that holds what quantity x price does not give."""
    if not minor:
        return ()
    return (Adjustment(charge=minor > 0, amount=Money.from_minor(abs(minor), currency), reason=reason),)


def _adjustments(
    items: Sequence[Adjustment], settled: Sequence[AllowanceCharge], targets: Sequence[int]
) -> tuple[Adjustment, ...]:
    """The adjustments; those that give another amount than wanted as that amount, for their percentage is not true.

    Nor is the base of a running one that comes after such.
    """
    fit: list[Adjustment] = []
    moved = False
    for item, given, wanted in zip(items, settled, targets, strict=True):
        true = charged(given) == wanted and not (moved and item.running)
        moved = moved or not true
        fit.append(item if true else _stated(item, given, wanted))
    return tuple(fit)


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
    return renewed(line, adjustments=_something(line.adjustments), parts=parts)


def _something(items: Iterable[Adjustment]) -> tuple[Adjustment, ...]:
    return tuple([item for item in items if _is_something(item)])


def _is_something(item: Adjustment) -> bool:
    """Whether the figure that an adjustment rests on is any; a percentage may rest on what is billed by itself."""
    if item.percent is not None:
        return item.base is None or bool(item.base)
    if item.per_unit is not None:
        return item.units is None or bool(item.units)
    return bool(item.amount)
