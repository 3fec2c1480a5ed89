"""Drafting the document of a credit note: what the invoice says, of what is credited."""

from datetime import date

from otcore.invoicing.calculation import Totals
from otcore.invoicing.crediting import CreditPart, credit_lines
from otcore.invoicing.document import InvoiceDocument, PaymentInstructions
from otcore.invoicing.drafting import NOT_DEFINED, SELF_BILLED
from otcore.invoicing.references import PrecedingInvoice
from otcore.values.fast_init import changed

CREDIT_NOTE = "381"
SELF_BILLED_CREDIT_NOTE = "261"


def draft_credit_note(
    document: InvoiceDocument, number: str, day: date, reason: str, part: CreditPart, totals: Totals
) -> InvoiceDocument:
    """The credit note of an invoice (UNCL 1001: 381, self-billed 261), in positive amounts.

    It names the invoice (BG-3), says why (BT-22), and is due on no day: it is set off.
    """
    return changed(
        document,
        number=number,
        issued=day,
        due=None,
        type_code=SELF_BILLED_CREDIT_NOTE if document.type_code == SELF_BILLED else CREDIT_NOTE,
        lines=credit_lines(document, part),
        totals=totals,
        payment=PaymentInstructions(means=NOT_DEFINED),
        terms_note=f"Set off against invoice {document.number}",
        note=reason,
        instalments=(),
        discounts=(),
        preceding=(PrecedingInvoice(document.number, document.issued),),
        notes=(),
        attachments=(),
        third_party=part.bill.third_party,
        unread=(),
    )
