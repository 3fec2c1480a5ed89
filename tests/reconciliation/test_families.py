"""A parent pays what its children owe: together with its own, or of several of them, in one payment."""

from itertools import permutations

import pytest

from otcore.reconciliation.book import Book
from otcore.reconciliation.deciding import decide
from otcore.reconciliation.decision import Decision
from otcore.reconciliation.payer import Payer
from otcore.reconciliation.policy import MatchingPolicy, Policies
from tests.reconciliation.hostile import ANNA, BERT, eur, item, paid

DORA = Payer("DORA", ("Dora Werkzeug GmbH",), ("DE44",), "ANNA")
EMIL = Payer("EMIL", ("Emil Werkzeug GmbH",), ("DE55",), "ANNA")
OWN = item("INV-2026-004711", 35_417)
OF_DORA = item("INV-2026-014712", 12_345, "DORA")
OF_EMIL = item("INV-2026-024713", 67_891, "EMIL")
OF_BERT = item("INV-2026-034714", 44_444, "BERT")
BOOK = Book([OWN, OF_DORA, OF_EMIL, OF_BERT], [ANNA, BERT, DORA, EMIL])


def decided(minor: int, text: str, *, children: bool = True, account: str = "DE11") -> Decision:
    """The decision on a payment, by default from the parent's account."""
    policies = Policies(of_customers={"ANNA": MatchingPolicy(for_children=children)})
    return decide(paid(minor, text, payer_account=account, payer_name=""), BOOK, policies)


@pytest.mark.parametrize("named", [(OWN, OF_DORA), (OF_DORA, OF_EMIL), (OWN, OF_DORA, OF_EMIL)])
def test_a_parent_pays_for_several(named: tuple):
    decision = decided(sum(each.open.minor for each in named), " ".join(each.number for each in named))
    assert decision.posted is not None
    assert (decision.posted.customer, decision.rule) == ("ANNA", "NUMBERS_EXACT_SUM")
    assert {each.item: each.amount for each in decision.posted.allocations} == {each.id: each.open for each in named}


def test_an_item_that_is_named_twice_is_paid_once():
    decision = decided(35_417 + 12_345, f"{OWN.number} {OF_DORA.number} {OWN.number}")
    assert decision.posted is not None
    assert [each.amount for each in decision.posted.allocations] == [eur(35_417), eur(12_345)]


def test_the_policy_of_the_parent_may_forbid_it():
    assert decided(35_417 + 12_345, f"{OWN.number} {OF_DORA.number}", children=False).posted is None


def test_a_child_does_not_pay_for_its_sister():
    assert decided(12_345 + 67_891, f"{OF_DORA.number} {OF_EMIL.number}", account="DE44").posted is None


def test_who_is_no_child_is_not_paid_for():
    assert decided(35_417 + 44_444, f"{OWN.number} {OF_BERT.number}").posted is None


def test_what_does_not_add_up_is_left_to_a_person():
    assert decided(35_417 + 12_346, f"{OWN.number} {OF_DORA.number}").posted is None


def test_the_order_in_which_payers_are_known_changes_nothing():
    """The account is a parent's: it may be for any of three, who owe the same amounts."""
    payers = [ANNA, DORA, EMIL]
    owed = [item(f"{each.customer}-{at}", 11_900 * at, each.customer) for each in payers for at in (1, 2, 3)]
    first, *others = (decide(paid(35_700), Book(owed, order)) for order in permutations(payers))
    assert len(first.rivals) > 1
    assert all(other == first for other in others)
