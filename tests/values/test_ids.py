"""Ids and texts from the outside hold nothing that deceives the eye or breaks a document."""

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from otcore.values import Invalid, Scope, identifier, text


def code_of(read, *values):
    with pytest.raises(Invalid) as error:
        read(*values)
    return error.value.faults[0].code


@pytest.mark.parametrize(
    "id_", ["1", "INV-1001", "a b", "Nr. 7/2026", "MÜLLER", "注文-1", "x" * 100, "ü" * 100, "🧾 1"]
)
def test_an_id_is_kept(id_):
    assert identifier(id_) == id_


@pytest.mark.parametrize("decomposed", ["MU\u0308LLER", "e\u0301" * 100])
def test_an_id_is_composed(decomposed):
    composed = identifier(decomposed)
    assert composed == unicodedata.normalize("NFC", decomposed)
    assert identifier(composed) == composed


@pytest.mark.parametrize(
    "id_",
    [
        "",
        " ",
        " 1",
        "1 ",
        "1\u00a0",
        "\u30001",
        "x" * 101,
        pytest.param("x" * 1_000_000, id="a million signs"),
        pytest.param("\U0001d160" * 60, id="three times as long in normal form C"),
        "a\tb",
        "a\nb",
        "a\x00b",
        "a\x7fb",
        "a\u0085b",
        "INV-1001\u200b",
        "INV\u00ad1001",
        "a\ufeffb",
        "a\u202eb",
        "a\u2066b",
        "a\u2028b",
        "a\ud800b",
        "a\ufe0fb",
        "a\u3164b",
        "a\uffffb",
        "a\U000e0101b",
    ],
)
def test_an_id_that_deceives_the_eye_is_refused(id_):
    assert code_of(identifier, id_) == "ID_FORMAT"


def test_the_message_names_the_id_and_why():
    with pytest.raises(Invalid, match=r"^ID_FORMAT order 'a\\u202eb' holds a sign that is not seen$"):
        identifier("a\u202eb", "order")


@given(st.text(max_size=120))
def test_an_accepted_id_is_stable_and_bounded(id_):
    try:
        kept = identifier(id_)
    except Invalid:
        return
    assert identifier(kept) == kept == unicodedata.normalize("NFC", id_)
    assert 0 < len(kept) <= 100
    kept.encode()


@pytest.mark.parametrize(
    "value",
    [
        "",
        "plain",
        "two\nlines\tand a tab",
        "MÜLLER",
        " שלום ",
        "\u0645\u06cc\u200c\u062e\u0648\u0627\u0647\u0645",  # Persian needs the zero-width non-joiner
        pytest.param("x" * 500, id="500 signs"),
    ],
)
def test_free_text_is_kept(value):
    assert text(value, "note") == value


def test_free_text_is_composed_and_its_line_ends_are_newlines():
    assert text("MU\u0308LLER\r\nBerlin", "note") == "MÜLLER\nBerlin"


@pytest.mark.parametrize(
    "sign", ["\x00", "\r", "\x1b", "\x7f", "\x9f", "\u202e", "\u202a", "\u2066", "\u2069", "\ud800", "\uffff"]
)
def test_free_text_with_a_hostile_sign_is_refused(sign):
    assert code_of(text, f"a{sign}b", "note") == "TEXT_FORMAT"


@pytest.mark.parametrize(
    "value",
    [
        pytest.param("x" * 501, id="one too many"),
        pytest.param("x" * 1_000_000, id="a million"),
        pytest.param("ü" * 501, id="one too many beyond ASCII"),
        pytest.param("u\u0308" * 501, id="one too many once composed"),
        pytest.param("\U0001d160" * 200, id="three times as long in normal form C"),
    ],
)
def test_free_text_beyond_its_limit_is_refused(value):
    assert code_of(text, value, "note") == "TEXT_TOO_LONG"


def test_decomposed_text_is_measured_composed():
    assert text("u\u0308" * 500, "note") == "ü" * 500
    assert code_of(text, "abcdef", "note", 5) == "TEXT_TOO_LONG"


@pytest.mark.oracle
@given(st.text(max_size=60))
def test_accepted_text_can_stand_in_an_xml_document(value):
    etree = pytest.importorskip("lxml.etree")
    try:
        kept = text(value, "note")
    except Invalid:
        return
    element = etree.Element("note")
    element.text = kept
    assert (etree.fromstring(etree.tostring(element, encoding="utf-8")).text or "") == kept


def test_a_scope_is_two_ids():
    assert Scope("acme", "acme-de") == Scope(tenant="acme", legal_entity="acme-de")
    assert Scope("acme", "acme-de") != Scope("acme-de", "acme")
    with pytest.raises(Invalid, match="ID_FORMAT tenant"):
        Scope("", "acme-de")
    with pytest.raises(Invalid, match="ID_FORMAT legal entity"):
        Scope("acme", " ")
