"""What the hardened parser refuses, and that it refuses in one way only: `Invalid`, with the place."""

import tracemalloc

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from otcore.adapters.xml import read_xml
from otcore.values import Invalid

LAUGHS = (
    b'<?xml version="1.0"?>\n<!DOCTYPE lolz [<!ENTITY a "lol">'
    + b"".join(b'<!ENTITY %c "%s">' % (name, b"&%c;" % (name - 1) * 10) for name in b"bcdefghij")
    + b"]>\n<lolz>&j;</lolz>"
)
BLOW_UP = b'<!DOCTYPE r [<!ENTITY a "' + b"A" * 50_000 + b'">]><r>' + b"&a;" * 2_000 + b"</r>"
XXE = b'<!DOCTYPE r [<!ENTITY x SYSTEM "file:///etc/passwd">]><r>&x;</r>'
EXTERNAL = b'<!DOCTYPE r SYSTEM "http://127.0.0.1:1/evil.dtd"><r/>'
PARAMETER = b'<!DOCTYPE r [<!ENTITY % p SYSTEM "http://127.0.0.1:1/p"> %p;]><r/>'
DEFAULTS = b'<!DOCTYPE r [<!ATTLIST r currency CDATA "EUR">]><r/>'


def refusal(data: bytes, **limits):
    with pytest.raises(Invalid) as refused:
        read_xml(data, **limits)
    (fault,) = refused.value.faults
    return fault


def outcome(data: bytes) -> str:
    try:
        read_xml(data)
    except Invalid as refused:
        return refused.faults[0].code
    return "read"


def test_a_document_becomes_its_root_element():
    root = read_xml(b"<?xml version='1.0'?><a>\n<b c='1'>x</b></a>")
    assert (root.tag, root[0].text, root[0].get("c"), root[0].sourceline) == ("a", "x", "1", 2)


@pytest.mark.parametrize(
    "document",
    [LAUGHS, BLOW_UP, XXE, EXTERNAL, PARAMETER, DEFAULTS, b"<!DOCTYPE html><html/>"],
    ids=["laughs", "blow-up", "xxe", "external", "parameter", "defaults", "plain"],
)
@pytest.mark.parametrize("codec", ["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-16-be"])
def test_a_document_type_declaration_is_refused_in_every_encoding(document, codec):
    assert refusal(document.decode().encode(codec)).code == "XML_DOCTYPE"


def test_a_document_type_declaration_is_refused_with_its_place():
    fault = refusal(b"<!-- first -->\n  <!DOCTYPE a><a/>", source="orders.xml")
    assert str(fault) == "XML_DOCTYPE orders.xml line 2 column 3: a document type declaration is not accepted"


def test_the_letters_of_a_declaration_are_refused_in_a_cdata_section_too():
    assert refusal(b"<a><![CDATA[<!DOCTYPE b>]]></a>").code == "XML_DOCTYPE"


def test_the_letters_of_a_declaration_may_be_written_as_text():
    assert read_xml(b"<a>&lt;!DOCTYPE b></a>").text == "<!DOCTYPE b>"


def test_fifty_megabytes_are_refused_without_touching_them():
    data = b"<a>" + b"x" * 50_000_000
    tracemalloc.start()
    fault = refusal(data, source="big.xml")
    _, peak = tracemalloc.get_traced_memory()
    tracemalloc.stop()
    assert (fault.code, fault.path) == ("XML_TOO_LARGE", "big.xml")
    assert fault.message == "50000003 bytes are more than the 20971520 that are read"
    assert peak < 1_000_000


def test_the_size_limit_is_the_last_size_that_is_read():
    assert read_xml(b"<abc/>", max_bytes=6).tag == "abc"
    assert refusal(b"<abc/>", max_bytes=5).code == "XML_TOO_LARGE"


def test_a_single_text_of_more_than_ten_megabytes_is_refused():
    fault = refusal(b"<a>" + b"x" * 11_000_000 + b"</a>")
    assert (fault.code, fault.facts["limit"]) == ("XML_TOO_LARGE", "10000000")


def nested(depth: int) -> bytes:
    return b"<a>" * depth + b"</a>" * depth


def test_the_depth_limit_is_the_deepest_that_is_read():
    assert read_xml(nested(100)).tag == "a"
    assert refusal(nested(101)).code == "XML_TOO_DEEP"


