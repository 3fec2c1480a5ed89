"""Invoices of others, recalculated: what a document states against what follows from its own lines.

>>> from otcore.invoicing.checking import Tolerance, check, verdict_of
>>> from otcore.adapters.stated import read_stated
>>> differences = check(read_stated(invoice_xml), Tolerance.OFFICIAL)  # doctest: +SKIP
>>> verdict_of(differences)  # doctest: +SKIP
<Verdict.EXACT: 'exact'>
"""

from otcore.invoicing.checking.checking import check
from otcore.invoicing.checking.difference import Difference, Tolerance, Verdict, verdict_of
from otcore.invoicing.checking.figure import Code, Figure
from otcore.invoicing.checking.stated import (
    StatedAdjustment,
    StatedCategory,
    StatedInvoice,
    StatedLine,
    StatedPrice,
    StatedSubtotal,
    StatedTaxTotal,
    StatedTotals,
)

__all__ = [
    "Code",
    "Difference",
    "Figure",
    "StatedAdjustment",
    "StatedCategory",
    "StatedInvoice",
    "StatedLine",
    "StatedPrice",
    "StatedSubtotal",
    "StatedTaxTotal",
    "StatedTotals",
    "Tolerance",
    "Verdict",
    "check",
    "verdict_of",
]
