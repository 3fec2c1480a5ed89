"""From an invoice document to what its form says."""

from otcore.formats.invoices.form import InvoiceForm
from otcore.formats.invoices.head import head_facts, statements, title
from otcore.formats.invoices.language import language_of
from otcore.formats.invoices.lines import line_heads, line_rows
from otcore.formats.invoices.parties import further_parties, party_block
from otcore.formats.invoices.payments import payment
from otcore.formats.invoices.remarks import attachments, notes
from otcore.formats.invoices.sums import sum_rows
from otcore.formats.invoices.taxes import tax_tables
from otcore.invoicing.document import InvoiceDocument


def invoice_form(document: InvoiceDocument, locale: str = "en") -> InvoiceForm:
    """Every text of the document's form. Words are those of the locale's language, or English where there is no table
    of it; figures and days are always the locale's. Raises `Invalid` LOCALE_UNKNOWN.
    """
    language = language_of(locale)
    return InvoiceForm(
        language=language.tag,
        title=title(document, language),
        number=document.number,
        seller=party_block("seller", document.seller, language),
        buyer=party_block("buyer", document.buyer, language),
        parties=tuple(further_parties(document, language)),
        facts=head_facts(document, language),
        statements=tuple(statements(document, language)),
        lines_title=language.say("lines", "title"),
        line_heads=line_heads(document, language),
        lines=line_rows(document, language),
        sums_title=language.say("sums", "title"),
        sums=sum_rows(document, language),
        taxes=tuple(tax_tables(document.totals, language)),
        payment=payment(document, language),
        notes_title=language.say("remarks", "title"),
        notes=tuple(notes(document, language)),
        attachments_title=language.say("remarks", "attachments"),
        attachments=tuple(attachments(document)),
        legal=document.seller.legal_information,
        page=language.words["page"]["number"],
    )
