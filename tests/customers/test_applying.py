"""Who applies is checked; who may be somebody else has to be looked at."""

import pytest
from attrs import evolve as changed

from otcore.customers import events as e
from otcore.customers.applying import apply, change, reopen, verify
from otcore.customers.commands import ApplyCustomer, ChangeProfile, ReopenCustomer, VerifyCustomer
from otcore.customers.customer import Profile, facets
from otcore.customers.onboarding import Status
from otcore.values.faults import Invalid, Rejected
from otcore.values.party import Party
from otcore.values.terms import PaymentTerms
from tests.customers import examples
from tests.customers.examples import active, customer, eur, profile, verified


def applied(wanted: Profile, namesakes: tuple[str, ...] = ()) -> tuple[object, ...]:
    return apply(None, ApplyCustomer("C1", wanted), wanted, namesakes)


def test_an_application_asks_for_terms_and_is_granted_none():
    state = customer(*applied(profile(credit_limit=eur("100.00"))))
    assert (state.status, state.terms_approved) == (Status.APPLIED, False)
    assert facets(state).status == "applied"


def test_a_customer_applies_once():
    with pytest.raises(Rejected, match="CUSTOMER_EXISTS"):
        apply(active(), ApplyCustomer("C1", profile()), profile(), ())


@pytest.mark.parametrize(
    ("tax_id", "code"),
    [("DE136695978", "VAT_CHECK_DIGITS"), ("DE12", "VAT_FORMAT"), ("NO995525828", "VAT_FORMAT")],
)
def test_a_vat_id_that_cannot_be_refuses_the_application(tax_id: str, code: str):
    with pytest.raises(Rejected, match=f"{code}: customer=C1, tax_id={tax_id}, why="):
        applied(profile(tax_id=tax_id))


@pytest.mark.parametrize("tax_id", ["", "DE 136 695 976", "US12-3456789"])
def test_a_vat_id_that_can_be_none_at_all_or_one_of_a_far_country_is_fine(tax_id: str):
    assert len(applied(profile(tax_id=tax_id))) == 1


def test_what_is_asked_for_is_in_a_currency_that_exists_and_is_agreed():
    with pytest.raises(Invalid, match="CURRENCY_UNKNOWN"):
        applied(Profile(party=Party("Acme"), currency="EUO"))
    with pytest.raises(Rejected, match="LIMIT_CURRENCY"):
        applied(Profile(party=Party("Acme"), currency="USD", credit_limit=eur("1.00")))


def test_namesakes_are_recorded_and_each_has_to_be_named_when_the_applicant_is_verified():
    state = customer(*applied(profile(), ("C8", "C9")))
    with pytest.raises(Rejected) as refused:
        verify(state, VerifyCustomer("C1", ("C9",)))
    assert (refused.value.code, refused.value.facts["duplicates"]) == ("DUPLICATES_UNRESOLVED", "C8")
    done = customer(
        *applied(profile(), ("C8", "C9")), *verify(state, VerifyCustomer("C1", ("C8", "C9"), "called them"))
    )
    assert (done.status, done.suspects, done.reason) == (Status.VERIFIED, (), "called them")


def test_a_verified_applicant_whose_facts_change_is_verified_anew():
    facts = change(verified(), ChangeProfile("C1", changed(verified().profile, party=Party("Another"))), ())
    after = customer(examples.APPLIED, examples.VERIFIED, *facts)
    assert (after.status, after.profile.party.name) == (Status.APPLIED, "Another")


def test_an_approval_ends_with_the_facts_it_was_given_for():
    approved = customer(examples.APPLIED, examples.VERIFIED, examples.PROPOSED, examples.APPROVED)
    assert approved.terms_approved
    facts = change(approved, ChangeProfile("C1", changed(approved.profile, party=Party("Another"))), ())
    after = customer(examples.APPLIED, examples.VERIFIED, examples.PROPOSED, examples.APPROVED, *facts)
    assert not after.terms_approved


def test_a_customer_that_orders_goes_on_ordering_when_its_facts_change():
    (fact,) = change(active(), ChangeProfile("C1", changed(active().profile, accepts_changes=True)), ())
    assert fact.profile.accepts_changes


def test_the_same_facts_again_are_no_change():
    assert change(active(), ChangeProfile("C1", active().profile), ("C9",)) == ()


def test_an_active_customer_that_takes_the_name_of_another_says_that_it_is_not_the_other():
    renamed = changed(active().profile, party=Party("Bolt"))
    with pytest.raises(Rejected, match="DUPLICATES_UNRESOLVED"):
        change(active(), ChangeProfile("C1", renamed), ("C9",))
    (fact,) = change(active(), ChangeProfile("C1", renamed, ("C9",)), ("C9",))
    assert (fact.duplicates, fact.distinct_from) == (("C9",), ("C9",))


def test_namesakes_that_were_told_apart_once_are_not_asked_about_again():
    told = customer(
        e.CustomerApplied("C1", profile(), ("C9",)),
        e.CustomerVerified(("C9",)),
        examples.PROPOSED,
        examples.APPROVED,
        examples.ACTIVATED,
    )
    assert change(told, ChangeProfile("C1", changed(told.profile, accepts_changes=True)), ("C9",))


@pytest.mark.parametrize(
    ("other", "code", "field"),
    [
        ({"currency": "USD"}, "PROFILE_FIXED", "currency"),
        ({"credit_account": "PARENT"}, "PROFILE_FIXED", "credit_account"),
        ({"terms": PaymentTerms(90)}, "TERMS_NEED_APPROVAL", "terms"),
        ({"credit_limit": None}, "TERMS_NEED_APPROVAL", "credit_limit"),
    ],
)
def test_what_needs_more_than_a_change_is_refused_with_its_fields(other: dict, code: str, field: str):
    with pytest.raises(Rejected) as refused:
        change(active(), ChangeProfile("C1", changed(active().profile, **other)), ())
    assert (refused.value.code, refused.value.facts["fields"]) == (code, field)


def test_a_new_vat_id_is_checked_and_one_that_was_there_is_not():
    odd = customer(e.CustomerOnboarded("C1", profile(tax_id="DE1")))
    assert change(odd, ChangeProfile("C1", changed(odd.profile, accepts_changes=True)), ())
    with pytest.raises(Rejected, match="VAT_FORMAT"):
        change(odd, ChangeProfile("C1", profile(tax_id="DE2")), ())


def test_a_reopened_customer_is_an_applicant_again():
    closed = customer(e.CustomerOnboarded("C1", profile()), examples.CLOSED)
    (fact,) = reopen(closed, ReopenCustomer("C1", "wants more"), ("C9",))
    state = customer(e.CustomerOnboarded("C1", profile()), examples.CLOSED, fact)
    assert (state.status, state.terms_approved, state.suspects) == (Status.APPLIED, False, ("C9",))
