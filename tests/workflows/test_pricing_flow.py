"""An order is taken at the price of the day by the lists that its customer buys from; agreed, it stays."""

from contextlib import suppress
from datetime import date

import pytest
from attrs import evolve as changed

import otcore as ot
from otcore.app.sync import MAIN
from otcore.catalog.listed_price import PriceBreak, SetPrices
from otcore.catalog.price_list import PriceList, PublishPriceList
from otcore.catalog.validity import ALWAYS, Validity
from otcore.customers.group import DefineGroup
from otcore.orders.hold import HoldKind
from otcore.orders.order import Order
from otcore.orders.policy import Deviation, OrderPolicy, PricePolicy
from otcore.ports.storage import Context
from otcore.values.percentage import Percentage
from otcore.values.price import UnitPrice
from otcore.workflows.house import House
from otcore.workflows.place import place
from otcore.workflows.requests import Find, Load, LoadMany
from tests.catalog.lists import at
from tests.orders.examples import DAY, dec, line, order_of, product
from tests.workflows.desk import HOUSE, NOW, Desk, desk

GENERAL = changed(HOUSE, price_lists=("ALL",))


def lists(ready: Desk, name: str, *breaks: PriceBreak, currency: str = "EUR", valid: Validity = ALWAYS) -> None:
    ready.otc.handle(PublishPriceList(PriceList(name, currency, valid)))
    ready.otc.handle(SetPrices(price_list=name, product="P1", unit="C62", breaks=breaks))


def trade(*own: str, group: str = "", house: House = GENERAL, currencies: tuple[str, ...] = ()) -> Desk:
    """A desk where the group "G" buys from G, everybody from ALL, and C1 from its own lists."""
    ready = Desk(house=house)
    ready.otc.handle(DefineGroup(group="G", price_lists=("G",)))
    ready.onboards(price_lists=own, group=group, currencies=currencies)
    ready.lists(product(), product("P2", "2.50"))
    lists(ready, "OWN", at("7"))
    lists(ready, "G", at("8"))
    lists(ready, "ALL", at("9"))
    return ready


def asking() -> ot.AskPrice:
    return ot.AskPrice(customer="C1", product="P1", quantity=dec(5), day=DAY, currency="EUR")


def price(order: Order) -> tuple[str, str]:
    agreed = order.lines[0].agreed
    return str(agreed.price), agreed.price_list


@pytest.mark.parametrize(
    ("own", "group", "expected"),
    [
        (("OWN",), "G", ("7 EUR", "OWN")),
        (("G", "OWN"), "", ("8 EUR", "G")),
        (("?",), "G", ("8 EUR", "G")),
        ((), "G", ("8 EUR", "G")),
        ((), "", ("9 EUR", "ALL")),
        ((), "?", ("9 EUR", "ALL")),
    ],
)
def test_the_customers_lists_go_before_its_groups_and_those_before_the_houses(own, group, expected):
    assert price(trade(*own, group=group).places()) == expected


def test_without_lists_the_products_list_price_counts():
    assert price(trade(house=HOUSE).places()) == ("10.00 EUR", "")


def test_a_product_that_no_list_has_is_sold_at_its_list_price():
    assert price(trade("OWN").places(line(product="P2"))) == ("2.50 EUR", "")


def test_a_larger_quantity_may_cost_less():
    ready = desk(house=GENERAL)
    lists(ready, "ALL", at("9"), at("8.50", 100))
    order = ready.places(line("1", 99), line("2", 100))
    assert [str(each.agreed.price) for each in order.lines] == ["9 EUR", "8.50 EUR"]


def test_a_list_counts_while_it_is_valid():
    ready = desk(house=GENERAL)
    lists(ready, "ALL", at("9"), valid=Validity(until=DAY))
    assert price(ready.places()) == ("9 EUR", "ALL")
    assert price(ready.places(order="O2", day=date(2026, 3, 3))) == ("10.00 EUR", "")


def test_a_line_in_another_unit_is_not_priced_by_the_lists():
    order = trade("OWN").places(line(unit="KGM"))
    assert price(order) == ("10.00 EUR", "")
    assert [hold.code for hold in order.holds] == ["UNIT_DIFFERS"]


def test_a_stated_price_counts_and_is_compared_with_the_lists():
    ready = trade("OWN")
    fair = ready.places(line(price=UnitPrice("7.00", "EUR")))
    assert (price(fair), fair.held) == (("7.00 EUR", ""), False)
    low = ready.places(line(price=UnitPrice("6.99", "EUR")), order="O2")
    assert [(hold.kind, hold.code) for hold in low.holds] == [(HoldKind.PRICE, "PRICE_BELOW_LIST")]
    assert low.holds[0].why == (
        "line 1: 6.99 EUR instead of 7 EUR; "
        "OWN: 7 EUR from 0 C62 (before ALL: 9 EUR from 0 C62; before list price: 10.00 EUR)"
    )


