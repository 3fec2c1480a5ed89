"""Lines whose prices include tax, told in net prices: EN 16931 knows no other (BT-146)."""

from decimal import Decimal

from attrs import evolve

from otcore.invoicing.adjustments import AllowanceCharge, sums
from otcore.invoicing.invoice_line import InvoiceLine
from otcore.invoicing.lines import LineTotal
from otcore.values.decimals import EXACT
from otcore.values.money import Money
from otcore.values.price import UnitPrice
from otcore.values.rounding import round_to

_PLACES = 10
_HUNDRED = Decimal(100)
_NOTHING = Decimal(0)
_ROUNDING = "Rounding"


def net_priced(line: InvoiceLine, total: LineTotal, places: int) -> tuple[InvoiceLine, LineTotal]:
    """The line with a net price, and its amounts without tax, of so many decimals; the net amount (BT-131) stays.

    Allowances and charges are taken without tax, each rounded half up, as amounts: their percentage is of another base.
    The price follows from what is left, so that quantity x price - allowances + charges is the net amount to the
    cent (PEPPOL-EN16931-R120). Where no price gives it, because it has the other sign or the quantity is zero, an
    allowance or a charge does.
    """
    adjustments = tuple([_without_tax(item, line.tax.rate, places) for item in total.adjustments])
    parts = [net_priced(*pair, places) for pair in zip(line.parts, total.parts, strict=True)]
    return priced_again(
        evolve(line, parts=tuple([part for part, _ in parts])),
        LineTotal(total.id, total.net, total.net, adjustments, parts=tuple([part for _, part in parts])),
        places,
    )


def priced_again(line: InvoiceLine, total: LineTotal, places: int) -> tuple[InvoiceLine, LineTotal]:
    """The line with the price that its net amount (BT-131), its allowances and its charges leave."""
    allowances, charges = sums(total.adjustments)
    gross = Money.from_minor(total.net.minor + allowances - charges, total.net.currency)
    price = net_price(gross, line.quantity.value, places)
    if price is not None:
        return evolve(line, price=price), evolve(total, gross=gross)
    left = (*total.adjustments, rounding(gross))
    free = UnitPrice(_NOTHING, gross.currency)
    return evolve(line, price=free), evolve(total, gross=Money.zero(gross.currency), adjustments=left)


def rounded_apart(line: InvoiceLine, total: LineTotal, places: int) -> tuple[InvoiceLine, LineTotal]:
    """The line with an allowance or a charge for what its amount differs by from quantity x price, half up to so many
    decimals: it was rounded otherwise, and a document states how it comes to its net amount (PEPPOL-EN16931-R120).
    """
    if total.parts:
        parts = [rounded_apart(*pair, places)[1] for pair in zip(line.parts, total.parts, strict=True)]
        return line, evolve(total, parts=tuple(parts))
    exact = at_price(line, places)
    if exact == total.gross:
        return line, total
    adjustments = (*total.adjustments, rounding(total.gross - exact))
    return line, evolve(total, gross=exact, adjustments=adjustments)


def at_price(line: InvoiceLine, places: int) -> Money:
    """Quantity x price, half up to so many decimals."""
    return Money(round_to(line.price.extend(line.quantity.value), places), line.price.currency)


def rounding(difference: Money) -> AllowanceCharge:
    """What a line is more (a charge) or less (an allowance) for the sake of rounding."""
    return AllowanceCharge(charge=difference.minor > 0, amount=abs(difference), reason=_ROUNDING)


def net_price(gross: Money, quantity: Decimal, places: int) -> UnitPrice | None:
    """The price with the fewest decimals that quantity x price rounds to the amount with, half up; with more than ten,
    the amount itself for the whole quantity. None where no price does.
    """
    amount, currency, count = abs(gross.amount), gross.currency, abs(quantity)
    if not amount:
        return UnitPrice(_NOTHING, currency)
    if not count or (gross.minor < 0) != (quantity < 0):
        return None
    exact = EXACT.divide(amount, count)
    for decimals in range(places, _PLACES + 1):
        price = round_to(exact, decimals)
        if round_to(EXACT.multiply(price, count), places) == amount:
            return UnitPrice(price, currency)
    return UnitPrice(amount, currency, count)


def _without_tax(item: AllowanceCharge, rate: Decimal, places: int) -> AllowanceCharge:
    net = EXACT.divide(EXACT.multiply(item.amount.amount, _HUNDRED), EXACT.add(_HUNDRED, rate))
    return evolve(item, amount=Money(round_to(net, places), item.amount.currency), percent=None, base=None)
