"""The price of what is billed (BG-29)."""

from decimal import Decimal

from otcore.adapters.ubl.invoice_form import InvoiceForm
from otcore.adapters.ubl.order_line import read_base
from otcore.adapters.ubl.reading import UblCursor, number
from otcore.values.decimals import EXACT
from otcore.values.faults import Invalid
from otcore.values.price import UnitPrice

_AMOUNT = "cbc:PriceAmount"
_GROSS = "cbc:BaseAmount"


def read_price(line: UblCursor, form: InvoiceForm) -> UnitPrice:
    """The net price, and the discount (BT-147) that was taken off for it.

    The gross price (BT-148) counts as read where it is the sum of both; else it stays unread, as does a charge.
    """
    price = line.one("cac:Price")
    discount = next((one for one in price.children("cac:AllowanceCharge") if _is_discount(one)), None)
    read = price.record(
        UnitPrice,
        amount=lambda: price.number(_AMOUNT),
        currency=lambda: price.one(_AMOUNT).required_attribute("currencyID"),
        per=lambda: read_base(price, line.child(form.quantity)),
        discount=lambda: _discount(discount) if discount else Decimal(0),
    )
    if discount and _is_sum(discount.peek(_GROSS), read):
        discount.number(_GROSS)
        discount.one(_GROSS).attribute("currencyID")
    return read


def _is_discount(allowance: UblCursor) -> bool:
    amount = allowance.peek("cbc:Amount")
    return bool(amount) and not amount.startswith("-") and allowance.peek("cbc:ChargeIndicator") in ("false", "0")


def _discount(allowance: UblCursor) -> Decimal:
    allowance.indicator("cbc:ChargeIndicator")
    allowance.one("cbc:Amount").attribute("currencyID")
    return allowance.number("cbc:Amount")


def _is_sum(gross: str, price: UnitPrice) -> bool:
    try:
        return gross != "" and number(gross) == EXACT.add(price.amount, price.discount)
    except Invalid:
        return False
