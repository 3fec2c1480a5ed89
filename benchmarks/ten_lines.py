"""The invoice that is measured: ten lines, two rates, a document discount; and the same totals by hand."""

import json
from decimal import ROUND_HALF_UP, Decimal
from typing import Any

import otcore as ot
from otcore.invoicing.calculation import InvoiceInput, LineInput
from otcore.values.adjustment import Adjustment

CENT = Decimal("0.01")
RATES = (Decimal(7), Decimal(19))
LINES = [(Decimal(line + 1), Decimal("12.34"), RATES[line % 2]) for line in range(10)]
DISCOUNT = Decimal("5.00")


def invoice() -> InvoiceInput:
    """The invoice to calculate."""
    taxes = {rate: ot.TaxCategory("S", rate) for rate in RATES}
    lines = tuple(
        LineInput(str(at), ot.Quantity(quantity, "C62"), ot.UnitPrice(price, "EUR"), taxes[rate])
        for at, (quantity, price, rate) in enumerate(LINES)
    )
    discount = Adjustment(charge=False, amount=ot.Money(DISCOUNT, "EUR"), tax=taxes[RATES[1]], reason="Discount")
    return InvoiceInput("EUR", lines, (discount,))


def request() -> bytes:
    """The same invoice, asked for in JSON."""
    taxes = {rate: {"code": "S", "rate": str(rate)} for rate in RATES}
    lines = [
        {"id": str(at), "quantity": str(quantity), "price": str(price), "tax": taxes[rate]}
        for at, (quantity, price, rate) in enumerate(LINES)
    ]
    discount = {"amount": str(DISCOUNT), "reason": "Discount", "tax": taxes[RATES[1]]}
    return json.dumps({"currency": "EUR", "lines": lines, "adjustments": [discount]}).encode()


def bare() -> dict[str, Any]:
    """The same totals by hand, the names as in `Totals`; the nets of the lines, and the groups by rate."""
    nets, line_net, taxable = [], Decimal(0), dict.fromkeys(RATES, Decimal(0))
    for quantity, price, rate in LINES:
        net = (quantity * price).quantize(CENT, ROUND_HALF_UP)
        nets.append(net)
        line_net += net
        taxable[rate] += net
    taxable[RATES[1]] -= DISCOUNT
    exclusive = line_net - DISCOUNT
    taxes = {rate: (base * rate / 100).quantize(CENT, ROUND_HALF_UP) for rate, base in taxable.items()}
    tax = sum(taxes.values(), Decimal(0))
    inclusive = exclusive + tax
    return {
        "lines": nets,
        "line_net": line_net,
        "allowances": DISCOUNT,
        "tax_exclusive": exclusive,
        "taxable": taxable,
        "taxes": taxes,
        "tax": tax,
        "tax_inclusive": inclusive,
        "payable": inclusive,
    }
