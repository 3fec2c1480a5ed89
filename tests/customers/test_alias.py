"""Every name of a customer means that one customer only."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from otcore.customers.alias import (
    Alias,
    AliasFreed,
    AliasTaken,
    account_key,
    evolve,
    facets,
    free,
    party_keys,
    profile_keys,
    take,
)
from otcore.customers.customer import Profile
from otcore.values.faults import Rejected
from otcore.values.party import Identifier, Party

GOOD_IBANS = ("DE89 3704 0044 0532 0130 00", "gb82west12345698765432", "NO9386011117947", "FR1420041010050500013M02606")


def with_accounts(*accounts: str) -> Profile:
    return Profile(party=Party("Acme"), currency="EUR", bank_accounts=accounts)


def test_a_free_name_is_taken():
    assert take(None, "k", "C1") == (AliasTaken("C1"),)


def test_a_name_that_the_customer_has_already_needs_nothing():
    assert take(Alias("C1"), "k", "C1") == ()


def test_a_name_of_another_customer_is_refused_with_its_owner():
    with pytest.raises(Rejected, match="IDENTIFIER_TAKEN: identifier=k, customer=C2, owner=C1"):
        take(Alias("C1"), "k", "C2")


def test_a_taken_name_means_its_customer():
    assert evolve(None, AliasTaken("C1")) == Alias("C1")
    assert facets(Alias("C1")).party == "C1"


def test_the_most_specific_name_of_a_party_comes_first():
    party = Party(
        "Acme",
        endpoint=Identifier("7300010000001", "0088"),
        identifiers=(Identifier("A-1", "0192"), Identifier("77")),
        tax_id="NO123",
        company_id=Identifier("123", "0192"),
    )
    assert party_keys(party) == ("0088:7300010000001", "0192:A-1", ":77", "0192:123", "VAT:NO123")


def test_a_name_that_a_party_states_twice_counts_once():
    twice = Identifier("7300010000001", "0088")
    assert party_keys(Party("Acme", endpoint=twice, identifiers=(twice,), company_id=twice)) == ("0088:7300010000001",)


def test_a_party_without_identifiers_has_no_names():
    assert party_keys(Party("Acme")) == ()


def test_blanks_and_case_of_an_account_do_not_count():
    assert account_key(" de89 3704\t0044 0532\u00a00130 00") == account_key("DE89370400440532013000")


def test_an_account_given_twice_is_one_name():
    assert profile_keys(with_accounts("DE89370400440532013000", "DE89 3704 0044 0532 0130 00")) == (
        "account:DE89370400440532013000",
    )


@pytest.mark.parametrize("account", GOOD_IBANS)
def test_an_iban_with_right_check_digits_is_a_name(account: str):
    assert profile_keys(with_accounts(account)) == (account_key(account),)


@given(st.sampled_from(GOOD_IBANS), st.data())
def test_any_single_wrong_digit_of_an_iban_is_noticed(iban: str, data: st.DataObject):
    compact = iban.replace(" ", "").upper()
    place = data.draw(st.sampled_from([index for index, sign in enumerate(compact) if sign.isdigit()]))
    digit = data.draw(st.sampled_from([sign for sign in "0123456789" if sign != compact[place]]))
    with pytest.raises(Rejected, match="IBAN_CHECK_DIGITS"):
        profile_keys(with_accounts(compact[:place] + digit + compact[place + 1 :]))


@pytest.mark.parametrize("account", ["12345678", "5050-1055", "026009593/123456789"])
def test_an_account_number_that_is_no_iban_is_taken_as_it_is(account: str):
    assert profile_keys(with_accounts(account)) == (account_key(account),)


def test_a_name_that_was_given_up_is_free_for_others():
    (freed,) = free(Alias("C1"), "C1")
    assert freed == AliasFreed("C1")
    nobodys = evolve(Alias("C1"), freed)
    assert (nobodys, facets(nobodys).party) == (Alias(""), "")
    assert take(nobodys, "k", "C2") == (AliasTaken("C2"),)


def test_only_its_customer_gives_a_name_up():
    assert free(Alias("C1"), "C2") == free(None, "C2") == ()


def test_a_vat_id_written_with_blanks_is_known_without_them_too():
    assert party_keys(Party("Acme", tax_id="de 136-695.976")) == ("VAT:de 136-695.976", "VAT:DE136695976")


def test_an_iban_of_another_form_than_its_countrys_is_no_name():
    with pytest.raises(Rejected, match="IBAN_FORMAT: account=DE8937040044053201300"):
        profile_keys(with_accounts("DE8937040044053201300"))
