"""A file of an inbox is told by its beginning."""

import pytest

from otcore.schemas.inbox import KINDS, READERS, csv_kind, json_kind, unknown_kind


@pytest.mark.parametrize("kind", KINDS)
def test_the_first_member_names_the_kind(kind):
    assert json_kind(f'{{"{kind}": 1}}'.encode()) == kind
    assert json_kind(f'\ufeff \n{{ "{kind}"\n:['.encode()) == kind


@pytest.mark.parametrize("text", ["", "[]", "{}", '{"more": 1}', '{"order"}', '{"ORDER": 1}', 'x{"order": 1}'])
def test_anything_else_is_of_no_kind(text):
    assert json_kind(text.encode()) == ""


def test_every_kind_but_the_seller_has_a_reader_of_documents():
    assert set(READERS) == set(KINDS) - {"seller"}


@pytest.mark.parametrize(
    ("header", "kind"),
    [
        ("id,name,country,currency", "customers"),
        ("id;name;tax_id", "customers"),
        ("id\tname\tunit", "products"),
        ("\ufeffid,price,wrong", "products"),
        ('"id","name","price"\nid,country,city', "products"),
        ("id,name,currency", ""),
        ("date,amount", ""),
        ("", ""),
    ],
)
def test_the_columns_tell_the_kind_of_a_csv_file(header, kind):
    assert csv_kind(header.encode()) == kind


@pytest.mark.parametrize(
    ("data", "place", "code"),
    [
        (b"{}", "f", "KIND_UNKNOWN"),
        (b"date,amount", "f", "KIND_UNKNOWN"),
        (b'{\n"x', "f line 2", "JSON_SYNTAX"),
        ('{"order": 1}'.encode("utf-16"), "f", "ENCODING_NOT_UTF8"),
        (b"", "f", "DOCUMENT_EMPTY"),
    ],
)
def test_a_file_of_no_kind_is_told_why(data, place, code):
    (fault,) = unknown_kind(data, "f")
    assert (fault.path, fault.code, fault.facts["file"]) == (place, code, "f")
