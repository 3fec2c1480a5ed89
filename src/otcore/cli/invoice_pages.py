"""Whose language the page of an invoice is in, where nobody says it."""

from babel import Locale, UnknownLocaleError

from otcore.formats.invoices import LANGUAGES
from otcore.invoicing.document import InvoiceDocument

_ELSEWHERE = "en"


def page_language(document: InvoiceDocument) -> str:
    """The locale of most people in the buyer's country (CLDR) if there are words in its language, else English."""
    try:
        locale = Locale.parse(f"und_{document.buyer.address.country}")
    except (UnknownLocaleError, ValueError):
        return _ELSEWHERE
    return str(locale) if locale.language in LANGUAGES else _ELSEWHERE
