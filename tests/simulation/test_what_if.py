"""What if: scenarios beside a base."""

from fractions import Fraction

import pytest
from attrs import evolve

from otcore.simulation.distribution import Always
from otcore.simulation.figures import FIGURES, Figure
from otcore.simulation.scenario import Buyer, Scenario, Station
from otcore.simulation.what_if import Comparison, Spread, what_if
from otcore.values.terms import PaymentTerms
from tests.simulation.firms import steady

BASE = steady(orders=9, terms=5, warehouse=Station(1, Always(60)))


def with_terms(scenario: Scenario, days: int) -> Scenario:
    buyer: Buyer = scenario.buyers[0]
    return evolve(scenario, buyers=(evolve(buyer, terms=PaymentTerms(days=days)),))


@pytest.fixture(scope="module")
def answers() -> Comparison:
    changes = {"longer terms": with_terms(BASE, 10), "one more clerk": evolve(BASE, warehouse=Station(2, Always(60)))}
    return what_if(BASE, changes, seeds=(1, 2))


def changed(answers: Comparison, scenario: str, figure: str) -> Fraction:
    change = answers.answer(scenario, figure).change
    assert change is not None
    return change.mean


def test_longer_terms_raise_dso_and_leave_the_work_alone(answers: Comparison):
    assert changed(answers, "longer terms", "DSO") > 2
    assert changed(answers, "longer terms", "order to shipment") == 0


def test_one_more_clerk_ships_sooner(answers: Comparison):
    assert changed(answers, "one more clerk", "order to shipment") < -1
    assert changed(answers, "one more clerk", "wait at warehouse") < 0


def test_the_base_differs_from_itself_by_nothing(answers: Comparison):
    assert all(changed(answers, "base", figure.name) == 0 for figure in FIGURES)


def test_every_scenario_answers_every_figure_for_every_seed(answers: Comparison):
    assert len(answers.answers) == 3 * len(FIGURES)
    assert {len(each.values) for each in answers.answers} == {2}


def test_the_same_question_has_the_same_answer(answers: Comparison):
    again = what_if(BASE, {}, seeds=(1, 2))
    assert again.answer("base", "DSO") == answers.answer("base", "DSO")


def test_a_figure_that_no_run_gives_has_no_spread():
    idle = evolve(BASE, days=1, buyers=(evolve(BASE.buyers[0], orders=Always(0)),))
    answer = what_if(idle, {}, seeds=(1,)).answer("base", "DSO")
    assert (answer.values, answer.spread, answer.change) == ((None,), None, None)
    assert what_if(idle, {}, seeds=(1,)).answer("base", "wait at cash").spread is None


def test_a_spread_tells_the_middle_as_well_as_the_mean():
    assert Spread.of([Fraction(9), Fraction(1), Fraction(2)]) == Spread(Fraction(4), *map(Fraction, (1, 2, 9)))
    assert Spread.of([Fraction(1), Fraction(2)]).middle == Fraction(3, 2)


def test_a_figure_is_printed_with_its_decimals():
    assert Figure("x", "days", lambda outcome: None).printed(Fraction(1, 3)) == "0.3"
