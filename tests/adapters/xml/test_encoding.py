"""A file must be encoded as it says, in one of few encodings."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from otcore.adapters.xml import read_xml
from otcore.values import Invalid

SIGNS = st.text(st.characters(codec="utf-8", exclude_categories=("Cc", "Cs", "Cn")), max_size=20)


def document(declared: str, text: str) -> str:
    return f"<?xml version='1.0' encoding='{declared}'?>\n<a>{text}</a>"


def refusal(data: bytes, source: str = ""):
    with pytest.raises(Invalid) as refused:
        read_xml(data, source=source)
    (fault,) = refused.value.faults
    return fault


@pytest.mark.parametrize(
    ("declared", "codec"),
    [
        ("UTF-8", "utf-8"),
        ("utf-8", "utf-8-sig"),
        ("UTF-16", "utf-16"),
        ("UTF-16LE", "utf-16-le"),
        ("UTF-16BE", "utf-16-be"),
        ("ISO-8859-1", "iso-8859-1"),
        ("ISO-8859-15", "iso-8859-15"),
        ("Windows-1252", "cp1252"),
    ],
)
def test_each_accepted_encoding_is_read_as_what_it_says(declared, codec):
    assert read_xml(document(declared, "Göteborg").encode(codec)).text == "Göteborg"


def test_plain_ascii_may_be_declared():
    assert read_xml(document("US-ASCII", "Gavle").encode()).text == "Gavle"


@pytest.mark.parametrize("codec", ["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-16-be"])
@given(text=SIGNS)
def test_unicode_without_a_declaration_is_recognised(codec, text):
    escaped = text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")
    assert (read_xml(f"<a>{escaped}</a>".encode(codec)).text or "") == text


@pytest.mark.parametrize(
    ("declared", "codec", "seen"),
    [
        ("UTF-8", "utf-16", "UTF-16-LE"),
        ("ISO-8859-1", "utf-16-be", "UTF-16-BE"),
        ("UTF-16BE", "utf-16-le", "UTF-16-LE"),
        ("ISO-8859-1", "utf-8-sig", "UTF-8"),
    ],
)
def test_a_wrong_label_is_refused(declared, codec, seen):
    fault = refusal(document(declared, "7").encode(codec), "f.xml")
    assert str(fault) == f"XML_ENCODING f.xml line 1: the file says that it is {declared} but begins as {seen}"


@pytest.mark.parametrize("declared", ["UTF-16", "UTF-7", "EBCDIC-CP-US", "UTF-32", "punycode", "Ω"])
def test_eight_bit_text_with_another_label_is_refused(declared):
    fault = refusal(document(declared, "7").encode())
    assert (fault.code, fault.path) == ("XML_ENCODING", "line 1")
    assert "is not how the file is encoded, or an encoding not accepted" in fault.message


@pytest.mark.parametrize("codec", ["utf-32", "utf-32-be"])
def test_four_byte_text_is_refused(codec):
    mark = b"" if codec == "utf-32" else b"\x00\x00\xfe\xff"
    assert refusal(mark + "<a/>".encode(codec)).code == "XML_ENCODING"


def test_the_first_wrong_byte_is_named_with_its_place():
    fault = refusal(b"<?xml version='1.0'?>\n<a>G\xf6teborg</a>", "f.xml")
    assert str(fault) == "XML_ENCODING f.xml line 2 column 5: byte 0xF6 in line 2, column 5 is not UTF-8"


def test_a_wrong_byte_in_the_first_line_is_counted_after_the_mark():
    assert refusal(b"\xef\xbb\xbf<a>\xff</a>").path == "line 1 column 4"


def test_a_sign_of_a_larger_alphabet_is_not_ascii():
    assert refusal(document("US-ASCII", "Göteborg").encode()).code == "XML_ENCODING"


def test_half_a_sign_at_the_end_is_refused():
    assert refusal("<a/>".encode("utf-16") + b"\x00").code == "XML_ENCODING"


def test_a_pdf_is_told_as_one():
    assert refusal(b"%PDF-1.7\n%\x80\x81", "f.pdf").message.startswith("this is a PDF: an invoice inside it")
