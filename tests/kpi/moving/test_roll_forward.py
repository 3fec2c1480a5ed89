"""From the opening balance to the closing one: opening + invoiced - cash - credits - write-offs = closing, by day."""

from datetime import timedelta

from hypothesis import given
from hypothesis import strategies as st

from otcore.kpi.balance import open_balance
from otcore.kpi.moving.collections import collected_by_day, collections
from otcore.kpi.moving.roll_forward import roll_forward, roll_forward_by_day
from otcore.receivables.ledger import Entry, EntryKind
from otcore.values import total
from otcore.values.period import Period
from tests.kpi import ledgers
from tests.kpi.ledgers import TODAY, allocated, credited, day, euros, issued, received

WEEK = Period(day(6), TODAY)
ROWS = (
    issued("A", "100", day(60)),
    issued("B", "40", day(3)),
    allocated("A", "R", "50", day(3)),
    credited("A", "CN", "10", day(2)),
    Entry(EntryKind.WRITE_OFF, day(1), euros("20"), "ACME", "A", "W"),
    Entry(EntryKind.DISCOUNT, day(1), euros("3"), "ACME", "A", "R"),
    received("R", "50", day(4)),
    Entry(EntryKind.RETURNED, day(1), euros("8"), receipt="R"),
    Entry(EntryKind.REFUNDED, day(0), euros("2"), receipt="R"),
)


def test_every_movement_has_its_column():
    found = roll_forward(ROWS, WEEK, "EUR")
    assert (found.opening, found.closing) == (euros("100"), euros("57"))
    assert (found.invoiced, found.cash, found.credits) == (euros("40"), euros("50"), euros("10"))
    assert (found.write_offs, found.adjusted) == (euros("20"), euros("3"))


def test_every_day_opens_with_what_the_day_before_closed():
    days = roll_forward_by_day(ROWS, WEEK, "EUR")
    assert [each.period.start for each in days] == [day(back) for back in range(6, -1, -1)]
    assert [each.closing.minor // 100 for each in days] == [100, 100, 100, 90, 80, 57, 57]


def test_collections_are_what_came_stayed_and_closed_items():
    found = collections(ROWS, WEEK, "EUR")
    assert (found.received, found.returned, found.refunded) == (euros("50"), euros("8"), euros("2"))
    assert (found.net, found.applied) == (euros("40"), euros("50"))
    assert collected_by_day(ROWS, WEEK, "EUR") == {day(3): euros("50")}
    assert collected_by_day(ROWS, Period(TODAY, TODAY), "EUR") == {}


periods = st.tuples(ledgers.days, st.integers(0, 20)).map(
    lambda each: Period(each[0], each[0] + timedelta(days=each[1]))
)


@given(ledgers.books, periods, ledgers.currencies)
def test_opening_and_the_movements_make_the_closing_balance_of_open_items(rows, period, currency):
    found = roll_forward(rows, period, currency)
    before = period.start - timedelta(days=1)
    assert found.opening == open_balance(rows, before, currency).open
    assert found.closing == open_balance(rows, period.end, currency).open
    assert found.opening + found.moved == found.closing


@given(ledgers.books, periods)
def test_the_days_are_the_period(rows, period):
    whole, days = roll_forward(rows, period, "EUR"), roll_forward_by_day(rows, period, "EUR")
    assert all(each.opening + each.moved == each.closing for each in days)
    assert (days[0].opening, days[-1].closing) == (whole.opening, whole.closing)
    assert total((each.moved for each in days), "EUR") == whole.moved
    assert total((each.cash for each in days), "EUR") == whole.cash == collections(rows, period, "EUR").applied
    assert total(collected_by_day(rows, period, "EUR").values(), "EUR") == whole.cash
