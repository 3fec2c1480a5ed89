"""Goods that come back: what may, what follows for shelves, exposure, bills and credits, and what replaces them."""

from decimal import Decimal
from typing import Any

import pytest
from attrs import evolve as changed

from otcore.customers.customer import Customer
from otcore.orders.details import Delivery, OrderDetails
from otcore.orders.extent import Extent
from otcore.orders.fulfilment import returned
from otcore.orders.lifecycle import Status
from otcore.orders.progress import Invoicing, invoicing
from otcore.orders.returns.commands import AuthoriseReturn, LineToReturn, ReceivedLine, ReceiveReturn, RequestReturn
from otcore.orders.returns.events import ToCredit
from otcore.orders.returns.lifecycle import ReturnStatus
from otcore.orders.returns.restocking import RestockingFee
from otcore.orders.returns.returned_goods import Return
from otcore.ports.aggregates import RETURN, SHIPMENT
from otcore.ports.storage import Where
from otcore.values.adjustment import Adjustment
from otcore.values.money import Money
from otcore.values.party import Address
from otcore.values.percentage import Percentage
from otcore.values.price import UnitPrice
from otcore.values.rates import Quote, Rate, RateTable
from otcore.workflows.ask import Every, Get
from tests.orders.examples import DAY, STANDARD, eur, left, line, pieces, product
from tests.workflows import laws
from tests.workflows.books import refused
from tests.workflows.desk import HOUSE, Desk
from tests.workflows.sending import (
    allows,
    asks,
    back,
    confirmed,
    delivers,
    ends,
    forbids,
    gets_back,
    gives_up,
    replaces,
    sent,
    takes_back,
)


def billed(quantity: int = 10, **more: Any) -> Desk:
    ready = sent(quantity, **more)
    ready.bills()
    return ready


# what may come back


def test_a_return_is_asked_for_allowed_received_and_closed():
    ready = billed()
    assert asks(ready).status is ReturnStatus.REQUESTED
    assert allows(ready).status is ReturnStatus.AUTHORISED
    assert gets_back(ready, 1).status is ReturnStatus.AUTHORISED
    assert gets_back(ready, 1, 1).status is ReturnStatus.RECEIVED
    assert ends(ready).status is ReturnStatus.CLOSED
    ledger = ready.order().lines[0].ledger
    assert (ledger.return_requested, ledger.returned, ledger.scrapped) == (Decimal(3), Decimal(2), Decimal(1))
    laws.keep(ready.store)


def test_no_more_comes_back_than_was_shipped():
    assert refused(ready := sent(4), lambda: asks(ready, 5)).code == "MORE_THAN_RETURNABLE"


def test_what_another_return_is_for_does_not_come_back_twice():
    ready = sent(3)
    asks(ready, 2)
    assert refused(ready, lambda: asks(ready, 2, "R2")).code == "MORE_THAN_RETURNABLE"
    assert asks(ready, 1, "R2").status is ReturnStatus.REQUESTED


def test_what_came_back_does_not_come_back_again():
    ready = billed()
    back(ready, 10)
    assert refused(ready, lambda: asks(ready, 1, "R2")).code == "MORE_THAN_RETURNABLE"


def test_no_more_is_received_than_was_asked_for():
    ready = sent()
    asks(ready, 2)
    allows(ready)
    assert refused(ready, lambda: gets_back(ready, 1, 2)).code == "MORE_THAN_REQUESTED"


def test_deliveries_less_returns_are_what_the_buyer_has():
    ready = confirmed()
    ready.ships(left("1", 6))
    ready.ships(left("1", 3), shipment="S2")
    delivers(ready, "S1")
    delivers(ready, "S2")
    back(ready, 3)
    back(ready, 1, "R2")
    ledger = ready.order().lines[0].ledger
    assert ledger.delivered - ledger.came_back == 5
    laws.keep(ready.store)


