"""Orders that are billed step by step."""

import pytest

from otcore.orders.advances import Milestone
from otcore.orders.lifecycle import Status
from otcore.values.faults import Invalid, Rejected
from tests.orders.examples import dec, eur
from tests.workflows.billing.billers import (
    agreed,
    bills_order,
    bills_period,
    monthly,
    ordered,
    plans,
    prepays,
    reaches,
    sent,
)
from tests.workflows.desk import Desk
from tests.workflows.invoicing import assert_books_agree, credits

THREE = (
    Milestone(id="plan", name="Plan approved", percent=dec(30)),
    Milestone(id="build", amount=eur("50.00")),
    Milestone(id="done"),
)


def planned(*milestones: Milestone) -> Desk:
    ready = agreed()
    plans(ready, *(milestones or THREE))
    return ready


def test_each_milestone_is_billed_when_it_is_reached_and_the_last_takes_the_rest():
    ready = planned()
    first, second, last = (reaches(ready, name) for name in ("plan", "build", "done"))
    assert [str(each.payable.amount) for each in (first, second, last)] == ["36.00", "50.00", "34.00"]
    assert [each.document.type_code for each in (first, second, last)] == ["386", "386", "380"]
    assert [each.document.lines[0].name for each in (first, second)] == ["Plan approved", "Milestone build of order O1"]
    assert [each.number for each in last.document.preceding] == [first.id, second.id]
    sent(ready, "S1", 10)
    assert ready.order().status is Status.CLOSED
    assert_books_agree(ready)


def test_whichever_is_billed_last_takes_the_rest():
    ready = planned()
    assert [str(reaches(ready, name).payable.amount) for name in ("done", "build", "plan")] == [
        "34.00",
        "50.00",
        "36.00",
    ]


def test_a_milestone_is_billed_once():
    ready = planned()
    reaches(ready, "plan")
    with pytest.raises(Rejected, match="MILESTONE_BILLED: order=O1, milestone=plan"):
        reaches(ready, "plan")
    with pytest.raises(Rejected, match="MILESTONE_UNKNOWN: order=O1, milestone=roof"):
        reaches(ready, "roof")


def test_a_milestone_whose_bill_is_credited_is_billed_again():
    ready = planned()
    reaches(ready, "plan")
    credits(ready)
    assert ready.exposure() == ("120.00", "0.00", "0.00")
    assert reaches(ready, "plan").payable == eur("36.00")


@pytest.mark.parametrize("act", [bills_order, lambda ready: prepays(ready, 10), lambda ready: ready.bills()])
def test_such_an_order_is_billed_by_milestones_alone(act):
    ready = sent(planned(), "S1", 10)
    with pytest.raises(Rejected, match="BILLED_BY_MILESTONE: order=O1"):
        act(ready)


def test_a_period_leaves_it_out():
    ready = ordered(monthly())
    plans(ready, *THREE)
    sent(ready, "S1", 10)
    with pytest.raises(Rejected, match="NOTHING_TO_BILL"):
        bills_period(ready)


def test_a_plan_is_another_until_anything_is_billed():
    ready = planned()
    assert plans(ready).milestones == ()
    plans(ready, *THREE)
    reaches(ready, "plan")
    with pytest.raises(Rejected, match="ALREADY_BILLED: order=O1"):
        plans(ready)


def test_a_milestone_is_planned_once():
    with pytest.raises(Rejected, match="MILESTONE_TWICE: order=O1"):
        planned(THREE[0], THREE[0])


@pytest.mark.parametrize(
    ("milestones", "code"),
    [
        ((Milestone(id="1", percent=dec(120)), Milestone(id="2")), "BILLING_STEPS_EXCEED"),
        ((Milestone(id="1"), Milestone(id="2")), "BILLING_STEPS_REST"),
        ((Milestone(id="1", percent=dec(1), amount=eur("1.00")), Milestone(id="2")), "BILLING_STEP"),
    ],
)
def test_a_plan_that_does_not_add_up_is_no_plan(milestones, code):
    with pytest.raises(Invalid, match=code):
        planned(*milestones)


def test_a_single_milestone_is_the_whole_order():
    ready = planned(Milestone(id="all", percent=dec(10)))
    assert reaches(ready, "all").payable == eur("120.00")