def test_the_first_element_that_is_too_deep_is_named():
    fault = refusal(b"<a>\n<b>\n<c/>\n<d/></b></a>", source="f.xml", max_depth=2)
    assert str(fault) == "XML_TOO_DEEP f.xml line 3: elements are nested deeper than 2"


@pytest.mark.parametrize("levels", [300, 10**6])
def test_any_number_of_levels_is_refused(levels):
    assert refusal(nested(levels)).code == "XML_TOO_DEEP"
    assert refusal(b"<a>" * levels).code == "XML_TOO_DEEP"


def test_levels_with_attributes_are_refused():
    assert refusal(b"<a b='1'>" * 400_000).code == "XML_TOO_DEEP"


def test_the_element_limit_counts_elements_and_attributes():
    assert read_xml(b"<a b='1'><c/></a>", max_elements=3).tag == "a"
    fault = refusal(b"<a b='1'><c/></a>", max_elements=2)
    assert fault.code == "XML_TOO_MANY_ELEMENTS"
    assert fault.message == "about 3 elements and attributes are more than the 2 that are read"


def test_millions_of_elements_are_refused():
    assert refusal(b"<r>" + b"<a/>" * 4_000_000 + b"</r>").code == "XML_TOO_MANY_ELEMENTS"


def test_thousands_of_attributes_of_one_element_are_refused():
    attributes = b"".join(b" a%d='1'" % number for number in range(5_001))
    fault = refusal(b"<r>" + b"<b" + attributes + b"/></r>")
    assert fault.code == "XML_TOO_MANY_ELEMENTS"
    assert fault.message == "about 5001 attributes of one element are more than the 5000 that are read"


def test_thousands_of_attributes_of_many_elements_are_read():
    assert len(read_xml(b"<r>" + b"<a b='1'/>" * 6_000 + b"</r>")) == 6_000


@pytest.mark.parametrize(
    "data",
    [
        b"",
        b"   \n",
        b"order,12,EUR",
        b"{}",
        b"PK\x03\x04",
        b"<a>",
        b"<a><b></a>",
        b"<a/><b/>",
        b"<a>&undeclared;</a>",
        b"<a b='&undeclared;'/>",
        b"<a>\x00</a>",
        b"<a\x00/>",
        b"\x00" * 1000,
        b"<a>\x01</a>",
        b"<a>&#0;</a>",
        b"<a>&#xD800;</a>",
        b"<a b='1' b='2'/>",
        b"<p:a/>",
        b"<a b='<'/>",
        b"<!doctype a><a/>",
        b'<!ENTITY a "b"><a/>',
        b"\n<?xml version='1.0'?><a/>",
    ],
)
def test_what_is_not_well_formed_is_refused(data):
    assert refusal(data).code == "XML_MALFORMED"


def test_a_truncated_file_is_refused_with_its_end():
    fault = refusal(b"<a>\n<b>7</b>\n<c>8", source="orders.xml")
    assert fault.code == "XML_MALFORMED"
    assert fault.path == "orders.xml line 3 column 5"
    assert fault.message.startswith("not well-formed XML in line 3, column 5: Premature end of data in tag c")


def test_every_beginning_of_a_document_is_refused():
    document = b"<?xml version='1.0' encoding='UTF-8'?>\n<a b='1'>\n  <c><![CDATA[7]]></c><!-- d --></a>"
    assert read_xml(document).tag == "a"
    codes = {refusal(document[:length]).code for length in range(len(document))}
    assert codes <= {"XML_MALFORMED", "XML_ENCODING"}


def test_comments_and_instructions_leave_no_trace():
    root = read_xml(b"<?xml-stylesheet href='x.xsl'?><a>12<!-- no -->3<?php no ?>4<![CDATA[5&]]></a>")
    assert (root.text, len(root), root.getprevious()) == ("12345&", 0, None)


def test_an_inclusion_is_not_followed():
    root = read_xml(
        b'<a xmlns:xi="http://www.w3.org/2001/XInclude"><xi:include href="file:///etc/passwd" parse="text"/></a>'
    )
    assert (root[0].tag, root[0].text) == ("{http://www.w3.org/2001/XInclude}include", None)


@given(st.binary(max_size=200) | st.text(alphabet="<>/ab='\"&;!?-[]\n", max_size=60).map(str.encode))
@example(b"<")
@example(b"\xff\xfe")
@example(b"<\x00")
def test_any_bytes_are_read_or_refused_as_invalid(data):
    assert outcome(data) == "read" or outcome(data).startswith("XML_")
