"""Whose language the page of an invoice is in, where nobody says it."""

from otcore.formats.invoices import LANGUAGES
from otcore.formats.locales import locale_in
from otcore.invoicing.document import InvoiceDocument


def page_language(document: InvoiceDocument) -> str:
    """The locale of most people in the buyer's country if there are words in its language, else English."""
    locale = locale_in(document.buyer.address.country)
    return str(locale) if locale and locale.language in LANGUAGES else "en"
