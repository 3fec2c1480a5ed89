"""Billing shipments: whatever leaves in whatever steps, every agreed amount is billed once."""

from decimal import Decimal

import pytest
from attrs import evolve as changed
from hypothesis import given
from hypothesis import strategies as st

from otcore.invoicing.billing import billable
from otcore.invoicing.calculation import Totals, calculate
from otcore.invoicing.parts.fitting import ROUNDING
from otcore.orders.events import LinesInvoiced
from otcore.orders.evolution import evolve
from otcore.orders.hold import Hold, HoldKind
from otcore.orders.order import Order
from otcore.orders.shipments.lifecycle import ShipmentStatus
from otcore.orders.shipments.shipment import Shipment, ShipmentLine
from otcore.values.adjustment import Adjustment
from otcore.values.faults import Rejected
from otcore.values.money import Money
from otcore.values.price import UnitPrice
from tests.orders.examples import DAY, STANDARD, confirmed, dec, eur, line, pieces, placed, product, promised

FREIGHT = Adjustment(charge=True, amount=eur("10.00"), tax=STANDARD, reason="freight")
OFF = Adjustment(charge=False, amount=eur("7.00"), reason="agreed")


def ordered(*lines, **more) -> Order:
    return confirmed(promised(placed(*lines, **more)))


def shipment(*left: tuple[str, int | str], id: str = "S1", invoice: str = "") -> Shipment:
    lines = tuple(ShipmentLine(line, Decimal(quantity), dec(0), "") for line, quantity in left)
    return Shipment(id, "O1", "C1", DAY, lines, eur("0.00"), invoice)


def billed(order: Order, *left: tuple[str, int | str]) -> Order:
    return evolve(order, LinesInvoiced("INV", tuple((line, Decimal(quantity)) for line, quantity in left)))


def test_what_left_is_billed_at_the_agreed_price():
    bill = billable(ordered(line(), line("2", 5)), shipment(("2", 4)))
    (only,) = bill.lines
    assert (only.id, only.quantity, only.price, only.tax) == ("2", pieces(4), UnitPrice("10.00", "EUR"), STANDARD)


def test_lines_are_billed_in_the_orders_order():
    bill = billable(ordered(line("b"), line("a")), shipment(("a", 1), ("b", 1)))
    assert [each.id for each in bill.lines] == ["b", "a"]


def test_a_line_of_which_nothing_left_is_not_billed():
    assert [each.id for each in billable(ordered(line("1"), line("2")), shipment(("1", 1), ("2", 0))).lines] == ["1"]


def test_a_shipment_is_billed_once():
    with pytest.raises(Rejected, match="ALREADY_INVOICED: shipment=S1, invoice=INV-1"):
        billable(ordered(), shipment(("1", 1), invoice="INV-1"))


def test_a_shipment_of_nothing_is_not_billed():
    with pytest.raises(Rejected, match="NOTHING_TO_BILL: shipment=S1"):
        billable(ordered(), shipment(("1", 0)))


def test_a_planned_shipment_is_not_billed():
    planned = changed(shipment(("1", 1)), status=ShipmentStatus.PLANNED)
    with pytest.raises(Rejected, match="SHIPMENT_NOT_POSTED"):
        billable(ordered(), planned)


def test_a_held_order_is_not_billed_but_for_credit():
    bill = shipment(("1", 1))
    with pytest.raises(Rejected, match="ORDER_HELD: order=O1, holds=ODD"):
        billable(changed(ordered(), holds=(Hold(HoldKind.MANUAL, "ODD", DAY, "odd"),)), bill)
    billable(changed(ordered(), holds=(Hold(HoldKind.CREDIT, "LIMIT", DAY, "limit"),)), bill)


def test_a_fixed_allowance_of_a_line_is_billed_by_shares_and_the_last_takes_the_rest():
    order = ordered(line(quantity=3, adjustments=(OFF,)))
    parts = []
    for _ in range(3):
        bill = billable(order, shipment(("1", 1)))
        parts.append(bill.lines[0].adjustments[0].amount)
        order = billed(order, ("1", 1))
    assert parts == [eur("2.33"), eur("2.34"), eur("2.33")]


def test_a_fixed_charge_of_the_order_is_billed_by_what_the_lines_are_worth():
    order = ordered(line(quantity=3), line("2", 1), adjustments=(FREIGHT,))
    assert billable(order, shipment(("2", 1))).adjustments == (changed(FREIGHT, amount=eur("2.50")),)


def test_a_share_that_comes_to_nothing_is_left_out():
    order = ordered(line(quantity=1000), adjustments=(Adjustment(charge=True, amount=eur("0.01"), tax=STANDARD),))
    assert billable(order, shipment(("1", 1))).adjustments == ()


def test_goods_beyond_the_order_carry_no_share():
    order = billed(ordered(line(adjustments=(OFF,)), adjustments=(FREIGHT,)), ("1", 10))
    bill = billable(order, shipment(("1", 2)))
    assert (bill.lines[0].adjustments, bill.adjustments) == ((), ())


def test_free_goods_carry_the_freight_by_their_quantities():
    order = ordered(line(quantity=3), line("2", 1), products=(product(price="0"),), adjustments=(FREIGHT,))
    first = billable(order, shipment(("1", 3)))
    assert first.adjustments == (changed(FREIGHT, amount=eur("7.50")),)
    assert billable(billed(order, ("1", 3)), shipment(("2", 1))).adjustments == (changed(FREIGHT, amount=eur("2.50")),)


def test_a_line_that_is_not_sold_carries_no_share():
    both = (product(), product("P2", sold=False))
    order = ordered(line(), line("2", product="P2"), products=both, adjustments=(FREIGHT,))
    assert billable(order, shipment(("1", 10))).adjustments == (FREIGHT,)


