"""The pages that a run writes are in a language that the buyer's country reads."""

import pytest
from attrs import evolve

from otcore import Address, Party
from otcore.cli.invoice_pages import page_language
from tests.cli.typed import otcore
from tests.formats.invoice_documents import usual
from tests.journey.inboxes import papers


@pytest.mark.parametrize(
    ("country", "locale"), [("DE", "de_DE"), ("BE", "nl_BE"), ("AT", "de_AT"), ("SE", "en"), ("XX", "en"), ("", "en")]
)
def test_a_page_is_in_the_language_of_the_buyers_country(country, locale):
    buyer = Party("Buyer", address=Address(country=country))
    assert page_language(evolve(usual(), buyer=buyer)) == locale


def test_the_demo_writes_a_page_for_each_invoice_when_asked(tmp_path):
    typed = otcore("demo", "--pages", "--out", tmp_path / "out", "--store", "memory:")
    assert typed.status == 0
    assert "invoice-pages/ (12 files)" in typed.out
    languages = {data.split(b'"')[1] for name, data in papers(tmp_path / "out").items() if name.startswith("invoice-p")}
    assert languages == {b"de-DE", b"nl-NL", b"fr-FR", b"nl-BE"}
