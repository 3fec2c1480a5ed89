"""The price of a line of a CII document."""

from decimal import Decimal

from attrs import evolve

from otcore.adapters.cii.reading.cursor import CiiCursor
from otcore.adapters.xml.records import number
from otcore.values.faults import Invalid
from otcore.values.price import UnitPrice

_CHARGED = "ram:ChargeAmount"
_BASE = "ram:BasisQuantity"
_OFF = "ram:AppliedTradeAllowanceCharge"
_OFF_AMOUNT = f"{_OFF}/ram:ActualAmount"
_OFF_CHARGES = f"{_OFF}/ram:ChargeIndicator/udt:Indicator"


def read_price(agreement: CiiCursor, unit: str, currency: str) -> UnitPrice:
    """The net price, with the discount that is in it. `unit` is that of the quantity billed: the price is for the same.

    Raises `Invalid` XML_MISSING, UNIT_MISMATCH, PRICE_NEGATIVE, PRICE_BASE, CURRENCY_MISMATCH.
    """
    net = agreement.one("ram:NetPriceProductTradePrice")
    price = net.record(
        UnitPrice,
        amount=lambda: net.price(_CHARGED, currency),
        currency=lambda: currency,
        per=lambda: _base(net, unit),
    )
    gross = agreement.child("ram:GrossPriceProductTradePrice")
    return price if gross is None else _discounted(price, gross, unit, currency)


def _discounted(price: UnitPrice, gross: CiiCursor, unit: str, currency: str) -> UnitPrice:
    """With the discount, where the gross price less it is the net price for the same quantity; else it stays unread."""
    try:
        discounted = evolve(price, discount=number(gross.peek(_OFF_AMOUNT) or "0"))
        same = number(gross.peek(_CHARGED)) == discounted.gross and _base_said(gross, unit) in (None, price.per)
    except Invalid:
        return price
    if not same or gross.peek(_OFF_CHARGES) not in ("", "false", "0"):
        return price
    gross.price(_CHARGED, currency)
    _base(gross, unit)
    if discounted.discount:
        gross.price(_OFF_AMOUNT, currency)
        gross.text(_OFF_CHARGES)
    return discounted


def _base_said(price: CiiCursor, unit: str) -> Decimal | None:
    """The base quantity in this unit, for a look; None where none is said."""
    base = price.child(_BASE)
    if base is None:
        return None
    if base.element.get("unitCode", unit) != unit:
        raise _mismatch(base, unit)
    return number(base.peek(""))


def _base(price: CiiCursor, unit: str) -> Decimal:
    """The quantity that the price is for: in the unit that is billed, for otherwise it prices nothing."""
    base = price.child(_BASE)
    if base is None:
        return Decimal(1)
    if base.attribute("unitCode") not in ("", unit):
        raise _mismatch(base, unit)
    return price.number(_BASE)


def _mismatch(base: CiiCursor, unit: str) -> Invalid:
    said = base.element.get("unitCode")
    return base.fault("UNIT_MISMATCH", f"the price is for {said[:40]!a}, billed is in {unit}", left=said, right=unit)
