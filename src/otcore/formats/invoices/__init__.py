"""Invoices and credit notes as people read them: what is said in which words, and the page that says it."""

from otcore.formats.invoices.composing import invoice_form
from otcore.formats.invoices.form import InvoiceForm
from otcore.formats.invoices.language import LANGUAGES
from otcore.formats.invoices.page import invoice_page

__all__ = ["LANGUAGES", "InvoiceForm", "invoice_form", "invoice_page"]
