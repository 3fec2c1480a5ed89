"""What the buyer states to pay, beside what was found."""

from collections.abc import Iterator
from decimal import Decimal

from attrs import frozen

from otcore.orders.line import RequestedLine
from otcore.orders.policy import Deviation
from otcore.orders.rules.subject import Placing
from otcore.orders.verdict import INCOMPLETE, MISPRICED, Finding
from otcore.values.decimals import EXACT, plain
from otcore.values.price import UnitPrice

ZERO = Decimal(0)


def priced(placing: Placing) -> tuple[Finding, ...]:
    """PRICE_UNKNOWN: without a price found in the order's currency a line's price is missing, or cannot be compared."""
    return tuple(
        finding
        for request in placing.command.lines
        if request.id in placing.products and placing.found_price(request.id) is None
        for finding in (MISPRICED if request.price else INCOMPLETE).of(
            "PRICE_UNKNOWN", f"line {request.id}: no list price in {placing.command.currency}"
        )
    )


def at_list_price(placing: Placing) -> tuple[Finding, ...]:
    """PRICE_BELOW_LIST, PRICE_ABOVE_LIST: a stated price, less the line's allowances, that lies further from the price
    that was found than the house tolerates.
    """
    return tuple(finding for compared in _compared(placing) for finding in _judged(placing, compared))


def taxed_as_listed(placing: Placing) -> tuple[Finding, ...]:
    """TAX_DIFFERS: the buyer states another tax category or rate than the product has."""
    then = placing.policy.prices.tax
    return tuple(
        finding
        for request in placing.command.lines
        if request.tax is not None and (product := placing.products.get(request.id)) is not None
        if (request.tax.code, request.tax.rate) != (product.tax.code, product.tax.rate)
        for finding in then.of("TAX_DIFFERS", f"line {request.id}: {request.tax} instead of {product.tax}")
    )


@frozen
class _Compared:
    """A line's stated price and allowances beside the price that was found, for its whole quantity."""

    request: RequestedLine
    stated: UnitPrice
    allowed: Decimal
    found: UnitPrice

    @property
    def quantity(self) -> Decimal:
        return self.request.quantity.value

    @property
    def more(self) -> Decimal:
        """By how much the line comes to more than by the price that was found."""
        asked = EXACT.subtract(self.stated.extend(self.quantity), self.allowed)
        return EXACT.subtract(asked, self.found.extend(self.quantity))


def _compared(placing: Placing) -> Iterator[_Compared]:
    """Lines with a price or an allowance of their own, in the unit and the currency of the price that was found."""
    net = placing.policy.prices.net
    for request in placing.command.lines:
        if request.price is None and not request.adjustments:
            continue
        product, found = placing.products.get(request.id), placing.found_price(request.id)
        if product is None or found is None or product.unit != request.quantity.unit:
            continue
        stated = request.price or found
        allowed = _allowances(request, stated) if net else ZERO
        if request.price is not None or allowed:
            yield _Compared(request, stated, allowed, found)


def _allowances(request: RequestedLine, stated: UnitPrice) -> Decimal:
    """What the buyer takes off the line, unrounded (EN 16931 BG-27); a charge that comes on top gives no room."""
    gross = stated.extend(request.quantity.value)
    taken = ZERO
    for each in request.adjustments:
        if each.charge:
            continue
        if each.percent is None:
            taken = EXACT.add(taken, each.amount.amount if each.amount else ZERO)
        else:
            base = each.base.amount if each.base else gross
            taken = EXACT.add(taken, EXACT.scaleb(EXACT.multiply(base, each.percent), -2))
    return taken


def _judged(placing: Placing, compared: _Compared) -> tuple[Finding, ...]:
    policy, more = placing.policy.prices, compared.more
    if more < -_tolerated(policy.below, compared):
        return policy.below_then.of("PRICE_BELOW_LIST", _told(placing, compared))
    if more > _tolerated(policy.above, compared):
        return policy.above_then.of("PRICE_ABOVE_LIST", _told(placing, compared))
    return ()


def _tolerated(deviation: Deviation, compared: _Compared) -> Decimal:
    """For the whole quantity: the smaller of what the percentage and the amount allow."""
    allowed = []
    if deviation.percent is not None:
        allowed.append(deviation.percent.of(compared.found.extend(compared.quantity)))
    if deviation.amount is not None:
        allowed.append(EXACT.multiply(deviation.amount, compared.quantity))
    return min(allowed, default=ZERO)


def _told(placing: Placing, compared: _Compared) -> str:
    line, found = compared.request.id, placing.prices.get(compared.request.id)
    off = f" less {plain(compared.allowed)} {compared.stated.currency} of allowances" if compared.allowed else ""
    why = f"; {found.why}" if found else ""
    return f"line {line}: {compared.stated}{off} instead of {compared.found}{why}"
