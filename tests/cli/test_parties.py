"""Who a document is from, and which order it speaks of."""

import pytest
from attrs import evolve
from hypothesis import given
from hypothesis import strategies as st

from otcore import CUSTOMER, ChangeProfile, Get, Identifier, Invalid, Party
from otcore.cli.documents import Sender
from otcore.cli.ordering import take_order
from otcore.cli.parties import customer_of, order_id, order_of
from tests.cli.selling import buyer, order, selling_host

NAMES = st.tuples(st.text(min_size=1), st.text(min_size=1))


@pytest.fixture
def host():
    return selling_host()


@given(NAMES, NAMES)
def test_two_documents_never_share_an_id(one, other):
    assert (order_id(*one) == order_id(*other)) == (one == other)


@pytest.mark.parametrize(
    "sender", [Sender("B"), Sender(party=buyer("B")), Sender(party=evolve(buyer("B"), tax_id="DE9"))]
)
def test_a_customer_is_known_by_its_id_or_any_identifier(host, sender):
    assert customer_of(host.o2c, sender) == "B"


@pytest.mark.parametrize(
    ("sender", "code"),
    [
        (Sender("C"), "CUSTOMER_UNKNOWN no customer C"),
        (Sender(party=buyer("C")), "CUSTOMER_UNKNOWN no customer has any of the buyer's identifiers: 0088:C"),
        (Sender(party=Party("Nobody")), "it has none"),
        (Sender(), "CUSTOMER_UNKNOWN"),
        (Sender(party=evolve(buyer("A"), company_id=Identifier("B", "0088"))), "CUSTOMER_AMBIGUOUS"),
    ],
)
def test_who_it_is_from_has_to_be_clear(host, sender, code):
    with pytest.raises(Invalid, match=code):
        customer_of(host.o2c, sender)


def test_an_identifier_that_was_given_up_is_nobodys(host):
    known = host.o2c.ask(Get(CUSTOMER, "B"))
    host.o2c.handle(ChangeProfile("B", evolve(known.profile, party=Party("Without"))))
    with pytest.raises(Invalid, match="CUSTOMER_UNKNOWN no customer has any"):
        customer_of(host.o2c, Sender(party=buyer("B")))


@pytest.mark.parametrize(
    ("number", "sender", "found"),
    [
        ("A/1", Sender(), "A/1"),
        ("1", Sender("A"), "A/1"),
        ("1", Sender(party=buyer("B")), "B/1"),
        ("2", Sender(), "B/2"),
        ("2", Sender(party=buyer("nobody we know")), "B/2"),
    ],
)
def test_an_order_is_found_by_our_number_or_the_buyers(host, number, sender, found):
    for document in (order("1", "A"), order("1", "B"), order("2", "B")):
        take_order(host, document)
    assert order_of(host.o2c, number, sender).id == found


@pytest.mark.parametrize(
    ("number", "sender", "code"),
    [("9", Sender(), "ORDER_UNKNOWN"), ("1", Sender(), "ORDER_AMBIGUOUS"), ("2", Sender("A"), "ORDER_UNKNOWN")],
)
def test_which_order_is_meant_has_to_be_clear(host, number, sender, code):
    for document in (order("1", "A"), order("1", "B"), order("2", "B")):
        take_order(host, document)
    with pytest.raises(Invalid, match=code):
        order_of(host.o2c, number, sender)
