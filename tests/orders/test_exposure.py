"""What of an order counts, and that each stage takes in what the one before gives up."""

from decimal import Decimal

from attrs import evolve
from hypothesis import given
from hypothesis import strategies as st

from otcore.customers.credit.risk_class import STANDARD
from otcore.orders import events as e
from otcore.orders.credit_release import answered_for, covered
from otcore.orders.evolution import evolve as after_event
from otcore.orders.exposure import counting, due, order_moves, shipment_moves, shipped_exposure, without
from otcore.orders.hold import HoldKind, Release
from otcore.orders.line import weighing
from otcore.orders.order import Order
from otcore.receivables.exposure import item_exposure
from otcore.receivables.item import Receivable
from otcore.values.allocation import share_until
from otcore.values.money import Money
from otcore.values.period import Period
from otcore.values.rates import Rate
from tests.customers.credit_examples import account
from tests.orders.examples import DAY, after, confirmed, eur, line, placed, product, promised

DOLLARS = Rate("EUR", "USD", "1.237")


def cleared(*lines, **more) -> Order:
    return confirmed(promised(placed(*lines, products=(product(), product("P2", "0.07")), **more)))


def test_an_order_counts_once_it_is_cleared():
    order = placed()
    assert counting(order) == eur("0.00")
    assert order_moves(order, promised(order))[0].orders == eur("120.00")


def test_a_rise_that_waits_does_not_count():
    risen = after(cleared(), (e.CreditCleared(eur("100.00")),))
    assert counting(risen) == eur("100.00")
    assert counting(evolve(risen, open_value=eur("60.00"))) == eur("60.00")


def test_what_came_back_of_a_shipment_counts_as_cleared():
    risen = after(cleared(), (e.CreditCleared(eur("100.00")),))
    back = after_event(risen, e.ShipmentReversed("S1", (("1", Decimal(0), Decimal(0)),), eur("12.00")))
    assert counting(back) == eur("112.00")


def test_an_account_without_an_order_is_as_it_was_before_it():
    fresh, order = account(), cleared()
    (moved,) = order_moves(placed(), order)
    used = evolve(fresh, orders=moved.orders)
    assert without(used, order) == fresh
    assert without(used, placed()) == used


def test_an_order_is_wanted_when_the_first_of_it_is():
    days = (Period(DAY, DAY), Period(DAY.replace(day=9), DAY.replace(day=12)))
    assert due(placed(line("1", requested=days[1]), line("2", requested=days[0]))) == DAY
    assert due(placed(line("1", requested=days[1]), line("2"))) is None
    assert due(placed()) is None


def test_what_is_not_sold_is_not_wanted():
    gone = product("P1", sold=False)
    order = placed(line(), line("2", product="P2", requested=Period(DAY, DAY)), products=(gone, product("P2")))
    assert due(order) == DAY


shares = st.lists(st.integers(1, 6), min_size=1, max_size=5)


@given(shares, st.sampled_from([None, DOLLARS]))
def test_what_leaves_the_orders_for_goods_enters_the_deliveries(parts: list[int], rate: Rate | None):
    order = evolve(cleared(line(quantity=sum(parts)), line("2", 3, "P2")), rate=rate)
    start, deliveries = order, 0
    orders = order_moves(evolve(order, promised=False), order)[0].orders.minor
    left = orders
    for number, pieces in enumerate(parts):
        goods = _shipped(order, number, pieces)
        counted = shipped_exposure(order, goods)
        shipped = after_event(order, goods)
        (moved,) = shipment_moves(order, shipped, f"S{number}", counted)
        assert moved.orders == -counted
        order, deliveries, left = shipped, deliveries + moved.deliveries.minor, left + moved.orders.minor
    assert left + deliveries == orders
    assert order_moves(order, evolve(order, open_value=start.open_value - start.open_value))[0].orders.minor == -left


def _shipped(order: Order, number: int, pieces: int) -> e.GoodsShipped:
    weigh = weighing(order.lines)
    whole = sum((weigh(each, each.ledger.ordered) for each in order.lines), Decimal(0))
    first = order.lines[0]
    was = share_until(order.value.minor, weigh(first, first.ledger.shipped), whole)
    now = share_until(order.value.minor, weigh(first, first.ledger.shipped + pieces), whole)
    value = Money.from_minor(now - was, order.currency)
    return e.GoodsShipped(
        f"S{number}", (e.ShippedLine("1", Decimal(pieces), (), (), Decimal(0)),), value, value - value
    )


@given(st.integers(1, 10**6), st.integers(0, 10**7), st.lists(st.integers(1, 10**5), max_size=6))
def test_an_item_gives_up_by_shares_and_at_last_exactly_all(amount: int, exposure: int, paid: list[int]):
    item = Receivable(
        "I1", "C1", "1", DAY, DAY, Money.from_minor(amount, "EUR"), Money.from_minor(amount, "EUR"),
        exposure=Money.from_minor(exposure, "USD"),
    )  # fmt: skip
    last = item_exposure(item).minor
    assert last == exposure
    for part in (*paid, amount):
        item = evolve(item, open=Money.from_minor(max(item.open.minor - part, 0), "EUR"))
        assert 0 <= item_exposure(item).minor <= last
        last = item_exposure(item).minor
    assert last == 0


def test_a_release_answers_for_what_the_order_grew_by_and_for_all_that_is_open():
    order = placed()
    release = Release(HoldKind.CREDIT, "fine", eur("50.00"), DAY, "ann", ("X",), eur("100.00"))
    assert answered_for(evolve(order, open_value=eur("10.00")), release) == eur("70.00")
    assert answered_for(order, release) == eur("120.00")
    unknown = evolve(release, of=None)
    assert answered_for(evolve(order, open_value=eur("10.00")), unknown) == eur("50.00")


def test_only_releases_of_credit_holds_cover_credit_checks():
    release = Release(HoldKind.CREDIT, "fine", eur("120.00"), DAY, "ann", ("X", "Y"), eur("120.00"))
    other = evolve(release, kind=HoldKind.PRICE, codes=("Z",))
    order = evolve(placed(), releases=(other, release))
    assert covered(order, STANDARD, DAY) == {"X", "Y"}
