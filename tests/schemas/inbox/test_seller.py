"""Who sells."""

import json

import pytest

from otcore.invoicing.seller import Seller
from otcore.schemas.inbox import read_seller
from otcore.values import Address, Invalid, Party

SELLER = {"name": "Otto Mills", "country": "DE"}


def read(**changes):
    return read_seller(json.dumps({"seller": SELLER | changes}).encode(), "seller.json")


def test_a_seller_has_a_party_and_an_account():
    seller = read(iban="de89 3704 0044 0532 0130 00", bic="COBADEFFXXX", account_name="Mills", tax_id="DE1")
    party = Party("Otto Mills", tax_id="DE1", address=Address(country="DE"))
    assert seller == Seller(party=party, iban="DE89370400440532013000", bic="COBADEFFXXX", account_name="Mills")


def test_an_account_may_follow_later():
    assert read() == Seller(party=Party("Otto Mills", address=Address(country="DE")))


@pytest.mark.parametrize(
    ("changes", "code"),
    [
        ({"iban": "12345"}, "IBAN_FORMAT"),
        ({"iban": "DE8937040044053201300"}, "IBAN_FORMAT"),
        ({"iban": "DE88370400440532013000"}, "IBAN_CHECK_DIGITS"),
        ({"bic": "COBA"}, "BIC_FORMAT"),
        ({"country": ""}, "COUNTRY_FORMAT"),
    ],
)
def test_a_wrong_fact_is_told_with_its_place(changes, code):
    with pytest.raises(Invalid, match=f"{code} seller.json line 1 /seller/{next(iter(changes))}"):
        read(**changes)


def test_what_cannot_be_read_is_told():
    with pytest.raises(Invalid, match=r"JSON_SYNTAX seller\.json line 1"):
        read_seller(b'{"seller": ', "seller.json")
