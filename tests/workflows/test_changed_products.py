"""A product that changes counts for the orders that come; those that are there stay what was agreed."""

import pytest
from attrs import evolve as changed

from otcore.catalog.product import ChangeProduct, Product
from otcore.orders.drafting import DraftOrder, SubmitOrder
from otcore.ports.aggregates import PRODUCT
from otcore.ports.errors import NotFound
from otcore.values.faults import Rejected
from otcore.values.percentage import Percentage
from otcore.values.price import UnitPrice
from otcore.values.tax import TaxCategory
from otcore.workflows.ask import Get
from tests.orders.examples import DAY, left, line, product
from tests.workflows.amendments import change, proposes
from tests.workflows.books import books
from tests.workflows.books import refused as refusal
from tests.workflows.desk import Desk, desk
from tests.workflows.goods import counts, expects

ANOTHER = changed(
    product(),
    name="Other",
    price=UnitPrice("99", "EUR"),
    tax=TaxCategory("Z", "0"),
    sold=False,
    drop_shipped=True,
    over_delivery=Percentage(50),
    under_delivery=Percentage(50),
)


def changes(ready: Desk, stated: Product = ANOTHER) -> Product:
    return ready.otc.handle(ChangeProduct(stated))


def refused(ready: Desk, stated: Product) -> str:
    return refusal(ready, lambda: changes(ready, stated)).code


def test_a_changed_product_is_what_was_said_last():
    ready = desk(stocked=10)
    assert changes(ready) == ANOTHER
    assert ready.otc.ask(Get(PRODUCT, "P1")) == ANOTHER


def test_an_order_after_the_change_is_placed_at_what_the_product_is_then():
    ready = desk()
    changes(ready, product(price="12.00"))
    assert str(ready.places().lines[0].agreed.price) == "12.00 EUR"


def test_an_order_that_is_there_is_shipped_and_billed_as_agreed():
    ready = desk(stocked=10)
    before = ready.places()
    ready.acknowledges()
    changes(ready)
    ready.ships(left("1", 6))
    ready.ships(left("1", 4), shipment="S2")
    order = ready.order()
    assert (order.value, order.lines[0].agreed) == (before.value, before.lines[0].agreed)
    assert [str(ready.bills(shipment).payable) for shipment in ("S1", "S2")] == ["72.00 EUR", "48.00 EUR"]


def test_a_line_that_is_amended_keeps_what_was_agreed_of_it():
    ready = desk(stocked=10)
    before = ready.places()
    changes(ready, product(price="99", tax=TaxCategory("Z", "0")))
    proposes(ready, change(quantity=5))
    assert ready.order().lines[0].agreed == before.lines[0].agreed
    assert str(ready.order().value) == "60.00 EUR"


def test_a_draft_is_placed_at_what_the_product_is_when_it_is_submitted():
    ready = desk()
    ready.handle(DraftOrder(order="O1", customer="C1", day=DAY, currency="EUR", lines=(line(quantity=1),)))
    changes(ready, product(price="12.00"))
    assert str(ready.handle(SubmitOrder(order="O1", day=DAY)).value) == "14.40 EUR"


def test_saying_the_same_again_leaves_the_books_alone():
    ready = desk()
    before = books(ready.store)
    assert changes(ready, product()) == product()
    assert books(ready.store) == before


def test_a_product_that_is_not_listed_is_not_changed():
    with pytest.raises(NotFound, match="no product 'P9'"):
        changes(desk(), product("P9"))


def test_a_product_keeps_its_unit():
    assert refused(desk(), product(unit="KGM")) == "UNIT_FIXED"


def test_goods_become_no_service_while_they_lie_on_a_shelf_or_are_announced():
    service = product(stocked=False)
    ready = desk(stocked=10)
    assert refused(ready, service) == "STOCKED_FIXED"
    counts(ready, 0)
    assert changes(ready, service) == service
    ready = desk()
    expects(ready, 10, 3)
    assert refused(ready, service) == "STOCKED_FIXED"
    expects(ready, 0, 3)
    assert changes(ready, service) == service
    with pytest.raises(Rejected, match="NOT_STOCKED"):
        ready.receives(1)
