"""Remittance advices as JSON."""

import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from otcore.adapters.remittance import read_json_advices
from otcore.adapters.remittance.json_file import advice_schema
from otcore.schemas.writing import json_of
from otcore.values import Invalid, Money
from tests.payments.advices import advice, eur, line


def faults(data: bytes) -> list[tuple[str, str]]:
    """Codes and places."""
    with pytest.raises(Invalid) as caught:
        read_json_advices(data, "a.json")
    return [(fault.code, fault.path) for fault in caught.value.faults]


def of(*advices, **changes) -> bytes:
    """The file of one advice, or of several."""
    records = [{**json_of(each), **changes} for each in advices]
    one = {"remittance_advice": records[0]} if len(records) == 1 else {"remittance_advices": records}
    return json.dumps(one).encode()


ONE = advice(
    line("INV-1", "98.00", discount=eur("2.00"), order="PO-1"),
    line("INV-2", "40.00", deduction=eur("10.00"), reason="damaged", stated=eur("50.00")),
    payer_account="DE02120300000000202051",
    other_references=("4539148803436467", "X"),
)

amounts = st.integers(-(10**12), 10**12).map(lambda minor: Money.from_minor(minor, "EUR"))
lines_ = st.lists(
    st.builds(lambda number, paid: line(number, str(paid.amount)), st.text("AB1-", min_size=1, max_size=9), amounts),
    min_size=1,
    max_size=5,
)


def test_what_is_written_is_read():
    assert read_json_advices(of(ONE)).advices == (ONE,)


@given(lines_)
def test_every_advice_comes_back_from_its_json(lines):
    one = advice(*lines)
    assert read_json_advices(of(one)).advices == (one,)


def test_several_in_one_file():
    two = advice(line("INV-3", "1.00"), id="A2")
    assert read_json_advices(of(ONE, two)).advices == (ONE, two)


def test_an_advice_that_contradicts_itself_is_refused_at_its_place():
    assert faults(of(ONE, total={"amount": "138.01", "currency": "EUR"})) == [
        ("REMITTANCE_SUM", "a.json line 1 /remittance_advice/total")
    ]


def test_one_wrong_advice_refuses_the_file():
    wrong = advice(line("INV-3", "1.00"), id="A2", total="2.00")
    assert faults(of(ONE, wrong)) == [("REMITTANCE_SUM", "a.json line 1 /remittance_advices/1/total")]


@pytest.mark.parametrize(
    ("changes", "code"),
    [
        ({"payr": "x"}, "FIELD_UNKNOWN"),
        ({"day": "2026-02-30"}, "DATE_FORMAT"),
        ({"total": {"amount": 138, "currency": "EUR"}}, "TEXT_EXPECTED"),
        ({"id": ""}, "ID_FORMAT"),
        ({"payer": "card 4539148803436467"}, "CARD_NUMBER"),
    ],
)
def test_the_form_is_strict(changes, code):
    assert [found for found, _ in faults(of(ONE, **changes))] == [code]


def test_an_advice_stands_once_in_a_file():
    assert [code for code, _ in faults(of(ONE, ONE))] == ["ID_TWICE"]


@pytest.mark.parametrize("data", [b"{", b'{"advice": {}}', b"[]"])
def test_other_json_is_refused(data):
    assert all("a.json" in place for _, place in faults(data))


def test_the_schema_says_what_an_advice_is():
    schema = json.dumps(advice_schema())
    assert all(f'"{name}"' in schema for name in ("payment_reference", "lines", "document", "deduction"))
