"""The rows of a file, whatever its form: JSON lines, a JSON list, CSV, packed or not."""

import gzip
import json

import pytest

from otcore.adapters.cash_files import rows
from otcore.adapters.cash_files.rows import rows_of
from otcore.values.faults import Invalid

CSV = b"id,name\n1,Ann\n\n2,\n"


def read(data: bytes) -> list[tuple[int, dict[str, object]]]:
    return [(row.line, row.cells) for row in rows_of(data).records]


def code(data: bytes) -> str:
    with pytest.raises(Invalid) as caught:
        list(rows_of(data).records)
    return caught.value.faults[0].code


def test_csv_has_a_header_and_leaves_blank_lines_and_cells_out():
    assert read(CSV) == [(2, {"id": "1", "name": "Ann"}), (4, {"id": "2"})]


def test_json_lines_have_a_record_each():
    assert read(b'{"id": "1"}\n\n{"id": "2"}\r\n') == [(1, {"id": "1"}), (3, {"id": "2"})]


def test_a_json_list_is_numbered():
    assert read(b'\xef\xbb\xbf [{"id": "1"}, {"id": "2"}]') == [(1, {"id": "1"}), (2, {"id": "2"})]


@pytest.mark.parametrize("data", [CSV, b'{"id": "1"}', b'[{"id": "1"}]'])
def test_a_packed_file_is_unpacked(data: bytes):
    assert read(gzip.compress(data)) == read(data)


def test_packed_parts_one_after_the_other_are_one_file():
    assert read(gzip.compress(CSV[:10]) + gzip.compress(CSV[10:])) == read(CSV)


def test_what_unpacks_to_too_much_is_refused(monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setattr(rows, "MAX_BYTES", 100)
    assert code(gzip.compress(b"a" * 101)) == "DOCUMENT_TOO_LARGE"
    assert code(gzip.compress(b"a" * 60) * 2) == "DOCUMENT_TOO_LARGE"


# The time inside a packed file is fixed: every worker must name this test alike.
@pytest.mark.parametrize("data", [b"\x1f\x8bnothing", gzip.compress(CSV, mtime=0)[:-9]], ids=["no gzip", "cut off"])
def test_a_broken_packed_file_is_refused(data: bytes):
    assert code(data) == "FILE_PACKED"


@pytest.mark.parametrize(
    ("data", "expected"),
    [
        (b" \n ", "DOCUMENT_EMPTY"),
        (b"id,name\n1,\xff\n", "ENCODING_NOT_UTF8"),
        (b"id,id\n1,2\n", "COLUMN_TWICE"),
        (b"id;name,place\n", "CSV_DELIMITER"),
        (b'id,name\n1,"Ann\n', "CSV_QUOTES"),
        (b'"id,name\n', "CSV_QUOTES"),
        (b'[{"id": 1', "JSON_SYNTAX"),
        (b'{\n  "id": "1"\n}\n', "JSON_LINES_EXPECTED"),
        (b'[{"id": 1, "id": 2}]', "JSON_MEMBER_TWICE"),
    ],
)
def test_a_file_that_cannot_be_told_apart_is_refused(data: bytes, expected: str):
    assert code(data) == expected


@pytest.mark.parametrize(
    ("data", "expected"),
    [
        (b"id,name\n1\n", "CSV_CELLS"),
        (b"id,name\n1," + b"x" * 40_000 + b"\n", "CELL_TOO_LONG"),
        (b'{"id": 1}\n{"id": \n', "JSON_SYNTAX"),
        (b'{"id": 1}\n[1]\n', "OBJECT_EXPECTED"),
        (b'{"id": 1}\n{"id": 1, "id": 2}\n', "JSON_MEMBER_TWICE"),
        (b'[{"id": 1}, 7]', "OBJECT_EXPECTED"),
    ],
)
def test_a_record_that_cannot_be_read_is_told_with_its_line(data: bytes, expected: str):
    last = list(rows_of(data).records)[-1]
    assert (last.line, [fault.code for fault in last.faults]) == (2, [expected])


def test_json_in_one_list_may_be_spread_over_lines():
    assert read(json.dumps([{"id": "1"}], indent=2).encode()) == [(1, {"id": "1"})]