def test_a_price_is_asked_for_with_its_reasons():
    ready = trade("OWN", group="G")
    ask = asking()
    found = ready.otc.ask(ask)
    assert found is not None
    assert (found.price, found.price_list) == (UnitPrice("7", "EUR"), "OWN")
    assert found.why == (
        "OWN: 7 EUR from 0 C62 (before G: 8 EUR from 0 C62; before ALL: 9 EUR from 0 C62; before list price: 10.00 EUR)"
    )
    assert ready.otc.ask(changed(ask, currency="SEK")) is None
    with pytest.raises(ot.NotFound):
        ready.otc.ask(changed(ask, product="?"))


@pytest.mark.parametrize(("own", "group"), [(("OWN",), "G"), (("?",), "G"), ((), "G"), ((), "")])
@pytest.mark.parametrize("house", [GENERAL, HOUSE])
def test_a_price_that_is_asked_for_is_what_an_order_costs(own, group, house):
    ready = trade(*own, group=group, house=house)
    found = ready.otc.ask(asking())
    assert found is not None
    assert (str(found.price), found.price_list) == price(ready.places())


def test_a_price_may_be_asked_for_by_other_lists_than_the_houses():
    ready = trade()
    found = [ready.otc.ask(changed(asking(), price_lists=names)) for names in (("OWN",), ())]
    assert [(str(each.price), each.price_list) for each in found if each] == [("7 EUR", "OWN"), ("10.00 EUR", "")]


# what is agreed stays (an invoice takes the order's price, and nothing recalculates it)


def test_a_price_that_was_agreed_does_not_move_with_the_lists():
    ready = trade("OWN")
    ready.receives(10)
    before = ready.places()
    lists(ready, "OWN", at("99"))
    ready.otc.handle(PublishPriceList(PriceList("OWN", "EUR", Validity(until=date(2020, 1, 1)))))
    ready.acknowledges()
    assert ready.order().lines[0].agreed == before.lines[0].agreed
    assert ready.order().value == before.value


def test_an_invoice_takes_the_orders_price_and_not_the_lists():
    ready = trade("OWN")
    ready.receives(10)
    ready.places()
    lists(ready, "OWN", at("99"))
    ready.acknowledges()
    ready.ships(ot.DespatchLine("1", ot.Quantity("10", "C62")))
    assert str(ready.bills().payable) == "84.00 EUR"


# what is asked of the store


def asked(ready: Desk) -> list[str]:
    """The kinds of aggregates that placing an order of three lines asks the store for, a request each."""
    unit = ready.store.begin(Context(MAIN, "test", NOW))
    lines = (line("1"), line("2", 100), line("3", product="P2"))
    flow, kinds, answer = place(order_of(*lines), ready.house), [], None
    with suppress(StopIteration):
        while True:
            request = flow.send(answer)
            if isinstance(request, Load | LoadMany | Find):
                kinds.append(request.kind.name)
            answer = request.on(unit)
    return kinds


def test_prices_take_a_request_for_the_lists_and_one_for_the_prices():
    with_lists = asked(trade("OWN"))
    assert [kind for kind in with_lists if kind.startswith("price")] == ["price_list", "price"]
    assert [kind for kind in with_lists if not kind.startswith("price")] == asked(trade(house=HOUSE))


def test_without_lists_no_price_is_asked_for():
    assert not {"price", "price_list", "customer_group"} & set(asked(trade(house=HOUSE)))


def test_the_group_is_asked_for_where_there_is_one():
    assert "customer_group" in asked(trade(group="G"))


# currencies and the house's policies


def test_a_list_prices_an_order_in_another_currency_that_was_agreed():
    ready = trade("USD", currencies=("USD",))
    lists(ready, "USD", at("11", currency="USD"), currency="USD")
    order = ready.places(line(product="?"), line("2"), currency="USD")
    assert [str(each.agreed.price) for each in order.lines] == ["0 USD", "11 USD"]


def test_a_customers_policy_goes_before_its_groups_and_that_before_the_houses():
    lenient = OrderPolicy(prices=PricePolicy(below=Deviation(Percentage(50))))
    loose = OrderPolicy(prices=PricePolicy(below=Deviation(Percentage(20))))
    house = changed(HOUSE, group_policies={"G": lenient}, customer_policies={"C2": loose})
    ready = trade(house=house)
    ready.onboards("C2", group="G")
    ready.onboards("C3", group="G")
    cheap = line(price=UnitPrice("6.00", "EUR"))
    held = {each: ready.places(cheap, order=f"O-{each}", customer=each).held for each in ("C1", "C2", "C3")}
    assert held == {"C1": True, "C2": True, "C3": False}
