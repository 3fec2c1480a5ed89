"""A running state answers what the full computation answers, after every row."""

from datetime import timedelta
from functools import partial
from typing import Any

import pytest
from attrs import evolve
from hypothesis import given, settings
from hypothesis import strategies as st

from otcore.kpi.aging import aging
from otcore.kpi.buckets import DUE_DATE_AGING, INVOICE_DATE_AGING, AgingSpec, Treatment
from otcore.kpi.dso import DsoSpec, dso
from otcore.kpi.dso_spec import ReceivablesBasis
from otcore.kpi.outstanding.best_possible import best_possible
from otcore.kpi.outstanding.countback import CountbackSpec, CountbackUnit, countback
from otcore.kpi.outstanding.delinquent import delinquent
from otcore.kpi.outstanding.effectiveness import effectiveness
from otcore.kpi.outstanding.open_age import OVERDUE_AGE, open_age
from otcore.kpi.outstanding.sales_weighted import sales_weighted
from otcore.kpi.outstanding.true_dso import true_dso
from otcore.kpi.outstanding.turnover import turnover
from otcore.kpi.population import UNCOUNTED
from otcore.kpi.running.ledger import RunningLedger
from otcore.receivables.ledger import control, unapplied, undone
from otcore.values import Invalid
from tests.kpi import ledgers
from tests.kpi.ledgers import TODAY, allocated, credited, day, euros, issued, received

AVERAGE = DsoSpec(months=1, receivables=ReceivablesBasis.AVERAGE, less_unapplied=True)
FIGURES: tuple[Any, ...] = (
    dso,
    partial(dso, spec=AVERAGE),
    countback,
    partial(countback, spec=CountbackSpec(CountbackUnit.DAYS, less_unapplied=True)),
    best_possible,
    delinquent,
    effectiveness,
    turnover,
    open_age,
    partial(open_age, spec=OVERDUE_AGE),
    sales_weighted,
    true_dso,
)
TREATED = AgingSpec(cash=Treatment.OLDEST_FIRST, credits=Treatment.SEPARATE)


def running(rows):
    state = RunningLedger()
    state.take_all(rows)
    return state


@settings(max_examples=40)
@given(ledgers.books, st.integers(0, 60))
def test_after_every_row_every_figure_is_that_of_all_rows(rows, later):
    state = RunningLedger()
    for number, row in enumerate(rows, 1):
        state.take(row)
        currency, seen = row.amount.currency, rows[:number]
        book = state.of(currency)
        assert book.aging(book.latest) == aging(seen, book.latest, currency)
        assert uncounted(book.figure(dso, book.latest)) == uncounted(dso(seen, book.latest, currency))
        as_of = book.latest + timedelta(days=later)
    for figure in FIGURES if rows else ():
        assert uncounted(book.figure(figure, as_of)) == uncounted(figure(rows, as_of, currency))


@given(ledgers.books, st.sampled_from([DUE_DATE_AGING, INVOICE_DATE_AGING, TREATED]))
def test_the_aging_is_that_of_all_rows_by_every_specification(rows, spec):
    state, later = running(rows), TODAY + timedelta(days=60)
    for currency in state.currencies:
        assert state.of(currency).aging(later, spec) == aging(rows, later, currency, spec)


@given(ledgers.books.flatmap(lambda rows: st.tuples(st.just(rows), st.permutations(rows))))
def test_the_order_of_the_rows_makes_no_difference(pair):
    one, other = map(running, pair)
    for currency in one.currencies:
        book, shuffled = one.of(currency), other.of(currency)
        assert book.aging(book.latest) == shuffled.aging(book.latest)
        assert (book.control, book.unapplied) == (shuffled.control, shuffled.unapplied)


@given(ledgers.books)
def test_a_state_keeps_nothing_of_rows_that_were_all_taken_back(rows):
    book = running((*rows, *undone(rows, TODAY))).of("EUR")
    assert (book.control, book.unapplied, book.aging(TODAY + timedelta(days=60)).rows) == (euros("0"), euros("0"), ())


@given(ledgers.books, ledgers.currencies)
def test_control_account_and_unapplied_cash_are_those_of_all_rows(rows, currency):
    book = running(rows).of(currency)
    assert (book.control, book.unapplied) == (control(rows, currency), unapplied(rows, currency))


@given(ledgers.books)
def test_condensed_rows_say_the_same_of_each_customer(rows):
    book = running(rows).of("EUR")
    found = aging(book.rows(book.latest, by_customer=True), book.latest, "EUR")
    asked = aging(rows, book.latest, "EUR")
    assert [evolve(row, items=0) for row in found.rows] == [evolve(row, items=0) for row in asked.rows]


def test_an_earlier_day_than_the_latest_is_asked_of_the_rows():
    book = running([issued("A", "10", day(3))]).of("EUR")
    with pytest.raises(Invalid, match="AS_OF_BEHIND"):
        book.aging(day(4))
    with pytest.raises(Invalid, match="AS_OF_BEHIND"):
        book.figure(dso, day(4))


def test_a_late_row_of_an_earlier_day_counts_from_then_on():
    book = running([issued("A", "10", day(3)), issued("B", "5", day(40), due=day(20))]).of("EUR")
    assert [bucket.minor for bucket in book.aging(TODAY).total.buckets] == [1000, 500, 0, 0, 0]


def test_a_row_of_another_currency_is_refused_by_the_book_of_one():
    book = running([]).of("EUR")
    with pytest.raises(Invalid, match="CURRENCY_MISMATCH"):
        book.take(issued("A", "10", day(3), currency="JPY"))


def test_an_unknown_currency_has_no_book():
    with pytest.raises(Invalid, match="CURRENCY_UNKNOWN"):
        running([]).of("EURO")


def test_rows_are_condensed_once_for_a_day():
    book = running([issued("A", "10", day(3)), credited("A", "C", "2", day(2)), received("R", "1", day(1))]).of("EUR")
    assert book.rows(TODAY) is book.rows(TODAY)
    before = book.rows(TODAY)
    book.take(allocated("A", "R", "1", TODAY))
    assert book.rows(TODAY) is not before


def uncounted(measure):
    return evolve(measure, population=UNCOUNTED)
