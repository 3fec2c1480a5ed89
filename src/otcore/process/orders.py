"""What happens to an order, told."""

from collections.abc import Iterator, Mapping

from otcore.orders import events as e
from otcore.orders.acknowledgement import LineAnswer, LineCode, ResponseCode
from otcore.orders.amendment import LineChange
from otcore.process.sentence import Sentence, counted, good_and_spoilt, quantities, reason
from otcore.stock.reserving import Allocation
from otcore.values.decimals import plain
from otcore.values.quantity import Quantity

_ANSWERS = {
    ResponseCode.RECEIVED: "received (AB)",
    ResponseCode.ACCEPTED: "accepted (AP)",
    ResponseCode.CHANGED: "accepted with changes (CA)",
    ResponseCode.REJECTED: "rejected (RE)",
}


def _drafted(fact: e.OrderDrafted) -> str:
    return f"Drafted: {counted(len(fact.lines), 'line')}, {fact.value} as of now"


def _placed(fact: e.OrderPlaced) -> str:
    return f"Placed: {counted(len(fact.lines), 'line')}, {fact.value}"


def _held(fact: e.HoldPlaced) -> str:
    return f"Held: {fact.hold.kind.value} ({fact.hold.code})"


def _released(fact: e.HoldReleased) -> str:
    return f"Released from the {fact.kind.value} hold, {fact.value} open"


def _rated(fact: e.RateFixed) -> str:
    rate = fact.rate
    return f"Counts in {rate.target} at {plain(rate.value)} for 1 {rate.source}"


def _cleared(fact: e.CreditCleared) -> str:
    return "All that is open counts" if fact.value is None else f"No more than {fact.value} of what is open counts"


def _allocated(fact: e.StockAllocated) -> str:
    here = list(_promises(fact.lines, "from"))
    coming = list(_promises(fact.awaited, "of what is to arrive at"))
    return "Goods promised: " + ", ".join([*here, *coming]) if here or coming else "No goods promised"


def _promises(lines: tuple[tuple[str, tuple[Allocation, ...]], ...], where: str) -> Iterator[str]:
    for line, parts in lines:
        for part in parts:
            yield f"line {line}: {plain(part.quantity)} {where} {part.location}"


def _acknowledged(fact: e.OrderAcknowledged) -> str:
    other = [each for each in map(_answer, fact.answers) if each]
    return f"Answered: {_ANSWERS[fact.code]}" + (f"; {', '.join(other)}" if other else "")


def _answer(answer: LineAnswer) -> str:
    """What differs from what was ordered; nothing for a line that is as ordered."""
    if answer.code is LineCode.REJECTED:
        return f"line {answer.line}: not delivered"
    parts = [
        f"{plain(answer.backordered)} of {plain(answer.quantity)} later" if answer.backordered else "",
        f"at {answer.price}" if answer.price else "",
        f"{answer.substitute} instead" if answer.substitute else "",
        f"by {answer.promised}" if answer.promised else "",
    ]
    said = " ".join(filter(None, parts))
    return f"line {answer.line}: {said}" if said else ""


def _shipped(fact: e.GoodsShipped) -> str:
    left = quantities((line.line, line.quantity) for line in fact.lines if line.quantity)
    closed = quantities((line.line, line.cancelled) for line in fact.lines if line.cancelled)
    said = [f"Shipment {fact.shipment} left: {left or 'nothing'}", f"will not follow: {closed}" if closed else ""]
    return "; ".join(filter(None, said))


def _reversed(fact: e.ShipmentReversed) -> str:
    back = quantities((line, quantity) for line, quantity, _ in fact.lines)
    return f"Shipment {fact.shipment} reversed: {back}, {fact.value} open again"


def _delivered(fact: e.GoodsDelivered) -> str:
    return f"Shipment {fact.shipment} arrived: {quantities(fact.lines)}"


def _given_up(fact: e.LinesCancelled) -> str:
    return f"Given up: {quantities(fact.lines)}, worth {fact.released}"


def _return_requested(fact: e.ReturnRequested) -> str:
    return f"Return {fact.return_id} agreed: {quantities(fact.lines)}"


def _return_dropped(fact: e.ReturnDropped) -> str:
    return f"Return {fact.return_id}: not coming back after all: {quantities(fact.lines)}"


def _returned(fact: e.GoodsReturned) -> str:
    return f"Return {fact.return_id} came back, " + "; ".join(good_and_spoilt(fact.lines))


