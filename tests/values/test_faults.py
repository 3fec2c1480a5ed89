"""Errors carry stable codes, plain facts and the place."""

import copy
import pickle

import pytest

from otcore.values import Fault, Invalid, OtcoreError, Rejected

QUANTITY = Fault("NUMBER_FORMAT", "quantity 'x' is no number", "/lines/3/quantity", {"value": "x"})
NAME = Fault("TEXT_FORMAT", "name holds a control sign", "line 12")


def test_every_fault_is_shown_on_its_own_line():
    assert str(Invalid(QUANTITY, NAME, Fault("ID_FORMAT", "id is empty"))) == (
        "NUMBER_FORMAT /lines/3/quantity: quantity 'x' is no number\n"
        "TEXT_FORMAT line 12: name holds a control sign\n"
        "ID_FORMAT id is empty"
    )


def test_a_single_fault_keeps_its_facts_as_text():
    error = Invalid.one("PERIOD_ORDER", "ends before it starts", "/period", days=-3)
    assert error.faults == (Fault("PERIOD_ORDER", "ends before it starts", "/period", {"days": "-3"}),)


@pytest.mark.parametrize(
    ("path", "prefix", "joined"),
    [
        ("/quantity", "/lines/3", "/lines/3/quantity"),
        ("/quantity", "", "/quantity"),
        ("", "/lines/3", "/lines/3"),
        ("", "", ""),
        ("line 12", "orders.csv", "orders.csv line 12"),
    ],
)
def test_a_path_is_prefixed_from_the_outside(path, prefix, joined):
    error = Invalid(Fault("X", "x", path), Fault("Y", "y", path)).at(prefix)
    assert [fault.path for fault in error.faults] == [joined, joined]
    assert [fault.code for fault in error.faults] == ["X", "Y"]


def test_an_invalid_input_has_a_fault():
    with pytest.raises(TypeError):
        Invalid()


def test_faults_are_compared_with_their_facts_and_can_be_collected():
    assert Fault("NUMBER_FORMAT", "quantity 'x' is no number", "/lines/3/quantity", {"value": "y"}) != QUANTITY
    assert len({QUANTITY, QUANTITY, NAME}) == 2


def test_a_rejection_shows_its_code_and_facts():
    rejected = Rejected("CREDIT_EXCEEDED", limit="100.00 EUR", orders=3)
    assert rejected.code == "CREDIT_EXCEEDED"
    assert rejected.facts == {"limit": "100.00 EUR", "orders": 3}
    assert str(rejected) == "CREDIT_EXCEEDED: limit=100.00 EUR, orders=3"
    assert str(Rejected("ORDER_CLOSED")) == "ORDER_CLOSED"


def test_a_fact_may_be_called_code():
    assert Rejected("REASON_UNKNOWN", code="X1").facts == {"code": "X1"}


@pytest.mark.parametrize("error", [Invalid(QUANTITY, NAME), Rejected("CREDIT_EXCEEDED", limit="100.00 EUR")])
@pytest.mark.parametrize("again", [copy.copy, copy.deepcopy, lambda error: pickle.loads(pickle.dumps(error))])
def test_errors_travel_between_processes_with_all_they_say(error, again):
    other = again(error)
    assert type(other) is type(error)
    assert str(other) == str(error)
    assert vars(other) == vars(error)


@pytest.mark.parametrize("error", [Invalid(NAME), Rejected("X")])
def test_one_root_catches_them_all(error):
    assert isinstance(error, OtcoreError)
