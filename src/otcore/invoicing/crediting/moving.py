"""What a credit of one line moves: by a quantity, by an amount."""

from decimal import Decimal
from fractions import Fraction

from attrs import evolve as changed
from attrs import frozen

from otcore.invoicing.crediting.asked import CreditAmount, CreditQuantity
from otcore.invoicing.crediting.charged import Charged, ChargedLine
from otcore.invoicing.crediting.standing import LineStanding
from otcore.invoicing.lines import LineInput
from otcore.invoicing.parts.difference import line_between
from otcore.invoicing.parts.fitting import ROUNDING, LineTarget
from otcore.invoicing.parts.reached import line_until
from otcore.invoicing.parts.share import ALL, NOTHING, fraction, share_left
from otcore.values.adjustment import Adjustment
from otcore.values.fast_init import fast_init
from otcore.values.faults import Rejected
from otcore.values.money import Money
from otcore.values.price import UnitPrice
from otcore.values.quantity import Quantity

CREDITED_BEFORE = "Credited before"
"""The reason of an allowance that holds what amounts had credited of a quantity before it went back."""

ONE = "C62"
ZERO = Decimal(0)


@fast_init
@frozen
class Written:
    """A line of a credit note, what it is to come to, and why where that was said."""

    line: LineInput
    target: LineTarget
    reason: str = ""


@frozen
class LineStep:
    """What a credit of one line adds to what was credited of it, and what the credit note says of it. `lowers`: the
    document's percentages are of less then.
    """

    quantity: Decimal
    amount: int
    written: Written
    lowers: bool = False


def by_quantity(of: Charged, charged: ChargedLine, was: LineStanding, item: CreditQuantity) -> LineStep:
    """A quantity: its share of what the line charged, or of what is left of that. Refused: `MORE_THAN_INVOICED`."""
    if charged.line.quantity.value or item.quantity:
        check_quantity(of, charged, was, item.quantity)
    before, after = _steps(charged, was.quantity, was.quantity + item.quantity)
    amount = share_left(charged.amount, was.amount, before, after, of.unit)
    usual = amount == of.share(charged.amount, after) - of.share(charged.amount, before)
    line = _between(of, charged.line, was.quantity, was.quantity + item.quantity)
    target = _target(of, charged, (before, after), amount, ROUNDING if usual else CREDITED_BEFORE)
    return LineStep(item.quantity, amount, Written(line, target))


def by_amount(of: Charged, charged: ChargedLine, was: LineStanding, item: CreditAmount) -> LineStep:
    """An amount of a line. Refused: `AMOUNT_NOT_POSITIVE`, `CREDIT_EXCEEDS`."""
    minor = positive(of, item.amount) * (-1 if charged.amount < 0 else 1)
    check_amount(of, charged, was, minor)
    line = plain_line(charged.line, minor, charged.line.id)
    return LineStep(ZERO, minor, Written(line, LineTarget(minor), item.reason))


def plain_line(like: LineInput, minor: int, id: str) -> LineInput:
    """One of an amount, taxed as another line; taxes by the unit are left to its units."""
    price = UnitPrice(abs(Money.from_minor(minor, like.price.currency).amount), like.price.currency)
    quantity = Quantity.trusted(Decimal(-1 if minor < 0 else 1), ONE)
    return LineInput(id, quantity, price, like.tax, (), tuple([tax for tax in like.taxes if tax.rate is not None]))


def position(of: Charged, line: str) -> int:
    """The place of a line. Refused: `LINE_UNKNOWN`."""
    if line not in of.places:
        raise Rejected("LINE_UNKNOWN", invoice=of.document.number, line=line)
    return of.places[line]


def positive(of: Charged, amount: Money) -> int:
    """An amount in minor units. Refused: `AMOUNT_NOT_POSITIVE`, `CURRENCY_DIFFERS`."""
    if amount.currency != of.document.currency:
        raise Rejected("CURRENCY_DIFFERS", invoice=of.document.number, currency=amount.currency)
    if amount.minor <= 0:
        raise Rejected("AMOUNT_NOT_POSITIVE", invoice=of.document.number, amount=str(amount))
    return amount.minor


def check_quantity(of: Charged, charged: ChargedLine, was: LineStanding, quantity: Decimal) -> None:
    """Refused: `QUANTITY_NOT_POSITIVE`, in the sign of the line's own; `MORE_THAN_INVOICED`."""
    whole = charged.line.quantity.value
    facts = {"invoice": of.document.number, "line": charged.line.id, "credited": str(quantity)}
    if quantity * whole <= 0:
        raise Rejected("QUANTITY_NOT_POSITIVE", **facts)
    if abs(quantity) > abs(whole - was.quantity):
        raise Rejected("MORE_THAN_INVOICED", **facts, left=str(whole - was.quantity))


def check_amount(of: Charged, charged: ChargedLine, was: LineStanding, minor: int) -> None:
    """Refused: `CREDIT_EXCEEDS` what is left of the line."""
    left = charged.amount - was.amount
    if abs(minor) > abs(left):
        currency = of.document.currency
        facts = {"credited": str(Money.from_minor(minor, currency)), "left": str(Money.from_minor(left, currency))}
        raise Rejected("CREDIT_EXCEEDS", invoice=of.document.number, line=charged.line.id, **facts)


def _steps(charged: ChargedLine, before: Decimal, after: Decimal) -> tuple[Fraction, Fraction]:
    """How far a line was credited and is; one of no quantity at once."""
    whole = charged.line.quantity.value
    return (fraction(before, whole), fraction(after, whole)) if whole else (NOTHING, ALL)


def _between(of: Charged, line: LineInput, before: Decimal, after: Decimal) -> LineInput:
    if not line.quantity.value:
        return line
    return line_between(line_until(line, before, of.unit), line_until(line, after, of.unit))


def _target(of: Charged, charged: ChargedLine, steps: tuple[Fraction, Fraction], net: int, reason: str) -> LineTarget:
    """The figures of a line that went from one fraction of it to another; the first of its parts takes what is left."""
    before, after = steps
    adjustments = tuple([of.share(each, after) - of.share(each, before) for each in charged.adjustments])
    target = target_of(charged.line.adjustments, adjustments, net, reason)
    if not charged.parts:
        return target
    amounts = [of.share(part.amount, after) - of.share(part.amount, before) for part in charged.parts]
    amounts[0] += net - sum(amounts)
    pairs = zip(charged.parts, amounts, strict=True)
    return changed(target, parts=tuple([_target(of, part, steps, amount, reason) for part, amount in pairs]))


def target_of(adjustments: tuple[Adjustment, ...], amounts: tuple[int, ...], net: int, reason: str) -> LineTarget:
    """The figures of a line that comes to `net` with these adjustments; `reason`: why quantity x price does not."""
    signed = [amount if each.charge else -amount for each, amount in zip(adjustments, amounts, strict=True)]
    return LineTarget(net - sum(signed), amounts, reason=reason)
