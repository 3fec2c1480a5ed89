"""A debt in instalments is a row for each: every part ages by its own due day, and money closes what is due first."""

from datetime import timedelta

from hypothesis import given

from otcore.kpi.aging import aging
from otcore.kpi.balance import open_balance, overdue_share
from otcore.kpi.open_items import OpenItem, open_items
from otcore.receivables.ledger import Entry, EntryKind
from otcore.values import total
from otcore.values.terms import Instalment
from tests.kpi import ledgers
from tests.kpi.ledgers import TODAY, allocated, credited, day, euros, issued

SOON = TODAY + timedelta(days=20)
PLAN = (
    issued("A", "30.00", day(50), due=day(40)),
    issued("A", "30.00", day(50), due=day(10)),
    issued("A", "40.00", day(50), due=SOON),
)


def sums(*rows):
    return [bucket.minor // 100 for bucket in aging(rows, TODAY, "EUR").total.buckets]


def parts(*rows):
    (item,) = open_items(rows, TODAY, "EUR")
    return [(part.due, part.open.minor // 100) for part in item.parts]


def test_each_instalment_ages_by_its_own_due_day():
    assert sums(*PLAN) == [40, 30, 30, 0, 0]


def test_an_item_in_instalments_is_one_item():
    assert aging(PLAN, TODAY, "EUR").total.items == 1
    left = (Instalment(day(40), euros("30.00")), Instalment(day(10), euros("30.00")), Instalment(SOON, euros("40.00")))
    assert open_items(PLAN, TODAY, "EUR") == (OpenItem("A", "ACME", euros("100.00"), day(50), day(40), left),)


def test_money_closes_the_first_due_first():
    assert parts(*PLAN, allocated("A", "R", "45.00", day(5))) == [(day(10), 15), (SOON, 40)]


def test_so_does_a_credit_note():
    assert sums(*PLAN, credited("A", "CN", "45.00", day(5))) == [40, 15, 0, 0, 0]


def test_one_instalment_left_is_an_item_of_that_due_day():
    (item,) = open_items((*PLAN, allocated("A", "R", "60.00", day(5))), TODAY, "EUR")
    assert item == OpenItem("A", "ACME", euros("40.00"), day(50), SOON)


def test_what_was_paid_too_much_stands_on_the_last_due_day():
    assert parts(*PLAN, allocated("A", "R", "107.00", day(5))) == [(SOON, -7)]


def test_a_credit_in_instalments_is_used_up_from_the_first_due_day():
    rows = (issued("C", "-30.00", day(50), due=day(40)), issued("C", "-70.00", day(50), due=day(10)))
    assert parts(*rows, allocated("C", "R", "-50.00", day(5))) == [(day(10), -50)]


def test_an_instalment_that_is_taken_back_is_owed_no_more():
    gone = Entry(EntryKind.ISSUED, day(9), euros("-30.00"), "ACME", "A", due=day(10))
    assert parts(*PLAN, gone) == [(day(40), 30), (SOON, 40)]


def test_a_part_without_a_due_day_is_due_when_the_item_was_issued():
    rows = (Entry(EntryKind.ISSUED, day(50), euros("30.00"), "ACME", "A"), PLAN[2])
    assert parts(*rows) == [(day(50), 30), (SOON, 40)]


def test_overdue_is_only_what_was_due():
    measure = overdue_share(open_balance(PLAN, TODAY, "EUR"))
    assert (measure.numerator, measure.denominator) == (euros("60.00"), euros("100.00"))


def test_what_is_due_in_the_future_is_in_the_balance_and_in_a_column():
    report = aging(PLAN, TODAY, "EUR").total
    assert (report.buckets[0], report.open) == (euros("40.00"), euros("100.00"))


@given(ledgers.books, ledgers.days, ledgers.currencies)
def test_the_parts_sum_to_their_item(rows, as_of, currency):
    for item in open_items(rows, as_of, currency):
        assert total((part.open for part in item.parts), currency) == item.open
        assert all(part.open for part in item.parts)
        assert item.due == item.parts[0].due
