"""Books with odd items and payers: what is empty or everybody's names nothing, and a rival never raises confidence."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from otcore.reconciliation.open_item import OpenItem
from otcore.reconciliation.payer import Payer
from tests.reconciliation.hostile import ANNA, BERT, item, paid, posted, stranger

ODD = ["", " ", "-", "//", "0", "A", "?20", "\x00", "\ud800", "\u0661\u0662", "€", "RF", "+++///+++", "." * 5_000]


@pytest.mark.parametrize("number", ODD)
def test_an_odd_number_is_nobodys_name(number: str):
    odd = item(number, 33_333, "BERT", id="ODD", reference=number, orders=(number,))
    assert posted(paid(10_001, f"Zahlung {number} heute"), odd, item("R-1", 10_001)) in (None, {"R-1": 10_001})


@pytest.mark.parametrize("name", ODD)
def test_an_odd_name_is_nobodys(name: str):
    odd = Payer("ODD", (name,), (name,))
    items = (item("R-10001", 10_001, "ODD"), item("R-10002", 20_002, "BERT"))
    assert posted(stranger(10_001, payer_name="Somebody Else Ltd"), *items, payers=(odd, BERT)) is None


def test_a_payer_without_name_and_account():
    assert posted(stranger(10_001), item("R-10001", 10_001, "NONE"), payers=(Payer("NONE", ()),)) is None


def test_an_empty_account_is_not_the_empty_account_of_a_payer():
    nameless = Payer("NONE", (), ("",))
    items = item("R-10001", 10_001, "NONE")
    assert posted(stranger(10_001, payer_account=""), items, payers=(nameless,)) is None


def test_a_payer_that_is_its_own_parent():
    own = Payer("ANNA", ANNA.names, ANNA.accounts, "ANNA")
    assert posted(paid(10_001, "R-10001"), item("R-10001", 10_001), payers=(own,)) in (None, {"R-10001": 10_001})


def test_items_of_a_customer_that_nobody_knows():
    named = item("R-2026-10001", 10_001, "GHOST")
    assert posted(paid(10_001, "R-2026-10001"), named) in (None, {"R-2026-10001": 10_001})


def test_a_thousand_customers_of_one_name():
    many = tuple(Payer(f"C{at}", ("Meier GmbH",)) for at in range(1_000))
    items = [item(f"R-{at + 10_000}", 10_000 + at, f"C{at}") for at in range(1_000)]
    assert posted(stranger(10_007, payer_name="Meier GmbH"), *items, payers=many) in (None, {"R-10007": 10_007})
    assert posted(stranger(99_999, payer_name="Meier GmbH"), *items, payers=many) is None


numbers = st.integers(10_000, 10_040).map(lambda running: f"R-{running}")
amounts = st.sampled_from([999, 9_900, 10_000, 20_000, 30_000]) | st.integers(100, 500_000)
owed = st.builds(item, numbers, amounts, st.sampled_from(["ANNA", "ANNA", "BERT"]))
books = st.lists(owed, min_size=2, max_size=9, unique_by=lambda each: each.id)


@settings(max_examples=300)
@given(books, st.data())
def test_a_new_rival_never_raises_confidence(items: list[OpenItem], data: st.DataObject):
    meant = data.draw(st.lists(st.sampled_from(items), min_size=1, max_size=3, unique_by=lambda each: each.id))
    whole = sum(each.open.minor for each in meant)
    text = data.draw(
        st.sampled_from(["", " ".join(each.number for each in meant), meant[0].number, meant[0].number[-4:]])
    )
    payment = paid(data.draw(st.sampled_from([whole, whole - 1, whole * 98 // 100, whole + 100, whole // 2 + 1])), text)
    rival, *others = items
    beside = posted(payment, *items)
    assert beside is None or rival.id in beside or beside == posted(payment, *others)
