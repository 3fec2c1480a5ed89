"""`otcore calculate` as it is typed."""

import json
import sys
from io import BytesIO, TextIOWrapper

import pytest

from tests.cli.typed import otcore

REQUEST = {
    "currency": "EUR",
    "lines": [{"id": "1", "quantity": "3", "price": "12.34", "tax": {"code": "S", "rate": "19"}}],
}


@pytest.fixture
def request_file(tmp_path):
    path = tmp_path / "request.json"
    path.write_text(json.dumps(REQUEST, indent=1), encoding="utf-8")
    return path


def test_a_request_comes_out_calculated(request_file):
    typed = otcore("calculate", request_file)
    assert (typed.status, typed.err) == (0, "")
    assert json.loads(typed.out)["payable"] == "44.05"


def test_what_is_piped_in_is_calculated(request_file, monkeypatch):
    monkeypatch.setattr(sys, "stdin", TextIOWrapper(BytesIO(request_file.read_bytes())))
    assert json.loads(otcore("calculate", "-").out)["tax"] == "7.03"


def test_a_figure_tells_how_it_came_to_be(request_file):
    said = json.loads(otcore("calculate", request_file, "--explain", "/tax").out)
    assert [step["says"] for step in said["explained"]["/tax"]] == [
        "VAT (BT-110): 7.03 = the sum of BT-117 (BR-CO-14) [S 19 % 7.03]",
        "VAT S 19 % (BT-117): 7.03 = taxable x rate / 100 (BR-CO-17), 7.0338 rounded half up to 2 decimals "
        "[taxable 37.02, percent 19]",
        "Taxable at S 19 % (BT-116): 37.02 = all that bears it (BR-S-08) [line 1 37.02]",
        "Net amount of line 1 (BT-131): 37.02 = gross - allowances + charges (PEPPOL-EN16931-R120) [gross 37.02]",
        "Gross of line 1: 37.02 = quantity x price [quantity 3, price 12.34]",
    ]


def test_faults_are_told_with_file_line_and_place(request_file):
    request_file.write_text(request_file.read_text().replace('"3"', '"three"'))
    typed = otcore("calculate", request_file)
    assert (typed.status, typed.out) == (1, "")
    assert f"{request_file}, line 6 /lines/0/quantity: NUMBER_FORMAT" in typed.err.replace("\n", "")


def test_text_that_is_no_json_is_told(request_file):
    request_file.write_text('{"currency": ')
    typed = otcore("calculate", request_file)
    assert typed.status == 1
    assert "JSON_SYNTAX" in typed.err


@pytest.mark.parametrize("arguments", [["nowhere.json"], [""]])
def test_a_file_must_be_there(arguments):
    typed = otcore("calculate", *arguments)
    assert (typed.status, typed.out) == (2, "")


def test_the_schema_of_requests_is_published():
    assert json.loads(otcore("calculate", "--schema").out)["title"] == "InvoiceRequest"
