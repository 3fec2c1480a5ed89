"""The order of day and month is that of the whole column, never a guess."""

from datetime import date

import pytest

from otcore.adapters.ledgers import Days, Layout
from tests.adapters.ledgers.files import codes, faults, read

HEAD = "invoice\tcustomer\tdate\topen"


def ledger(*days: str) -> list[str]:
    return [HEAD, *(f"R{number}\tK\t{day}\t1" for number, day in enumerate(days))]


def days(*texts: str, order: Days | None = None) -> list[date]:
    entries = read(*ledger(*texts), layout=Layout(currency="EUR", days=order)).entries
    return [entry.day for entry in entries]


@pytest.mark.parametrize(
    "text",
    [
        "2026-01-05",
        "2026/01/05",
        "2026.01.05",
        "20260105",
        "2026-01-05T13:45:00",
        "2026-01-05 00:00:00.000",
        "05.01.2026",
        "5.1.26",
        "05-Jan-2026",
        "5 January 2026",
        "5. Jänner 2026".replace("Jänner", "Januar"),
        "Jan 5, 2026",
        "05-JAN-26",
    ],
)
def test_a_day_that_can_be_read_in_one_way_only_is_read(text: str):
    assert days(text) == [date(2026, 1, 5)]


def test_one_day_beyond_the_twelfth_tells_the_order_of_its_column():
    assert days("1/5/2026", "5/13/2026") == [date(2026, 1, 5), date(2026, 5, 13)]
    assert days("1/5/2026", "13/5/2026") == [date(2026, 5, 1), date(2026, 5, 13)]
    assert days("3-4-2026", "30-4-2026") == [date(2026, 4, 3), date(2026, 4, 30)]


def test_a_column_in_doubt_is_refused_with_the_option_that_settles_it():
    (fault,) = faults(*ledger("3/3/2026", "1/5/2026", "2/6/2026"))
    assert (fault.code, fault.path) == ("DATE_AMBIGUOUS", "line 3 date")
    assert "--dates dmy or mdy" in fault.message


def test_days_that_are_the_same_in_both_orders_are_no_doubt():
    assert days("3/3/2026", "4/4/2026") == [date(2026, 3, 3), date(2026, 4, 4)]


def test_each_column_has_to_say_its_own_order():
    head = "invoice,customer,date,due,open"
    assert codes(head, "R1,K,1/13/2026,2/3/2026,1") == [("DATE_AMBIGUOUS", "line 2 due")]


@pytest.mark.parametrize(
    ("order", "text", "day"),
    [
        (Days.DMY, "1/5/2026", date(2026, 5, 1)),
        (Days.MDY, "1/5/2026", date(2026, 1, 5)),
        (Days.MDY, "01.05.2026", date(2026, 1, 5)),
        (Days.YMD, "2026-01-05", date(2026, 1, 5)),
        (Days.DMY, "2026-01-05", date(2026, 1, 5)),
    ],
)
def test_the_order_that_is_given_holds(order: Days, text: str, day: date):
    assert days(text, order=order) == [day]


def test_an_order_that_does_not_fit_is_told():
    layout = Layout(currency="EUR", days=Days.YMD)
    assert codes(*ledger("1/5/2026"), layout=layout) == [("DATE_FORMAT", "line 2 date")]


def test_a_column_of_both_orders_is_refused_at_the_first_that_differs():
    assert codes(*ledger("1/13/2026", "13/1/2026", "1/14/2026")) == [("DATE_MIXED", "line 3 date")]


@pytest.mark.parametrize(
    "text", ["soon", "31.02.2026", "2026-13-01", "1/2-2026", "5 Foo 2026", "0999-01-01", "9999-01-01", "13/13/2026"]
)
def test_what_is_no_day_is_told_with_its_place(text: str):
    assert codes(*ledger("2026-01-05", text)) == [("DATE_FORMAT", "line 3 date")]


@pytest.mark.parametrize("nothing", ["", "-", "NULL", "n/a", "00.00.0000", "0000-00-00"])
def test_what_means_nothing_is_nothing(nothing: str):
    ledger_ = read("invoice,customer,date,paid on,amount", f"R1,K,2026-01-05,{nothing},1")
    assert [entry.kind for entry in ledger_.entries] == ["issued"]
