"""What a lower price of a line moves: of some of its quantity, or of all that is left of it."""

from decimal import Decimal
from fractions import Fraction

from attrs import evolve as changed

from otcore.invoicing.crediting.asked import CreditPrice, LowerPrice
from otcore.invoicing.crediting.charged import Charged, ChargedLine
from otcore.invoicing.crediting.moving import (
    CREDITED_BEFORE,
    ZERO,
    LineStep,
    Written,
    check_amount,
    check_quantity,
    plain_line,
    target_of,
)
from otcore.invoicing.crediting.standing import LineStanding, Standing
from otcore.invoicing.lines import LineInput
from otcore.invoicing.parts.fitting import ROUNDING
from otcore.invoicing.parts.reached import money_until
from otcore.invoicing.parts.share import ALL, NOTHING, clamped, fraction
from otcore.values.adjustment import Adjustment
from otcore.values.decimals import EXACT
from otcore.values.fast_init import changed as renewed
from otcore.values.faults import Rejected
from otcore.values.price import UnitPrice
from otcore.values.quantity import Quantity


def by_price(of: Charged, charged: ChargedLine, was: LineStanding, item: CreditPrice) -> LineStep:
    """A lower price of a quantity.

    Refused: `MORE_THAN_INVOICED`, `DIFFERENCE_EXCEEDS_PRICE`, `CREDIT_EXCEEDS`, `CURRENCY_DIFFERS`.
    """
    quantity = charged.line.quantity.value - was.quantity if item.quantity is None else item.quantity
    check_quantity(of, charged, was, quantity)
    cheaper = _ratio(of, charged.line, item.difference)
    if cheaper is None or cheaper > ALL:
        facts = {"price": str(charged.line.price), "difference": str(item.difference)}
        raise Rejected("DIFFERENCE_EXCEEDS_PRICE", invoice=of.document.number, line=item.line, **facts)
    part = fraction(quantity, charged.line.quantity.value) * cheaper
    amount = of.share(charged.amount, part)
    check_amount(of, charged, was, amount)
    line = _written(of, charged.line, quantity, item.difference, part)
    return _step(of, charged, line, part, amount, ROUNDING)


def by_right_price(of: Charged, charged: ChargedLine, was: LineStanding, item: LowerPrice) -> LineStep:
    """The right price of all that is left. Refused: `MORE_THAN_INVOICED`, `PRICE_NOT_LOWER`, `CURRENCY_DIFFERS`."""
    quantity = charged.line.quantity.value - was.quantity
    check_quantity(of, charged, was, quantity)
    right, left = _ratio(of, charged.line, item.price), fraction(quantity, charged.line.quantity.value)
    rest = charged.amount - was.amount
    amount = 0 if right is None else rest - of.share(charged.amount, left * right)
    if right is None or right >= ALL or amount * rest <= 0:
        raise Rejected("PRICE_NOT_LOWER", invoice=of.document.number, line=item.line, price=str(item.price))
    part = left * (ALL - right)
    line = _written(of, charged.line, quantity, _less(charged.line.price, item.price), part)
    usual = was.amount == of.share(charged.amount, fraction(was.quantity, charged.line.quantity.value))
    return _step(of, charged, line, part, amount, ROUNDING if usual else CREDITED_BEFORE)


def lowered(of: Charged, standing: Standing, amount: int) -> Standing:
    """The standing once the document's percentages are taken of lines that come to so much less."""
    whole = sum([line.amount for line in of.lines])
    part = Fraction(amount, whole) if whole else NOTHING
    steps = [of.share(all_, part) if _of_lines(each) else 0 for each, all_ in of.adjustments]
    pairs = zip(of.adjustments, standing.adjustments, steps, strict=True)
    return renewed(
        standing, adjustments=tuple([done + clamped(step, 0, all_ - done) for (_, all_), done, step in pairs])
    )


def _of_lines(adjustment: Adjustment) -> bool:
    """Whether it is a percentage of what the lines come to."""
    return adjustment.percent is not None and adjustment.base is None


def _step(of: Charged, charged: ChargedLine, line: LineInput, part: Fraction, amount: int, reason: str) -> LineStep:
    """The step of a line's amount; parts are not priced as their line is."""
    if charged.parts:
        line, part = plain_line(charged.line, amount, charged.line.id), NOTHING
    adjustments = tuple([of.share(each, part) for each in charged.adjustments])
    target = target_of(charged.line.adjustments, adjustments, amount, reason)
    return LineStep(ZERO, amount, Written(line, target), lowers=True)


def _ratio(of: Charged, line: LineInput, price: UnitPrice) -> Fraction | None:
    """A price as a fraction of the line's; None where that was free of charge. Refused: `CURRENCY_DIFFERS`."""
    if price.currency != line.price.currency:
        raise Rejected("CURRENCY_DIFFERS", invoice=of.document.number, line=line.id, currency=price.currency)
    if not line.price.amount:
        return None
    return fraction(price.amount, line.price.amount) * fraction(line.price.per, price.per)


def _less(price: UnitPrice, lower: UnitPrice) -> UnitPrice:
    """The difference of two prices, by the unit that is in both."""
    if price.per == lower.per:
        return UnitPrice(EXACT.subtract(price.amount, lower.amount), price.currency, price.per)
    dear, cheap = EXACT.multiply(price.amount, lower.per), EXACT.multiply(lower.amount, price.per)
    return UnitPrice(EXACT.subtract(dear, cheap), price.currency, EXACT.multiply(price.per, lower.per))


def _written(of: Charged, line: LineInput, quantity: Decimal, price: UnitPrice, part: Fraction) -> LineInput:
    return renewed(
        line,
        quantity=Quantity.trusted(quantity, line.quantity.unit),
        price=price,
        adjustments=tuple([_scaled(each, part, of.unit) for each in line.adjustments]),
        parts=(),
    )


def _scaled(adjustment: Adjustment, part: Fraction, unit: int) -> Adjustment:
    amount, base = money_until(adjustment.amount, part, unit), money_until(adjustment.base, part, unit)
    return changed(adjustment, amount=amount, base=base)
