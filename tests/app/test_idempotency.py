"""The same command under one key acts once and answers alike."""

from datetime import date

import pytest

from otcore.app.fingerprint import fingerprint
from otcore.app.sync import MAIN
from otcore.catalog.product import ListProduct
from otcore.orders.commands import CancelOrder
from otcore.payments.importing import ImportStatement
from otcore.ports.storage import Context
from otcore.reconciliation.command import ApplyReceipt
from otcore.stock.commands import ReceiveStock
from otcore.values.faults import Invalid, Rejected
from otcore.values.quantity import Quantity
from tests.orders.examples import DAY, line, order_of, product
from tests.payments.bank_rows import row, statement
from tests.workflows.books import books
from tests.workflows.desk import NOW, desk


def test_a_repeat_answers_the_same_and_does_nothing():
    ready = desk(stocked=50)
    first = ready.handle(order_of(), key="k1")
    before = books(ready.store)
    assert ready.handle(order_of(), key="k1") == first
    assert books(ready.store) == before


def test_a_repeat_answers_as_it_was_not_as_it_is():
    ready = desk(stocked=50)
    first = ready.handle(order_of(), key="k1")
    ready.acknowledges()
    ready.cancels()
    assert ready.handle(order_of(), key="k1") == first


def test_goods_are_received_once_under_one_key():
    ready = desk()
    arrival = ReceiveStock("P1", "main", Quantity(5, "C62"))
    assert [ready.handle(arrival, key="k1").on_hand for _ in range(3)] == [5, 5, 5]
    assert ready.handle(arrival, key="k2").on_hand == 10


@pytest.mark.parametrize("other", [order_of(line(quantity=9)), order_of(order="O2"), CancelOrder(order="O1", day=DAY)])
def test_a_key_belongs_to_one_command(other):
    ready = desk(stocked=50)
    ready.handle(order_of(), key="k1")
    before = books(ready.store)
    with pytest.raises(Rejected, match="KEY_REUSED: key=k1"):
        ready.handle(other, key="k1")
    assert books(ready.store) == before


def test_a_refusal_is_decided_afresh():
    ready = desk(stocked=50)
    with pytest.raises(Rejected, match="PRODUCT_EXISTS"):
        ready.handle(ListProduct(product()), key="k1")
    ready.handle(ListProduct(product("P3")), key="k1")


def test_a_command_that_changed_nothing_repeats_too():
    ready = desk()
    ready.takes_in(statement(row()))
    again = ImportStatement(statement(row()))
    assert ready.handle(again, key="k1") == ready.handle(again, key="k1")
    ready.gets("10.00")
    left = ready.handle(ApplyReceipt("R1"), key="k2")
    assert ready.handle(ApplyReceipt("R1"), key="k2") == left


def test_without_a_key_every_command_acts():
    ready = desk()
    assert [ready.receives(5).on_hand for _ in range(2)] == [5, 10]


@pytest.mark.parametrize("key", [" ", "k\n", "\u202e", "x" * 101])
def test_a_key_is_an_identifier(key: str):
    with pytest.raises(Invalid, match="ID_FORMAT"):
        desk().handle(order_of(), key=key)


def test_a_key_that_was_claimed_but_never_answered_is_acted_on():
    ready = desk(stocked=50)
    unit = ready.store.begin(Context(MAIN, "host", NOW))
    assert unit.claim("k1", fingerprint(order_of())) is None
    unit.commit()
    assert ready.handle(order_of(), key="k1").id == "O1"


def test_the_same_command_has_the_same_fingerprint():
    assert fingerprint(order_of()) == fingerprint(order_of())
    assert fingerprint(order_of()) != fingerprint(order_of(day=date(2026, 3, 3)))
