"""Invoices and credit notes as PDF/A-3 with their XML inside (Factur-X, ZUGFeRD). Needs the extra `pdf`."""

from otcore.adapters.pdf.invoice import invoice_pdf
from otcore.adapters.pdf.typeface import LIBERTINUS, Typeface

__all__ = ["LIBERTINUS", "Typeface", "invoice_pdf"]