@pytest.mark.parametrize("how", [forbids, gives_up])
def test_what_does_not_come_back_may_come_another_time(how: Any):
    ready = sent(3)
    asks(ready, 3)
    how(ready)
    assert ready.order().lines[0].ledger.returnable == 3
    assert asks(ready, 3, "R2").status is ReturnStatus.REQUESTED
    laws.keep(ready.store)


def test_the_rest_of_a_closed_return_may_come_another_time():
    ready = sent()
    asks(ready, 5)
    allows(ready)
    gets_back(ready, 2)
    assert ends(ready).lines[0].dropped == 3
    assert ready.order().lines[0].ledger.returnable == 8
    laws.keep(ready.store)


@pytest.mark.parametrize(
    ("said", "code"),
    [
        ((), "NOTHING_RETURNED"),
        ((("9", pieces(1)),), "LINE_UNKNOWN"),
        ((("1", pieces(1)), ("1", pieces(1))), "LINE_TWICE"),
        ((("1", pieces(0)),), "QUANTITY_NOT_POSITIVE"),
        ((("1", pieces(1, "KGM")),), "UNIT_DIFFERS"),
    ],
)
def test_a_return_that_cannot_be_is_refused(said: tuple[Any, ...], code: str):
    ready = sent()
    lines = tuple(LineToReturn(line=id, quantity=quantity) for id, quantity in said)
    command = RequestReturn(return_id="R1", order="O1", day=DAY, lines=lines)
    assert refused(ready, lambda: ready.handle(command)).code == code


@pytest.mark.parametrize(
    ("said", "code"),
    [
        ((), "NOTHING_RECEIVED"),
        ((("9", pieces(1)),), "LINE_UNKNOWN"),
        ((("1", pieces(1)), ("1", pieces(1))), "LINE_TWICE"),
        ((("1", pieces(-1)),), "QUANTITY_NEGATIVE"),
        ((("1", pieces(1, "KGM")),), "UNIT_DIFFERS"),
    ],
)
def test_goods_that_cannot_have_come_are_refused(said: tuple[Any, ...], code: str):
    ready = sent()
    asks(ready)
    allows(ready)
    lines = tuple(ReceivedLine(line=id, good=quantity) for id, quantity in said)
    command = ReceiveReturn(return_id="R1", day=DAY, lines=lines, location="main")
    assert refused(ready, lambda: ready.handle(command)).code == code


def test_what_is_not_said_of_what_came_is_nothing():
    ready = sent()
    asks(ready)
    allows(ready)
    command = ReceiveReturn(return_id="R1", day=DAY, lines=(ReceivedLine(line="1", scrapped=pieces(2)),))
    (came,) = ready.handle(command).lines
    assert (came.good, came.scrapped) == (Decimal(0), Decimal(2))


def test_a_return_is_asked_for_once():
    ready = sent()
    asks(ready)
    assert refused(ready, lambda: asks(ready)).code == "RETURN_EXISTS"


def test_nothing_comes_back_of_an_order_that_is_not_confirmed():
    ready = confirmed()
    ready.cancels()
    assert refused(ready, lambda: asks(ready)).code == "ORDER_NOT_CONFIRMED"


def test_goods_come_only_when_they_may():
    ready = sent()
    asks(ready)
    assert refused(ready, lambda: gets_back(ready)).code == "RETURN_NOT_AUTHORISED"
    assert refused(ready, lambda: ends(ready)).code == "RETURN_NOT_AUTHORISED"
    assert refused(ready, lambda: replaces(ready)).code == "RETURN_NOT_AUTHORISED"


def test_a_return_is_decided_once():
    ready = sent()
    asks(ready)
    forbids(ready)
    for act in (allows, forbids):
        assert refused(ready, lambda act=act: act(ready)).code == "RETURN_NOT_REQUESTED"
    assert refused(ready, lambda: gives_up(ready)).code == "RETURN_OVER"


@pytest.mark.parametrize("good", [1, 3])
def test_a_return_of_which_something_came_is_closed_not_cancelled(good: int):
    ready = sent()
    asks(ready)
    allows(ready)
    gets_back(ready, good)
    assert refused(ready, lambda: gives_up(ready)).code == "ALREADY_RECEIVED"


