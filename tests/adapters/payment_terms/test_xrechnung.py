"""The lines of XRechnung's payment terms have exactly the form of BR-DE-18, and what has not is words."""

import re
from datetime import date
from decimal import Decimal

import pytest
from attrs import evolve
from hypothesis import given
from hypothesis import strategies as st

from otcore.adapters.payment_terms.xrechnung import (
    TermsKind,
    TermsLine,
    TermsText,
    lines_of,
    note_and_offers,
    offers_of,
    read_text,
    text_of,
    write_text,
)
from otcore.values import Invalid, Money, Percentage
from otcore.values.terms import DiscountOffer
from tests.invoicing.documents import invoice

# Rule BR-DE-18 of the XRechnung schematron 1.7.3, as XPath 2 applies it: `$` is the end of a line taken alone.
OFFICIAL_LINE = re.compile(
    r"#(SKONTO|VERZUG)#TAGE=([0-9]+#PROZENT=[0-9]+\.[0-9]{2})(#BASISBETRAG=-?[0-9]+\.[0-9]{2})?#$"
)
ISSUED = date(2026, 3, 2)
INTEREST = "#VERZUG#TAGE=30#PROZENT=9.12#"

lines = st.builds(
    TermsLine,
    st.integers(0, 9999),
    st.decimals(0, Decimal("999.99"), places=2).map(Percentage),
    st.none() | st.decimals(-(10**12), 10**12, places=2),
    st.sampled_from(TermsKind),
)
words = st.text("aß #\n\r1=.", max_size=30).filter(
    lambda text: not any(line.strip().startswith("#") for line in re.split(r"\r?\n", text)) and "\r" not in text
)
texts = st.builds(TermsText, words, st.lists(lines, max_size=4).map(tuple))


def official(text: str) -> bool:
    """Whether rule BR-DE-18 holds for a BT-20."""
    for line in re.split(r"\r?\n", text):
        said = " ".join(line.split())
        if said.startswith("#") and not OFFICIAL_LINE.search(said):
            return False
    return not re.search(r"(?m)^\s*#", text) or re.match(r"\s*\n", re.split(r"#.+#", text)[-1]) is not None


def eur(amount: str) -> Money:
    return Money(amount, "EUR")


@given(texts)
def test_what_is_written_is_read_again(terms: TermsText):
    assert read_text(write_text(terms)) == terms


@given(texts)
def test_what_is_written_holds_by_the_official_rule(terms: TermsText):
    assert official(write_text(terms))


def test_a_line_has_its_segments_and_every_one_a_line_end():
    terms = TermsText(
        "30 Tage netto", (TermsLine(7, Percentage(2)), TermsLine(14, Percentage("1.5"), Decimal("-84.5")))
    )
    assert write_text(terms) == (
        "30 Tage netto\n#SKONTO#TAGE=7#PROZENT=2.00#\n#SKONTO#TAGE=14#PROZENT=1.50#BASISBETRAG=-84.50#\n"
    )


def test_interest_for_paying_late_is_a_line_too():
    (line,) = read_text("#VERZUG#TAGE=30#PROZENT=9.12#\n").lines
    assert line == TermsLine(30, Percentage("9.12"), kind=TermsKind.VERZUG)


def test_words_alone_stay_as_they_are():
    assert write_text(TermsText("Net 30 days")) == "Net 30 days"


def test_a_line_is_read_without_its_last_line_end_and_with_windows_line_ends():
    said = "#SKONTO#TAGE=7#PROZENT=2.00#\r\nnetto\r\n  #SKONTO#TAGE=14#PROZENT=1.00#BASISBETRAG=-0.00#"
    assert read_text(said) == TermsText(
        "netto", (TermsLine(7, Percentage(2)), TermsLine(14, Percentage(1), Decimal(0)))
    )


