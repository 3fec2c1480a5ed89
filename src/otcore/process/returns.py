"""What happens to returns, told."""

from collections.abc import Mapping

from otcore.orders.returns import events as e
from otcore.process.sentence import Sentence, good_and_spoilt, quantities, reason


def _opened(fact: e.ReturnOpened) -> str:
    return f"Return {fact.return_id} requested: {quantities((line.line, line.quantity) for line in fact.lines)}"


def _why_opened(fact: e.ReturnOpened) -> str:
    return "; ".join(f"line {line.line}: {line.reason}" for line in fact.lines if line.reason)


def _received(fact: e.ReturnReceived) -> str:
    parts = (*good_and_spoilt(fact.lines), f"{fact.value} to credit")
    return "Came back, " + "; ".join(parts) + (f" less {fact.fee} fee" if fact.fee else "")


def _closed(fact: e.ReturnClosed) -> str:
    kept = quantities(fact.dropped)
    return f"Return closed, stays with the buyer: {kept}" if kept else "Return closed"


def _credited(fact: e.ReturnCredited) -> str:
    part = fact.part
    return f"{part.value - part.fee} credited by {part.note}"


RETURNS: Mapping[type, Sentence] = {
    e.ReturnOpened: Sentence("return.requested", _opened, _why_opened),
    e.ReturnAuthorised: Sentence("return.authorised", lambda fact: "Return authorised"),
    e.ReturnRejected: Sentence("return.rejected", lambda fact: "Return rejected", reason),
    e.ReturnCancelled: Sentence("return.cancelled", lambda fact: "Return cancelled", reason),
    e.ReturnReceived: Sentence("return.received", _received),
    e.ReturnCompleted: Sentence("return.completed", lambda fact: "All of the return came"),
    e.ReturnExchanged: Sentence("return.exchanged", lambda fact: f"Order {fact.order} replaces the goods"),
    e.ReturnClosed: Sentence("return.closed", _closed, reason),
    e.ReturnCredited: Sentence("return.credited", _credited),
}
