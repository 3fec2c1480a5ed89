"""The contract kit itself: its holes, its strategies, its patience, its faults."""

import os
from decimal import Decimal

import pytest
from hypothesis import given

from otcore.adapters.memory import MemoryStore
from otcore.testing import strategies
from otcore.testing.faults import FaultyStore, exited
from otcore.testing.work import TRIES, begun
from otcore.values.currencies import digits
from otcore.values.ids import identifier
from otcore.values.money import Money

SUBCLASSES = """
import pytest
from otcore.adapters.memory import MemoryStore
from otcore.testing import StoreContract

class TestHollow(StoreContract):
    pass

class TestFilled(StoreContract):
    @pytest.fixture
    def store(self):
        return MemoryStore()

class TestFleeting(TestFilled):
    durable = False
"""


def test_a_subclass_with_one_fixture_is_all_and_a_hole_is_named(tmp_path, capsys):
    (tmp_path / "test_stores.py").write_text(SUBCLASSES)
    only = "another_opening or counts_from_1"
    pytest.main(["-p", "no:cacheprovider", "-p", "no:cov", "-rs", "-k", only, str(tmp_path)])
    printed = capsys.readouterr().out
    assert "2 passed, 1 skipped" in printed
    assert "3 errors in" in printed
    for said in ("override the fixture `store`", "override the fixture `reopened`", "it is not durable"):
        assert said in printed


def test_a_store_that_makes_no_progress_fails():
    store = FaultyStore(MemoryStore(), lambda _: True)
    with pytest.raises(AssertionError, match="no progress"):
        begun(store, "a")
    assert len(store.calls) == TRIES


def test_an_exit_has_the_status_of_a_kill(monkeypatch):
    statuses: list[int] = []

    def leave(status: int) -> None:
        statuses.append(status)
        raise SystemExit

    monkeypatch.setattr(os, "_exit", leave)
    with pytest.raises(SystemExit):
        exited()
    assert statuses == [128 + 9]


@given(strategies.money(), strategies.money("JPY", 0, 5))
def test_money_is_of_any_currency_or_of_one(any_money, yen):
    assert Money(any_money.amount, any_money.currency) == any_money
    assert (digits(yen.currency), yen.currency, 0 <= yen.minor <= 5) == (0, "JPY", True)


@given(strategies.quantities(), strategies.quantities("KGM", "0", "5"))
def test_quantities_are_of_any_unit_or_of_one(any_quantity, weight):
    assert any_quantity.unit
    assert (weight.unit, 0 <= weight.value <= 5) == ("KGM", True)


@given(strategies.unit_prices("SEK"), strategies.percentages(), strategies.tax_categories())
def test_prices_percentages_and_taxes_are_valid(price, share, tax):
    assert (price.currency, price.extend(Decimal(1)) >= 0) == ("SEK", True)
    assert 0 <= share.value <= 1000
    assert (tax.rate > 0) == (tax.code == "S")


@given(strategies.identifiers(), strategies.scopes())
def test_identifiers_are_accepted_as_they_are(id, scope):
    assert identifier(id) == id
    assert identifier(scope.tenant) == scope.tenant
    assert not strategies.is_identifier(f" {id}")


@given(strategies.entries("USD"), strategies.days())
def test_entries_are_of_one_currency_and_within_the_days(entry, day):
    assert entry.amount.currency == "USD"
    assert strategies.FIRST_DAY <= min(day, entry.day) <= max(day, entry.day) <= strategies.LAST_DAY