@pytest.mark.parametrize(
    "text",
    [
        "#SKONTO#TAGE=7#PROZENT=2.0#",
        "#SKONTO#TAGE=7#PROZENT=2,00#",
        "#SKONTO#TAGE=7#PROZENT=+2.00#",
        "#SKONTO#TAGE=-7#PROZENT=2.00#",
        "#SKONTO#TAGE=7#",
        "#RABATT#TAGE=7#PROZENT=2.00#",
        "#SKONTO#TAGE=7#PROZENT=2.00",
        "#SKONTO#TAGE=7#PROZENT=2.00#BASISBETRAG=1#",
        "#SKONTO#TAGE=7#PROZENT=2.00#BASISBETRAG=1.00#x",
        "#SKONTO#TAGE=\u0667#PROZENT=2.00#",
        "2 % Skonto #SKONTO#TAGE=7#PROZENT=2.00#",
    ],
)
def test_what_has_not_exactly_the_form_is_kept_as_words(text: str):
    assert read_text(text) == TermsText(text)


@pytest.mark.parametrize("note", ["#1 customer", "net\n  # later"])
def test_words_that_look_like_lines_are_refused(note: str):
    with pytest.raises(Invalid, match="SKONTO_NOTE"):
        write_text(TermsText(note))


@pytest.mark.parametrize(
    ("days", "percent", "base"),
    [(-1, "2", None), (10_000, "2", None), (7, "2.125", None), (7, "1000", None), (7, "2", "1.005")],
)
def test_what_a_line_has_no_room_for_is_refused(days: int, percent: str, base: str | None):
    with pytest.raises(Invalid, match="SKONTO_FORM"):
        TermsLine(days, Percentage(percent), None if base is None else Decimal(base))


def test_a_discount_names_its_base_only_where_it_is_not_the_amount_due():
    offers = (
        DiscountOffer(date(2026, 3, 9), Percentage(3), eur("119.00"), eur("3.57")),
        DiscountOffer(date(2026, 3, 16), Percentage(2), eur("100.00"), eur("2.00")),
    )
    made = lines_of(offers, ISSUED, eur("119.00"))
    assert made == (TermsLine(7, Percentage(3)), TermsLine(14, Percentage(2), Decimal("100.00")))
    assert offers_of(made, ISSUED, eur("119.00")) == offers


def test_interest_is_no_discount():
    assert offers_of([TermsLine(30, Percentage(9), kind=TermsKind.VERZUG)], ISSUED, eur("1.00")) == ()


def test_a_discount_beyond_the_calendar_is_refused():
    with pytest.raises(Invalid, match="DATE_RANGE"):
        offers_of([TermsLine(30, Percentage(2))], date(9999, 12, 31), eur("1.00"))


def test_an_invoice_states_its_words_and_its_discounts():
    plain = invoice()
    payable = plain.totals.payable
    offer = DiscountOffer(plain.issued, Percentage(2), payable, payable)
    stated = evolve(plain, terms_note=f"Net 30 days\n#SKONTO#TAGE=1#PROZENT=9.00#\n{INTEREST}", discounts=(offer,))
    assert text_of(stated) == f"Net 30 days\n#SKONTO#TAGE=0#PROZENT=2.00#\n{INTEREST}\n"


def test_an_invoice_that_has_its_lines_in_the_note_keeps_them():
    text = f"Net 30 days\n#SKONTO#TAGE=1#PROZENT=9.00#\n{INTEREST}\n"
    assert text_of(evolve(invoice(), terms_note=text)) == text


def test_a_note_is_taken_apart_and_put_together_again():
    plain = invoice()
    text = f"Net 30 days\n#SKONTO#TAGE=10#PROZENT=2.00#\n{INTEREST}\n"
    note, offers = note_and_offers(text, plain.issued, plain.totals.payable)
    assert note == f"Net 30 days\n{INTEREST}"
    assert [offer.until for offer in offers] == [date(2026, 3, 12)]
    assert text_of(evolve(plain, terms_note=note, discounts=offers)) == text


def test_a_note_of_lines_alone_leaves_no_words():
    assert note_and_offers("#SKONTO#TAGE=10#PROZENT=2.00#", ISSUED, eur("1.00"))[0] == ""


def test_the_terms_of_the_case_file_are_read(cases):
    text = (cases / "invoices/xrechnung/01.10a-INVOICE_ubl.xml").read_text(encoding="utf-8")
    (note,) = re.findall("<cac:PaymentTerms>\\s*<cbc:Note>(.*?)</cbc:Note>", text, re.DOTALL)
    assert write_text(read_text(note)) == note
    assert len(read_text(note).lines) == 3