def test_returns_are_found_by_their_order():
    ready = sent()
    asks(ready, 1, "R1")
    asks(ready, 1, "R2")
    assert [each.id for each in ready.otc.ask(Every(RETURN, Where(references=("O1",))))] == ["R1", "R2"]


# shelves


def test_good_ones_go_on_the_shelf_and_spoilt_ones_nowhere():
    ready = sent()
    asks(ready)
    allows(ready)
    gets_back(ready, 2, 1)
    assert ready.shelf() == (12, 0)
    laws.keep(ready.store)


def test_goods_may_go_to_another_place_than_they_came_from():
    ready = sent()
    asks(ready)
    allows(ready)
    gets_back(ready, 3, location="returns")
    assert (ready.shelf(), ready.shelf(location="returns")) == ((10, 0), (3, 0))


def test_good_ones_need_a_place_and_spoilt_ones_none():
    ready = sent()
    asks(ready)
    allows(ready)
    assert refused(ready, lambda: gets_back(ready, location="")).code == "LOCATION_NEEDED"
    gets_back(ready, 0, 3, location="")
    assert ready.shelf() == (10, 0)


def test_what_a_supplier_sent_goes_on_no_shelf_of_ours():
    ready = Desk()
    ready.onboards(accepts_changes=True)
    ready.lists(product(drop_shipped=True))
    ready.places()
    ready.acknowledges()
    ready.ships(left("1", 10))
    asks(ready)
    allows(ready)
    assert gets_back(ready, 3, location="").status is ReturnStatus.RECEIVED
    laws.keep(ready.store)


def test_returned_goods_are_not_owed_again():
    ready = confirmed(line(quantity=100), stocked=100)
    ready.ships(left("1", 70))
    ready.bills()
    back(ready, 70)
    assert (ready.order().lines[0].ledger.open, returned(ready.order())) == (Decimal(30), Extent.ALL)


# before they are billed


def test_what_comes_back_unbilled_leaves_the_exposure_and_the_bill():
    ready = sent()
    returned = back(ready, 3)
    assert ready.exposure() == ("0.00", "84.00", "0.00")
    assert (returned.credits, str(returned.credit_due)) == ((), "0.00 EUR")
    assert ready.bills().payable == eur("84.00")
    assert ready.exposure() == ("0.00", "0.00", "84.00")
    assert (ready.order().status, invoicing(ready.order())) == (Status.CLOSED, Invoicing.INVOICED)
    laws.keep(ready.store)


def test_a_shipment_that_came_back_whole_is_not_billed_and_ends_its_order():
    ready = sent()
    back(ready, 10)
    assert ready.exposure() == ("0.00", "0.00", "0.00")
    assert refused(ready, ready.bills).code == "NOTHING_TO_BILL"
    assert (ready.order().status, invoicing(ready.order())) == (Status.CLOSED, Invoicing.NOTHING_TO_INVOICE)
    assert [each.id for each in ready.otc.ask(Every(SHIPMENT, Where(status="returned")))] == ["S1"]
    laws.keep(ready.store)


def test_what_comes_back_is_taken_off_what_is_not_billed_the_latest_first():
    ready = confirmed()
    for number, quantity in enumerate((4, 3, 3), 1):
        ready.ships(left("1", quantity), shipment=f"S{number}")
    ready.bills("S3")
    asked = back(ready, 9)
    came = [ready.otc.ask(Get(SHIPMENT, f"S{number}")).lines[0].returned for number in (1, 2, 3)]
    assert came == [4, 3, 2]
    assert asked.credits == (ToCredit("INV-2026-000001", "1", Decimal(2)),)
    assert asked.credit_due == eur("24.00")
    laws.keep(ready.store)


def test_goods_that_were_turned_away_at_the_door_had_arrived():
    ready = sent()
    back(ready, 3)
    shipment = delivers(ready)
    assert (shipment.lines[0].delivered, shipment.lines[0].returned) == (Decimal(10), Decimal(3))
    laws.keep(ready.store)


