"""Notes and attachments of a form."""

from collections.abc import Iterator

from otcore.formats.invoices.form import Fact
from otcore.formats.invoices.language import Language
from otcore.invoicing.document import InvoiceDocument


def notes(document: InvoiceDocument, language: Language) -> Iterator[Fact]:
    """Each note once, with what it is about where the document says so and the words are known."""
    about = {each.text: language.known("subjects", each.subject) for each in document.notes}
    for text in dict.fromkeys((document.note, *about)):
        if text.strip():
            yield Fact(about.get(text, ""), text)


def attachments(document: InvoiceDocument) -> Iterator[Fact]:
    """What goes along: its reference, and what and where it is. An address is text, never a link."""
    for each in document.attachments:
        parts = (each.description, each.file_name, each.location)
        yield Fact(each.id, " \u00b7 ".join(dict.fromkeys(part for part in parts if part.strip())))
