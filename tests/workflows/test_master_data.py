"""Onboarding customers, listing products, receiving goods."""

import pytest

from otcore.catalog.product import ListProduct
from otcore.ports.aggregates import ALIAS, CREDIT, CUSTOMER, PRODUCT
from otcore.ports.errors import NotFound
from otcore.stock.commands import ReceiveStock
from otcore.values.faults import Rejected
from otcore.values.party import Identifier, Party
from otcore.values.quantity import Quantity
from otcore.workflows.ask import Every, Get
from tests.orders.examples import eur, product
from tests.workflows.books import books
from tests.workflows.desk import Desk, desk, onboarding

ACME = Party("Acme", endpoint=Identifier("7300010000001", "0088"), tax_id="NO123")
IBAN = "DE89370400440532013000"


def test_a_customer_gets_a_credit_account_and_its_names():
    ready = Desk()
    ready.onboards(limit="500.00", party=ACME, bank_accounts=(IBAN,))
    account = ready.otc.ask(Get(CREDIT, "C1"))
    assert (account.limit, account.exposure) == (eur("500.00"), eur("0.00"))
    for name in ("0088:7300010000001", "VAT:NO123", f"account:{IBAN}"):
        assert ready.otc.ask(Get(ALIAS, name)).customer == "C1"


def test_a_customer_may_state_an_account_twice():
    ready = Desk()
    assert ready.onboards(bank_accounts=(IBAN, "DE89 3704 0044 0532 0130 00")).id == "C1"


def test_a_customer_is_onboarded_once():
    ready = desk()
    with pytest.raises(Rejected, match="CUSTOMER_EXISTS"):
        ready.onboards()


@pytest.mark.parametrize(
    "profile", [{"party": Party("Other", tax_id="NO123")}, {"bank_accounts": (IBAN,)}], ids=["tax id", "account"]
)
def test_a_name_of_another_customer_refuses_the_whole_onboarding(profile: dict):
    ready = Desk()
    ready.onboards(party=ACME, bank_accounts=(IBAN,))
    before = books(ready.store)
    with pytest.raises(Rejected, match="IDENTIFIER_TAKEN"):
        ready.onboards("C2", **profile)
    assert books(ready.store) == before


def test_an_account_that_cannot_exist_refuses_the_whole_onboarding():
    ready = Desk()
    with pytest.raises(Rejected, match="IBAN_CHECK_DIGITS"):
        ready.handle(onboarding(bank_accounts=("DE00370400440532013000",)))
    assert ready.otc.ask(Every(CUSTOMER)) == ()


def test_a_product_is_listed_once():
    ready = desk()
    with pytest.raises(Rejected, match="PRODUCT_EXISTS"):
        ready.handle(ListProduct(product()))
    assert [each.id for each in ready.otc.ask(Every(PRODUCT))] == ["P1", "P2"]


def test_goods_arrive_on_a_shelf_and_on_top_of_what_is_there():
    ready = desk(stocked=10)
    assert ready.receives(5).on_hand == 15
    assert ready.receives(5, location="annex").on_hand == 5


def test_goods_of_an_unknown_product_are_not_received():
    with pytest.raises(NotFound, match="no product 'P9'"):
        desk().receives(5, "P9")


def test_a_service_is_not_received():
    ready = desk()
    ready.lists(product("S1", stocked=False))
    with pytest.raises(Rejected, match="NOT_STOCKED: product=S1"):
        ready.receives(1, "S1")


def test_goods_are_received_in_the_unit_of_their_product():
    with pytest.raises(Rejected, match="UNIT_DIFFERS"):
        desk().handle(ReceiveStock("P1", "main", Quantity(5, "KGM")))
