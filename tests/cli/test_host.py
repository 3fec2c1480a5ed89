"""Each step of a document is done once, under a key of its own."""

from datetime import date

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from otcore import Identifier, MemoryStore, OnboardCustomer, Party, Profile, Rejected, Seller
from otcore.app.sync import MAIN
from otcore.cli.documents import Document, DocumentKind
from otcore.cli.host import Host, key
from otcore.ports.aggregates import CUSTOMER
from otcore.values.faults import Invalid
from otcore.workflows.ask import Get

NAMES = st.lists(st.text(min_size=1, max_size=80), min_size=1, max_size=3)
DAY = date(2026, 3, 1)


@pytest.fixture
def host():
    return Host.over(MemoryStore(), Seller(party=Party("Seller")), DAY, MAIN)


def onboard(host, name, id="C1", endpoint="1"):
    document = Document(DocumentKind.CUSTOMER, id, None, "c.csv", "line 2", None)
    party = Party(name, endpoint=Identifier(endpoint, "0088"))
    return host.act(document, "customer", OnboardCustomer(id, Profile(party=party, currency="EUR")))


@given(NAMES, NAMES)
def test_different_names_have_different_keys(one, other):
    assert (key("order", *one) == key("order", *other)) == (one == other)


@given(NAMES)
@example(["x" * 100])
def test_a_key_fits_however_long_the_names_are(names):
    assert len(key("order", *names)) <= 100


def test_a_step_that_comes_again_does_nothing(host):
    first = onboard(host, "City Hospital")
    assert onboard(host, "City Hospital") == first


def test_the_same_id_with_other_contents_is_refused(host):
    onboard(host, "City Hospital")
    with pytest.raises(Invalid, match="DUPLICATE_ID customer C1 came before with other contents"):
        onboard(host, "Village Hospital")
    assert host.o2c.ask(Get(CUSTOMER, "C1")).profile.party.name == "City Hospital"


def test_other_refusals_stay_what_they_are(host):
    onboard(host, "City Hospital")
    with pytest.raises(Rejected) as refused:
        onboard(host, "Village Hospital", "C2")
    assert refused.value.code == "IDENTIFIER_TAKEN"
