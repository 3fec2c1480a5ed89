"""Blocking, closing, and the papers in a customer's file."""

import pytest

from otcore.customers.commands import AttachDocument, BlockCustomer, CloseCustomer, UnblockCustomer
from otcore.customers.customer import may_order
from otcore.customers.onboarding import Status
from otcore.customers.standing import attach, block, close, unblock
from otcore.values.faults import Invalid, Rejected
from tests.customers.examples import (
    ACTIVATED,
    APPLIED,
    APPROVED,
    BLOCKED,
    CLOSED,
    DOCUMENT,
    PAPER,
    PROPOSED,
    VERIFIED,
    active,
    customer,
    eur,
)

ACTIVE = (APPLIED, VERIFIED, PROPOSED, APPROVED, ACTIVATED)


def test_a_block_says_why_and_ends():
    state = customer(*ACTIVE, *block(active(), BlockCustomer("C1", "pays late")))
    assert (state.status, state.reason, may_order(state)) == (Status.BLOCKED, "pays late", "CUSTOMER_BLOCKED")
    (fact,) = unblock(state, UnblockCustomer("C1", "has paid"))
    assert may_order(customer(*ACTIVE, BLOCKED, fact)) == ""


@pytest.mark.parametrize("reason", ["", " \t"])
def test_who_blocks_or_closes_says_why(reason: str):
    with pytest.raises(Invalid, match="REASON_MISSING"):
        block(active(), BlockCustomer("C1", reason))
    with pytest.raises(Invalid, match="REASON_MISSING"):
        close(active(), CloseCustomer("C1", reason), eur("0.00"))


@pytest.mark.parametrize("exposure", ["0.01", "-0.01"])
def test_a_customer_that_owes_or_is_owed_is_not_closed(exposure: str):
    with pytest.raises(Rejected, match=f"EXPOSURE_OPEN: customer=C1, exposure={exposure} EUR"):
        close(active(), CloseCustomer("C1", "gone"), eur(exposure))


def test_a_customer_whose_orders_are_not_over_is_not_closed():
    with pytest.raises(Rejected, match="ORDERS_OPEN: customer=C1, orders=O1, O2"):
        close(active(), CloseCustomer("C1", "gone"), eur("0.00"), ("O1", "O2"))


def test_a_closed_customer_has_no_open_proposal_and_no_approved_terms():
    state = customer(*ACTIVE, PROPOSED, CLOSED)
    assert (state.proposal, state.terms_approved) == (None, False)


def test_a_paper_is_in_the_file_once_for_each_thing_it_proves():
    state = customer(APPLIED, PAPER)
    with pytest.raises(Rejected, match="DOCUMENT_ATTACHED"):
        attach(state, AttachDocument("C1", DOCUMENT, "register"))
    (fact,) = attach(state, AttachDocument("C1", DOCUMENT, "signature"))
    assert [paper.kind for paper in customer(APPLIED, PAPER, fact).papers] == ["register", "signature"]


def test_a_paper_says_what_it_proves():
    with pytest.raises(Invalid, match="KIND_MISSING"):
        attach(active(), AttachDocument("C1", DOCUMENT, " "))


def test_papers_are_added_after_the_end_as_well():
    assert attach(customer(*ACTIVE, CLOSED), AttachDocument("C1", DOCUMENT, "goodbye"))
