"""The layer under every UBL writer: elements to bytes."""

import pytest
from hypothesis import given
from hypothesis import strategies as st
from lxml import etree

from otcore.adapters.ubl.writing import CBC, document, group, leaf
from otcore.values import Invalid

NAMESPACE = "urn:example"


def written(*children):
    return document("Note", NAMESPACE, *children)


def test_a_document_is_printed_with_declaration_namespaces_and_indentation():
    assert written(leaf("cbc:ID", "1"), group("cac:Party", leaf("cbc:Name", "Ann"))).decode() == (
        '<?xml version="1.0" encoding="UTF-8"?>\n'
        '<Note xmlns="urn:example"'
        ' xmlns:cac="urn:oasis:names:specification:ubl:schema:xsd:CommonAggregateComponents-2"'
        ' xmlns:cbc="urn:oasis:names:specification:ubl:schema:xsd:CommonBasicComponents-2">\n'
        "  <cbc:ID>1</cbc:ID>\n"
        "  <cac:Party>\n"
        "    <cbc:Name>Ann</cbc:Name>\n"
        "  </cac:Party>\n"
        "</Note>\n"
    )


@pytest.mark.parametrize("blank", ["", " ", "\n\t", "\u00a0"])
def test_blank_texts_and_the_groups_left_empty_by_them_vanish(blank):
    assert leaf("cbc:ID", blank, schemeID="0088") is None
    assert group("cac:Party", group("cac:PartyName", leaf("cbc:Name", blank)), None) is None


def test_blank_attributes_vanish():
    assert b"<cbc:ID>1</cbc:ID>" in written(leaf("cbc:ID", "1", schemeID=""))


xml_text = st.text(st.characters(codec="utf-8", exclude_categories=["Cs"], exclude_characters="\ufffe\uffff")).filter(
    lambda text: not any(ord(sign) < 32 and sign not in "\t\n\r" for sign in text)
)


@given(xml_text.filter(lambda text: text.strip()), xml_text)
def test_every_text_that_xml_can_carry_is_read_back(text, attribute):
    (element,) = etree.fromstring(written(leaf("cbc:Note", text, about=attribute)))
    assert element.tag == f"{{{CBC}}}Note"
    assert element.text == text
    assert element.get("about", "") == attribute


@pytest.mark.parametrize("sign", ["\x00", "\x0b", "\x1f", "\ud800", "\ufffe", "\uffff"])
def test_a_sign_that_xml_cannot_carry_is_refused_with_its_place(sign):
    lines = [group("cac:Line", leaf("cbc:ID", "1")), group("cac:Line", leaf("cbc:ID", "2", schemeID=sign))]
    with pytest.raises(Invalid) as refused:
        written(leaf("cbc:Note", f"bad{sign}"), *lines)
    character = f"U+{ord(sign):04X}"
    assert [(fault.code, fault.path, dict(fault.facts)) for fault in refused.value.faults] == [
        ("TEXT_NOT_XML", "/Note/cbc:Note[1]", {"character": character}),
        ("TEXT_NOT_XML", "/Note/cac:Line[2]/cbc:ID[1]/@schemeID", {"character": character}),
    ]
