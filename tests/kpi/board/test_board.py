"""A board: the figures of a day with how they came to be."""

from datetime import date
from fractions import Fraction

import pytest
from attrs import evolve
from hypothesis import given, settings

from otcore.kpi.aging import aging
from otcore.kpi.board.board import Board, board, boards
from otcore.kpi.board.late import late
from otcore.kpi.board.measures import DEFAULT_BOARD, FOLLOWED, TODAY, BoardSpec, measures_of
from otcore.kpi.board.months import is_end, month_ends, month_of
from otcore.kpi.dso_spec import DsoSpec, ReceivablesBasis
from otcore.kpi.open_items import as_of_rows, open_items
from otcore.kpi.sales import sales
from otcore.receivables.ledger import Entry, control
from otcore.values.money import Money
from otcore.values.period import Period
from tests.kpi import ledgers
from tests.kpi.ledgers import TODAY as DAY
from tests.kpi.ledgers import allocated, day, issued, received

ROWS = (
    issued("A", "1000.00", day(80), due=day(50), party="C1"),
    issued("B", "2000.00", day(10), party="C2"),
    received("R", "500.00", day(5)),
    allocated("A", "R", "470.00", day(5), party="C1"),
    issued("D", "90.00", day(40), due=day(20), party="C3"),
)


def of(*rows: Entry, spec: BoardSpec = DEFAULT_BOARD) -> Board:
    return board(rows, DAY, "EUR", spec)


def test_month_ends_go_back_as_far_as_there_are_rows():
    found = month_ends(date(2026, 3, 14), 12, date(2026, 1, 31))
    assert found == (date(2026, 1, 31), date(2026, 2, 28), date(2026, 3, 14))
    assert month_ends(date(2026, 3, 31), 2, date(2020, 1, 1)) == (date(2026, 2, 28), date(2026, 3, 31))
    assert month_ends(date(2026, 3, 31), 12, date(2026, 3, 31)) == (date(2026, 3, 31),)


def test_a_month_is_that_of_its_day():
    assert month_of(date(2026, 2, 28)) == Period(date(2026, 2, 1), date(2026, 2, 28))


def test_a_month_ends_with_its_last_day():
    assert [is_end(date(2024, 2, 29)), is_end(date(2026, 2, 27))] == [True, False]


def test_a_month_says_what_came_and_went_in_it():
    *_, before, now = of(*ROWS).months
    assert [str(each) for each in (before.open, before.invoiced, before.collected)] == [
        "1090.00 EUR",
        "90.00 EUR",
        "0.00 EUR",
    ]
    assert [str(each) for each in (now.open, now.invoiced, now.collected, now.unapplied)] == [
        "2620.00 EUR",
        "2000.00 EUR",
        "500.00 EUR",
        "30.00 EUR",
    ]


@settings(max_examples=40)
@given(ledgers.ledgers)
def test_every_month_end_is_what_the_functions_say_of_its_rows(rows: tuple[Entry, ...]):
    for each in boards(rows, DAY, BoardSpec(months=4)).boards:
        assert control(as_of_rows(rows, DAY, each.currency), each.currency) == each.months[-1].open
        for month in each.months:
            known = as_of_rows(rows, month.as_of, each.currency)
            total = aging(known, month.as_of, each.currency).total
            assert (month.open, month.buckets, month.unapplied, month.items) == (
                total.open,
                total.buckets,
                total.unapplied,
                total.items,
            )
            assert month.invoiced.minor == sales(known, month_of(month.as_of))
            full = measures_of(known, month.as_of, each.currency, BoardSpec())
            for code in FOLLOWED:
                found = month.measures[code]
                assert (found.value, found.reason) == (full[code].value, full[code].reason), (code, month.as_of)


def test_what_is_followed_is_answered_of_the_day_too():
    assert set(FOLLOWED) <= set(TODAY)


def test_average_receivables_go_through_the_rows_anew():
    spec = BoardSpec(dso=DsoSpec(receivables=ReceivablesBasis.AVERAGE))
    before = of(*ROWS, spec=spec).months[-2]
    full = measures_of(as_of_rows(ROWS, before.as_of, "EUR"), before.as_of, "EUR", spec)
    assert {code: each.value for code, each in before.measures.items()} == {
        code: each.value for code, each in full.items()
    }


def test_of_an_incomplete_ledger_only_what_is_open_is_known():
    found = of(*ROWS, spec=BoardSpec(complete=False, months=1))
    assert found.measures["DSO"].reason == "HISTORY_UNKNOWN"
    assert found.measures["OVERDUE"].value is not None
    assert found.changed is None


def test_why_dso_changed_adds_up_to_the_change():
    found = of(*ROWS)
    assert found.changed is not None
    before, now = found.months[-2].measures["DSO"].value, found.measures["DSO"].value
    assert before is not None
    assert now is not None
    assert found.changed.change.total == now - before


def test_without_sales_in_a_month_nothing_says_why_dso_changed():
    rows = (issued("A", "10.00", day(400)), issued("B", "10.00", day(1)))
    assert of(*rows, spec=BoardSpec(months=2)).changed is None


def test_the_first_month_has_none_before_it():
    assert of(issued("A", "10.00", day(5))).changed is None


def test_late_customers_begin_with_the_largest_amount():
    found = of(*ROWS).late
    assert [(each.customer, str(each.overdue), each.items, each.oldest) for each in found] == [
        ("C1", "530.00 EUR", 1, 50),
        ("C3", "90.00 EUR", 1, 20),
    ]


def test_days_late_are_weighted_and_credits_make_nobody_less_late():
    rows = (
        issued("A", "300.00", day(50), due=day(10), party="C1"),
        issued("B", "100.00", day(50), due=day(30), party="C1"),
        issued("C", "-50.00", day(50), due=day(40), party="C1"),
        issued("D", "70.00", day(1), party="C1"),
    )
    (found,) = late(open_items(rows, DAY, "EUR"), DAY)
    assert (found.days, found.oldest, found.items) == (Fraction(15), 30, 2)
    assert (found.overdue, found.open) == (Money("400", "EUR"), Money("420", "EUR"))


def test_instalments_are_late_each_by_its_own_day():
    rows = (issued("A", "60.00", day(50), due=day(5)), issued("A", "40.00", day(50), due=DAY))
    (found,) = late(open_items(rows, DAY, "EUR"), DAY)
    assert (str(found.overdue), found.oldest) == ("60.00 EUR", 5)


def test_each_currency_has_its_own_board_and_later_rows_change_nothing():
    rows = (*ROWS, issued("J", "900", day(3), currency="JPY"))
    found = boards(rows, DAY)
    assert [each.currency for each in found.boards] == ["EUR", "JPY"]
    assert boards((*rows, issued("X", "5.00", date(2030, 1, 1))), DAY) == found
    assert boards((), DAY).boards == ()


@pytest.mark.parametrize("places", [0, 3])
def test_the_places_are_those_of_the_board(places: int):
    found = of(*ROWS, spec=evolve(BoardSpec(), places=places))
    printed = [each.printed for each in found.measures.values() if each.printed is not None]
    assert {-int(each.as_tuple().exponent) for each in printed} == {places}
