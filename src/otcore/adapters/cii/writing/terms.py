"""When a CII document is due: in words, as a day, in parts and with discounts (BT-9, BT-20, BT-89)."""

from collections.abc import Iterator

from otcore.adapters.cii.payment_terms import write_terms
from otcore.adapters.cii.specification import follows_xrechnung
from otcore.adapters.payment_terms.stated import StatedTerms, stated_terms
from otcore.adapters.payment_terms.xrechnung import text_of
from otcore.adapters.xml.writing import Element
from otcore.invoicing.document import InvoiceDocument


def payment_terms(invoice: InvoiceDocument) -> Iterator[Element | None]:
    """The words with the due day and the mandate of a direct debit, then each instalment and each discount."""
    worded = follows_xrechnung(invoice.customization)
    whole = StatedTerms(note=text_of(invoice) if worded else invoice.terms_note, due=invoice.due)
    debit = invoice.payment.direct_debit
    yield write_terms(whole, invoice.issued, "" if debit is None else debit.mandate)
    for part in stated_terms("", invoice.instalments, () if worded else invoice.discounts):
        yield write_terms(part, invoice.issued)
