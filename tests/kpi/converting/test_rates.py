"""Rows of many currencies in one, by a given table."""

from datetime import date
from decimal import Decimal
from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from otcore.kpi.aging import aging
from otcore.kpi.balance import open_balance
from otcore.kpi.converting.net import NO_TAXES, Taxes, without_tax
from otcore.kpi.converting.rates import CONVERSION, ConversionSpec, RateDay, in_currency
from otcore.kpi.dso import dso
from otcore.kpi.grouping import by_currency
from otcore.kpi.open_items import open_items
from otcore.receivables.ledger import control
from otcore.values import Invalid, Money, Percentage
from otcore.values.rates import Quote, Rate, RateTable
from otcore.values.rounding import Rounding, round_ratio
from tests.kpi import ledgers
from tests.kpi.ledgers import TODAY, allocated, day, euros, issued, received

TABLE = RateTable(
    (
        Quote(date.min, Rate("JPY", "EUR", Decimal("0.0061"))),
        Quote(day(20), Rate("JPY", "EUR", Decimal("0.0059"))),
        Quote(date.min, Rate("BHD", "EUR", Decimal("2.45"))),
    )
)
OWN = ConversionSpec(RateDay.OWN)
ROWS = (
    issued("J", "10001", day(40), currency="JPY"),
    allocated("J", "R", "3000", day(5), currency="JPY"),
    received("R", "4000", day(6), currency="JPY", party="ACME"),
    issued("E", "10", day(3)),
)


def opened(spec):
    rows = in_currency(ROWS, TODAY, "EUR", TABLE, spec)
    return [(item.id, item.open) for item in open_items(rows, TODAY, "EUR")]


def test_an_amount_is_converted_once_by_the_rate_of_the_day_asked_for():
    assert opened(CONVERSION) == [("E", euros("10")), ("J", euros("41.31"))]


def test_or_by_the_rate_of_its_own_day():
    assert opened(OWN) == [("E", euros("10")), ("J", euros("42.71"))]


def test_cash_has_the_rate_of_its_own_receipt():
    rows = in_currency(ROWS, TODAY, "EUR", TABLE, OWN)
    assert open_balance(rows, TODAY, "EUR").unapplied == euros("5.90")


def test_the_rows_of_an_aging_may_be_the_currencies():
    rows = in_currency(ROWS, TODAY, "EUR", TABLE)
    found = aging(rows, TODAY, "EUR", by=by_currency(ROWS))
    assert [(row.customer, row.open) for row in found.rows] == [("EUR", euros("10")), ("JPY", euros("41.31"))]
    assert found.by == "currency"


def test_any_figure_can_be_asked_of_all_currencies_together():
    measure = dso(in_currency(ROWS, TODAY, "EUR", TABLE), TODAY, "EUR")
    assert (measure.numerator, measure.denominator) == (euros("51.31"), euros("69.01"))


def test_a_currency_without_a_rate_is_refused():
    with pytest.raises(Invalid, match="RATE_MISSING"):
        in_currency(ROWS, TODAY, "EUR", RateTable())


def test_an_unknown_currency_is_refused():
    with pytest.raises(Invalid, match="CURRENCY_UNKNOWN"):
        in_currency((), TODAY, "EURO", TABLE)


@given(ledgers.books, ledgers.days, st.sampled_from(RateDay), st.sampled_from(Rounding))
def test_what_is_open_of_an_item_is_its_open_amount_times_its_rate_rounded_once(rows, as_of, rate_day, rounding):
    spec = ConversionSpec(rate_day, rounding)
    own = tuple(row for row in rows if row.amount.currency == "JPY")
    converted = in_currency(own, as_of, "EUR", TABLE, spec)
    found = {item.id: item.open.minor for item in open_items(converted, as_of, "EUR")}
    for item in open_items(own, as_of, "JPY"):
        days = [row.day for row in own if row.item == item.id and row.day <= as_of and row.kind != "received"]
        rate = TABLE.rate("JPY", "EUR", as_of if rate_day is RateDay.AS_OF else min(days))
        assert rate is not None
        worth = item.open.minor * Fraction(rate.value) * 100
        assert found.get(item.id, 0) == round_ratio(worth.numerator, worth.denominator, rounding)
    closed = {row.item for row in own} - {item.id for item in open_items(own, as_of, "JPY")}
    assert not closed & set(found)


@given(ledgers.books, ledgers.days)
def test_the_currencies_sum_to_all(rows, as_of):
    converted = in_currency(rows, as_of, "EUR", TABLE)
    apart = [
        in_currency(tuple(row for row in rows if row.amount.currency == name), as_of, "EUR", TABLE)
        for name in ("BHD", "EUR", "JPY")
    ]
    assert sum(control(part, "EUR").minor for part in apart) == control(converted, "EUR").minor


@given(ledgers.books.flatmap(lambda rows: st.tuples(st.just(rows), st.permutations(rows))), ledgers.days)
def test_the_order_of_the_rows_makes_no_difference(pair, as_of):
    rows, shuffled = pair
    one, other = (in_currency(each, as_of, "EUR", TABLE) for each in (rows, shuffled))
    assert aging(one, as_of, "EUR") == aging(other, as_of, "EUR")


def test_without_tax_each_item_is_rounded_once():
    rows = (issued("A", "0.10", day(5)), issued("A", "0.10", day(5), due=day(1)), received("R", "1", day(1)))
    net = without_tax(rows, Taxes(Percentage(0), {"A": Percentage(19)}))
    assert open_balance(net, TODAY, "EUR").open == euros("0.17")
    assert open_balance(net, TODAY, "EUR").unapplied == Money("1", "EUR")


def test_without_any_tax_the_rows_are_as_they_are():
    assert without_tax(ROWS, NO_TAXES) is ROWS
    assert without_tax((), Taxes(Percentage(19))) == ()
