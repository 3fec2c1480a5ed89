"""What is credited in all comes to: as one invoice of just that, and never more than the invoice."""

from attrs import evolve as changed

from otcore.invoicing.calculation import calculate
from otcore.invoicing.crediting.charged import Charged, ChargedLine, bill
from otcore.invoicing.crediting.standing import LineStanding, Standing, complete
from otcore.invoicing.lines import LineInput
from otcore.invoicing.parts.share import clamped
from otcore.values.adjustment import Adjustment
from otcore.values.fast_init import changed as renewed
from otcore.values.faults import Rejected
from otcore.values.money import Money
from otcore.values.price import UnitPrice
from otcore.values.quantity import Quantity


def settled(of: Charged, standing: Standing) -> Standing:
    """The standing with what it comes to by now; that never falls, by however little.

    Refused: `CREDIT_EXCEEDS` what the invoice comes to, `CREDIT_NEGATIVE` what the buyer would owe. A unit for each
    rounded figure is neither.
    """
    exact = worth(of, standing)
    inside = clamped(exact, 0, of.total)
    facts = {"invoice": of.document.number, "credited": _text(of, exact), "before": _text(of, standing.payable)}
    if abs(exact - inside) > of.rounded:
        raise Rejected("CREDIT_EXCEEDS", **facts, charged=_text(of, of.total))
    if (standing.payable - inside) * of.sign > of.rounded:
        raise Rejected("CREDIT_NEGATIVE", **facts)
    return renewed(standing, payable=max(inside * of.sign, standing.payable * of.sign) * of.sign)


def worth(of: Charged, standing: Standing) -> int:
    """What one invoice of just what is credited comes to, in minor units; all of it: the invoice's own total."""
    if complete(of, standing):
        return of.total
    lines = [_line(*each) for each in zip(of.lines, standing.lines, strict=True) if each[1] != LineStanding()]
    if not lines:
        return 0
    pairs = zip(of.adjustments, standing.adjustments, strict=True)
    adjustments = [_amount(each, done, of.document.currency) for (each, _), done in pairs]
    return calculate(bill(of, lines, adjustments)).payable.minor


def _line(charged: ChargedLine, standing: LineStanding) -> LineInput:
    """A line that comes to what was credited of it: free of charge, and a charge of just that."""
    line, currency = charged.line, charged.line.price.currency
    amount = Adjustment(charge=True, amount=Money.from_minor(standing.amount, currency))
    quantity = Quantity.trusted(standing.quantity, line.quantity.unit)
    return LineInput(line.id, quantity, UnitPrice(0, currency), line.tax, (amount,), line.taxes)


def _amount(adjustment: Adjustment, minor: int, currency: str) -> Adjustment:
    return changed(adjustment, amount=Money.from_minor(minor, currency), percent=None, base=None)


def _text(of: Charged, minor: int) -> str:
    return str(Money.from_minor(minor, of.document.currency))
