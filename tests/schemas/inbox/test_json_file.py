"""A JSON file of records has one member, its kind; what is doubtful outside its records refuses it whole."""

import json

import pytest

from otcore.schemas.inbox import read_customers
from otcore.schemas.limits import RECORDS

ACME = '{"id": "ACME", "name": "Acme Ltd", "country": "GB", "currency": "GBP"}'


def told(text):
    reading = read_customers(text.encode(), "c.json")
    return [document.id for document in reading.documents], [(fault.path, fault.code) for fault in reading.faults]


@pytest.mark.parametrize(
    ("text", "faults"),
    [
        ("[]", [("c.json line 1", "OBJECT_EXPECTED")]),
        ("{}", [("c.json line 1 /customers", "FIELD_MISSING")]),
        ('{"customers": {}}', [("c.json line 1 /customers", "LIST_EXPECTED")]),
        (f'{{"customers": [{ACME}],\n"more": 1}}', [("c.json line 2 /more", "FIELD_UNKNOWN")]),
        (f'{{"customers": [{ACME}],\n"customers": []}}', [("c.json line 2 /customers", "JSON_MEMBER_TWICE")]),
        (f'{{"customers": [],\n"customers": [{ACME}]}}', [("c.json line 2 /customers", "JSON_MEMBER_TWICE")]),
        (f'{{"customers": [{ACME},\n', [("c.json line 2", "JSON_SYNTAX")]),
        ('{"customers": [', [("c.json line 1", "JSON_SYNTAX")]),
    ],
)
def test_another_shape_is_refused_whole(text, faults):
    assert told(text) == ([], faults)


def test_no_records_are_none():
    assert told('{"customers": []}') == ([], [])


def test_a_doubt_is_a_fault_of_its_record_alone():
    doubtful = '{"id": "B", "name": "one", "country": "GB",\n "currency": "GBP",\n "name": "two", "email": NaN}'
    assert told(f'{{"customers": [{ACME}, {doubtful}]}}') == (
        ["ACME"],
        [
            ("c.json line 3 /customers/1/name", "JSON_MEMBER_TWICE"),
            ("c.json line 3 /customers/1/email", "JSON_NOT_FINITE"),
        ],
    )


def test_a_record_that_is_no_object_is_told():
    assert told(f'{{"customers": [1,\n{ACME}, null, []]}}') == (
        ["ACME"],
        [
            ("c.json line 1 /customers/0", "OBJECT_EXPECTED"),
            ("c.json line 2 /customers/2", "OBJECT_EXPECTED"),
            ("c.json line 2 /customers/3", "OBJECT_EXPECTED"),
        ],
    )


def test_records_are_bounded():
    text = json.dumps({"customers": [1] * (RECORDS + 1)})
    assert told(text) == ([], [("c.json line 1 /customers", "LIST_TOO_LONG")])
