"""Requests as people write them, and what they are told."""

import json

import pytest

from otcore.schemas.calculation import InvoiceRequest, calculated
from otcore.schemas.models import json_schema
from otcore.values.faults import Invalid

S19 = {"code": "S", "rate": "19"}


def asked(*lines, **more):
    given = lines or ({},)
    whole = [{"id": str(at), "quantity": "1", "price": "100", "tax": S19} | line for at, line in enumerate(given, 1)]
    return json.dumps({"currency": "EUR", "lines": whole} | more).encode()


def result(*lines, **more):
    return calculated(asked(*lines, **more))


def faults(*lines, **more):
    with pytest.raises(Invalid) as caught:
        result(*lines, **more)
    return [(fault.code, fault.path) for fault in caught.value.faults]


def test_the_least_request_is_a_line():
    assert result() == {
        "currency": "EUR",
        "lines": [{"id": "1", "gross": "100.00", "net": "100.00"}],
        "line_net": "100.00",
        "allowances": "0.00",
        "charges": "0.00",
        "tax_exclusive": "100.00",
        "subtotals": [{"code": "S", "rate": "19", "taxable": "100.00", "tax": "19.00"}],
        "tax": "19.00",
        "tax_inclusive": "119.00",
        "prepaid": "0.00",
        "rounding": "0.00",
        "payable": "119.00",
    }


def test_a_profile_is_named_and_changed():
    assert result({"price": "33.33"}, currency="CHF", profile={"name": "Switzerland"})["payable"] == "39.65"
    assert result({"price": "33.33"}, profile={"name": "Switzerland", "increment": "1"})["payable"] == "40.00"


def test_amounts_have_the_decimals_that_the_profile_prints():
    assert result({"price": "33.4"}, currency="HUF", profile={"name": "Hungary"})["payable"] == "39"


def test_sub_lines_stand_in_their_line():
    parts = [{"id": "1.1", "quantity": "2", "price": "7.50", "tax": S19}]
    assert result({"parts": parts})["lines"][0]["parts"] == [{"id": "1.1", "gross": "15.00", "net": "15.00"}]


def test_advances_and_amounts_for_others_change_what_is_due():
    said = result(advances=[{"percent": "50", "reference": "A-1"}], third_party=[{"amount": "3.00", "kind": "toll"}])
    assert said["advances"] == [{"amount": "59.50", "reference": "A-1"}]
    assert (said["third_party"], said["payable"]) == ("3.00", "62.50")


def test_terms_give_instalments_and_discounts():
    terms = {
        "instalments": [{"percent": "30", "due": {"steps": [{"days": 10}]}}, {"due": {"steps": [{"days": 30}]}}],
        "discounts": [{"percent": "2", "due": {"steps": [{"days": 7}]}, "on_net": True}],
    }
    said = result(issued="2026-03-01", terms=terms)
    assert said["instalments"] == [
        {"due": "2026-03-11", "amount": "35.70"},
        {"due": "2026-03-31", "amount": "83.30"},
    ]
    assert said["discounts"] == [{"until": "2026-03-08", "percent": "2", "base": "100.00", "amount": "2.00"}]


def test_terms_need_a_day_to_count_from():
    assert faults(terms={"days": 10}) == [("ISSUED_MISSING", "/issued")]


@pytest.mark.parametrize(
    ("line", "code", "path"),
    [
        ({"quantity": "1e5"}, "NUMBER_FORMAT", "/lines/0/quantity"),
        ({"quantity": 1}, "TEXT_EXPECTED", "/lines/0/quantity"),
        ({"price": "-1"}, "PRICE_NEGATIVE", "/lines/0/price"),
        ({"per": "0"}, "PRICE_BASE", "/lines/0/per"),
        ({"unit": "pieces"}, "UNIT_FORMAT", "/lines/0/unit"),
        ({"tax": {"code": "X", "rate": "0"}}, "TAX_CATEGORY_UNKNOWN", "/lines/0/tax"),
        ({"price": "NaN"}, "NUMBER_NOT_FINITE", "/lines/0/price"),
        ({"colour": "red"}, "FIELD_UNKNOWN", "/lines/0/colour"),
        ({"adjustments": [{"amount": "1.001"}]}, "MONEY_TOO_PRECISE", "/lines/0/adjustments/0/amount"),
        ({"adjustments": [{"reason": "none"}]}, "ADJUSTMENT_AMOUNT", "/lines/0/adjustments/0"),
        ({"taxes": [{"scheme": "X"}]}, "TAX_AMOUNT", "/lines/0/taxes/0"),
    ],
)
def test_a_fault_says_where_it_is(line, code, path):
    assert faults(line) == [(code, path)]


def test_every_fault_of_the_amounts_is_told():
    found = faults({"adjustments": [{"amount": "1.001"}]}, prepaid="2.002", profile={"name": "Atlantis"})
    assert found == [
        ("MONEY_TOO_PRECISE", "/lines/0/adjustments/0/amount"),
        ("MONEY_TOO_PRECISE", "/prepaid"),
        ("PROFILE_UNKNOWN", "/profile"),
    ]


def test_a_currency_must_be_known():
    assert [code for code, _ in faults(currency="XXQ")] == ["CURRENCY_UNKNOWN"]


def test_a_figure_that_is_not_there_cannot_be_explained():
    told = "FIGURE_UNKNOWN there is no figure '/colour' to explain: name one like /payable; figures are in allowances,"
    with pytest.raises(Invalid, match=told):
        calculated(asked(), ["/colour"])


def test_the_schema_says_what_a_request_is():
    schema = json_schema(InvoiceRequest)
    assert set(schema["required"]) == {"currency", "lines"}
    assert schema["$defs"]["LineRequest"]["properties"]["parts"]["items"] == {"$ref": "#/$defs/LineRequest"}
