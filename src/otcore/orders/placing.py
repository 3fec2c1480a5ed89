"""Placing: from what the buyer asks for to an order in the books, with every reason why it does not simply go on."""

from collections.abc import Iterator, Mapping
from datetime import date
from decimal import Decimal

from attrs import field, frozen

from otcore.catalog.pricing import Priced
from otcore.catalog.product import Product
from otcore.customers.customer import Customer
from otcore.orders.commands import PlaceOrder
from otcore.orders.events import Event, HoldPlaced, OrderPlaced, OrderRejected
from otcore.orders.hold import Hold
from otcore.orders.lifecycle import Status
from otcore.orders.line import Agreed, Ledger, OrderLine, RequestedLine
from otcore.orders.order import Order
from otcore.orders.policy import USUAL, OrderPolicy
from otcore.orders.rules import PLACING, Placing, Rule
from otcore.orders.verdict import Finding, Verdict
from otcore.values.calendar import MONDAY_TO_FRIDAY, WorkCalendar
from otcore.values.faults import Fault, Invalid, Rejected
from otcore.values.money import Money
from otcore.values.period import Period
from otcore.values.price import UnitPrice
from otcore.values.rates import Rate
from otcore.values.tax import TaxCategory

NOTHING = Decimal(0)
NO_TAX_KNOWN = TaxCategory("O", NOTHING)
"""An unlisted line counts without tax until a person completes it."""


@frozen(kw_only=True)
class PlacingGiven:
    """Facts for placing: the customer, the products by line id, orders of the same reference, the order's value.

    `prices` are what the price lists say, by line id, where there are any. `value` is what the lines come to with tax,
    by the invoice arithmetic, `net` without (None: the same). `rules`, `policy` and `calendar` are the host's.
    `rate`: into the currency of the credit account, where that is another and the rate is known.
    """

    customer: Customer
    products: Mapping[str, Product] = field(factory=dict)
    prices: Mapping[str, Priced] = field(factory=dict)
    same_reference: tuple[Order, ...] = ()
    value: Money
    net: Money | None = None
    rules: tuple[Rule, ...] = PLACING
    policy: OrderPolicy = USUAL
    calendar: WorkCalendar = MONDAY_TO_FRIDAY
    rate: Rate | None = None


NO_PRICES: Mapping[str, Priced] = {}
"""What price lists say where there are none."""


def agree(
    command: PlaceOrder, products: Mapping[str, Product], prices: Mapping[str, Priced] = NO_PRICES
) -> tuple[OrderLine, ...]:
    """The lines with what is agreed on each: the buyer's price and tax where stated, else the price lists' and the
    catalogue's.
    """
    faults = tuple(_faults(command))
    if faults:
        raise Invalid(*faults)
    return tuple([_line(command, request, products.get(request.id), prices) for request in command.lines])


def place(
    order: Order | None, command: PlaceOrder, lines: tuple[OrderLine, ...], given: PlacingGiven
) -> tuple[Event, ...]:
    """The facts that follow: placed, and rejected or held where a rule says so. `order`: None, or its draft."""
    if order is not None and order.status is not Status.DRAFT:
        raise Rejected("ORDER_EXISTS", order=command.order)
    placed = OrderPlaced(
        command.order,
        command.customer,
        command.day,
        command.currency,
        lines,
        command.adjustments,
        command.details,
        given.value,
        given.rate,
    )
    return (placed, *_consequences(command, lines, given))


def findings(command: PlaceOrder, lines: tuple[OrderLine, ...], given: PlacingGiven) -> tuple[Finding, ...]:
    """Everything the rules find, in their order."""
    placing = Placing(
        command=command,
        customer=given.customer,
        lines=lines,
        products=given.products,
        prices=given.prices,
        same_reference=given.same_reference,
        value=given.value,
        net=given.value if given.net is None else given.net,
        policy=given.policy,
        calendar=given.calendar,
    )
    return tuple([finding for rule in given.rules for finding in rule(placing)])


def _consequences(command: PlaceOrder, lines: tuple[OrderLine, ...], given: PlacingGiven) -> tuple[Event, ...]:
    found = findings(command, lines, given)
    refusals = tuple(f"{each.code}: {each.text}" for each in found if each.verdict is Verdict.REJECT)
    if refusals:
        return (OrderRejected(refusals),)
    return tuple(HoldPlaced(hold_of(each, command.day)) for each in found)


def hold_of(finding: Finding, day: date) -> Hold:
    """The hold that a finding leads to."""
    return Hold(finding.hold, finding.code, day, finding.text)


def _line(
    command: PlaceOrder, request: RequestedLine, product: Product | None, prices: Mapping[str, Priced]
) -> OrderLine:
    agreed = (
        _unlisted(command, request) if product is None else _listed(command, request, product, prices.get(request.id))
    )
    given_up = NOTHING if agreed.sold else request.quantity.value
    return OrderLine(request.id, agreed, Ledger(request.quantity.value, given_up))


def _listed(command: PlaceOrder, request: RequestedLine, product: Product, found: Priced | None) -> Agreed:
    price = request.price or (found.price if found else product.price)
    priced = price.currency == command.currency
    return Agreed(
        product.id,
        request.name or product.name,
        request.quantity.unit,
        price if priced else UnitPrice(NOTHING, command.currency),
        request.tax or product.tax,
        request.adjustments,
        request.description,
        request.buyer_item,
        request.standard_item or product.standard_item,
        _requested(command, request),
        request.note,
        request.accounting_cost,
        stocked=product.stocked,
        sold=product.sold,
        unlisted=not priced or request.quantity.unit != product.unit,
        drop_shipped=product.drop_shipped,
        price_list="" if request.price or not found else found.price_list,
        over_delivery=product.over_delivery,
        under_delivery=product.under_delivery,
    )


def _unlisted(command: PlaceOrder, request: RequestedLine) -> Agreed:
    return Agreed(
        request.product,
        request.name or request.product or request.id,
        request.quantity.unit,
        request.price or UnitPrice(NOTHING, command.currency),
        request.tax or NO_TAX_KNOWN,
        request.adjustments,
        request.description,
        request.buyer_item,
        request.standard_item,
        _requested(command, request),
        request.note,
        request.accounting_cost,
        unlisted=True,
    )


def _requested(command: PlaceOrder, request: RequestedLine) -> Period | None:
    """The days the line is wanted on: its own, else the whole order's."""
    delivery = command.details.delivery
    return request.requested or (delivery.requested if delivery else None)


def _faults(command: PlaceOrder) -> Iterator[Fault]:
    if not command.lines:
        yield Fault("NO_LINES", "an order has at least one line", "/lines")
    seen: set[str] = set()
    for index, line in enumerate(command.lines):
        if line.id in seen:
            yield Fault("DUPLICATE_LINE", f"line {line.id} stands twice", f"/lines/{index}/id")
        seen.add(line.id)
        if line.quantity.value <= 0:
            yield Fault("QUANTITY_NOT_POSITIVE", f"{line.quantity} ordered", f"/lines/{index}/quantity")
        if line.price is not None and line.price.currency != command.currency:
            text = f"priced in {line.price.currency}, the order is in {command.currency}"
            yield Fault("CURRENCY_MISMATCH", text, f"/lines/{index}/price")
