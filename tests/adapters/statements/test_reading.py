"""One face for every bank file."""

import pytest

from otcore.adapters.statements import CsvMapping, StatementFormat, format_of, read_statements
from otcore.values import Invalid
from tests.adapters.statements.bank_files import BAI2, MT940, OFX
from tests.adapters.statements.camt_writing import entry, with_entries

CAMT = with_entries("0", "10", entry("10"))
MAPPING = CsvMapping(booked="day", account="DE1", currency="EUR", amount="amount")
CSV = b"day,amount\n2026-03-31,10\n"


@pytest.mark.parametrize(
    ("data", "expected"),
    [
        (CAMT, StatementFormat.CAMT),
        (b"\n\n" + CAMT, StatementFormat.CAMT),
        (CAMT.decode().encode("utf-16"), StatementFormat.CAMT),
        (MT940, StatementFormat.MT940),
        (MT940[MT940.index(b":20:") :], StatementFormat.MT940),
        (MT940.replace(b"\n", b"\r"), StatementFormat.MT940),
        (BAI2, StatementFormat.BAI2),
        (b"\xef\xbb\xbf" + BAI2, StatementFormat.BAI2),
        (OFX, StatementFormat.OFX),
        (b"<OFX></OFX>", StatementFormat.OFX),
        (b'<?xml version="1.0"?><?OFX OFXHEADER="200"?>', StatementFormat.OFX),
        (CSV, None),
        (b'{"orders": []}', None),
        (b"", None),
    ],
)
def test_a_format_is_told_by_the_content(data, expected):
    assert format_of(data) is expected


@pytest.mark.parametrize("data", [CAMT, MT940, BAI2, OFX], ids=["camt", "mt940", "bai2", "ofx"])
def test_any_bank_file_is_read_by_one_function(data):
    (taken,) = read_statements(data)
    assert [row.amount.minor for row in taken.transactions] == [1000]
    assert read_statements(data, kind=str(format_of(data))) == (taken,)


def test_a_csv_file_is_read_by_its_mapping():
    (taken,) = read_statements(CSV, mapping=MAPPING)
    assert read_statements(CSV, kind="csv", mapping=MAPPING) == (taken,)
    assert taken.account == "DE1"


@pytest.mark.parametrize(
    ("kind", "message"),
    [
        (None, "this is no bank file that is known"),
        ("csv", "a CSV file needs a mapping of its columns"),
        ("pdf", "'pdf' is none of camt, mt940, bai2, ofx, csv"),
    ],
)
def test_a_file_of_no_known_format_is_refused(kind, message):
    with pytest.raises(Invalid) as refused:
        read_statements(CSV, "march.txt", kind=kind)
    assert str(refused.value) == f"FORMAT_UNKNOWN march.txt: {message}"


def test_what_does_not_add_up_is_returned_without_the_check():
    wrong = MT940.replace(b"62F:C260331EUR110,", b"62F:C260331EUR111,")
    assert len(read_statements(wrong, check=False)) == 1
    with pytest.raises(Invalid, match="STATEMENT_BALANCE"):
        read_statements(wrong)
