"""Crediting invoices: quantities, lower prices, amounts; never more than was charged, and in the end exactly that."""

from otcore.invoicing.crediting.asked import (
    CreditAmount,
    CreditGroup,
    CreditItem,
    CreditPrice,
    CreditQuantity,
    CreditTotal,
    KeepBack,
    LowerPrice,
)
from otcore.invoicing.crediting.credit import CreditPart, credit, credit_rest
from otcore.invoicing.crediting.goods import credit_between, credit_until
from otcore.invoicing.crediting.lines import credit_lines

__all__ = [
    "CreditAmount",
    "CreditGroup",
    "CreditItem",
    "CreditPart",
    "CreditPrice",
    "CreditQuantity",
    "CreditTotal",
    "KeepBack",
    "LowerPrice",
    "credit",
    "credit_between",
    "credit_lines",
    "credit_rest",
    "credit_until",
]
