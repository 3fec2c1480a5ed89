"""A firm fitted from its ledger, and what else might be."""

import pytest
from attrs import evolve

from otcore.simulation.changing import with_clerks, with_terms
from otcore.simulation.distribution import Observed
from otcore.simulation.history import fitted
from otcore.simulation.playing import play
from otcore.simulation.scenario import Buyer, Scenario, Station
from otcore.values import Invalid, Money, PaymentTerms, Period
from tests.kpi.ledgers import TODAY, allocated, credited, day, issued
from tests.simulation.firms import steady

BASE = Scenario(days=20, warm_up=5, price=Money("10.00", "EUR"))
WEEKS = Period(day(41), day(0))  # a Tuesday and the Monday six weeks later: thirty working days
LEDGER = [
    issued("I1", "36.00", day(41), day(27)),
    allocated("I1", "R1", "36.00", day(25)),
    issued("I2", "6.00", day(40), day(26)),
    issued("I3", "24.00", day(39), day(9)),
    issued("I4", "120.00", day(40), day(40), party="BOLT"),
    issued("I5", "120.00", day(100), day(90)),
    allocated("I5", "R5", "120.00", day(1)),
    issued("I6", "120.00", day(40), currency="JPY"),
    credited("CN1", "", "5.00", day(30)),
]


def buyers(base: Scenario = BASE) -> dict[str, Buyer]:
    return {buyer.name: buyer for buyer in fitted(LEDGER, WEEKS, base).buyers}


def test_each_customer_of_the_period_is_a_buyer():
    assert list(buyers()) == ["ACME", "BOLT"]
    assert {buyer.customers for buyer in buyers().values()} == {1}


def test_an_order_came_for_every_invoice_on_its_day():
    assert buyers()["ACME"].orders == Observed([(0, 27), (1, 3)])


def test_an_order_is_of_the_pieces_that_its_invoice_pays_for_at_least_one():
    assert buyers()["ACME"].pieces == Observed.of([3, 1, 2])


def test_terms_are_the_commonest():
    assert buyers()["ACME"].terms == PaymentTerms(days=14)
    assert buyers()["BOLT"].terms == PaymentTerms(days=0)


def test_who_has_settled_nothing_is_as_late_as_everybody():
    assert buyers()["ACME"].lateness == buyers()["BOLT"].lateness == Observed.of([2])


def test_work_stays_as_it_was():
    firm = fitted(LEDGER, WEEKS, BASE)
    assert evolve(firm, buyers=BASE.buyers) == BASE


def test_a_ledger_in_which_nothing_is_settled_fits_nothing():
    with pytest.raises(Invalid) as caught:
        fitted([issued("I1", "36.00", TODAY)], WEEKS, BASE)
    assert caught.value.faults[0].code == "DISTRIBUTION_EMPTY"


def test_what_was_played_is_fitted_again():
    firm = steady(orders=2, terms=5, late=1)
    past = play(firm)
    (buyer,) = fitted(past.entries, Period(firm.start, firm.end), firm).buyers
    assert (buyer.terms.days, buyer.pieces, buyer.lateness) == (5, Observed([(10, 40)]), Observed([(1, 30)]))


def test_more_days_of_terms_and_one_more_clerk():
    firm = steady()
    changes = {"terms": with_terms(firm, 5), "clerk": with_clerks(firm, "warehouse")}
    assert [each.buyers[0].terms.days for each in changes.values()] == [15, 10]
    assert [each.warehouse.clerks for each in changes.values()] == [9, 10]


@pytest.mark.parametrize(
    ("code", "make"),
    [
        ("CLERKS", lambda: with_clerks(BASE, "desk", -1)),
        ("TERMS_DAYS", lambda: with_terms(BASE, -31)),
        ("CUSTOMERS", lambda: Buyer(name="none", customers=0)),
        ("WARM_UP", lambda: evolve(BASE, warm_up=20)),
        ("WARM_UP", lambda: evolve(BASE, warm_up=-1)),
        ("BUYERS", lambda: evolve(BASE, buyers=BASE.buyers * 2)),
        ("CLERKS", lambda: Station(0)),
    ],
)
def test_scenarios_that_cannot_be_are_refused(code, make):
    with pytest.raises(Invalid) as caught:
        make()
    assert caught.value.faults[0].code == code


def test_a_station_that_there_is_not():
    with pytest.raises(KeyError):
        with_clerks(BASE, "kitchen")
