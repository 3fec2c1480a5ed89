import re

import pytest
from hypothesis import given, settings

from otcore.formats.dates import day
from otcore.formats.invoices import LANGUAGES, invoice_page
from otcore.formats.numbers import money
from otcore.formats.visible import visible
from otcore.values import Invalid
from tests.formats import invoice_documents as samples
from tests.formats.hostile import names
from tests.formats.invoice_contents import amounts_unsaid, compact, days_of, seen, texts_of, told
from tests.formats.reading import Page
from tests.invoicing.documents import invoice

# All a page is made of; anything else came in from outside.
_ELEMENTS = """
    html head meta title style body main header footer section div h1 h2 h3 p span small strong bdi dl dt dd
    table caption thead tbody tr th td
"""
_ATTRIBUTES = "lang charset name content http-equiv class role aria-label scope"
ELEMENTS, ATTRIBUTES = set(_ELEMENTS.split()), set(_ATTRIBUTES.split())
EVERYTHING = samples.everything()


@pytest.mark.parametrize("locale", [*LANGUAGES, "de-AT", "sv"])
def test_every_amount_of_the_document_is_on_the_page(locale):
    assert amounts_unsaid(EVERYTHING, seen(invoice_page(EVERYTHING, locale)), locale) == []


@pytest.mark.parametrize("locale", LANGUAGES)
def test_every_day_of_the_document_is_on_the_page(locale):
    said = seen(invoice_page(EVERYTHING, locale))
    assert [path for path, value in days_of(EVERYTHING) if day(value, locale) not in said] == []


@pytest.mark.parametrize("locale", LANGUAGES)
def test_every_text_of_the_document_is_on_the_page(locale):
    said = compact(seen(invoice_page(EVERYTHING, locale)))
    programs = "#SKONTO#TAGE=14#PROZENT=2.00#"
    texts = [(path, compact(text.replace(programs, ""))) for path, text in texts_of(EVERYTHING)]
    assert [(path, text) for path, text in texts if text not in said] == []


def test_the_language_of_the_words_is_that_of_the_page():
    (german,) = Page(invoice_page(samples.usual(), "de_AT")).named("html")
    (english,) = Page(invoice_page(samples.usual(), "sv")).named("html")
    assert (german["lang"], english["lang"]) == ("de-AT", "en")


def test_where_there_are_no_words_they_are_english_and_figures_the_readers():
    said = seen(invoice_page(samples.usual(), "sv"))
    assert "Amount due" in said
    assert money(samples.usual().totals.payable, "sv").replace("\u00a0", " ") in said


def test_an_unknown_locale_is_refused():
    with pytest.raises(Invalid, match="LOCALE_UNKNOWN"):
        invoice_page(samples.usual(), "xx")


def test_the_page_has_one_title_and_headings_below_it():
    page = Page(invoice_page(samples.usual()))
    assert [name for name, _ in page.elements if re.fullmatch("h[1-6]", name)] == ["h1", "h2", "h2", "h2"]
    assert page.said("h1", "span")[:2] == ["Invoice ", "RE-2026-1004"]
    assert page.said("title") == ["Invoice RE-2026-1004 \u00b7 Werkstatt Nord GmbH"]


def test_tables_have_captions_and_heads_for_those_who_do_not_see_them():
    page = Page(invoice_page(EVERYTHING))
    assert len(page.named("caption")) == len(page.named("table")) == 6
    assert {found.get("scope") for found in page.named("th")} == {"col", "row"}


def test_the_page_needs_nothing_from_elsewhere():
    html = invoice_page(samples.usual())
    assert not re.search(r"https?:|url\(|@import|src=|href=|<script", html)
    policies = [found["content"] for found in Page(html).named("meta") if "http-equiv" in found]
    assert policies == ["default-src 'none'; style-src 'unsafe-inline'"]


def test_the_print_has_pages_heads_and_numbers():
    (style,) = Page(invoice_page(samples.usual())).said("style")
    assert "size: A4" in style
    assert "counter(page)" in style
    assert "thead { display: table-header-group; }" in style


def test_an_attachments_address_is_text_and_no_link():
    page = Page(invoice_page(EVERYTHING))
    assert page.named("a") == []
    assert any("https://files.example/ts-1" in text for text in page.said("dd"))


def test_the_content_of_attachments_is_not_on_the_page():
    assert "aGk=" not in invoice_page(EVERYTHING)


def test_a_document_that_says_little_has_no_empty_blocks():
    bare = invoice(note="", due=None)
    assert "Notes" not in seen(invoice_page(bare))
    assert "Attachments" not in seen(invoice_page(bare))


@settings(max_examples=60, deadline=None)
@given(names)
def test_no_text_becomes_markup(text):
    document = told(samples.usual(), text if text.strip() else "x") if _fits(text) else samples.usual(note=text)
    html = invoice_page(document)
    page = Page(html)
    assert {name for name, _ in page.elements} <= ELEMENTS
    assert {key for _, attributes in page.elements for key in attributes} <= ATTRIBUTES
    assert visible(text) in "".join(page.said()) or not text.strip()
    assert html.encode("utf-8")


def _fits(text: str) -> bool:
    """Whether parties, addresses and identifiers accept it."""
    try:
        told(samples.usual(), text)
    except Invalid:
        return False
    return True


def test_the_same_invoice_gives_the_same_bytes():
    assert invoice_page(samples.everything(), "fr") == invoice_page(samples.everything(), "fr")
