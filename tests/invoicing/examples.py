"""Words for writing an invoice's input in a line."""

from otcore.invoicing.calculation import Adjustment, InvoiceInput, LineInput
from otcore.values import Money, Quantity, TaxCategory, UnitPrice

S20 = TaxCategory("S", "20")
S21 = TaxCategory("S", "21")
S25 = TaxCategory("S", "25")
ZERO_RATED = TaxCategory("Z", 0)


def eur(amount):
    return Money(amount, "EUR")


def line(quantity, price, tax=S25, *adjustments, line_id="1", per="1", currency="EUR", taxes=(), parts=()):
    return LineInput(
        line_id, Quantity(quantity, "C62"), UnitPrice(price, currency, per), tax, adjustments, taxes, parts
    )


def lines(count, *args, **given):
    """The same line so many times."""
    return tuple(line(*args, line_id=str(place), **given) for place in range(1, count + 1))


def document(*lines, currency="EUR", **others):
    return InvoiceInput(currency, lines, **others)


def allowance(**given):
    return Adjustment(charge=False, reason="agreed", **given)


def charge(**given):
    return Adjustment(charge=True, reason="agreed", **given)
