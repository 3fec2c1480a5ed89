"""The despatch advices of the case files replay: read, posted against an order of their lines, billed, told."""

from datetime import timedelta
from decimal import Decimal

import pytest
from lxml import etree

import otcore as ot
from otcore.adapters.ubl.despatch import read_despatch_advice
from otcore.adapters.ubl.despatch_writing import write_despatch_advice
from otcore.adapters.xml import read_xml
from otcore.orders.fulfilment import over_delivered
from otcore.orders.progress import Fulfilment, Invoicing
from otcore.workflows.order_status import AskOrderStatus

USE_CASES = (1, 2, 3, 4, 5)
NAME = "orders/peppol/Despatch_Advice_use_cases/DespatchAdvice-BIS3_UseCase{}.xml"
TEN = Decimal(10)


def paths(element, above=""):
    """Every path of elements and attributes, without positions."""
    path = f"{above}/{etree.QName(element).localname}"
    yield path
    yield from (f"{path}/@{name}" for name in element.attrib)
    for child in element:
        if isinstance(child.tag, str):
            yield from paths(child, path)


def advice_of(cases, number):
    return read_despatch_advice((cases / NAME.format(number)).read_bytes())


@pytest.fixture
def seller():
    """A seller with a confirmed order of the lines of an advice: so many of each ordered, and plenty on the shelf."""

    def opened(advice, ordered, **profile):
        otc = ot.OrderToCash(ot.MemoryStore(), ot.House(seller=ot.Seller(party=ot.Party("Seller"))))
        otc.handle(ot.OnboardCustomer("buyer", ot.Profile(party=ot.Party("Buyer"), currency="EUR", **profile)))
        price, tax = ot.UnitPrice("1", "EUR"), ot.TaxCategory("S", "25")
        for line in advice.lines:
            unit = line.quantity.unit
            otc.handle(ot.ListProduct(ot.Product(f"item-{line.line}", "Item", unit, price, tax)))
            otc.handle(ot.ReceiveStock(f"item-{line.line}", "MAIN", ot.Quantity(1000, unit)))
        lines = tuple(
            ot.RequestedLine(id=each.line, product=f"item-{each.line}", quantity=ot.Quantity(of, each.quantity.unit))
            for each, of in zip(advice.lines, ordered, strict=True)
        )
        day = advice.day - timedelta(days=1)
        order = ot.PlaceOrder(order="order", customer="buyer", day=day, currency="EUR", lines=lines)
        otc.handle(order)
        otc.handle(ot.AcknowledgeOrder(order="order", day=day))
        return otc

    return opened


def ledgers(otc):
    return {line.id: line.ledger for line in otc.ask(ot.Get(ot.ORDER, "order")).lines}


def test_use_case_2_is_complete_backordered_short_closed_both_and_over_delivered(cases, seller):
    advice = advice_of(cases, 2)
    otc = seller(advice, [TEN] * 5, over_delivery=ot.Percentage(20))
    otc.handle(advice.command("S1", "order"))
    found = {id: (ledger.shipped, ledger.open, ledger.cancelled) for id, ledger in ledgers(otc).items()}
    assert found == {"1": (10, 0, 0), "2": (6, 4, 0), "3": (6, 0, 4), "4": (6, 3, 1), "5": (12, 0, 0)}
    assert over_delivered(otc.ask(ot.Get(ot.ORDER, "order"))) == (("5", Decimal(2)),)
    standing = otc.ask(AskOrderStatus("order"))
    assert (standing.fulfilment, standing.invoicing) == (Fulfilment.PART_SHIPPED, Invoicing.NOT_INVOICED)


def test_use_case_2_delivers_too_much_where_nobody_agreed_to_more(cases, seller):
    advice = advice_of(cases, 2)
    otc = seller(advice, [TEN] * 5)
    with pytest.raises(ot.Rejected, match="OVER_DELIVERY: order=order, line=5"):
        otc.handle(advice.command("S1", "order"))


@pytest.mark.parametrize("number", USE_CASES)
def test_an_advice_of_all_that_was_ordered_ships_bills_and_delivers_all(number, cases, seller):
    advice = advice_of(cases, number)
    outstanding = {line.line: line.outstanding.value if line.outstanding else 0 for line in advice.lines}
    otc = seller(advice, [line.quantity.value + outstanding[line.line] for line in advice.lines])
    otc.handle(advice.command("S1", "order"))
    assert {id: ledger.open for id, ledger in ledgers(otc).items()} == outstanding
    invoice = otc.handle(ot.IssueInvoice(shipment="S1", day=advice.day))
    net = sum((line.quantity.value for line in advice.lines), Decimal(0))
    assert invoice.document.totals.line_net.amount == net.quantize(Decimal("0.01"))
    otc.handle(ot.ConfirmDelivery(shipment="S1", day=advice.day + timedelta(days=2)))
    standing = otc.ask(AskOrderStatus("order"))
    whole = Fulfilment.PART_DELIVERED if any(outstanding.values()) else Fulfilment.DELIVERED
    assert (standing.fulfilment, standing.invoicing) == (whole, Invoicing.INVOICED)


@pytest.mark.parametrize("number", USE_CASES)
def test_an_advice_that_is_reversed_leaves_its_order_as_it_was(number, cases, seller):
    advice = advice_of(cases, number)
    otc = seller(advice, [TEN * 100] * len(advice.lines))
    before = (otc.ask(ot.Get(ot.ORDER, "order")), otc.ask(ot.Every(ot.STOCK)), otc.ask(ot.Get(ot.CREDIT, "buyer")))
    otc.handle(advice.command("S1", "order"))
    otc.handle(ot.ReverseShipment(shipment="S1", day=advice.day, reason="lorry came back"))
    after = (otc.ask(ot.Get(ot.ORDER, "order")), otc.ask(ot.Every(ot.STOCK)), otc.ask(ot.Get(ot.CREDIT, "buyer")))
    assert after == before


def written(otc, advice):
    """What the seller tells of a shipment, with the parties of the advice it was read from."""
    shipment, order = otc.ask(ot.Get(ot.SHIPMENT, "S1")), otc.ask(ot.Get(ot.ORDER, "order"))
    return write_despatch_advice(shipment, order, ot.Party("Seller"), buyer=advice.delivery or advice.buyer)


@pytest.mark.parametrize("number", USE_CASES)
def test_what_is_told_of_a_shipment_is_what_was_read(number, cases, seller):
    advice = advice_of(cases, number)
    ordered = [TEN] * 5 if number == 2 else [line.quantity.value for line in advice.lines]
    otc = seller(advice, ordered, over_delivery=ot.Percentage(20))
    otc.handle(advice.command("S1", "order"))
    told = read_despatch_advice(written(otc, advice))
    assert told.lines == advice.lines
    assert (told.id, told.order, told.day) == ("S1", "order", advice.day)


@pytest.mark.parametrize("number", USE_CASES)
def test_an_advice_is_built_of_what_the_official_ones_are_built_of(number, cases, seller):
    advice = advice_of(cases, number)
    otc = seller(advice, [line.quantity.value for line in advice.lines])
    otc.handle(advice.command("S1", "order"))
    examples = [NAME.format(each) for each in USE_CASES] + ["orders/peppol/DespatchAdvice_Example.xml"]
    official = {path for name in examples for path in paths(read_xml((cases / name).read_bytes()))}
    assert set(paths(read_xml(written(otc, advice)))) - official == set()
