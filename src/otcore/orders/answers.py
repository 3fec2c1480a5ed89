"""What the buyer is told of each line: as the order stands, or with what the seller proposes."""

from collections.abc import Iterator

from otcore.orders.acknowledgement import LineAnswer, LineCode
from otcore.orders.amendment import Amendment, LineChange
from otcore.orders.amendments.changing import ordered
from otcore.orders.line import ZERO, OrderLine
from otcore.orders.order import Order


def answers(order: Order, offered: Amendment | None = None) -> tuple[LineAnswer, ...]:
    """An answer a line; with a proposal of the seller's, lines it changes, takes off (7) and adds (1) say so."""
    if offered is None:
        return tuple([answer(line) for line in order.lines if line.ledger.ordered])
    changes = {change.line: change for change in offered.changes}
    standing = (line for line in order.lines if line.ledger.ordered)
    return (*(_answer(line, changes.get(line.id)) for line in standing), *_added(offered))


def _answer(line: OrderLine, change: LineChange | None) -> LineAnswer:
    return answer(line) if change is None else _offered(line, change)


def answer(line: OrderLine) -> LineAnswer:
    """Rejected when no longer sold; delivered when all left; as ordered when all is promised (or needs no promise);
    changed when a part comes later.
    """
    open_, backordered = line.ledger.open, line.ledger.backordered
    if not line.agreed.sold:
        return LineAnswer(line.id, LineCode.REJECTED, open_, open_)
    if not open_ and line.ledger.shipped:
        return LineAnswer(line.id, LineCode.DELIVERED, line.ledger.shipped, ZERO)
    if not line.agreed.stocked or line.agreed.drop_shipped or backordered == 0:
        return LineAnswer(line.id, LineCode.ACCEPTED, open_, backordered * 0, promised=line.promised)
    return LineAnswer(line.id, LineCode.CHANGED, open_, backordered, promised=line.promised)


def _offered(line: OrderLine, change: LineChange) -> LineAnswer:
    """What is still to come of a line with the change. Of goods that the line was not promised so far nothing is said
    to come later: the seller offers them.
    """
    ledger, sold = line.ledger, line.agreed.sold
    open_ = max(ordered(line, change) - ledger.shipped - (ledger.cancelled if sold else ZERO), ZERO)
    if not open_ and not ledger.shipped:
        return LineAnswer(line.id, LineCode.REJECTED, ZERO, ZERO, note=change.note)
    waits = sold and line.agreed.stocked and not (change.product or line.agreed.unlisted or line.agreed.drop_shipped)
    return LineAnswer(
        line.id,
        LineCode.ACCEPTED if _only_named(line, change) else LineCode.CHANGED,
        open_,
        max(open_ - ledger.allocated, ZERO) if waits else ZERO,
        change.price,
        change.promised or line.promised,
        change.product,
        change.note,
        change.quantity.unit if change.quantity is not None and change.quantity.unit != line.agreed.unit else "",
    )


def _only_named(line: OrderLine, change: LineChange) -> bool:
    """Whether all that is new is the seller's number for goods that the buyer described: that is as ordered."""
    return not line.agreed.product and change == LineChange(line=line.id, product=change.product, note=change.note)


def _added(offered: Amendment) -> Iterator[LineAnswer]:
    for line in offered.added:
        quantity = line.quantity
        yield LineAnswer(
            line.id, LineCode.ADDED, quantity.value, ZERO, line.price, None, line.product, line.note, quantity.unit
        )  # fmt: skip
