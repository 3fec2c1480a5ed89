"""What has to follow what, beyond the tables: steps that one aggregate owes another."""

from attrs import frozen


@frozen
class Expected:
    """After the last `after` of a case, or at the same moment, comes one of these.

    `same`: to the same paper, each paper of a case for itself; an invoice and its debt, which share a number, are one.
    """

    after: str
    one_of: tuple[str, ...]
    same: bool = False


EXPECTED: tuple[Expected, ...] = (
    Expected("order.placed", ("order.acknowledged", "order.rejected", "order.cancelled")),
    Expected("order.acknowledged", ("order.confirmed", "order.rejected", "order.cancelled")),
    Expected("order.held", ("order.released", "order.rejected", "order.cancelled")),
    Expected("order.amendment_proposed", ("order.amended", "order.amendment_rejected", "order.amendment_withdrawn")),
    Expected("order.confirmed", ("order.shipped", "order.cancelled", "order.closed")),
    Expected("order.shipped", ("invoice.issued", "shipment.reversed", "order.closed")),
    Expected("return.requested", ("return.authorised", "return.rejected", "return.cancelled"), True),
    Expected("return.authorised", ("return.received", "return.cancelled", "return.closed"), True),
    Expected("return.received", ("credit_note.issued",)),
    Expected("invoice.issued", ("invoice.paid", "item.credited", "invoice.written_off"), True),
    Expected("invoice.disputed", ("invoice.dispute_settled",), True),
)
"""The way of an order to its cash. What is missing may only not have happened yet: `since` says how long it waits."""
