"""Lines whose prices include tax, told in net prices: EN 16931 knows no other (BT-146)."""

from decimal import Decimal

from attrs import evolve

from otcore.invoicing.adjustments import AllowanceCharge, sums
from otcore.invoicing.invoice_line import InvoiceLine
from otcore.invoicing.lines import LineTotal
from otcore.values.currencies import digits
from otcore.values.decimals import EXACT
from otcore.values.money import Money
from otcore.values.price import UnitPrice
from otcore.values.rounding import round_to

_PLACES = 10
_HUNDRED = Decimal(100)
_NOTHING = Decimal(0)
_ROUNDING = "Rounding"


def net_priced(line: InvoiceLine, total: LineTotal) -> tuple[InvoiceLine, LineTotal]:
    """The line with a net price, and its amounts without tax; the net amount (BT-131) stays.

    Allowances and charges are taken without tax, each rounded half up, as amounts: their percentage is of another base.
    The price follows from what is left, so that quantity x price - allowances + charges is the net amount to the
    cent (PEPPOL-EN16931-R120). Where no price gives it, because it has the other sign or the quantity is zero, an
    allowance or a charge does.
    """
    adjustments = tuple([_without_tax(item, line.tax.rate) for item in total.adjustments])
    allowances, charges = sums(adjustments)
    gross = Money.from_minor(total.net.minor + allowances - charges, total.net.currency)
    price = net_price(gross, line.quantity.value)
    if price is None:
        adjustments, price = (*adjustments, _whole(gross)), UnitPrice(_NOTHING, gross.currency)
        gross = Money.zero(gross.currency)
    parts = [net_priced(*pair) for pair in zip(line.parts, total.parts, strict=True)]
    return (
        evolve(line, price=price, parts=tuple([part for part, _ in parts])),
        LineTotal(total.id, gross, total.net, adjustments, parts=tuple([part for _, part in parts])),
    )


def net_price(gross: Money, quantity: Decimal) -> UnitPrice | None:
    """The price with the fewest decimals that quantity x price rounds to the amount with, half up; with more than ten,
    the amount itself for the whole quantity. None where no price does.
    """
    amount, currency, count = abs(gross.amount), gross.currency, abs(quantity)
    if not amount:
        return UnitPrice(_NOTHING, currency)
    if not count or (gross.minor < 0) != (quantity < 0):
        return None
    exact, places = EXACT.divide(amount, count), digits(currency)
    for decimals in range(places, _PLACES + 1):
        price = round_to(exact, decimals)
        if round_to(EXACT.multiply(price, count), places) == amount:
            return UnitPrice(price, currency)
    return UnitPrice(amount, currency, count)


def _without_tax(item: AllowanceCharge, rate: Decimal) -> AllowanceCharge:
    net = EXACT.divide(EXACT.multiply(item.amount.amount, _HUNDRED), EXACT.add(_HUNDRED, rate))
    return evolve(item, amount=Money.rounded(net, item.amount.currency), percent=None, base=None)


def _whole(gross: Money) -> AllowanceCharge:
    return AllowanceCharge(charge=gross.minor > 0, amount=abs(gross), reason=_ROUNDING)
