"""One person proposes terms and a limit, another approves them."""

from datetime import date

import pytest

from otcore.customers.commands import ApproveTerms, ProposeTerms, RejectTerms
from otcore.customers.customer import Customer
from otcore.customers.events import CustomerOnboarded
from otcore.customers.proposing import approve, propose, reject
from otcore.values.faults import Invalid, Rejected
from otcore.values.money import Money
from otcore.values.terms import PaymentTerms
from tests.customers.examples import APPLIED, PROPOSED, TERMS, active, customer, eur, profile

WANTED = ProposeTerms("C1", PaymentTerms(60), eur("900.00"), date(2026, 12, 31), "grows")


def proposed() -> Customer:
    return customer(CustomerOnboarded("C1", profile()), *propose(active(), WANTED, "ann"))


def test_a_proposal_is_kept_with_its_maker_and_changes_nothing_yet():
    state = proposed()
    assert state.proposal is not None
    assert (state.proposal.maker, state.proposal.reason) == ("ann", "grows")
    assert state.profile == profile()


def test_an_approval_puts_the_proposed_terms_in_the_profile():
    (fact,) = approve(proposed(), ApproveTerms("C1"), "bob")
    state = customer(CustomerOnboarded("C1", profile()), *propose(active(), WANTED, "ann"), fact)
    assert (state.profile.terms, state.profile.credit_limit) == (PaymentTerms(60), eur("900.00"))
    assert (fact.valid_until, fact.checker, state.proposal) == (date(2026, 12, 31), "bob", None)


def test_the_maker_is_not_the_checker():
    with pytest.raises(Rejected, match="MAKER_IS_CHECKER: customer=C1, proposal=2, actor=ann"):
        approve(proposed(), ApproveTerms("C1"), "ann")


def test_there_is_one_proposal_at_a_time():
    with pytest.raises(Rejected, match="PROPOSAL_OPEN: customer=C1, proposal=2"):
        propose(proposed(), WANTED, "cid")


def test_an_approver_may_say_which_proposal_he_looked_at():
    number = proposed().proposals
    assert approve(proposed(), ApproveTerms("C1", number), "bob")
    with pytest.raises(Rejected, match=f"PROPOSAL_UNKNOWN: customer=C1, proposal={number - 1}"):
        approve(proposed(), ApproveTerms("C1", number - 1), "bob")


@pytest.mark.parametrize("number", [0, 1])
def test_what_nobody_proposed_is_neither_approved_nor_rejected(number: int):
    with pytest.raises(Rejected, match="PROPOSAL_UNKNOWN"):
        approve(active(), ApproveTerms("C1", number), "bob")
    with pytest.raises(Rejected, match="PROPOSAL_UNKNOWN"):
        reject(active(), RejectTerms("C1", "no", number))


def test_a_rejected_proposal_leaves_what_held_before():
    (fact,) = reject(proposed(), RejectTerms("C1", "too much"))
    state = customer(CustomerOnboarded("C1", profile()), *propose(active(), WANTED, "ann"), fact)
    assert (state.profile, state.proposal, state.proposals) == (profile(), None, 2)


def test_a_rejection_says_why():
    with pytest.raises(Invalid, match="REASON_MISSING"):
        reject(proposed(), RejectTerms("C1", " "))


@pytest.mark.parametrize(
    ("limit", "code"), [(Money("1.00", "USD"), "LIMIT_CURRENCY"), (Money("-0.01", "EUR"), "LIMIT_NEGATIVE")]
)
def test_a_limit_is_an_amount_in_the_agreed_currency(limit: Money, code: str):
    with pytest.raises(Rejected, match=code):
        propose(active(), ProposeTerms("C1", TERMS, limit), "ann")


def test_a_customer_on_anothers_account_has_terms_but_no_limit_of_its_own():
    member = customer(CustomerOnboarded("C1", profile(credit_account="PARENT")))
    assert propose(member, ProposeTerms("C1", TERMS, None), "ann")
    with pytest.raises(Rejected, match="ACCOUNT_SHARED: customer=C1, account=PARENT"):
        propose(member, ProposeTerms("C1", TERMS, eur("1.00")), "ann")


def test_terms_are_approved_only_of_a_verified_customer():
    with pytest.raises(Rejected, match="STATUS_WRONG"):
        approve(customer(APPLIED, PROPOSED), ApproveTerms("C1"), "bob")
