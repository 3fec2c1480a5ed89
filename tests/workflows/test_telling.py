"""What is told of facts: the topics are those under which a time-line tells them too."""

from otcore.customers import events as c
from otcore.orders import events as e
from otcore.orders.returns import events as r
from otcore.orders.shipments import events as s
from otcore.ports.messages import MESSAGES
from otcore.process.timeline import SENTENCES
from otcore.workflows.telling import TOLD_FIRST

NOT_TOLD = {e.RateFixed, e.CreditCleared, e.GoodsDelivered, e.ShipmentReversed, e.LinesInvoiced, e.LinesCredited}
NOT_TOLD |= {e.ReturnRequested, e.ReturnDropped, e.GoodsReturned, s.GoodsCameBack, s.ShipmentInvoiced}
NOT_TOLD |= {c.DocumentAttached, s.BillTakenBack, r.ReturnCredited}
NOT_TOLD |= {e.MilestonesPlanned, e.AdvanceBilled, e.AdvanceDeducted, e.AdvanceReturned, e.AdvanceCredited}
"""Another fact of the same step tells it, or nobody outside has to know."""


def test_every_fact_of_orders_shipments_returns_and_customers_is_told_or_said_not_to_be():
    facts = {*e.EVENTS, *s.EVENTS, *r.EVENTS, *c.EVENTS}
    assert facts - set(TOLD_FIRST) == NOT_TOLD


def test_a_time_line_names_facts_as_their_messages_are_named():
    apart = {"order.shipped", "item.opened", "invoice.paid", "receipt.recorded", "receipt.left"}
    told = {sentence.what for fact, sentence in SENTENCES.items() if fact in TOLD_FIRST}
    assert told - apart <= set(MESSAGES)