def test_goods_free_of_charge_come_back_by_quantities():
    freight = Adjustment(charge=True, amount=eur("10.00"), tax=STANDARD)
    ready = Desk()
    ready.onboards()
    ready.lists(product(price="0"))
    ready.receives(10)
    ready.places(adjustments=(freight,))
    ready.acknowledges()
    ready.ships(left("1", 10))
    assert ready.exposure() == ("0.00", "12.00", "0.00")
    back(ready, 5)
    assert ready.exposure() == ("0.00", "6.00", "0.00")
    assert ready.bills().payable == eur("6.00")


# after they are billed: what is to be credited


def test_what_was_billed_waits_for_its_credit_note():
    ready = billed()
    asked = back(ready, 3)
    assert ready.exposure() == ("0.00", "0.00", "120.00")
    assert asked.credits == (ToCredit("INV-2026-000001", "1", Decimal(3)),)
    assert (asked.value, asked.charged, asked.credit_due) == (eur("36.00"), eur("0.00"), eur("36.00"))
    laws.keep(ready.store)


def test_a_line_says_whether_what_is_credited_is_billed_again():
    ready = billed()
    asks(ready, reinvoice=True)
    allows(ready)
    assert gets_back(ready).credits == (ToCredit("INV-2026-000001", "1", Decimal(3), True),)


def test_parts_of_a_return_add_up_to_the_invoice():
    third = Adjustment(charge=False, amount=eur("1.00"))
    freight = Adjustment(charge=True, amount=eur("7.77"), tax=STANDARD)
    ready = Desk()
    ready.onboards()
    ready.lists(product(price="0.37"))
    ready.receives(10)
    ready.places(line(quantity=7, adjustments=(third,)), adjustments=(freight,))
    ready.acknowledges()
    ready.ships(left("1", 7))
    payable = ready.bills().payable
    asks(ready, 7)
    allows(ready, percent="10")
    for quantity in (1, 2, 3):
        gets_back(ready, quantity)
    whole = gets_back(ready, 1)
    assert whole.value == payable
    assert whole.charged == Money.rounded(payable.amount / 10, "EUR")


@pytest.mark.parametrize(
    ("fee", "due"),
    [
        ({}, "36.00"),
        ({"percent": "15"}, "30.60"),
        ({"amount": "5.00"}, "31.00"),
        ({"percent": "10", "amount": "2.00"}, "30.40"),
    ],
)
def test_the_restocking_fee_is_taken_off_what_is_credited(fee: dict[str, str], due: str):
    ready = billed()
    asks(ready)
    allows(ready, **fee)
    gets_back(ready, 1)
    assert gets_back(ready, 2).credit_due == eur(due)


def test_a_fee_takes_no_more_than_is_credited():
    ready = billed()
    asks(ready)
    allows(ready, amount="20.00")
    assert gets_back(ready, 1).credit_due == eur("0.00")
    assert gets_back(ready, 2).credit_due == eur("16.00")


def test_the_house_may_take_a_fee_by_customer_unless_the_authorisation_says_otherwise():
    def fee(customer: Customer, asked: Return) -> RestockingFee:
        return RestockingFee(percent=Percentage(25 if customer.id == "C1" else 0))

    for said, due in (({}, "27.00"), ({"percent": "0"}, "36.00")):
        ready = billed(house=changed(HOUSE, restocking=fee))
        asks(ready)
        allows(ready, **said)
        assert gets_back(ready).credit_due == eur(due)


@pytest.mark.parametrize(("amount", "code"), [(Money(-1, "EUR"), "FEE_NEGATIVE"), (Money(1, "USD"), "FEE_CURRENCY")])
def test_a_fee_is_an_amount_in_the_orders_currency(amount: Money, code: str):
    ready = billed()
    asks(ready)
    command = AuthoriseReturn(return_id="R1", day=DAY, fee=RestockingFee(amount=amount))
    assert refused(ready, lambda: ready.handle(command)).code == code


