"""Goods that come back: on the shelf or scrapped, off what is not billed yet, else to be credited."""

from collections.abc import Mapping
from decimal import Decimal

from otcore.customers.credit import account as credit
from otcore.customers.credit.account import CreditAccount, account_id
from otcore.invoicing.crediting import credit_between
from otcore.invoicing.document import InvoiceDocument
from otcore.invoicing.invoice import Invoice
from otcore.orders.order import Order
from otcore.orders.returns import receiving
from otcore.orders.returns.commands import ReceiveReturn
from otcore.orders.returns.off_shipments import Part, off_shipments
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
    value = yield from _value(order.some, parts)
    facts = receiving.receive(order.some, kept.some, command, came, parts, value)
    back = [shipments[id].after(events) for id, events in facts.shipments.items()]
    account = yield from _account(order.some, kept.id, [(shipments[each.id].some, each.some) for each in back])
    shelves = yield from _shelves(facts.stock)
    kept = kept.after(facts.returned)
    yield from Save(kept, order.after(facts.order), *back, *account, *shelves)
    return kept


def _value(order: Order, parts: tuple[Part, ...]) -> Flow[Money]:
    """What is to be credited for the parts that are billed, by their invoices."""
    billed = [part for part in parts if part.billed]
    numbers = tuple(part.shipment.invoice for part in billed)
    invoices = (yield from LoadMany(INVOICE, numbers)) if numbers else ()
    values = [_credit(part, kept.some) for part, kept in zip(billed, invoices, strict=True)]
    return total(values, order.currency)


def _credit(part: Part, invoice: Invoice) -> Money:
    document = invoice.document
    return credit_between(document, _back(part.shipment, document), dict(part.lines), invoice.credited)


def _back(shipment: Shipment, document: InvoiceDocument) -> Mapping[str, Decimal]:
    """What came back of an invoice before: not what came back before it was written."""
    written = {line.id: line.quantity.value for line in document.lines}
    return {line.line: written[line.line] - line.billable for line in shipment.lines if line.line in written}


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
