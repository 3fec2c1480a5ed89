import tomllib
from decimal import Decimal, localcontext
from importlib.resources import files
from string import Formatter

import pytest
from attrs import evolve
from hypothesis import given
from hypothesis import strategies as st

from otcore.formats.invoices import LANGUAGES, invoice_form
from otcore.formats.invoices.language import language_of
from otcore.formats.invoices.quantities import price_words, quantity_words
from otcore.values import Quantity, UnitPrice
from otcore.values.tax import CATEGORIES
from tests.formats import invoice_documents as samples

FOLDER = files("otcore.formats.invoices").joinpath("languages")


def table(name: str) -> dict:
    return tomllib.loads(FOLDER.joinpath(f"{name}.toml").read_text(encoding="utf-8"))


def blanks(value: str | list[str]) -> set[str | None]:
    """What a phrase leaves room for."""
    return {name for _, name, _, _ in Formatter().parse("".join(value)) if name}


def test_there_is_a_table_for_every_language_and_no_other():
    assert sorted(entry.name for entry in FOLDER.iterdir()) == [f"{name}.toml" for name in LANGUAGES]


@pytest.mark.parametrize("name", LANGUAGES)
def test_every_language_has_all_words(name):
    assert {(section, key) for section, words in table(name).items() for key in words} == {
        (section, key) for section, words in table("en").items() for key in words
    }


@pytest.mark.parametrize("name", LANGUAGES)
def test_every_phrase_says_the_same_facts_in_every_language(name):
    theirs, ours = table(name), table("en")
    assert [
        (section, key) for section in ours for key in ours[section]
        if blanks(ours[section][key]) != blanks(theirs[section][key])
    ] == []  # fmt: skip


@pytest.mark.parametrize("name", LANGUAGES)
def test_no_word_is_empty(name):
    words = [word for section in table(name).values() for word in section.values()]
    assert all(each.strip() for word in words for each in ([word] if isinstance(word, str) else word))


def test_every_tax_category_has_words():
    assert set(table("en")["categories"]) == CATEGORIES


@pytest.mark.parametrize(
    ("quantity", "locale", "said"),
    [
        (("1", "HUR"), "en", "1 hour"),
        (("7.5", "HUR"), "de", "7,5 Stunden"),
        (("1", "C62"), "de", "1\u00a0Stück"),
        (("1", "C62"), "nl", "1\u00a0stuk"),
        (("10", "C62"), "nl", "10\u00a0stuks"),
        (("2", "XPX"), "es", "2\u00a0palés"),
        (("1.5", "XPX"), "fr", "1,5\u00a0palette"),  # in French one and a half is one
        (("1234.5", "KGM"), "de", "1.234,5 kg"),
        (("12", "LTR"), "fr", "12\u00a0l"),
        (("-3", "MON"), "en", "-3 months"),
        (("0.000001", "GRM"), "en", "0.000001 g"),
        (("2.500", "TNE"), "de", "2,5\u00a0t"),
        (("3", "XDR"), "de", "3\u00a0XDR"),
    ],
)
def test_a_quantity_is_said_with_its_unit(quantity, locale, said):
    assert quantity_words(Quantity(*quantity), language_of(locale)).replace("\u202f", "\u00a0") == said


def test_a_unit_that_cldr_does_not_know_is_its_code(monkeypatch):
    monkeypatch.setitem(quantity_words.__globals__["_CLDR"], "HUR", ("duration-moment", "long"))
    assert quantity_words(Quantity("2", "HUR"), language_of("en")) == "2\u00a0HUR"


@given(
    st.decimals(-(10**17), 10**17, places=6),
    st.sampled_from(["C62", "KGM", "HUR", "TNE", "XDR"]),
    st.sampled_from(["en", "en-IN", "de-CH", "fr"]),
)
def test_no_digit_of_a_quantity_is_lost(value, unit, locale):
    with localcontext() as context:
        context.prec = 3  # the host's own affair
        said = quantity_words(Quantity(value, unit), language_of(locale))
    whole, _, decimals = f"{abs(value):f}".partition(".")
    digits = "".join(sign for sign in said.replace("C62", "") if sign.isdigit())
    assert digits == whole + decimals.rstrip("0")


@pytest.mark.parametrize(
    ("price", "said"),
    [
        (UnitPrice("6.4000", "EUR"), "6.40"),
        (UnitPrice("0.0125", "EUR"), "0.0125"),
        (UnitPrice("1200", "JPY"), "1,200"),
        (UnitPrice("1.2", "BHD"), "1.200"),
    ],
)
def test_a_price_has_at_least_the_decimals_of_its_currency(price, said):
    assert price_words(price, language_of("en")) == said


@pytest.mark.parametrize(
    ("type_code", "title"),
    [("384", "Rechnungskorrektur"), ("389", "Gutschrift"), ("780", "Rechnung"), ("532", "Gutschriftsanzeige")],
)
def test_a_rare_type_is_called_what_it_is_in_the_main(type_code, title):
    assert invoice_form(evolve(samples.usual(), type_code=type_code), "de").title == title


def test_a_percentage_has_no_trailing_zeros():
    assert language_of("de").percent(Decimal("19.00")) == "19\u00a0%"