def _invoiced(fact: e.LinesInvoiced) -> str:
    return f"Billed by {fact.invoice}: {quantities(fact.lines)}"


def _credited(fact: e.LinesCredited) -> str:
    return f"Credited by {fact.note}: {quantities(fact.lines)}"


def _proposed(fact: e.AmendmentProposed) -> str:
    said = fact.amendment
    changes = [*map(_change, said.changes), *(f"new line {line.id}: {line.quantity}" for line in said.added)]
    if said.details is not None:
        changes.append("delivery or references")
    return f"Amendment {said.number} proposed by the {said.by.value}: {'; '.join(changes)}"


def _change(change: LineChange) -> str:
    parts = [
        _quantity(change.quantity),
        f"at {change.price}" if change.price else "",
        f"{change.product} instead" if change.product else "",
        f"wanted {change.requested}" if change.requested else "",
        f"promised by {change.promised}" if change.promised else "",
        change.note,
    ]
    return f"line {change.line}: {' '.join(filter(None, parts))}"


def _quantity(quantity: Quantity | None) -> str:
    if quantity is None:
        return ""
    return str(quantity) if quantity.value else "off"


def _amended(fact: e.AmendmentAccepted) -> str:
    return f"Amendment {fact.number} accepted: {fact.value} in all, {fact.open_value} open"


def _turned_down(fact: e.AmendmentRejected) -> str:
    return f"Amendment {fact.number} rejected, the order stands as it was"


def _withdrawn(fact: e.AmendmentWithdrawn) -> str:
    return f"Amendment {fact.number} withdrawn"


def _cancelled(fact: e.OrderCancelled) -> str:
    return f"Cancelled by the {fact.by.value}, {fact.released} given up"


def _closed(fact: e.OrderClosed) -> str:
    return "Closed" if fact.released is None else f"Closed with {fact.released} still open"


def _reopened(fact: e.OrderReopened) -> str:
    return f"Reopened, {fact.value} to be shipped"


ORDERS: Mapping[type, Sentence] = {
    e.OrderDrafted: Sentence("order.drafted", _drafted),
    e.OrderPlaced: Sentence("order.placed", _placed),
    e.OrderRejected: Sentence("order.rejected", lambda fact: "Rejected", lambda fact: "; ".join(fact.reasons)),
    e.HoldPlaced: Sentence("order.held", _held, lambda fact: fact.hold.why),
    e.HoldReleased: Sentence("order.released", _released, reason),
    e.RateFixed: Sentence("order.rated", _rated),
    e.CreditCleared: Sentence("order.cleared", _cleared),
    e.StockAllocated: Sentence("order.allocated", _allocated),
    e.StockFreed: Sentence("order.freed", lambda fact: "Promised goods given back", lambda fact: fact.why),
    e.ReceiptAcknowledged: Sentence("order.received", lambda fact: f"Answered: {_ANSWERS[ResponseCode.RECEIVED]}"),
    e.OrderAcknowledged: Sentence("order.acknowledged", _acknowledged),
    e.OrderConfirmed: Sentence("order.confirmed", lambda fact: "Confirmed: both sides agree", lambda fact: fact.by),
    e.GoodsShipped: Sentence("order.shipped", _shipped),
    e.ShipmentReversed: Sentence("order.shipment_reversed", _reversed, again=True),
    e.GoodsDelivered: Sentence("order.delivered", _delivered),
    e.LinesCancelled: Sentence("order.lines_cancelled", _given_up, reason),
    e.ReturnRequested: Sentence("order.return_requested", _return_requested, again=True),
    e.ReturnDropped: Sentence("order.return_dropped", _return_dropped, again=True),
    e.GoodsReturned: Sentence("order.returned", _returned, again=True),
    e.LinesInvoiced: Sentence("order.invoiced", _invoiced, again=True),
    e.LinesCredited: Sentence("order.credited", _credited),
    e.AmendmentProposed: Sentence("order.amendment_proposed", _proposed, lambda fact: fact.amendment.reason),
    e.AmendmentAccepted: Sentence("order.amended", _amended),
    e.AmendmentRejected: Sentence("order.amendment_rejected", _turned_down, reason),
    e.AmendmentWithdrawn: Sentence("order.amendment_withdrawn", _withdrawn, reason),
    e.OrderCancelled: Sentence("order.cancelled", _cancelled, reason),
    e.OrderClosed: Sentence("order.closed", _closed, reason),
    e.OrderReopened: Sentence("order.reopened", _reopened, reason),
}
