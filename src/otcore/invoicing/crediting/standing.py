"""Where an invoice stands: how much of each line and adjustment was credited, in minor units."""

from decimal import Decimal
from fractions import Fraction

from attrs import frozen

from otcore.invoicing.credited import ZERO, Credited, CreditedLine
from otcore.invoicing.crediting.charged import Charged, ChargedLine
from otcore.invoicing.parts.reached import progress
from otcore.invoicing.parts.share import share_left
from otcore.values.fast_init import changed, fast_init
from otcore.values.money import Money


@fast_init
@frozen
class LineStanding:
    """What was credited of a line."""

    quantity: Decimal = ZERO
    amount: int = 0


@fast_init
@frozen
class Standing:
    """What was credited of an invoice: its lines and adjustments in their order, and what that came to."""

    lines: tuple[LineStanding, ...]
    adjustments: tuple[int, ...]
    payable: int


def standing_of(of: Charged, credited: Credited) -> Standing:
    """The state that an invoice keeps, put beside what it charged."""
    known = {each.line: LineStanding(each.quantity, each.amount.minor) for each in credited.lines}
    lines = tuple([known.get(each.line.id, LineStanding()) for each in of.lines])
    adjustments = tuple([each.minor for each in credited.adjustments]) or (0,) * len(of.adjustments)
    return Standing(lines, adjustments, credited.payable.minor if credited.payable else 0)


def credited_of(of: Charged, standing: Standing) -> Credited:
    """The state for the invoice to keep."""
    currency = of.document.currency
    pairs = [(each.line.id, stands) for each, stands in zip(of.lines, standing.lines, strict=True)]
    return Credited(
        tuple([CreditedLine(id, it.quantity, _money(it.amount, currency)) for id, it in pairs if it != LineStanding()]),
        tuple([_money(amount, currency) for amount in standing.adjustments]),
        _money(standing.payable, currency),
    )


def complete(of: Charged, standing: Standing) -> bool:
    """Whether every amount is credited."""
    amounts = [line.amount for line in standing.lines]
    return amounts == [line.amount for line in of.lines] and list(standing.adjustments) == [
        amount for _, amount in of.adjustments
    ]


def reached(of: Charged, standing: Standing) -> Fraction:
    """How far the document's adjustments have gone back with its lines' quantities."""
    return progress([each.line for each in of.lines], _quantities(of, standing))


def with_adjustments(of: Charged, before: Standing, after: Standing) -> Standing:
    """The standing with the document's adjustments gone back as far as its lines have since `before`."""
    if not of.adjustments:
        return after
    steps = reached(of, before), reached(of, after)
    pairs = zip(of.adjustments, after.adjustments, strict=True)
    return changed(
        after, adjustments=tuple([done + share_left(all_, done, *steps, of.unit) for (_, all_), done in pairs])
    )


def _quantities(of: Charged, standing: Standing) -> dict[str, Decimal]:
    pairs = zip(of.lines, standing.lines, strict=True)
    return {each.line.id: stands.quantity for each, stands in pairs if _goes(each, stands)}


def _goes(each: ChargedLine, stands: LineStanding) -> bool:
    """Whether a line is reached; one of no quantity is when all of its amount is credited."""
    return bool(stands.quantity) if each.line.quantity.value else stands.amount == each.amount


def _money(minor: int, currency: str) -> Money:
    return Money.from_minor(minor, currency)
