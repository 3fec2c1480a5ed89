"""Promises to pay: kept in time, in part, late or withdrawn."""

import pytest

from otcore.kpi.basis import Basis
from otcore.kpi.facts import PromiseRow
from otcore.kpi.population import LeftOut
from otcore.kpi.settling.promises import PROMISES, PromisesSpec, promises
from otcore.kpi.window import Days
from otcore.values import Money
from tests.kpi.ledgers import TODAY, allocated, day, issued

BILL = issued("A", "100", day(60))


def promise(id="P1", item="A", amount="100", made=20, due=10, withdrawn=None, currency="EUR"):
    return PromiseRow(
        id=id,
        item=item,
        customer="ACME",
        amount=Money(amount, currency),
        made=day(made),
        due=day(due),
        withdrawn=None if withdrawn is None else day(withdrawn),
    )


def kept(rows, *made, spec=PROMISES):
    return promises((BILL, *rows), TODAY, "EUR", spec, made)


@pytest.mark.parametrize(
    ("paid_on", "amount", "kept_share"),
    [(20, "100", 100), (10, "100", 100), (9, "100", 0), (21, "100", 0), (12, "99.99", 0)],
)
def test_a_promise_is_kept_by_enough_cash_in_time(paid_on, amount, kept_share):
    assert kept((allocated("A", "R", amount, day(paid_on)),), promise()).value == kept_share


def test_days_of_grace_make_it_later():
    rows = (allocated("A", "R", "100", day(8)),)
    assert kept(rows, promise(), spec=PromisesSpec(grace_days=2)).value == 100


def test_by_amount_what_came_in_time_counts():
    rows = (allocated("A", "R", "40", day(12)),)
    measure = kept(rows, promise(), promise("P2", "B"), spec=PromisesSpec(Basis.AMOUNT))
    assert (measure.numerator, measure.denominator) == (40_00, 200_00)


@pytest.mark.parametrize(
    ("made", "reason"),
    [
        (promise(due=0), "NOT_DUE"),
        (promise(withdrawn=15), "WITHDRAWN"),
        (promise(due=5, made=40), ""),
        (promise(due=35, made=40), "OUTSIDE_WINDOW"),
    ],
)
def test_what_is_left_out(made, reason):
    measure = kept((), made, spec=PromisesSpec(window=Days(30)))
    assert measure.population.left_out == ((LeftOut(reason, ("P1",)),) if reason else ())
    assert measure.reason == ("NO_PROMISES" if reason else "")


def test_a_promise_that_was_withdrawn_after_its_days_was_broken():
    assert kept((), promise(withdrawn=5)).value == 0


def test_promises_of_later_days_and_other_currencies_are_not_known():
    assert kept((), promise(made=-1, due=-5), promise("P2", currency="JPY", amount="100")).population.counted == ()
