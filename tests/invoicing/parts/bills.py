"""Orders and invoices to bill and credit in parts, a line each."""

from decimal import Decimal
from typing import Any

from otcore.invoicing.calculation import Adjustment, InvoiceInput, LineInput
from otcore.values import Money, Quantity, TaxCategory, UnitPrice

S20 = TaxCategory("S", "20")


def eur(amount: str) -> Money:
    return Money(amount, "EUR")


def line(
    quantity: str,
    price: str,
    *adjustments: Adjustment,
    id: str = "1",
    tax: TaxCategory = S20,
    currency: str = "EUR",
    **more: Any,
) -> LineInput:
    return LineInput(id, Quantity(quantity, "C62"), UnitPrice(price, currency), tax, adjustments, **more)


def order(*lines: LineInput, currency: str = "EUR", **more: Any) -> InvoiceInput:
    return InvoiceInput(currency, lines, **more)


def adjustment(charge: bool, amount: str | None = None, percent: str | None = None, **more: Any) -> Adjustment:
    return Adjustment(
        charge=charge,
        amount=None if amount is None else eur(amount),
        percent=None if percent is None else Decimal(percent),
        reason=more.pop("reason", "agreed"),
        **more,
    )
