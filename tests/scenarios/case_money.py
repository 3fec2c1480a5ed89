"""Prices, payments and roundings: what is agreed is what is billed, to the cent."""

from decimal import Decimal

import otcore as ot
from otcore.orders.details import Delivery, OrderDetails
from otcore.orders.lifecycle import Status
from otcore.orders.progress import Invoicing
from otcore.values.adjustment import Adjustment
from tests.scenarios.registry import Case, decided_otherwise, holds
from tests.scenarios.world import DAY, SHELF, World, eur

RECORD = "0023-where-scenarios-differ.md"
UNTAXED = ot.TaxCategory("Z", "0")


def listing(world: World, price: int) -> None:
    """The price list says this price from now on."""
    world.do(ot.PublishPriceList(ot.PriceList("list", "EUR")))
    breaks = (ot.PriceBreak(ot.UnitPrice(price, "EUR")),)
    world.do(ot.SetPrices(price_list="list", product="P", unit="C62", breaks=breaks))


def shop() -> World:
    """A product of 10 by the price list."""
    world = World(price_lists=("list",))
    world.product(on_hand=10, price=99)
    listing(world, 10)
    return world


@holds("ISS-22")
def an_invoice_has_the_price_of_its_order(case: Case) -> None:
    world = shop()
    world.order(2)
    dearer = (ot.LineChange(line="1", price=ot.UnitPrice(12, "EUR")),)
    world.do(ot.ProposeAmendment(order="O", day=DAY, by=ot.Side.SELLER, changes=dearer))
    world.do(ot.AcceptAmendment(order="O", day=DAY, by=ot.Side.BUYER))
    listing(world, 20)
    world.ship(2)
    invoice = world.bill()
    assert [line.price for line in invoice.document.lines] == [ot.UnitPrice(12, "EUR")]
    assert invoice.payable == eur(24)


@holds("ISS-23")
def another_address_moves_no_price(case: Case) -> None:
    world = shop()
    before = world.order(2)
    listing(world, 20)
    there = OrderDetails(delivery=Delivery(address=ot.Address(city="Ghent", country="BE")))
    world.do(ot.ProposeAmendment(order="O", day=DAY, by=ot.Side.BUYER, details=there))
    after = world.do(ot.AcceptAmendment(order="O", day=DAY, by=ot.Side.SELLER))
    assert after.details.delivery == there.delivery
    assert after.lines == before.lines
    assert [line.agreed.price for line in after.lines] == [ot.UnitPrice(10, "EUR")]
    assert (after.value, after.open_value, after.holds) == (eur(20), eur(20), ())


@holds("VEN-PAY-1")
def a_part_of_the_money_is_not_enough(case: Case) -> None:
    world = World()
    world.product(on_hand=10, price=10)
    world.prepaying("D")
    world.place(10, customer="D")
    again = ot.RecheckCredit(order="O", day=DAY)
    world.pay_ahead(40, "D", id="A1")
    world.refuses("CREDIT_NOT_CLEARED", again)
    assert [hold.code for hold in world.the().holds] == ["PREPAYMENT_REQUIRED"]
    world.pay_ahead(60, "D", id="A2")
    order = world.do(again)
    assert (order.holds, order.promised) == ((), True)


@holds("ISS-01")
def parts_of_an_amount_add_up_to_it(case: Case) -> None:
    world = World()
    world.product(on_hand=10, price=0)
    agreed = Adjustment(charge=True, amount=eur("145.05"), reason="Agreed for the whole", tax=UNTAXED)
    world.order(10, adjustments=(agreed,))
    parts = []
    for shipment, quantity in (("30 %", 3), ("70 %", 7)):
        world.ship((quantity, 10 - quantity), id=shipment)
        parts.append(world.bill(shipment).payable)
    assert parts == [eur("43.52"), eur("101.53")]
    assert sum(part.minor for part in parts) == world.the().value.minor == 14505


@holds("ISS-03")
def three_parts_make_a_whole(case: Case) -> None:
    world = World()
    world.product(on_hand=10)
    world.order("1")
    for shipment, (quantity, rest) in enumerate((("0.35", "0.65"), ("0.35", "0.30"), ("0.30", "0"))):
        world.ship((quantity, rest), id=str(shipment))
        world.bill(str(shipment))
    assert world.ledger().invoiced == Decimal(1)
    assert (world.status().invoicing, world.the().status) == (Invoicing.INVOICED, Status.CLOSED)


@decided_otherwise(
    "ISS-04", rule="money in advance is money on account, with no tax in it; it is deducted as it came", record=RECORD
)
def a_deposit_is_deducted_as_it_came(case: Case) -> None:
    world = World()
    world.customer("D", bank_accounts=("ACCOUNT-D",))
    world.do(ot.ListProduct(ot.Product("P", "P", "C62", ot.UnitPrice(200, "EUR"), ot.TaxCategory("S", "21"))))
    world.do(ot.ReceiveStock("P", SHELF, ot.Quantity(1, "C62")))
    world.pay_ahead(100, "D")
    world.order(1, customer="D")
    world.ship(1)
    totals = world.bill().document.totals
    assert (totals.tax_exclusive, totals.tax, totals.payable) == (eur(200), eur(42), eur(242))
    books = world.otc.ask(ot.AskOpenBalance(world.day, "EUR"))
    assert (books.open, books.unapplied) == (eur(242), eur(100))
