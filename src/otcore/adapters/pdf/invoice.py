"""An invoice for people and programs alike: a PDF/A-3 that carries the invoice as XML."""

from otcore.adapters.cii import write_invoice
from otcore.adapters.pdf.factur_x import declared, level_of
from otcore.adapters.pdf.typeface import LIBERTINUS, Typeface
from otcore.adapters.pdf.typesetting import typeset
from otcore.formats.invoices import invoice_form
from otcore.invoicing.document import InvoiceDocument


def invoice_pdf(
    document: InvoiceDocument, locale: str = "en", xml: bytes | None = None, typeface: Typeface = LIBERTINUS
) -> bytes:
    """The invoice as PDF/A-3a, tagged by PDF/UA-1, with `factur-x.xml` inside.

    It says what `invoice_page` says, in the same words. `xml` is the Cross Industry Invoice to embed, in UTF-8, of any
    Factur-X level; None: it is written from the document. The bytes depend on nothing but the arguments (and the
    release of typst): every date in the file is the day of issue. What no typeface has a glyph for is shown as U+FFFD.

    Raises `Invalid`: LOCALE_UNKNOWN, TYPEFACE_UNKNOWN, XML_ENCODING, XML_NOT_FACTUR_X and what `read_xml` and the
    writing of the XML raise.
    """
    embedded = write_invoice(document) if xml is None else xml
    level = level_of(embedded)
    return declared(typeset(invoice_form(document, locale), embedded, document.issued, typeface), level)
