"""Placing an order: what needs a person is held."""

import pytest
from attrs import evolve as changed

from otcore.orders.hold import HoldKind
from otcore.orders.rules import PLACING, Finding, Placing, Verdict
from otcore.values.price import UnitPrice
from tests.orders.examples import (
    after,
    customer,
    eur,
    line,
    order_of,
    place_events,
    placed,
)
from tests.orders.outcomes import PRODUCTS, holds


def test_goods_that_the_catalogue_does_not_know_are_held():
    assert holds(line(product="?", name="Left-handed screw")) == [
        (HoldKind.INCOMPLETE, "PRODUCT_UNKNOWN", "line 1: Left-handed screw")
    ]


def test_an_unknown_product_counts_at_the_stated_price_without_tax():
    order = placed(line(product="?", price=UnitPrice("3.00", "EUR")), products=())
    assert order.value == eur("30.00")
    assert placed(line(product="?"), products=()).value == eur("0.00")


def test_an_order_in_another_unit_than_the_product_is_sold_in_is_held():
    assert holds(line(unit="KGM")) == [(HoldKind.INCOMPLETE, "UNIT_DIFFERS", "line 1: KGM")]


def test_goods_in_another_unit_are_not_taken_from_the_shelf():
    assert placed(line(unit="KGM")).lines[0].agreed.unlisted


def test_a_price_below_the_list_is_held():
    assert holds(line(price=UnitPrice("9.99", "EUR"))) == [
        (HoldKind.PRICE, "PRICE_BELOW_LIST", "line 1: 9.99 EUR instead of 10.00 EUR")
    ]


@pytest.mark.parametrize(("price", "per"), [("10.00", 1), ("10.01", 1), ("1000", 100)])
def test_a_price_at_the_list_or_above_is_the_buyers_to_state(price: str, per: int):
    assert holds(line(price=UnitPrice(price, "EUR", per))) == []


def test_prices_are_compared_for_one_unit():
    assert len(holds(line(price=UnitPrice("999", "EUR", 100)))) == 1


def test_a_missing_list_price_in_the_orders_currency_is_held():
    dollars = customer().profile
    facts = place_events(
        order_of(currency="USD"), PRODUCTS, customer=changed(customer(), profile=changed(dollars, currency="USD"))
    )
    order = after(None, facts)
    assert [hold.why for hold in order.holds] == ["line 1: no list price in USD"]
    assert order.holds[0].kind is HoldKind.INCOMPLETE
    assert order.lines[0].agreed.unlisted
    assert str(order.value) == "0.00 USD"


def test_a_stated_price_that_no_list_price_can_confirm_is_held():
    profile = changed(customer().profile, currency="USD")
    command = order_of(line(price=UnitPrice("1", "USD")), currency="USD")
    order = after(None, place_events(command, PRODUCTS, customer=changed(customer(), profile=profile)))
    assert [(hold.kind, hold.code) for hold in order.holds] == [(HoldKind.PRICE, "PRICE_UNKNOWN")]
    assert not order.lines[0].agreed.unlisted


def test_an_order_is_held_for_every_reason_at_once():
    lines = (line("1", product="?"), line("2", unit="KGM"), line("3", price=UnitPrice(1, "EUR")))
    assert [code for _, code, _ in holds(*lines)] == ["PRODUCT_UNKNOWN", "UNIT_DIFFERS", "PRICE_BELOW_LIST"]


# the host's own rules


def test_a_host_adds_rules_of_its_own():
    def on_a_weekday(placing: Placing) -> tuple[Finding, ...]:
        return (Finding("TOO_EARLY", f"{placing.command.day:%A}", Verdict.HOLD),)

    facts = place_events(order_of(), PRODUCTS, rules=(*PLACING, on_a_weekday))
    assert [fact.hold.code for fact in facts[1:]] == ["TOO_EARLY"]
    assert facts[1].hold.kind is HoldKind.MANUAL
