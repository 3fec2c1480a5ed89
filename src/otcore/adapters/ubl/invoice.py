"""Invoices and credit notes as UBL 2.1, by EN 16931, and by Peppol BIS Billing 3 unless they say otherwise."""

from attrs import evolve

from otcore.adapters.payment_terms.xrechnung import note_and_offers, text_of
from otcore.adapters.ubl.invoice_faults import ubl_faults
from otcore.adapters.ubl.invoice_reading.document import read_invoice
from otcore.adapters.ubl.invoice_writing.document import written
from otcore.adapters.ubl.invoice_writing.payment import uses_skonto
from otcore.invoicing.document import InvoiceDocument
from otcore.invoicing.requirements import requirement_faults
from otcore.invoicing.stating import as_stated, specified
from otcore.invoicing.stating.specification import PEPPOL, PEPPOL_PROCESS
from otcore.values.faults import Invalid

__all__ = ["CUSTOMIZATION", "PROFILE", "as_ubl", "read_invoice", "write_invoice"]

CUSTOMIZATION = PEPPOL
PROFILE = PEPPOL_PROCESS


def write_invoice(invoice: InvoiceDocument) -> bytes:
    """The invoice, or the credit note by its type code, as UBL: the same document always gives the same bytes.

    Law: `read_invoice(write_invoice(invoice)) == as_ubl(invoice)`, for texts as `values.ids.text` returns them.
    Raises `Invalid` with all `requirement_faults` and `ubl_faults`; TEXT_NOT_XML for text that XML cannot carry;
    SKONTO_FORM, SKONTO_NOTE for terms that XRechnung has no form for.
    """
    faults = (*requirement_faults(invoice), *ubl_faults(invoice))
    if faults:
        raise Invalid(*faults)
    return written(specified(as_stated(invoice)))


def as_ubl(invoice: InvoiceDocument) -> InvoiceDocument:
    """The invoice as UBL states it: in the form of EN 16931, with its specification; by XRechnung its discounts are
    those that the terms name.
    """
    stated = specified(as_stated(invoice))
    if not uses_skonto(stated.customization):
        return stated
    note, discounts = note_and_offers(text_of(stated), stated.issued, stated.totals.payable)
    return evolve(stated, terms_note=note, discounts=discounts)
