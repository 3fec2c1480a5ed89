"""The whole document."""

from attrs import evolve as changed

from otcore.adapters.ubl.invoice_form import CREDIT_NOTE, INVOICE
from otcore.adapters.ubl.invoice_reading.amounts import read_third_party, read_totals
from otcore.adapters.ubl.invoice_reading.head import read_currencies, read_head
from otcore.adapters.ubl.invoice_reading.lines import read_lines
from otcore.adapters.ubl.invoice_reading.parties import read_parties
from otcore.adapters.ubl.invoice_reading.payment import read_payment
from otcore.adapters.ubl.invoice_reading.references import read_references
from otcore.adapters.ubl.invoice_reading.terms import read_terms
from otcore.adapters.ubl.reading import UblCursor, every
from otcore.invoicing.document import InvoiceDocument
from otcore.invoicing.stating.reading import as_read


def read_invoice(data: bytes, source: str = "") -> InvoiceDocument:
    """The invoice or credit note in a file; `source` names the file in messages.

    Every amount is what the document states; nothing is recalculated or made good. Nothing is lost: see `unread`.
    Raises `Invalid` with every fault found, each with file, line and path: UBL_DOCUMENT, the codes of `read_xml` and
    `UblCursor`, CURRENCY_MISMATCH, TYPE_CODE_ROOT, NO_LINES, DUPLICATE_LINE, UNIT_MISMATCH, CARD_NUMBER, BASE64_FORMAT,
    and those of the values that the document is made of.
    """
    root, name = UblCursor.opened_any(data, (INVOICE.root, CREDIT_NOTE.root), source)
    form = INVOICE if name == INVOICE.root else CREDIT_NOTE
    currency, tax_currency = read_currencies(root)
    head, references, (parties, creditor), totals, lines, third_party = every(
        lambda: read_head(root, form),
        lambda: read_references(root, form),
        lambda: read_parties(root),
        lambda: read_totals(root, currency, tax_currency),
        lambda: read_lines(root, form),
        lambda: read_third_party(root),
    )
    payment, terms = every(
        lambda: read_payment(root, creditor),
        lambda: read_terms(root, head["issued"], head["customization"], totals.payable),
    )
    document = InvoiceDocument(
        currency=currency,
        tax_currency=tax_currency,
        lines=tuple([line for line, _ in lines]),
        totals=changed(totals, lines=tuple([total for _, total in lines])),
        payment=payment,
        third_party=third_party,
        **head,
        **references,
        **parties,
        **terms,
    )
    return as_read(document, root.rest())
