from datetime import timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from otcore.kpi.balance import open_balance
from otcore.kpi.open_items import OpenItem, currencies, open_items
from otcore.receivables.ledger import EntryKind, control, unapplied
from otcore.values import Invalid, Money
from tests.kpi import ledgers
from tests.kpi.ledgers import TODAY, allocated, day, euros, issued, received


def test_an_invoice_less_its_payments_is_open():
    rows = (issued("A", "100.00", day(40)), received("R", "30.00", day(5)), allocated("A", "R", "30.00", day(5)))
    assert open_items(rows, TODAY, "EUR") == (OpenItem("A", "ACME", euros("70.00"), day(40), day(10)),)


def test_a_settled_invoice_is_no_open_item():
    rows = (issued("A", "100.00", day(40)), allocated("A", "R", "100.00", day(5)))
    assert open_items(rows, TODAY, "EUR") == ()


def test_a_later_payment_does_not_change_an_earlier_day():
    rows = (issued("A", "100.00", day(40)), received("R", "100.00", day(5)), allocated("A", "R", "100.00", day(5)))
    assert open_balance(rows, day(6), "EUR") == open_balance(rows[:1], day(6), "EUR")
    assert open_balance(rows, day(6), "EUR").open == euros("100.00")


def test_a_payment_counts_from_its_own_day_on():
    rows = (issued("A", "100.00", day(40)), allocated("A", "R", "100.00", day(5)))
    assert open_balance(rows, day(5), "EUR").open == euros("0")


def test_unapplied_cash_stands_apart_and_is_not_netted():
    rows = (issued("A", "100.00", day(40)), received("R", "30.00", day(5)))
    balance = open_balance(rows, TODAY, "EUR")
    assert (balance.open, balance.unapplied) == (euros("100.00"), euros("30.00"))


def test_an_item_known_only_by_its_payment_is_a_credit_of_the_payer():
    rows = (allocated("A", "R", "30.00", day(5), party="BOLT"),)
    assert open_items(rows, TODAY, "EUR") == (OpenItem("A", "BOLT", euros("-30.00")),)


def test_the_invoice_says_whose_item_it_is_not_the_payment():
    rows = (allocated("A", "R", "30.00", day(5), party="AAA"), issued("A", "100.00", day(4), party="BOLT"))
    assert open_items(rows, TODAY, "EUR")[0].customer == "BOLT"


def test_an_unknown_currency_is_refused():
    with pytest.raises(Invalid, match="CURRENCY_UNKNOWN"):
        open_balance((), TODAY, "EURO")


def test_currencies_are_those_of_the_rows_each_once():
    rows = (issued("A", "1", TODAY), issued("B", "1", TODAY, currency="BHD"), issued("C", "1", TODAY))
    assert currencies(rows) == ("BHD", "EUR")


def test_books_that_disagree_show_their_difference():
    balance = open_balance((issued("A", "100.00", day(1)),), TODAY, "EUR")
    wrong = type(balance)(TODAY, "EUR", balance.open, euros("99.00"), balance.unapplied, balance.items)
    assert (balance.difference, wrong.difference) == (euros("0"), euros("1.00"))


@given(ledgers.ledgers, ledgers.days, ledgers.currencies)
def test_open_items_sum_to_the_control_account(rows, as_of, currency):
    balance = open_balance(rows, as_of, currency)
    known = tuple(row for row in rows if row.day <= as_of)
    assert balance.open == balance.control == control(known, currency)
    assert balance.unapplied == unapplied(known, currency)


@given(ledgers.ledgers.flatmap(lambda rows: st.tuples(st.just(rows), st.permutations(rows))), ledgers.days)
def test_the_order_of_the_rows_makes_no_difference(pair, as_of):
    rows, shuffled = pair
    assert open_balance(rows, as_of, "EUR") == open_balance(tuple(shuffled), as_of, "EUR")


@given(ledgers.ledgers, ledgers.ledgers, ledgers.days)
def test_rows_of_later_days_change_no_earlier_day(rows, more, as_of):
    later = tuple(row for row in more if row.day > as_of)
    assert open_balance(rows + later, as_of, "EUR") == open_balance(rows, as_of, "EUR")


@given(ledgers.ledgers)
def test_opening_and_the_movements_of_a_day_make_the_closing(rows):
    moved = [row for row in rows if row.day == TODAY and row.amount.currency == "EUR"]
    sold = sum((row.amount for row in moved if row.kind is EntryKind.ISSUED), Money.zero("EUR"))
    paid = sum((row.amount for row in moved if row.kind is EntryKind.ALLOCATED), Money.zero("EUR"))
    opening = open_balance(rows, TODAY - timedelta(days=1), "EUR").open
    assert open_balance(rows, TODAY, "EUR").open == opening + sold - paid
