"""The audit trail of one subject counts, and its facts tell."""

from otcore.access.asked import Asked, Refusal, refused
from otcore.access.audit import ActionRefused, ActionTaken, Trail, evolve, facets, not_taken, taken
from otcore.values.facets import Facets
from otcore.values.faults import Rejected
from tests.orders.examples import eur

ASKED = Asked(action="order.cancel", actor="ann", subject="order:O1", amount=eur("120.00"))


def test_what_was_done_says_what_it_was_worth():
    assert taken(ASKED) == ActionTaken("order:O1", "order.cancel", eur("120.00"))


def test_a_refusal_keeps_its_code_and_facts():
    fact = not_taken(ASKED, Rejected("ALREADY_SHIPPED", order="O1", lines=2))
    facts = (("order", "O1"), ("lines", "2"))
    assert fact == ActionRefused("order:O1", "order.cancel", "ALREADY_SHIPPED", eur("120.00"), facts=facts)


def test_a_refusal_by_a_policy_does_not_repeat_the_question():
    fact = not_taken(ASKED, refused(ASKED, Refusal("ABOVE_AMOUNT_LIMIT", (("limit", "1.00 EUR"),))))
    assert fact.facts == (("limit", "1.00 EUR"),)


def test_long_facts_are_cut():
    assert not_taken(ASKED, Rejected("ODD", said="x" * 10_000)).facts == (("said", "x" * 200),)


def test_the_trail_counts_and_stays_small():
    refusal = not_taken(ASKED, Rejected("ODD"))
    trail = evolve(None, taken(ASKED))
    assert (trail, facets(trail)) == (Trail("order:O1", 1, 0), Facets(reference="order:O1", status="taken"))
    trail = evolve(evolve(trail, refusal), taken(ASKED))
    assert (trail, facets(trail)) == (Trail("order:O1", 2, 1), Facets(reference="order:O1", status="refused"))


def test_unlimited_worth_is_said():
    unlimited = Asked(action="credit.limit", actor="ann", subject="customer:C1", unlimited=True)
    assert (unlimited.worth, taken(unlimited).unlimited) == ("unlimited", True)
    assert (ASKED.worth, Asked(action="a", actor="b", subject="c").worth) == ("120.00 EUR", "")
