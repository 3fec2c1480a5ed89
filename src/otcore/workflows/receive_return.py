"""Goods that come back: on the shelf or scrapped, off what is not billed yet, else to be credited."""

from collections.abc import Iterable, Mapping
from decimal import Decimal

from otcore.customers.credit import account as credit
from otcore.customers.credit.account import CreditAccount, account_id
from otcore.invoicing.crediting import credit_between
from otcore.invoicing.invoice import Invoice
from otcore.invoicing.policies.there import came_back
from otcore.orders.line import ZERO
from otcore.orders.order import Order
from otcore.orders.returns import receiving
from otcore.orders.returns.commands import ReceiveReturn
from otcore.orders.returns.off_shipments import Part, off_shipments
from otcore.orders.returns.receiving import Named
from otcore.orders.returns.returned_goods import Return
from otcore.orders.shipments.shipment import Shipment
from otcore.ports.aggregates import CREDIT, CUSTOMER, INVOICE, ORDER, RETURN, SHIPMENT, STOCK
from otcore.ports.kinds import Kept
from otcore.ports.storage import Where
from otcore.stock.events import StockReturned
from otcore.stock.item import StockItem, item_id
from otcore.values.money import Money, total
from otcore.workflows.house import House
from otcore.workflows.requests import Find, Flow, Load, LoadMany, Save


def receive_return(command: ReceiveReturn, house: House) -> Flow[Kept[Return]]:
    """The return with what came, and everything that this moves: all or nothing."""
    kept = yield from Load(RETURN, command.return_id, True)
    order = yield from Load(ORDER, kept.some.order)
    came = receiving.came(order.some, kept.some, command)
    shipments = {each.id: each for each in (yield from Find(SHIPMENT, Where(references=(order.id,)), True))}
    parts = off_shipments([each.some for each in shipments.values()], {line: good + bad for line, good, bad in came})
    invoices = yield from _billing(parts)
    named = _named(parts, invoices)
    value = _value(order.some, parts, (each.some for each in shipments.values()), invoices, named)
    facts = receiving.receive(order.some, kept.some, command, came, parts, value, named)
    back = [shipments[id].after(events) for id, events in facts.shipments.items()]
    account = yield from _account(order.some, kept.id, [(shipments[each.id].some, each.some) for each in back])
    shelves = yield from _shelves(facts.stock)
    kept = kept.after(facts.returned)
    yield from Save(kept, order.after(facts.order), *back, *account, *shelves)
    return kept


def _billing(parts: tuple[Part, ...]) -> Flow[dict[str, Invoice]]:
    """The invoices that billed what came."""
    numbers = tuple(dict.fromkeys(part.shipment.invoice for part in parts if part.billed))
    found = (yield from LoadMany(INVOICE, numbers)) if numbers else ()
    return {kept.id: kept.some for kept in found}


def _named(parts: tuple[Part, ...], invoices: Mapping[str, Invoice]) -> Named:
    """How the invoices call the lines."""
    named = {}
    for part in parts:
        for source in invoices[part.shipment.invoice].sources if part.billed else ():
            if source.order == part.shipment.order and source.shipment in ("", part.shipment.id):
                named[part.shipment.id, source.order_line] = source.line
    return named


def _value(
    order: Order, parts: tuple[Part, ...], shipments: Iterable[Shipment], invoices: Mapping[str, Invoice], named: Named
) -> Money:
    """What is to be credited for the parts that are billed, by their invoices."""
    known = tuple(shipments)
    now: dict[str, dict[str, Decimal]] = {number: {} for number in invoices}
    for part in parts:
        back = now[part.shipment.invoice] if part.billed else {}
        for line, quantity in part.lines:
            name = named.get((part.shipment.id, line), line)
            back[name] = back.get(name, ZERO) + quantity
    return total((_credit(invoices[number], order, known, back) for number, back in now.items()), order.currency)


def _credit(invoice: Invoice, order: Order, shipments: tuple[Shipment, ...], now: Mapping[str, Decimal]) -> Money:
    before = came_back(invoice, {order.id: order}, shipments)
    return credit_between(invoice.document, before, now, invoice.credited)


def _account(
    order: Order, document: str, back: list[tuple[Shipment, Shipment]]
) -> Flow[tuple[Kept[CreditAccount], ...]]:
    """The account without what will not be billed any more; none when nothing of that came."""
    currency = back[0][0].counted.currency
    gone = total((after.counted - before.counted for before, after in back), currency)
    if not gone:
        return ()
    customer = (yield from Load(CUSTOMER, order.customer)).some
    account = yield from Load(CREDIT, account_id(customer), True)
    return (account.after(credit.moved(document, deliveries=gone, currency=currency)),)


def _ids(goods: tuple[StockReturned, ...]) -> tuple[str, ...]:
    return tuple(sorted({item_id(each.product, each.location) for each in goods}))


def _shelves(goods: tuple[StockReturned, ...]) -> Flow[tuple[Kept[StockItem], ...]]:
    found: dict[str, Kept[StockItem]] = {}
    ids = {id: [each for each in goods if item_id(each.product, each.location) == id] for id in _ids(goods)}
    for id, facts in ids.items():
        found[id] = (yield from Load(STOCK, id, True)).after(tuple(facts))
    return tuple(found.values())
