"""The invoice of what was reached: a whole, cut down (or beyond an order: extended) to the quantities of its lines.

It is what one single invoice of just these quantities is. Amounts that were agreed for a whole line go along by its
quantity, those of the document by what the lines are worth, all of them once everything is reached; beyond that they
grow no more. Percentages are of what is billed.
"""

from collections.abc import Iterable, Mapping, Sequence
from decimal import Decimal
from fractions import Fraction
from functools import reduce

from attrs import evolve as changed

from otcore.invoicing.advances import ThirdPartyPayment
from otcore.invoicing.inputs import InvoiceInput
from otcore.invoicing.lines import LineInput
from otcore.invoicing.parts.share import ALL, fraction, printed_unit, share
from otcore.values.adjustment import Adjustment
from otcore.values.decimals import EXACT
from otcore.values.fast_init import changed as renewed
from otcore.values.faults import Invalid
from otcore.values.money import Money
from otcore.values.quantity import Quantity

ZERO = Decimal(0)
_PLACES = 6
Quantities = Mapping[str, Decimal]


def invoice_until(whole: InvoiceInput, reached: Quantities) -> InvoiceInput | None:
    """The invoice of these quantities, by line; None of none. A line of no quantity is reached once it is named.

    Every adjustment keeps its place, also one that comes to nothing. Raises `Invalid` LINE_UNKNOWN, and QUANTITY_SIGN
    for a quantity of the other sign than the line's.
    """
    _check(whole, reached)
    unit = printed_unit(whole.currency, whole.profile)
    lines = tuple([line_until(line, reached[line.id], unit) for line in whole.lines if moved(line, reached)])
    shared = (whole.adjustments, whole.prepaid, whole.rounding, whole.advances, whole.third_party)
    if not lines or not any(shared):
        return changed(whole, lines=lines) if lines else None
    return _document(whole, lines, progress(whole.lines, reached), unit)


def line_until(line: LineInput, reached: Decimal, unit: int) -> LineInput:
    """A line cut down to a quantity of it, or extended; amounts in printed units of so many minor ones."""
    if reached == line.quantity.value:
        return line
    step = _step(line, reached)
    capped = min(step, ALL)
    return renewed(
        line,
        quantity=Quantity.trusted(reached, line.quantity.unit),
        adjustments=tuple([_adjustment(each, capped, unit) for each in line.adjustments]),
        parts=tuple([line_until(part, _quantity(part, step), unit) for part in line.parts]),
    )


def moved(line: LineInput, reached: Quantities) -> bool:
    """Whether anything of the line was reached."""
    return bool(reached.get(line.id)) if line.quantity.value else line.id in reached


def progress(lines: Sequence[LineInput], reached: Quantities) -> Fraction:
    """How far a document is reached, from 0 to 1: by what its lines are worth, whatever their sign; by quantities
    where all are free of charge, and by lines where there are no quantities.
    """
    steps = [(line, _capped(line, reached)) for line in lines]
    for weigh in (worth, _counted):
        whole = _sum([weigh(line, line.quantity.value) for line in lines])
        if whole:
            return fraction(_sum([weigh(line, step) for line, step in steps if step is not None]), whole)
    return Fraction(len([step for _, step in steps if step is not None]), len(steps))


def worth(line: LineInput, quantity: Decimal) -> Decimal:
    """Price x quantity of a line or of its sub-lines, before allowances, charges and roundings; never negative."""
    if line.parts:
        step = _step(line, quantity)
        return _sum([worth(part, _quantity(part, step)) for part in line.parts])
    return line.price.extend(quantity).copy_abs()


def money_until(money: Money | None, reached: Fraction, unit: int) -> Money | None:
    """The share of an amount, in printed units of so many minor ones."""
    return None if money is None else Money.from_minor(share(money.minor, reached, unit), money.currency)


def _counted(line: LineInput, quantity: Decimal) -> Decimal:
    return quantity.copy_abs()


def _capped(line: LineInput, reached: Quantities) -> Decimal | None:
    """What was reached of a line, and no more than there is; None: nothing."""
    if not moved(line, reached):
        return None
    return min(reached[line.id], line.quantity.value, key=Decimal.copy_abs)


def _sum(values: Iterable[Decimal]) -> Decimal:
    """The exact sum, whatever the precision of the host."""
    return reduce(EXACT.add, values, ZERO)


def _step(line: LineInput, reached: Decimal) -> Fraction:
    return fraction(reached, line.quantity.value) if line.quantity.value else ALL


def _check(whole: InvoiceInput, reached: Quantities) -> None:
    known = {line.id: line.quantity.value for line in whole.lines}
    for line, quantity in reached.items():
        if line not in known:
            raise Invalid.one("LINE_UNKNOWN", f"no line has the id {line[:40]!a}", line=line[:40])
        if quantity * known[line] < 0 or (quantity and not known[line]):
            message = f"line {line[:40]!a} has a quantity of the other sign"
            raise Invalid.one("QUANTITY_SIGN", message, line=line[:40], quantity=quantity)


def _quantity(line: LineInput, step: Fraction) -> Decimal:
    """The quantity of a sub-line."""
    return line.quantity.value if step == ALL else _times(line.quantity.value, step)


def _adjustment(adjustment: Adjustment, reached: Fraction, unit: int) -> Adjustment:
    if adjustment.units is None and adjustment.amount is None and adjustment.base is None:
        return adjustment
    return changed(
        adjustment,
        amount=money_until(adjustment.amount, reached, unit),
        base=money_until(adjustment.base, reached, unit),
        units=None if adjustment.units is None else _times(adjustment.units, reached),
    )


def _times(quantity: Decimal, step: Fraction) -> Decimal:
    """A fraction of a quantity, to the six decimals that a quantity has: a document states no third."""
    exact = Fraction(*quantity.as_integer_ratio()) * step
    return Decimal(share(10**_PLACES, exact)).scaleb(-_PLACES)


def _document(whole: InvoiceInput, lines: tuple[LineInput, ...], reached: Fraction, unit: int) -> InvoiceInput:
    return changed(
        whole,
        lines=lines,
        adjustments=tuple([_adjustment(each, reached, unit) for each in whole.adjustments]),
        prepaid=money_until(whole.prepaid, reached, unit),
        rounding=money_until(whole.rounding, reached, unit),
        advances=tuple([changed(each, amount=money_until(each.amount, reached, unit)) for each in whole.advances]),
        third_party=tuple([_third_party(each, reached, unit) for each in whole.third_party]),
    )


def _third_party(payment: ThirdPartyPayment, reached: Fraction, unit: int) -> ThirdPartyPayment:
    amount = Money.from_minor(share(payment.amount.minor, reached, unit), payment.amount.currency)
    return changed(payment, amount=amount)
