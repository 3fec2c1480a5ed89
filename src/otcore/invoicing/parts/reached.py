"""The invoice of what was reached: a whole, cut down (or beyond an order: extended) to the quantities of its lines.

It is what one single invoice of just these quantities is. Amounts that were agreed for a whole line go along by its
quantity, those of the document by what the lines are worth, all of them once everything is reached; beyond that they
grow no more. Percentages are of what is billed.
"""

from collections.abc import Iterable, Mapping
from decimal import Decimal
from fractions import Fraction

from attrs import evolve as changed

from otcore.invoicing.advances import Advance, ThirdPartyPayment
from otcore.invoicing.inputs import InvoiceInput
from otcore.invoicing.lines import LineInput
from otcore.invoicing.parts.share import ALL, NOTHING, fraction, share
from otcore.values.adjustment import Adjustment
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
    lines = tuple([line_until(line, reached[line.id]) for line in whole.lines if moved(line, reached)])
    return _document(whole, lines, reached) if lines else None


def line_until(line: LineInput, reached: Decimal) -> LineInput:
    """A line cut down to a quantity of it, or extended."""
    step = _step(line, reached)
    capped = min(step, ALL)
    return changed(
        line,
        quantity=Quantity.trusted(reached, line.quantity.unit),
        adjustments=tuple([_adjustment(each, capped) for each in line.adjustments]),
        parts=tuple([line_until(part, _quantity(part, step)) for part in line.parts]),
    )


def moved(line: LineInput, reached: Quantities) -> bool:
    """Whether anything of the line was reached."""
    return bool(reached.get(line.id)) if line.quantity.value else line.id in reached


def progress(lines: Iterable[LineInput], reached: Quantities) -> Fraction:
    """How far a document is reached, from 0 to 1: by what its lines are worth, whatever their sign; by quantities
    where all are free of charge, and by lines where there are no quantities.
    """
    steps = [(line, _capped(line, reached)) for line in lines]
    for weigh in (worth, _counted):
        whole = sum([weigh(line) for line, _ in steps], NOTHING)
        if whole:
            return sum([weigh(line) * step for line, step in steps if step], NOTHING) / whole
    return sum([step for _, step in steps], NOTHING) / len(steps)


def worth(line: LineInput) -> Fraction:
    """Price x quantity of a line or of its sub-lines, before allowances, charges and roundings; never negative."""
    if line.parts:
        return sum([worth(part) for part in line.parts], NOTHING)
    return abs(Fraction(*line.price.extend(line.quantity.value).as_integer_ratio()))


def money_until(money: Money | None, reached: Fraction) -> Money | None:
    """The share of an amount."""
    return None if money is None else Money.from_minor(share(money.minor, reached), money.currency)


def _counted(line: LineInput) -> Fraction:
    return abs(Fraction(*line.quantity.value.as_integer_ratio()))


def _capped(line: LineInput, reached: Quantities) -> Fraction:
    if not moved(line, reached):
        return NOTHING
    return min(_step(line, reached[line.id]), ALL)


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


def _adjustment(adjustment: Adjustment, reached: Fraction) -> Adjustment:
    if adjustment.units is None and adjustment.amount is None and adjustment.base is None:
        return adjustment
    return changed(
        adjustment,
        amount=money_until(adjustment.amount, reached),
        base=money_until(adjustment.base, reached),
        units=None if adjustment.units is None else _times(adjustment.units, reached),
    )


def _times(quantity: Decimal, step: Fraction) -> Decimal:
    """A fraction of a quantity, to the six decimals that a quantity has: a document states no third."""
    exact = Fraction(*quantity.as_integer_ratio()) * step
    return Decimal(share(10**_PLACES, exact)).scaleb(-_PLACES)


def _document(whole: InvoiceInput, lines: tuple[LineInput, ...], reached: Quantities) -> InvoiceInput:
    shared = (whole.adjustments, whole.prepaid, whole.rounding, whole.advances, whole.third_party)
    if not any(shared):
        return changed(whole, lines=lines)
    part = progress(whole.lines, reached)
    return changed(
        whole,
        lines=lines,
        adjustments=tuple([_adjustment(each, part) for each in whole.adjustments]),
        prepaid=money_until(whole.prepaid, part),
        rounding=money_until(whole.rounding, part),
        advances=tuple([_advance(each, part) for each in whole.advances]),
        third_party=tuple([_third_party(each, part) for each in whole.third_party]),
    )


def _advance(advance: Advance, reached: Fraction) -> Advance:
    return changed(advance, amount=money_until(advance.amount, reached))


def _third_party(payment: ThirdPartyPayment, reached: Fraction) -> ThirdPartyPayment:
    amount = Money.from_minor(share(payment.amount.minor, reached), payment.amount.currency)
    return changed(payment, amount=amount)
