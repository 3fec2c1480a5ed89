"""Cross Industry Invoices (UN/CEFACT CII D16B) in and out: the syntax of Factur-X, ZUGFeRD and XRechnung.

An invoice is written by the EN 16931 profile of Factur-X, or the specification that it names. What is read may be of
any of them; what no field of the document holds stays in its `unread`.
"""

from otcore.adapters.cii.reading.invoice import read_invoice
from otcore.adapters.cii.specification import as_cii
from otcore.adapters.cii.writing.invoice import write_invoice

__all__ = ["as_cii", "read_invoice", "write_invoice"]
