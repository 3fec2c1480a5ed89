"""Credits of one line each, all of a credit note together: what they add to what was credited of an invoice."""

from collections.abc import Callable, Mapping, Sequence
from typing import Any

from otcore.invoicing.crediting.asked import CreditAmount, CreditPrice, CreditQuantity, LowerPrice, OfLine
from otcore.invoicing.crediting.charged import Charged, ChargedLine
from otcore.invoicing.crediting.moving import LineStep, Written, by_amount, by_quantity, position
from otcore.invoicing.crediting.prices import by_price, by_right_price, lowered
from otcore.invoicing.crediting.standing import LineStanding, Standing, with_adjustments
from otcore.values.fast_init import changed

_STEPS: Mapping[type, Callable[[Charged, ChargedLine, LineStanding, Any], LineStep]] = {
    CreditQuantity: by_quantity,
    CreditPrice: by_price,
    LowerPrice: by_right_price,
    CreditAmount: by_amount,
}


def line_by_line(of: Charged, before: Standing, items: Sequence[OfLine]) -> tuple[Standing, tuple[Written, ...]]:
    """The standing after credits of different lines, with what goes back of the document's allowances and charges: with
    quantities by what they are worth, with lower prices its percentages. What it comes to is left as it was.
    """
    lines, less, notes = list(before.lines), 0, []
    for item in items:
        index = position(of, item.line)
        was = lines[index]
        step = _STEPS[type(item)](of, of.lines[index], was, item)
        lines[index] = LineStanding(was.quantity + step.quantity, was.amount + step.amount)
        less += step.amount if step.lowers else 0
        notes.append(step.written)
    after = changed(before, lines=tuple(lines))
    return with_adjustments(of, before, lowered(of, after, less) if less else after), tuple(notes)
