"""Conformance: what the tables do not allow, and what is still to come."""

from datetime import timedelta
from decimal import Decimal

import pytest

from otcore.orders import events as o
from otcore.orders.shipments import events as s
from otcore.process.chart.cases import Step, Trace, traces
from otcore.process.chart.conformance import Missing, Unallowed, conformance
from otcore.process.chart.expected import EXPECTED, Expected
from otcore.process.chart.ran import as_it_ran
from otcore.process.log.activities import ACTIVITIES
from otcore.receivables.events import ItemFellOverdue
from tests.orders.examples import DAY
from tests.process.happening import NOON, fact, story

PLANNED = s.ShipmentPlanned("S1", "O1", "C1", DAY, (), None)  # type: ignore[arg-type]  # no money
POSTED = s.ShipmentPosted("S1", "O1", "C1", DAY, (), None)  # type: ignore[arg-type]  # no money
ARRIVED = s.ShipmentDelivered(DAY, ())
REVERSED = s.DespatchReversed(DAY, "lost", None)  # type: ignore[arg-type]  # no money
PROPOSED = o.AmendmentProposed(None)  # type: ignore[arg-type]  # nothing to change
PLACED = o.OrderPlaced("O1", "C1", DAY, "EUR", (), (), None, None)  # type: ignore[arg-type]  # no details, no money


def found(*events, kind="shipment"):
    """What is not allowed of one stream: number and state."""
    facts = [fact(kind, "S1", number, event, number) for number, event in enumerate(events, 1)]
    return [(int(each.fact.partition("#")[2]), each.state) for each in conformance(facts, ()).unallowed]


def test_a_life_as_the_table_has_it_conforms():
    assert found(PLANNED, POSTED, ARRIVED, ARRIVED) == []


def test_a_step_that_the_table_does_not_allow_is_told_with_where_things_stood():
    facts = [fact("shipment", "S1", 1, PLANNED), fact("shipment", "S1", 2, ARRIVED, 5, actor="bob")]
    told = conformance(reversed(facts), ())
    assert told.unallowed == (
        Unallowed("shipment:S1#2", "shipment.delivered", "planned", NOON + timedelta(minutes=5), "bob"),
    )
    assert (told.judged, told.fitness) == (2, Decimal("0.500000"))


def test_a_life_that_begins_in_the_middle_is_told_once():
    assert found(ARRIVED, s.ShipmentInvoiced("I1")) == [(1, "")]


def test_where_a_step_leads_to_no_one_state_things_stand_as_before():
    assert found(PLANNED, s.ShipmentInvoiced("I1"), POSTED) == [(2, "planned")]


def test_what_was_taken_back_cannot_arrive():
    assert found(POSTED, REVERSED, ARRIVED) == [(3, "reversed")]


def test_an_amendment_is_answered_once_and_another_may_be_made():
    withdrawn = o.AmendmentWithdrawn(1, "")
    assert found(PLACED, PROPOSED, withdrawn, PROPOSED, withdrawn, kind="order") == []
    assert found(PLACED, withdrawn, kind="order") == [(2, "")]
    assert found(PLACED, PROPOSED, PROPOSED, kind="order") == [(3, "proposed")]


def test_a_step_that_two_tables_forbid_is_told_once():
    assert found(o.OrderClosed(), o.AmendmentRejected(1, ""), kind="order") == [(1, ""), (2, "closed")]


def test_kinds_without_a_table_are_not_judged():
    told = conformance([fact("receivable", "I1", 1, ItemFellOverdue(DAY))], ())
    assert (told.judged, told.unjudged, told.fitness) == (0, 1, None)


def test_everything_in_the_story_is_as_the_tables_allow():
    told = conformance(story(), ())
    assert told.judged > 300
    assert (told.unallowed, told.fitness) == ((), Decimal("1.000000"))


SHIP = Expected("order.shipped", ("invoice.issued", "order.closed"))


def missing(*steps: tuple[str, int]) -> tuple[Missing, ...]:
    trace = Trace("O1", tuple(Step(name, NOON + timedelta(minutes=at), "ann", "") for name, at in steps))
    return conformance((), [trace], [SHIP]).missing


def test_a_shipped_order_without_an_invoice_lacks_one_since_it_was_shipped():
    (lacks,) = missing(("order.placed", 0), ("order.shipped", 3))
    assert lacks == Missing("O1", "order.shipped", NOON + timedelta(minutes=3), SHIP.one_of)


@pytest.mark.parametrize("what", SHIP.one_of)
def test_any_of_what_may_follow_will_do(what):
    assert missing(("order.shipped", 3), (what, 4)) == ()


def test_what_came_in_the_same_moment_follows():
    assert missing(("invoice.issued", 3), ("order.shipped", 3)) == ()


def test_what_came_before_does_not_follow():
    assert len(missing(("order.shipped", 1), ("invoice.issued", 2), ("order.shipped", 3))) == 1


def test_each_invoice_of_an_order_is_awaited_for_itself():
    steps = [
        ("invoice.issued", "invoice:I1#1", 0),
        ("invoice.issued", "invoice:I2#1", 1),
        ("invoice.paid", "receivable:I1#2", 2),
    ]
    trace = Trace("O1", tuple(Step(name, NOON + timedelta(minutes=at), "ann", fact) for name, fact, at in steps))
    (lacks,) = conformance((), [trace]).missing
    assert (lacks.after, lacks.paper, lacks.since) == ("invoice.issued", "I2", NOON + timedelta(minutes=1))


def test_what_is_expected_goes_by_the_names_of_steps_in_traces():
    told = {activity.name for activity in ACTIVITIES.values() if not activity.again}
    assert {name for rule in EXPECTED for name in (rule.after, *rule.one_of)} <= told


def test_all_of_it_comes_from_the_facts():
    facts = story()
    ran = as_it_ran(facts)
    assert ran == as_it_ran(reversed(facts))
    assert ran.traces == traces(facts)
    assert ran.conformance == conformance(facts, ran.traces)
    assert ran.variants
    assert ran.bottlenecks
