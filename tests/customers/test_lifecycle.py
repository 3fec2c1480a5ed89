"""The table of a customer's life cycle is the whole truth: every pair of status and event is tried."""

from collections.abc import Callable, Iterator
from functools import partial
from typing import Any

import pytest
from attrs import evolve as changed

from otcore.customers import events as e
from otcore.customers.applying import apply, change, reopen, verify
from otcore.customers.commands import (
    ActivateCustomer,
    ApplyCustomer,
    ApproveTerms,
    AttachDocument,
    BlockCustomer,
    ChangeProfile,
    CloseCustomer,
    ProposeTerms,
    RejectTerms,
    ReopenCustomer,
    UnblockCustomer,
    VerifyCustomer,
)
from otcore.customers.customer import Customer, OnboardCustomer, decide, evolve, may_order
from otcore.customers.onboarding import ONBOARDING, Status
from otcore.customers.proposing import approve, propose, reject
from otcore.customers.standing import activate, attach, block, close, unblock
from otcore.values.faults import Rejected
from tests.customers import examples
from tests.customers.examples import DOCUMENT, TERMS, customer, eur, profile

SAMPLES: dict[type, Any] = {
    e.CustomerOnboarded: e.CustomerOnboarded("C1", profile()),
    e.CustomerApplied: examples.APPLIED,
    e.CustomerVerified: examples.VERIFIED,
    e.CustomerActivated: examples.ACTIVATED,
    e.CustomerBlocked: examples.BLOCKED,
    e.CustomerUnblocked: e.CustomerUnblocked("paid"),
    e.CustomerClosed: examples.CLOSED,
    e.CustomerReopened: e.CustomerReopened("again", ("C9",)),
    e.ProfileChanged: e.ProfileChanged(profile("Other", group="G"), ("C8",), ("C8",)),
    e.DocumentAttached: examples.PAPER,
    e.TermsProposed: examples.PROPOSED,
    e.TermsApproved: examples.APPROVED,
    e.TermsRejected: e.TermsRejected(1, "too much"),
}
DEPTH = 8
Sketch = tuple[object, ...]


def sketch(state: Customer) -> Sketch:
    """What of a customer decides which commands it takes."""
    return state.status, bool(state.proposal), state.terms_approved, bool(state.suspects), bool(state.papers)


def reachable() -> dict[Sketch, Customer]:
    """One customer of every kind that the table lets happen."""
    edge = [customer(SAMPLES[e.CustomerOnboarded]), customer(SAMPLES[e.CustomerApplied])]
    found = {sketch(state): state for state in edge}
    for _ in range(DEPTH):
        followers = [
            evolve(state, event)
            for state in edge
            for event in SAMPLES.values()
            if ONBOARDING.allows(state.status, type(event))
        ]
        edge = [state for state in {sketch(each): each for each in followers}.values() if sketch(state) not in found]
        found |= {sketch(state): state for state in edge}
    return found


CUSTOMERS = reachable()


def commands(state: Customer) -> Iterator[Callable[[], tuple[Any, ...]]]:
    """Everything that can be asked of a customer."""
    yield partial(decide, state, OnboardCustomer("C1", profile()))
    yield partial(apply, state, ApplyCustomer("C1", profile()), profile(), ())
    for named in ((), ("C8", "C9")):
        yield partial(verify, state, VerifyCustomer("C1", named))
        yield partial(change, state, ChangeProfile("C1", changed(state.profile, group="H"), named), ("C8",))
    yield partial(activate, state, ActivateCustomer("C1"))
    yield partial(block, state, BlockCustomer("C1", "late"))
    yield partial(unblock, state, UnblockCustomer("C1"))
    for exposure in ("0.00", "1.00"):
        yield partial(close, state, CloseCustomer("C1", "gone"), eur(exposure))
    yield partial(reopen, state, ReopenCustomer("C1"), ("C9",))
    yield partial(attach, state, AttachDocument("C1", DOCUMENT, "register"))
    yield partial(propose, state, ProposeTerms("C1", TERMS, eur("9.00")), "ann")
    for checker in ("ann", "bob"):
        yield partial(approve, state, ApproveTerms("C1"), checker)
    yield partial(reject, state, RejectTerms("C1", "no"))


def test_there_is_a_sample_of_every_event():
    assert set(SAMPLES) == set(e.EVENTS)


def test_every_status_is_reached():
    assert {state.status for state in CUSTOMERS.values()} == set(Status)


@pytest.mark.parametrize("event", e.EVENTS, ids=lambda event: event.__name__)
@pytest.mark.parametrize("status", Status)
def test_an_event_leads_where_the_table_says_and_is_impossible_elsewhere(status: Status, event: type):
    tried = [state for state in CUSTOMERS.values() if state.status is status]
    assert tried
    for state in tried:
        if ONBOARDING.allows(status, event):
            assert evolve(state, SAMPLES[event]).status is ONBOARDING.table[status, event]
        else:
            with pytest.raises(KeyError):
                evolve(state, SAMPLES[event])


@pytest.mark.parametrize("event", e.EVENTS, ids=lambda event: event.__name__)
def test_a_customer_begins_by_being_onboarded_or_by_applying(event: type):
    if event in (e.CustomerOnboarded, e.CustomerApplied):
        assert evolve(None, SAMPLES[event]).id == "C1"
    else:
        with pytest.raises(KeyError):
            evolve(None, SAMPLES[event])


def test_no_command_leads_off_the_table():
    taken = 0
    for state in CUSTOMERS.values():
        for ask in commands(state):
            try:
                facts = ask()
            except Rejected:
                continue
            after = state
            for fact in facts:
                after = evolve(after, fact)
            taken += 1
    assert taken > len(CUSTOMERS)


def test_every_event_follows_from_some_command():
    made = {e.CustomerOnboarded, e.CustomerApplied}
    for state in CUSTOMERS.values():
        for ask in commands(state):
            try:
                made |= set(map(type, ask()))
            except Rejected:
                continue
    assert made == set(e.EVENTS)


def test_only_an_active_customer_may_order():
    codes = {state.status: may_order(state) for state in CUSTOMERS.values()}
    assert codes == {
        Status.APPLIED: "CUSTOMER_NOT_ACTIVE",
        Status.VERIFIED: "CUSTOMER_NOT_ACTIVE",
        Status.ACTIVE: "",
        Status.BLOCKED: "CUSTOMER_BLOCKED",
        Status.CLOSED: "CUSTOMER_CLOSED",
    }


def test_an_application_becomes_active_only_with_approved_terms():
    for state in CUSTOMERS.values():
        if state.status is Status.VERIFIED and not state.terms_approved:
            with pytest.raises(Rejected, match="TERMS_NOT_APPROVED"):
                activate(state, ActivateCustomer("C1"))


def test_whatever_is_asked_of_the_wrong_status_is_refused_with_the_status():
    with pytest.raises(Rejected, match="STATUS_WRONG: customer=C1, status=applied, event=CustomerBlocked"):
        block(customer(examples.APPLIED), BlockCustomer("C1", "late"))
