"""Commands that suit the shipments and returns of an order as they stand; as in `suggesting`, no rule is here."""

from collections.abc import Iterable
from decimal import Decimal

from otcore.invoicing.credit_notes.commands import IssueCreditNote
from otcore.invoicing.invoice import IssueInvoice
from otcore.invoicing.invoice_commands import DraftInvoice
from otcore.orders.line import OrderLine, quantity
from otcore.orders.returns import commands as r
from otcore.orders.returns.returned_goods import Return
from otcore.orders.shipments.commands import CancelShipment, ConfirmDelivery, PlanShipment, ReverseShipment
from otcore.orders.shipments.shipment import DespatchLine, PostDespatch
from otcore.workflows.suggesting import ONE, WHY, Situation, Suggestions

Parts = tuple[tuple[OrderLine, Decimal], ...]
"""Lines and so much of each."""


def plan(now: Situation) -> Suggestions:
    """A despatch of all that is open, prepared."""
    lines = _despatched(tuple((line, line.ledger.open) for line in _still_open(now)))
    yield "", (PlanShipment(shipment=_next_shipment(now), order=now.order.id, day=now.day, lines=lines),)


def ship(now: Situation) -> Suggestions:
    """What is promised, all that is open, one line, or one piece of a line."""
    lines = _still_open(now)
    wholes = [(line, line.ledger.open) for line in lines]
    promised = [(line, line.ledger.allocated if line.agreed.stocked else line.ledger.open) for line in lines]
    pieces = [(line, min(line.ledger.open, ONE)) for line in lines]
    tries = [promised, wholes, *([each] for each in (*promised, *wholes, *pieces)), wholes[:1]]
    parts = [tuple((line, part) for line, part in each if part) for each in tries]
    advices = dict.fromkeys(_despatched(each or tuple(wholes[:1])) for each in parts)
    shipment, order = _next_shipment(now), now.order.id
    yield "", tuple(PostDespatch(shipment=shipment, order=order, day=now.day, lines=each) for each in advices)


def cancel_plan(now: Situation) -> Suggestions:
    """Each shipment that was only planned, given up."""
    for about, shipment in _shipments(now):
        yield about, (CancelShipment(shipment=shipment, day=now.day, reason=WHY),)


def deliver(now: Situation) -> Suggestions:
    """Each shipment at the buyer's."""
    for about, shipment in _shipments(now):
        yield about, (ConfirmDelivery(shipment=shipment, day=now.day),)


def reverse(now: Situation) -> Suggestions:
    """Each shipment taken back."""
    for about, shipment in _shipments(now):
        yield about, (ReverseShipment(shipment=shipment, day=now.day, reason=WHY),)


def invoice(now: Situation) -> Suggestions:
    """Each shipment billed."""
    for about, shipment in _shipments(now):
        yield about, (IssueInvoice(shipment=shipment, day=now.day),)


def draft_invoice(now: Situation) -> Suggestions:
    """The bill of each shipment, to look at first."""
    for about, shipment in _shipments(now):
        yield about, (DraftInvoice(draft=f"{shipment}-D", shipment=shipment, day=now.day),)


def credit(now: Situation) -> Suggestions:
    """All that is left of each bill credited, and what came back with each return."""
    for number in dict.fromkeys(each.invoice for each in now.shipments if each.invoice):
        yield number, (IssueCreditNote(invoice=number, day=now.day, reason=WHY),)
    for asked in now.returns:
        for number in dict.fromkeys(each.invoice for each in asked.credits):
            credit_it = IssueCreditNote(invoice=number, day=now.day, reason=WHY, return_id=asked.id)
            yield f"{asked.id} {number}", (credit_it,)


def request_return(now: Situation) -> Suggestions:
    """All back that can come back."""
    parts = [(line, line.ledger.returnable) for line in now.order.lines if line.ledger.returnable > 0]
    parts = parts or [(line, ONE) for line in now.order.lines[:1]]
    lines = tuple(r.LineToReturn(line=line.id, quantity=quantity(line, part), reason=WHY) for line, part in parts)
    known = {each.id for each in now.returns}
    yield "", (r.RequestReturn(return_id=_free("R", now, known), order=now.order.id, day=now.day, lines=lines),)


def authorise(now: Situation) -> Suggestions:
    """Each return allowed."""
    for asked in now.returns:
        yield asked.id, (r.AuthoriseReturn(return_id=asked.id, day=now.day),)


def reject_return(now: Situation) -> Suggestions:
    """Each return not allowed."""
    for asked in now.returns:
        yield asked.id, (r.RejectReturn(return_id=asked.id, day=now.day, reason=WHY),)


def receive(now: Situation) -> Suggestions:
    """All that is still to come of each return, spoilt: where good goods go, a person has to say."""
    for asked in now.returns:
        lines = tuple(_received(now, asked))
        yield asked.id, (r.ReceiveReturn(return_id=asked.id, day=now.day, lines=lines),)


def cancel_return(now: Situation) -> Suggestions:
    """Each return called off."""
    for asked in now.returns:
        yield asked.id, (r.CancelReturn(return_id=asked.id, day=now.day, reason=WHY),)


def close_return(now: Situation) -> Suggestions:
    """Each return ended."""
    for asked in now.returns:
        yield asked.id, (r.CloseReturn(return_id=asked.id, day=now.day, reason=WHY),)


def exchange(now: Situation) -> Suggestions:
    """The goods of each return replaced."""
    for asked in now.returns:
        order = f"{now.order.id}-X-{asked.id}"
        yield asked.id, (r.ExchangeReturn(return_id=asked.id, order=order, day=now.day),)


def _received(now: Situation, asked: Return) -> Iterable[r.ReceivedLine]:
    for back in asked.lines:
        line = now.order.line(back.line)
        assert line is not None, "what comes back had left"
        yield r.ReceivedLine(line=line.id, scrapped=quantity(line, back.left))


def _still_open(now: Situation) -> tuple[OrderLine, ...]:
    return tuple(line for line in now.order.lines if line.ledger.open) or now.order.lines[:1]


def _despatched(parts: Parts) -> tuple[DespatchLine, ...]:
    return tuple(DespatchLine(line.id, quantity(line, part)) for line, part in parts)


def _shipments(now: Situation) -> tuple[tuple[str, str], ...]:
    """What the step is about, and the shipment's id; where there is none yet, the id that would be the next."""
    return tuple((each.id, each.id) for each in now.shipments) or (("", _next_shipment(now)),)


def _next_shipment(now: Situation) -> str:
    return _free("S", now, {each.id for each in now.shipments})


def _free(sign: str, now: Situation, known: set[str]) -> str:
    count = next(count for count in range(1, len(known) + 2) if f"{now.order.id}-{sign}{count}" not in known)
    return f"{now.order.id}-{sign}{count}"
