"""A customer is onboarded once, with an agreed currency and accounts that can exist."""

import pytest

from otcore.customers.customer import CustomerOnboarded, OnboardCustomer, Profile, decide, evolve, facets
from otcore.values.faults import Invalid, Rejected
from otcore.values.money import Money
from otcore.values.party import Party

PROFILE = Profile(party=Party("Acme", tax_id="DE123456789"), currency="EUR", credit_limit=Money("100.00", "EUR"))


def test_a_new_customer_is_onboarded_with_its_profile():
    (event,) = decide(None, OnboardCustomer("C1", PROFILE))
    assert event == CustomerOnboarded("C1", PROFILE)
    assert evolve(None, event).profile == PROFILE


def test_a_customer_is_onboarded_once():
    known = evolve(None, CustomerOnboarded("C1", PROFILE))
    with pytest.raises(Rejected, match="CUSTOMER_EXISTS"):
        decide(known, OnboardCustomer("C1", PROFILE))


def test_the_credit_limit_is_in_the_agreed_currency():
    profile = Profile(party=Party("Acme"), currency="EUR", credit_limit=Money("100.00", "USD"))
    with pytest.raises(Rejected, match="LIMIT_CURRENCY: customer=C1, limit=USD, agreed=EUR"):
        decide(None, OnboardCustomer("C1", profile))


def test_the_agreed_currency_exists():
    with pytest.raises(Invalid, match="CURRENCY_UNKNOWN"):
        decide(None, OnboardCustomer("C1", Profile(party=Party("Acme"), currency="EUO")))


def test_a_customer_is_found_by_its_tax_id():
    found = facets(evolve(None, CustomerOnboarded("C1", PROFILE)))
    assert (found.party, found.reference) == ("C1", "DE123456789")
