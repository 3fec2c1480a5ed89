"""What a payer says it pays, as one text."""

from hypothesis import given
from hypothesis import strategies as st

from otcore.reconciliation.remittance import remittance_of


def test_only_what_is_said_to_be_paid():
    assert remittance_of(("EREF+PAY-77 SVWZ+Invoice 4711 IBAN+DE02120300000000202051",)).text == "Invoice 4711"


def test_several_fields_are_set_apart():
    assert remittance_of(("x" * 27, "/REMI/STRD/CUR/9001/EREF/x")).text == "x" * 27 + " 9001"
    assert remittance_of(("REF:4711 RFB:" + "7" * 27 + " MEMO:1",)).text == "4711 " + "7" * 27 + " 1"


def test_no_words_no_text():
    assert remittance_of(()).text == remittance_of(("EREF+NOTPROVIDED",)).text == ""


def test_places_lead_back_into_the_lines():
    lines = ("EREF+PAY-77", "SVWZ+Invoice 4711", "IBAN+DE02")
    said = remittance_of(lines)
    at = said.text.index("4711")
    (span,) = said.spans(at, at + 4)
    assert lines[span.line][span.start : span.end] == "4711"


@given(st.lists(st.text("ABEFRSVWZ019+/:? ", max_size=40), max_size=4).map(tuple))
def test_every_sign_is_found_where_it_stands(lines):
    said = remittance_of(lines)
    for at, sign in enumerate(said.text):
        for span in said.spans(at, at + 1):
            assert lines[span.line][span.start : span.end] == sign
