"""Goods: shelves and returns are subjects of their own, and a return is no way around what one may order."""

from otcore.adapters.memory import MemoryStore
from otcore.app.sync import OrderToCash
from otcore.catalog.listed_price import PriceBreak, SetPrices
from otcore.catalog.price_list import PriceList, PublishPriceList
from otcore.catalog.product import ChangeProduct, ListProduct
from otcore.invoicing.invoice import IssueInvoice
from otcore.orders.commands import AcknowledgeOrder
from otcore.orders.returns.commands import (
    AuthoriseReturn,
    ExchangeReturn,
    LineToReturn,
    ReceivedLine,
    ReceiveReturn,
    RequestReturn,
)
from otcore.stock.commands import CountStock, ReceiveStock, SetStockPolicy
from otcore.values.price import UnitPrice
from tests.app.staff import code, office, trail
from tests.orders.examples import DAY, despatch, left, line, order_of, pieces, product
from tests.workflows.desk import onboarding


def with_a_return() -> OrderToCash:
    """Ten pieces of 12.00 with tax, shipped, billed, and allowed to come back."""
    otc = office(MemoryStore())
    asked = RequestReturn(return_id="R1", order="O1", day=DAY, lines=(LineToReturn(line="1", quantity=pieces(10)),))
    for command in (
        onboarding(),
        ListProduct(product()),
        ReceiveStock("P1", "main", pieces(50)),
        order_of(),
        AcknowledgeOrder(order="O1", day=DAY),
        despatch(left("1", 10)),
        IssueInvoice(shipment="S1", day=DAY),
        asked,
        AuthoriseReturn(return_id="R1", day=DAY),
    ):
        otc.handle(command, actor="olga")
    return otc


def test_an_exchange_is_worth_the_order_that_replaces_the_goods():
    otc = with_a_return()
    more = ExchangeReturn(return_id="R1", order="O2", day=DAY, lines=(line(quantity=17),))
    assert code(otc, more, "clara") == "ABOVE_AMOUNT_LIMIT"
    assert code(otc, ExchangeReturn(return_id="R1", order="O2", day=DAY), "clara") == ""


def test_what_comes_back_is_worth_its_credit():
    otc = with_a_return()
    back = ReceiveReturn(return_id="R1", day=DAY, lines=(ReceivedLine(line="1", good=pieces(4)),), location="main")
    assert code(otc, back, "clara") == ""
    assert trail(otc, subject="return:R1") == [
        ("olga", "return.authorise", "taken", ""),
        ("clara", "return.receive", "taken", "48.00 EUR"),
    ]


def test_counts_and_thresholds_are_on_the_trail_of_their_shelf():
    otc = office(MemoryStore())
    otc.handle(ListProduct(product()), actor="olga")
    for command in (
        ReceiveStock("P1", "main", pieces(5)),
        CountStock("P1", "main", pieces(4)),
        SetStockPolicy("P1", "main"),
    ):
        otc.handle(command, actor="walter")
    assert trail(otc, subject="stock:P1@main") == [
        ("walter", "stock.count", "taken", ""),
        ("walter", "stock.set_policy", "taken", ""),
    ]


def test_prices_are_on_the_trail_of_their_list_and_of_their_product():
    otc = office(MemoryStore())
    otc.handle(ListProduct(product()), actor="olga")
    breaks = (PriceBreak(UnitPrice("9", "EUR")),)
    for command in (
        PublishPriceList(PriceList("ALL", "EUR")),
        SetPrices(price_list="ALL", product="P1", unit="C62", breaks=breaks),
        ChangeProduct(product(price="11.00")),
    ):
        otc.handle(command, actor="olga")
    assert code(otc, ChangeProduct(product(unit="KGM")), "olga") == "UNIT_FIXED"
    assert code(otc, ChangeProduct(product(price="0.01")), "clara") == "NOT_ALLOWED"
    assert trail(otc, subject="price_list:ALL") == [
        ("olga", "price_list.publish", "taken", ""),
        ("olga", "price_list.set_prices", "taken", ""),
    ]
    assert trail(otc, subject="product:P1") == [
        ("olga", "product.change", "taken", ""),
        ("olga", "product.change", "UNIT_FIXED", ""),
        ("clara", "product.change", "NOT_ALLOWED", ""),
    ]
