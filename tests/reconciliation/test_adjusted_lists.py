"""Several items are named and all are paid, but for a discount, tax, a fee or some cents."""

from datetime import timedelta
from decimal import Decimal

import pytest

from otcore.payments.allocation import Why
from otcore.reconciliation.book import Book
from otcore.reconciliation.deciding import decide
from otcore.reconciliation.decision import Decision
from otcore.reconciliation.open_item import OpenItem
from otcore.reconciliation.policy import MatchingPolicy, Policies
from otcore.values.percentage import Percentage
from otcore.values.terms import DiscountOffer
from tests.reconciliation.hostile import ANNA, BERT, TODAY, eur, item, paid

LIMITS = {"tolerance": (eur(5),), "write_off": {Why.FEE: (eur(3_000),)}, "withholding": (Decimal(10),)}
LENIENT = Policies(MatchingPolicy(**LIMITS))  # type: ignore[arg-type]  # each is of its field's type
ALL = "R-100123 R-100287 R-100391"


def offering(number: str, minor: int, days: int = 3) -> OpenItem:
    """An item with 2 % off."""
    offer = DiscountOffer(TODAY + timedelta(days), Percentage("2"), eur(minor), eur(minor // 50))
    return item(number, minor, discounts=(offer,))


def decided(amount: int, *more: OpenItem, days: int = 3, text: str = ALL) -> Decision:
    """Three items are named, two of them with 2 % off: 1,234.50 and 2,467.00; the third is 871.35."""
    items = [offering("R-100123", 123_450, days), offering("R-100287", 246_700, days), item("R-100391", 87_135)]
    others = [item(f"X-{7_000 + 13 * at}", 31_013 + 97 * at, "BERT") for at in range(60)]
    return decide(paid(amount, text), Book([*items, *more, *others], (ANNA, BERT)), LENIENT)


def taken(decision: Decision) -> dict[str, tuple[str, int]]:
    """What is taken off each item, where something is."""
    assert decision.posted is not None
    assert decision.posted.rule == "NUMBERS_WITH_ADJUSTMENT"
    found = {each.item: each.adjustments for each in decision.posted.allocations}
    return {name: (adjustment.why, adjustment.amount.minor) for name, each in found.items() for adjustment in each}


@pytest.mark.parametrize(
    ("off", "expected"),
    [
        (2_469 + 4_934, {"R-100123": ("discount", 2_469), "R-100287": ("discount", 4_934)}),
        (4_934, {"R-100287": ("discount", 4_934)}),
        (
            45_729,
            {
                "R-100123": ("withholding", 12_345),
                "R-100287": ("withholding", 24_670),
                "R-100391": ("withholding", 8_714),
            },
        ),
        (1_500, {"R-100287": ("fee", 1_500)}),
        (3, {"R-100287": ("rounding", 3)}),
    ],
)
def test_what_the_policy_allows_is_posted(off: int, expected: dict[str, tuple[str, int]]):
    assert taken(decided(457_285 - off)) == expected


@pytest.mark.parametrize("off", [7_777, 31_200])
def test_what_nothing_explains_is_not(off: int):
    assert decided(457_285 - off).posted is None


def test_a_discount_that_is_late_is_not():
    assert decided(457_285 - 7_403, days=-9).posted is None


def test_a_credit_of_what_is_missing_is_no_fee():
    credit = item("C-555", -1_500)
    decision = decided(457_285 - 1_500, credit)
    assert all(each.rule != "NUMBERS_WITH_ADJUSTMENT" for each in (*decision.rivals, decision.posted) if each)


def test_an_item_that_is_named_twice_is_paid_once():
    decision = decided(457_285 - 1_500, text=f"{ALL} R-100123")
    assert decision.posted is not None
    assert sorted(each.item for each in decision.posted.allocations) == ALL.split()
