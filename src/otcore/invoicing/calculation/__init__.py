"""The invoice arithmetic: from lines, allowances, charges and taxes to the amount due.

Every figure is rounded by the profile of the invoice (EN 16931: once, half up with ties away from zero, to the
currency's own digits), and later figures are sums of printed ones, so that each identity of the standard holds on the
printed figures; `Profile` says which profile promises what. A negated invoice has the negated totals. Two ways lead
there and agree by a law: the plain one for what most invoices are, the full one for everything.
"""

from otcore.invoicing.adjustments import AllowanceCharge
from otcore.invoicing.calculation.full import full_totals
from otcore.invoicing.calculation.negation import negated
from otcore.invoicing.calculation.plain import is_plain, plain_totals
from otcore.invoicing.calculation.totals import Totals
from otcore.invoicing.inputs import InvoiceInput
from otcore.invoicing.lines import LineInput, LineTotal
from otcore.invoicing.tax import OtherTaxTotal, TaxSubtotal
from otcore.values.adjustment import Adjustment

__all__ = [
    "Adjustment",
    "AllowanceCharge",
    "InvoiceInput",
    "LineInput",
    "LineTotal",
    "OtherTaxTotal",
    "TaxSubtotal",
    "Totals",
    "calculate",
    "full_totals",
    "negated",
]


def calculate(invoice: InvoiceInput) -> Totals:
    """The totals of an invoice. Raises `Invalid` MONEY_TOO_LARGE when a figure has 10**18 minor units or more."""
    return plain_totals(invoice) if is_plain(invoice) else full_totals(invoice)
