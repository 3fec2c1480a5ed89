"""A CSV file keeps its contract, or nothing of it is taken."""

import pytest

from otcore.schemas.inbox import read_customers
from otcore.schemas.limits import CELL, DOCUMENT_BYTES, RECORDS

HEADER = "id,name,country,currency"
ROW = "A,Acme,GB,GBP"


def read(*lines):
    return read_customers("\n".join(lines).encode(), "c.csv")


def told(reading):
    return [(fault.path, fault.code) for fault in reading.faults]


def refused(data):
    reading = read_customers(data if isinstance(data, bytes) else data.encode(), "c.csv")
    assert reading.documents == ()
    return told(reading)


def test_a_byte_order_mark_is_accepted():
    assert len(read_customers(f"{HEADER}\n{ROW}".encode("utf-8-sig"), "c.csv").documents) == 1


@pytest.mark.parametrize("end", ["\n", "\r\n", "\r"])
def test_lines_may_end_in_any_way(end):
    reading = read_customers(end.join([HEADER, ROW, "", ",,,", "B,,GB,GBP"]).encode(), "c.csv")
    assert [document.line for document in reading.documents] == [2]
    assert told(reading) == [("c.csv line 5 column name", "FIELD_MISSING")]


def test_the_header_alone_is_a_file_without_records():
    reading = read(HEADER)
    assert (reading.documents, reading.faults) == ((), ())


def test_the_header_alone_says_the_delimiter():
    (document,) = read("id;name;country;currency", "A;Acme, Ltd;GB;GBP").documents
    assert document.commands[0].profile.party.name == "Acme, Ltd"


def test_a_header_with_several_delimiters_is_refused():
    assert refused("id;name,country\n") == [("c.csv line 1", "CSV_DELIMITER")]


def test_a_header_of_one_column_lacks_the_others():
    assert refused("id\nA") == [
        ("c.csv line 1 column name", "COLUMN_MISSING"),
        ("c.csv line 1 column country", "COLUMN_MISSING"),
        ("c.csv line 1 column currency", "COLUMN_MISSING"),
    ]


def test_every_fault_of_the_header_is_told():
    assert refused(f"{HEADER},id,amount,\n{ROW},,,") == [
        ("c.csv line 1 column id", "COLUMN_TWICE"),
        ("c.csv line 1 column amount", "COLUMN_UNKNOWN"),
        ("c.csv line 1 column ", "COLUMN_UNKNOWN"),
    ]


@pytest.mark.parametrize("name", ["Name", " name", "name "])
def test_a_column_is_named_exactly(name):
    codes = [code for _, code in refused(f"id,{name},country,currency\n{ROW}")]
    assert codes == ["COLUMN_UNKNOWN", "COLUMN_MISSING"]


def test_a_row_with_another_number_of_cells_is_not_read_as_shifted():
    reading = read(HEADER, "A,Acme,Ltd,GB,GBP", "B,Acme,GB", "C,Acme,GB,GBP")
    assert [document.id for document in reading.documents] == ["C"]
    assert told(reading) == [("c.csv line 2", "CSV_CELLS"), ("c.csv line 3", "CSV_CELLS")]
    assert reading.faults[0].facts == {"file": "c.csv", "line": "2"}


@pytest.mark.parametrize("row", ['"A,Acme,GB,GBP', 'A,"Acme"x,GB,GBP', 'A,Acme,GB,"GBP'])
def test_a_file_with_broken_quotes_is_refused_whole(row):
    (fault,) = refused(f"{HEADER}\n{ROW}\n{row}\n")
    assert fault[1] == "CSV_QUOTES"
    assert fault[0].startswith("c.csv line 3")


def test_broken_quotes_in_the_header_are_told():
    assert refused('id,"name') == [("c.csv line 1", "CSV_QUOTES")]


def test_a_long_cell_is_a_fault_of_its_row():
    reading = read(HEADER, "A," + "x" * (CELL + 1) + ",GB,GBP", "B,Acme,GB,GBP")
    assert [document.id for document in reading.documents] == ["B"]
    assert told(reading) == [("c.csv line 2 column name", "CELL_TOO_LONG")]


def test_an_endless_cell_refuses_the_file():
    assert refused(f"{HEADER}\nA,{'x' * 1_000_000},GB,GBP") == [("c.csv line 2", "CSV_QUOTES")]


def test_a_file_is_bounded_in_bytes_and_records():
    assert refused(b"id\n" + b"x" * DOCUMENT_BYTES) == [("c.csv", "DOCUMENT_TOO_LARGE")]
    assert refused(f"{HEADER}\n" + "x\n" * (RECORDS + 1)) == [("c.csv line 1", "LIST_TOO_LONG")]


@pytest.mark.parametrize(
    ("data", "place", "code"),
    [
        (b"", "c.csv", "DOCUMENT_EMPTY"),
        (f"{HEADER}\n{ROW}".encode("utf-16"), "c.csv", "ENCODING_NOT_UTF8"),
        (f"{HEADER}\n{ROW}".encode("utf-16-le"), "c.csv", "ENCODING_NOT_UTF8"),
        (f"{HEADER}\nA,Müller,DE,EUR".encode("latin-1"), "c.csv line 2", "ENCODING_NOT_UTF8"),
    ],
)
def test_another_encoding_is_refused(data, place, code):
    assert refused(data) == [(place, code)]
    assert read_customers(data, "c.csv").faults[0].facts["file"] == "c.csv"
