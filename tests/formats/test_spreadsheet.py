import csv
from datetime import date
from decimal import Decimal
from io import StringIO

import pytest
from hypothesis import given

from otcore.formats.spreadsheet import csv_text, neutral
from tests.formats.hostile import names


def test_a_file_has_a_header_and_a_line_a_row():
    rows = [("a", 1, Decimal("-12.30"), date(2025, 3, 31)), ('b,"c"', 2, Decimal("1E+3"), date(2025, 1, 2))]
    assert csv_text(("w", "x", "y", "z"), rows) == 'w,x,y,z\na,1,-12.30,2025-03-31\n"b,""c""",2,1000,2025-01-02\n'


@pytest.mark.parametrize(
    "text",
    [
        "=1+1",
        "+1",
        "-1",
        "@SUM(A1)",
        "\t=1",
        "\r=1",
        "\n=1",
        " =1",
        "\u00a0=1",
        "\ufeff=1",
        "\uff1d1",
        "\uff0b1",
        "\uff0d1",
        "\uff20x",
        "\ufe661",
        "\u22121",
    ],
)
def test_what_could_be_a_formula_is_made_text(text):
    assert neutral(text)[0] == "'"


@pytest.mark.parametrize("text", ["", "Acme", "1-2", "a=b", "'=x", "100", "Zoë", " plain"])
def test_other_text_stays_as_it_is(text):
    assert neutral(text) == text


def test_a_negative_number_is_no_formula():
    assert csv_text(("x",), [(Decimal("-5.00"),), (-5,)]) == "x\n-5.00\n-5\n"


@given(names)
def test_any_text_is_one_cell_that_does_nothing(text):
    (_, row) = list(csv.reader(StringIO(csv_text(("x", "y"), [(text, "end")]), newline="")))
    assert row == [neutral(text), "end"]
    assert row[0][:1] not in tuple("=+-@\t\r\uff1d\uff0b\uff0d\uff20")
    assert row[0].encode("utf-8") == neutral(text).encode("utf-8")
