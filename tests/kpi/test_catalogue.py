"""The catalogue: every figure of receivables by its code."""

import re

import pytest
from attrs import evolve
from hypothesis import given
from hypothesis import strategies as st

from otcore.kpi.catalogue import CATALOGUE, kpi
from otcore.kpi.dso import QUARTERLY_DSO, dso
from otcore.kpi.facts import NO_FACTS, DecisionRow, DisputeRow, Facts
from otcore.kpi.kpi import Needs
from otcore.kpi.settling.days_to_pay import DAYS_TO_PAY, DaysToPaySpec
from otcore.kpi.settling.payments import Disputed, PaymentsSpec
from otcore.values import Invalid
from tests.kpi import ledgers
from tests.kpi.ledgers import TODAY, allocated, day, euros, issued

by_code = pytest.mark.parametrize("each", CATALOGUE, ids=[each.code for each in CATALOGUE])


def test_codes_and_titles_are_unique():
    assert len({each.code for each in CATALOGUE}) == len({each.title for each in CATALOGUE}) == len(CATALOGUE)


@by_code
def test_every_figure_is_found_by_its_code_and_defined_by_its_specification(each):
    assert re.fullmatch("[A-Z_]+", each.code)
    assert kpi(each.code) is each
    assert "places" in (type(each.spec).__doc__ or "")


@by_code
def test_every_figure_of_an_empty_ledger_has_a_value_or_a_reason(each):
    measure = each.measure((), TODAY, "EUR")
    assert (measure.printed is None) is bool(measure.reason)
    assert measure.spec == each.spec


@given(st.sampled_from(CATALOGUE), ledgers.books, ledgers.books, ledgers.days)
def test_no_figure_of_a_day_is_changed_by_rows_of_later_days(each, rows, more, as_of):
    later = tuple(row for row in more if row.day > as_of)
    assert each.measure((*rows, *later), as_of, "EUR") == each.measure(rows, as_of, "EUR")


@given(st.sampled_from(CATALOGUE), ledgers.books, ledgers.days)
def test_whatever_is_counted_is_not_left_out(each, rows, as_of):
    population = each.measure(rows, as_of, "EUR").population
    left = [id for out in population.left_out for id in out.ids]
    assert not set(left) & set(population.counted)
    assert list(population.counted) == sorted(set(population.counted))


def test_it_is_the_figure_itself():
    rows = (issued("A", "10", day(5)),)
    assert kpi("DSO").measure(rows, TODAY, "EUR") == dso(rows, TODAY, "EUR")
    longer = evolve(QUARTERLY_DSO, days=365)
    assert kpi("DSO").measure(rows, TODAY, "EUR", longer) == dso(rows, TODAY, "EUR", longer)


def test_facts_reach_the_figures_that_need_them():
    rows = (issued("A", "10", day(50)), allocated("A", "R", "10", day(5)))
    disputes = (DisputeRow(id="D", item="A", customer="ACME", amount=euros("1"), opened=day(20), deduction=True),)
    decisions = (DecisionRow(receipt="R", day=day(5), lines=1, automatic=1),)
    facts = Facts(disputes=disputes, decisions=decisions)
    without = DaysToPaySpec(PaymentsSpec(disputed=Disputed.WITHOUT))
    assert kpi("DAYS_TO_PAY").measure(rows, TODAY, "EUR", without, facts).reason == "NOTHING_PAID"
    assert kpi("DAYS_TO_PAY").measure(rows, TODAY, "EUR", DAYS_TO_PAY, facts).value == 45
    assert kpi("DDO").measure(rows, TODAY, "EUR", facts=facts).value == 90
    assert kpi("DISPUTE_RATE").measure(rows, TODAY, "EUR", facts=facts).value == 100
    assert kpi("MATCH_RATE").measure(rows, TODAY, "EUR", facts=facts).value == 100


def test_each_figure_that_needs_facts_says_so():
    assert {each.code for each in CATALOGUE if Needs.DECISIONS in each.needs} == {"MATCH_RATE", "MATCH_RATE_LINES"}
    assert kpi("DSO").needs == frozenset()
    assert NO_FACTS.disputes == ()


def test_an_unknown_code_is_refused():
    with pytest.raises(Invalid, match="KPI_UNKNOWN"):
        kpi("EBITDA")


def test_a_specification_of_another_figure_is_refused():
    with pytest.raises(Invalid, match="KPI_SPEC"):
        kpi("CEI").measure((), TODAY, "EUR", QUARTERLY_DSO)
