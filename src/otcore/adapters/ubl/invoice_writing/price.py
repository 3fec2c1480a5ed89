"""The price of what is billed (BG-29)."""

from otcore.adapters.ubl.common_writing import price
from otcore.adapters.ubl.writing import Element, group, leaf
from otcore.values.decimals import plain
from otcore.values.price import UnitPrice


def invoice_price(value: UnitPrice, unit: str) -> Element | None:
    """The net price; with a discount also that (BT-147) and the gross price (BT-148)."""
    net = price(value, unit)
    if net is None or isinstance(net.content, str) or not value.discount:
        return net
    return group(net.name, *net.content, _discount(value))


def _discount(value: UnitPrice) -> Element | None:
    return group(
        "cac:AllowanceCharge",
        leaf("cbc:ChargeIndicator", "false"),
        leaf("cbc:Amount", plain(value.discount), currencyID=value.currency),
        leaf("cbc:BaseAmount", plain(value.gross), currencyID=value.currency),
    )
