"""The invoices of the case files as people read them: every amount that one states is on its page and in its PDF."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from otcore.adapters.cii import write_invoice as write_cii
from otcore.adapters.invoices import read_invoice
from otcore.adapters.pdf import invoice_pdf
from otcore.formats.invoices import LANGUAGES, invoice_page
from otcore.invoicing.document import InvoiceDocument
from otcore.values import Invalid
from tests.adapters.pdf.reading_pdf import Pdf
from tests.formats.invoice_contents import amounts_unsaid, seen
from tests.invoicing.documents import invoice

LEAST = 200
"""At least so many can be read; the others are wrong in themselves."""
EVERY = 9
"""Of so many invoices one is printed."""


@pytest.fixture(scope="module")
def documents(cases) -> dict[str, InvoiceDocument]:
    """What can be read, by file."""
    return dict(_read(sorted((cases / "invoices").rglob("*.xml"))))


def _read(files: list[Path]) -> Iterator[tuple[str, InvoiceDocument]]:
    for file in files:
        try:
            yield file.name, read_invoice(file.read_bytes())
        except Invalid:
            continue


def language(file: str) -> str:
    """Another one from file to file, the same each time."""
    return LANGUAGES[len(file) % len(LANGUAGES)]


def test_nearly_all_invoices_can_be_read(documents):
    assert len(documents) >= LEAST


def test_every_amount_is_on_the_page(documents):
    unsaid = {file: _lacking_on_page(read, language(file)) for file, read in documents.items()}
    assert {file: lacking for file, lacking in unsaid.items() if lacking} == {}


def test_every_amount_is_in_the_pdf(documents):
    xml = write_cii(invoice())
    unsaid = {file: _lacking_in_pdf(documents[file], language(file), xml) for file in list(documents)[::EVERY]}
    assert {file: lacking for file, lacking in unsaid.items() if lacking} == {}


def _lacking_on_page(read: InvoiceDocument, locale: str) -> list[str]:
    return amounts_unsaid(read, seen(invoice_page(read, locale)), locale)


def _lacking_in_pdf(read: InvoiceDocument, locale: str, xml: bytes) -> list[str]:
    return amounts_unsaid(read, Pdf(invoice_pdf(read, locale, xml)).text, locale)