def test_a_percentage_is_of_what_is_billed():
    tenth = Adjustment(charge=False, percent=Decimal(10))
    bill = billable(ordered(line(adjustments=(tenth,))), shipment(("1", 4)))
    assert bill.lines[0].adjustments == (tenth,)
    assert calculate(bill).lines[0].net == eur("36.00")


def test_the_base_of_a_percentage_is_shared_out_too():
    tenth = Adjustment(charge=False, percent=Decimal(10), base=eur("50.00"))
    order = ordered(line(adjustments=(tenth,)))
    assert billable(order, shipment(("1", 4))).lines[0].adjustments[0].base == eur("20.00")


def test_a_percentage_whose_base_is_used_up_is_left_out():
    tenth = Adjustment(charge=False, percent=Decimal(10), base=eur("50.00"))
    order = billed(ordered(line(adjustments=(tenth,))), ("1", 10))
    assert billable(order, shipment(("1", 2))).lines[0].adjustments == ()


def shipped_in(order: Order, *parts: tuple[tuple[str, str], ...]) -> list[Totals]:
    """The invoices of one shipment after another."""
    totals = []
    for part in parts:
        totals.append(calculate(billable(order, shipment(*part))))
        order = billed(order, *part)
    return totals


def one_by_one(price: str, *quantities: str, ordered_: str = "10") -> list[Totals]:
    order = ordered(line(quantity=ordered_, price=UnitPrice(price, "EUR")), products=(product(price="0"),), rules=())
    return shipped_in(order, *(((("1", quantity)),) for quantity in quantities))


def test_a_price_below_the_cent_bills_the_order_exactly_in_parts():
    first, last = one_by_one("14.505", "3", "7")
    assert (first.lines[0].net, last.lines[0].net) == (eur("43.52"), eur("101.53"))


def test_a_cent_that_quantity_times_price_gives_too_much_is_an_allowance_of_the_line():
    _, last = one_by_one("14.505", "3", "7")
    (allowance,) = last.lines[0].adjustments
    assert (allowance.charge, allowance.amount, allowance.reason) == (False, eur("0.01"), "Rounding")


def test_what_tax_rounds_otherwise_in_parts_is_the_rounding_amount():
    parts = one_by_one("0.33", "1", "1", "1", ordered_="3")
    assert [part.rounding for part in parts] == [eur("0.00"), eur("-0.01"), eur("0.00")]
    assert sum(part.payable.minor for part in parts) == 119


def test_goods_beyond_the_order_are_billed_at_its_price_to_the_cent():
    parts = one_by_one("14.505", "3", "9")
    assert sum(part.lines[0].net.minor for part in parts) == 17406


def test_an_order_closed_short_bills_what_was_shipped_to_the_cent():
    parts = one_by_one("14.505", "3", "4")
    assert sum(part.lines[0].net.minor for part in parts) == 10154


def test_more_of_a_line_bills_what_the_amended_order_comes_to_less_what_was_billed():
    order = ordered(line(price=UnitPrice("14.505", "EUR")), products=(product(price="0"),), rules=())
    first = calculate(billable(order, shipment(("1", "3"))))
    more = with_ordered(billed(order, ("1", "3")), Decimal(20))
    last = calculate(billable(more, shipment(("1", "17"))))
    assert first.lines[0].net + last.lines[0].net == eur("290.10")


def with_ordered(order: Order, quantity: Decimal) -> Order:
    (only,) = order.lines
    return changed(order, lines=(changed(only, ledger=changed(only.ledger, ordered=quantity)),))


amounts = st.integers(1, 10_000).map(lambda minor: Money.from_minor(minor, "EUR"))
quantities = st.integers(1, 40).map(lambda quarters: Decimal(quarters) / 4)


@given(
    st.lists(st.tuples(quantities, st.sampled_from(["0", "0.01", "3.33", "10"]), amounts), min_size=1, max_size=3),
    amounts,
    amounts,
    st.data(),
)
def test_any_sequence_of_shipments_bills_every_fixed_amount_once(
    lines: list[tuple[Decimal, str, Money]], freight: Money, discount: Money, data: st.DataObject
):
    requested = [
        line(str(index), str(quantity), price=UnitPrice(price, "EUR"), adjustments=(changed(OFF, amount=allowance),))
        for index, (quantity, price, allowance) in enumerate(lines)
    ]
    whole = (changed(FREIGHT, amount=freight), Adjustment(charge=False, amount=discount, tax=STANDARD))
    order = ordered(*requested, products=(product(price="0"),), adjustments=whole, rules=())
    open_ = {each.id: each.ledger.ordered for each in order.lines}
    of_lines, charged, allowed = dict.fromkeys(open_, 0), 0, 0
    while any(open_.values()):
        id = data.draw(st.sampled_from([id for id, quantity in open_.items() if quantity]))
        part = min(data.draw(quantities), open_[id])
        bill = billable(order, shipment((id, str(part))))
        agreed = [each for each in bill.lines[0].adjustments if each.reason != ROUNDING]
        of_lines[id] += sum(each.amount.minor for each in agreed if each.amount)
        charged += sum(each.amount.minor for each in bill.adjustments if each.charge and each.amount)
        allowed += sum(each.amount.minor for each in bill.adjustments if not each.charge and each.amount)
        order, open_[id] = billed(order, (id, str(part))), open_[id] - part
    assert of_lines == {str(index): allowance.minor for index, (_, _, allowance) in enumerate(lines)}
    assert (charged, allowed) == (freight.minor, discount.minor)
