"""Payment terms come as JSON, and what is wrong in them is said with its code and its place."""

from typing import Any

import pytest

from otcore.customers.commands import ProposeTerms
from otcore.schemas import command_of, json_of
from otcore.values import Invalid

TERMS: dict[str, Any] = {
    "instalments": [
        {"percent": "30", "due": {"anchor": "order"}},
        {"percent": "50", "of_balance": True, "round_to": "0.05", "due": {"steps": [{"months": 1}, {"day": 31}]}},
        {"amount": {"amount": "10.00", "currency": "EUR"}, "due": {"cutoff": 20, "payment_days": [5, 15]}},
        {"due": {"steps": [{"working_days": 3, "weekday": 0}], "anchor": "delivery"}},
    ],
    "discounts": [{"percent": "2", "due": {"steps": [{"days": 10}]}, "on_net": True}],
    "rolling": "modified-following",
    "sequential": True,
    "rounding": "half-even",
}


def proposed(terms: dict[str, Any]) -> ProposeTerms:
    return command_of({"customer": "C1", "terms": terms, "credit_limit": None}, ProposeTerms)


def test_full_terms_are_read_and_written():
    assert json_of(proposed(TERMS))["terms"] == TERMS


@pytest.mark.parametrize(
    ("terms", "code", "path"),
    [
        ({"days": 9999}, "TERMS_DAYS", "/terms"),
        ({"instalments": [{"percent": "50"}]}, "TERMS_INCOMPLETE", "/terms/instalments"),
        ({"instalments": [{"percent": "60"}, {"percent": "60"}, {}]}, "TERMS_OVER_WHOLE", "/terms/instalments"),
        ({"instalments": [{}, {"percent": "50"}]}, "TERMS_NOTHING_LEFT", "/terms/instalments/0"),
        ({"instalments": [{}], "days": 14}, "TERMS_TWICE", "/terms/days"),
        ({"instalments": [{"of_balance": True}]}, "TERMS_SHARE", "/terms/instalments/0"),
        ({"instalments": [{"percent": "1001"}, {}]}, "PERCENTAGE_RANGE", "/terms/instalments/0/percent"),
        (
            {"instalments": [{"due": {"steps": [{"days": 9999}]}}]},
            "TERMS_STEP",
            "/terms/instalments/0/due/steps/0/days",
        ),
        ({"instalments": [{"due": {"cutoff": 32}}]}, "TERMS_CUTOFF", "/terms/instalments/0/due/cutoff"),
        (
            {"instalments": [{"due": {"payment_days": [0]}}]},
            "TERMS_PAYMENT_DAYS",
            "/terms/instalments/0/due/payment_days",
        ),
        ({"discounts": [{"percent": "0"}]}, "TERMS_DISCOUNT", "/terms/discounts/0/percent"),
        ({"rolling": "back"}, "VALUE_UNKNOWN", "/terms/rolling"),
        (
            {"instalments": [{"due": {"steps": [{"days": "10"}]}}]},
            "INTEGER_EXPECTED",
            "/terms/instalments/0/due/steps/0/days",
        ),
    ],
)
def test_what_is_wrong_is_said_with_its_place(terms: dict[str, Any], code: str, path: str):
    with pytest.raises(Invalid) as caught:
        proposed(terms)
    assert [(fault.code, fault.path) for fault in caught.value.faults] == [(code, path)]
