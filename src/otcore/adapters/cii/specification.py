"""Which rules a CII document says that it follows (BT-24), and what it can say by them."""

from attrs import evolve

from otcore.adapters.payment_terms.xrechnung import note_and_offers, text_of
from otcore.invoicing.document import InvoiceDocument
from otcore.invoicing.invoice_line import InvoiceLine
from otcore.invoicing.stating import as_stated
from otcore.invoicing.stating.specification import CORE

EXTENDED = f"{CORE}#conformant#urn:factur-x.eu:1p0:extended"
"""Factur-X EXTENDED, for what EN 16931 has no place for."""

_EXTENDED = ":extended"
_XRECHNUNG = ":xrechnung"


def as_cii(invoice: InvoiceDocument) -> InvoiceDocument:
    """The invoice as CII states it: in the form of EN 16931 and `specified`; of the seller's identifiers those of no
    scheme come first.

    Instalments, early-payment discounts and lines of several orders or despatches are left out where the specification
    is not Factur-X EXTENDED, for no other profile of CII has a place for them; but by XRechnung the words of the terms
    say the discounts. Raises `Invalid` SKONTO_FORM, SKONTO_NOTE.
    """
    stated = _sorted(specified(as_stated(invoice)))
    if follows_extended(stated.customization):
        return stated
    lines = tuple([_plain(line) for line in stated.lines])
    return evolve(_worded(stated), lines=lines, instalments=())


def specified(invoice: InvoiceDocument) -> InvoiceDocument:
    """The invoice with its specification stated. One that names none follows EN 16931, or Factur-X EXTENDED where it
    has what only that has a place for.
    """
    if invoice.customization:
        return invoice
    return evolve(invoice, customization=EXTENDED if _has_more(invoice) else CORE)


def follows_extended(customization: str) -> bool:
    """Whether the document follows Factur-X EXTENDED (or ZUGFeRD's profile of that name)."""
    return customization.endswith(_EXTENDED)


def follows_xrechnung(customization: str) -> bool:
    """Whether discounts are lines in the words of the payment terms."""
    return _XRECHNUNG in customization


def _sorted(stated: InvoiceDocument) -> InvoiceDocument:
    ids = tuple(sorted(stated.seller.identifiers, key=lambda one: bool(one.scheme)))
    return evolve(stated, seller=evolve(stated.seller, identifiers=ids))


def _worded(stated: InvoiceDocument) -> InvoiceDocument:
    if not follows_xrechnung(stated.customization):
        return evolve(stated, discounts=())
    note, discounts = note_and_offers(text_of(stated), stated.issued, stated.totals.payable)
    return evolve(stated, terms_note=note, discounts=discounts)


def _has_more(invoice: InvoiceDocument) -> bool:
    several = any(line.order or line.despatch for line in invoice.lines)
    return bool(invoice.instalments or invoice.discounts or several)


def _plain(line: InvoiceLine) -> InvoiceLine:
    return evolve(line, order="", despatch="") if line.order or line.despatch else line