# what replaces them


def test_an_exchange_is_an_order_of_the_same_goods_at_what_was_agreed():
    ready = Desk()
    ready.onboards()
    ready.lists(product(price="10.00"))
    ready.receives(30)
    share = Adjustment(charge=False, amount=eur("5.00"), reason="agreed")
    ready.places(line(adjustments=(share,)))
    ready.acknowledges()
    ready.ships(left("1", 10))
    ready.bills()
    asks(ready, 4)
    allows(ready)
    assert replaces(ready).exchange == "O2"
    order = ready.order("O2")
    assert order.details.replaces_return == "R1"
    (new,) = order.lines
    assert (new.ledger.ordered, new.agreed.price) == (Decimal(4), UnitPrice("10.00", "EUR"))
    assert new.agreed.adjustments == (changed(share, amount=eur("2.00")),)
    assert (order.value, order.promised) == (eur("45.60"), True)
    laws.keep(ready.store)


def test_an_exchange_goes_to_the_same_place_and_names_other_goods_where_they_are_given():
    ready = Desk()
    ready.onboards()
    ready.lists(product(), product("P2", "2.50"))
    ready.receives(10)
    there = Delivery(address=Address("Quai 7"))
    ready.places(details=OrderDetails(reference="PO-1", contract="K-1", delivery=there))
    ready.acknowledges()
    ready.ships(left("1", 10))
    asks(ready)
    allows(ready)
    replaces(ready, lines=(line("a", 2, "P2"),))
    order = ready.order("O2")
    assert [(each.id, each.agreed.product) for each in order.lines] == [("a", "P2")]
    assert (order.details.reference, order.details.contract, order.details.delivery) == ("", "K-1", there)


def test_a_return_is_exchanged_once():
    ready = billed(stocked=40)
    asks(ready)
    allows(ready)
    replaces(ready)
    assert refused(ready, lambda: replaces(ready, "O3")).code == "ALREADY_EXCHANGED"
    gets_back(ready)
    assert ends(ready).exchange == "O2"


def test_an_exchange_is_placed_like_any_order():
    ready = billed()
    asks(ready)
    allows(ready)
    assert refused(ready, lambda: replaces(ready, "O1")).code == "ORDER_EXISTS"


def test_an_exchange_over_the_limit_is_held():
    ready = billed(limit="130.00")
    asks(ready)
    allows(ready)
    replaces(ready)
    assert [hold.kind.value for hold in ready.order("O2").holds] == ["credit"]


# in another currency than the account's


def in_dollars() -> Desk:
    """Three shipped of an order in dollars; the account is in euros."""
    rates = RateTable((Quote(DAY, Rate("USD", "EUR", Decimal("0.9137"))),))
    ready = Desk(house=changed(HOUSE, rates=rates))
    ready.onboards(currencies=("USD",), accepts_changes=True)
    ready.lists(changed(product(), price=UnitPrice("0.37", "USD")))
    ready.receives(7)
    ready.places(line(quantity=7), currency="USD")
    ready.acknowledges()
    ready.ships(left("1", 3))
    return ready


def test_no_cent_of_a_conversion_is_left_when_goods_come_back():
    ready = in_dollars()
    before = ready.exposure()
    back(ready, 1)
    back(ready, 1, "R2")
    assert ready.exposure()[0] == before[0]
    back(ready, 1, "R3")
    assert ready.exposure() == (before[0], "0.00", "0.00")


def test_no_cent_of_a_conversion_is_left_when_a_shipment_is_reversed():
    ready = in_dollars()
    takes_back(ready)
    assert ready.exposure() == (
        str(Money.rounded(ready.order().value.amount * Decimal("0.9137"), "EUR").amount),
        "0.00",
        "0.00",
    )


def test_what_is_billed_of_a_shipment_takes_the_rest_of_it_out_of_the_deliveries():
    ready = in_dollars()
    back(ready, 1)
    ready.bills()
    assert ready.exposure()[1] == "0.00"
