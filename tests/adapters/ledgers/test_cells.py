"""Encodings, separators, and rows that are not sound."""

import gzip

import pytest

from otcore.adapters.ledgers import Layout, read_ledger
from otcore.schemas.limits import CELL
from otcore.values.faults import Invalid
from tests.adapters.ledgers.files import EUR, codes, faults_of, read

HEAD = "Rechnung,Kunde,Datum,Offen"
ROW = "R1,Müller,2026-01-05,100.00"
TEXT = f"{HEAD}\n{ROW}\n"


@pytest.mark.parametrize("separator", [",", ";", "\t", "|"])
def test_the_separator_is_known_by_the_names_of_the_header(separator: str):
    ledger = read_ledger(TEXT.replace(",", separator).encode(), EUR)
    assert [entry.party for entry in ledger.entries] == ["Müller"]


def test_a_sign_within_a_name_is_no_separator():
    assert read("Rechnung;Kunde;Datum, Beleg;Datum;Offen", "R1;K1;x;2026-01-05;1,50").entries[0].amount.minor == 150


def test_a_separator_in_doubt_is_asked_for():
    lines = ("Rechnung,Kunde;Datum", "R1,K1;2026-01-05")
    assert codes(*lines) == [("CSV_SEPARATOR", "line 1")]
    assert codes(*lines, layout=Layout(currency="EUR", separator=";")) != [("CSV_SEPARATOR", "line 1")]


def test_the_line_that_spreadsheets_put_before_the_header_is_passed_over():
    assert read("sep=;", HEAD.replace(",", ";"), ROW.replace(",", ";")).read == 1


@pytest.mark.parametrize(
    ("data", "encoding"),
    [
        (TEXT.encode(), "utf-8"),
        (TEXT.encode("utf-8-sig"), "utf-8"),
        (TEXT.encode("utf-16"), "utf-16"),
        (TEXT.encode("cp1252"), "cp1252"),
        (gzip.compress(TEXT.encode(), mtime=0), "utf-8"),
        (TEXT.replace("\n", "\r\n").encode(), "utf-8"),
    ],
)
def test_an_encoding_is_utf_8_or_the_one_that_is_said(data: bytes, encoding: str):
    assert read_ledger(data, Layout(currency="EUR", encoding=encoding)).entries[0].party == "Müller"


@pytest.mark.parametrize(
    ("data", "encoding", "said"),
    [
        (TEXT.encode("cp1252"), "utf-8", "line 2 is not utf-8"),
        (TEXT.encode("utf-16"), "utf-8", "--encoding utf-16"),
        (TEXT.encode("utf-16-le"), "cp1252", "signs that no text has"),
        (b"a\nb\x81", "cp1252", "--encoding utf-8"),
        (b"abc", "utf-16", "is not utf-16"),
    ],
)
def test_another_encoding_is_refused_with_the_option_that_says_it(data: bytes, encoding: str, said: str):
    (fault,) = faults_of(data, Layout(encoding=encoding))
    assert fault.code == "FILE_ENCODING"
    assert said in fault.message


@pytest.mark.parametrize("data", [b"", b" \n\n", b"\xef\xbb\xbf"])
def test_an_empty_file_is_refused(data: bytes):
    assert [fault.code for fault in faults_of(data)] == ["DOCUMENT_EMPTY"]


def test_every_row_that_is_not_sound_is_told_with_its_line():
    long = "x" * (CELL + 1)
    lines = (HEAD, "R1,K1,2026-01-05", '"R2\nwith a line",K1,2026-01-05,1,2', f"R3,{long},2026-01-05,1", ROW)
    assert codes(*lines) == [("CSV_CELLS", "line 2"), ("CSV_CELLS", "line 3"), ("CELL_TOO_LONG", "line 5")]


def test_cells_without_anything_behind_the_last_column_are_passed_over():
    assert read(HEAD, ROW + ",,", "", ",,,").read == 1


@pytest.mark.parametrize("tail", ['"R2', '"R2"x,K1,2026-01-05,1'])
def test_quotes_that_do_not_fit_refuse_the_file(tail: str):
    assert [code for code, _ in codes(HEAD, ROW, tail)] == ["CSV_QUOTES"]


def test_a_file_of_one_column_is_no_ledger():
    assert [code for code, _ in codes("Rechnung", "R1")] == ["SHAPE_UNKNOWN"]


@pytest.mark.parametrize(
    "given",
    [{"separator": "x"}, {"encoding": "latin-9"}, {"columns": {"colour": "C"}}, {"kinds": {"RE": "bill"}}],
    ids=str,
)
def test_a_layout_that_there_is_not_is_refused(given: dict[str, object]):
    with pytest.raises(Invalid, match="LAYOUT"):
        Layout(**given)  # type: ignore[arg-type]  # what a host may have typed
