"""What a bank says of the orders of a file: which it does not carry out, and why (ISO 20022 pain.002)."""

from collections.abc import Iterator
from datetime import date

from attrs import frozen

from otcore.payments.payment_batch import BatchAnswered, PaymentBatch, RefusedOrder
from otcore.values.command import Command
from otcore.values.faults import Rejected

REFUSED = frozenset({"CANC", "RJCT"})
"""The codes of what will not be carried out (ISO 20022, ExternalPaymentTransactionStatus1Code)."""


@frozen
class OrderAnswer:
    """Of one order: `status` and `reason` are codes of ISO 20022, `text` is the bank's own words."""

    end_to_end: str
    status: str = ""
    reason: str = ""
    text: str = ""


@frozen
class PartAnswer:
    """Of a part of the file (`group`), and of the orders that the bank names in it."""

    group: str
    status: str = ""
    reason: str = ""
    text: str = ""
    orders: tuple[OrderAnswer, ...] = ()


@frozen
class StatusReport:
    """Of a `batch`, whose id the file had; what is said of the whole counts for every order in it."""

    id: str
    day: date
    batch: str
    status: str = ""
    reason: str = ""
    text: str = ""
    parts: tuple[PartAnswer, ...] = ()


@frozen
class TakeStatusReport(Command[PaymentBatch]):
    """Take a status report of the bank in: what it refuses is rejected, as `RejectCollection` and `RejectRefund` do.

    A collection that is rejected may be planned again, and the money of a refund is there again. What the bank booked
    before stays until its statement takes that back. The same report again changes nothing.
    Refused: `ORDER_UNKNOWN` for an order or a part that the batch does not have: then nothing of the report is taken.
    """

    report: StatusReport


def answer(batch: PaymentBatch, report: StatusReport) -> tuple[BatchAnswered, ...]:
    """The fact of what the bank said; nothing where it said the same before. Refused: `ORDER_UNKNOWN`."""
    refused: dict[str, str] = {}
    for end_to_end, code in _refused(batch, report):
        refused.setdefault(end_to_end, code)
    orders = tuple(RefusedOrder(*each) for each in sorted(refused.items()))
    fact = BatchAnswered(report.id, report.status, orders, report.day)
    return () if fact in batch.answers else (fact,)


def _refused(batch: PaymentBatch, report: StatusReport) -> Iterator[tuple[str, str]]:
    """Every order that is refused and why, the most particular reason first."""
    groups = batch.groups
    ours = {end_to_end for orders in groups.values() for end_to_end in orders}
    for part in report.parts:
        for order in part.orders:
            if order.end_to_end not in ours:
                raise Rejected("ORDER_UNKNOWN", batch=batch.id, report=report.id, order=order.end_to_end)
            if order.status in REFUSED:
                yield order.end_to_end, order.reason or part.reason or report.reason or order.status
    for part in report.parts:
        if part.status in REFUSED:
            if part.group not in groups:
                raise Rejected("ORDER_UNKNOWN", batch=batch.id, report=report.id, group=part.group)
            yield from ((each, part.reason or report.reason or part.status) for each in groups[part.group])
    if report.status in REFUSED:
        yield from ((each, report.reason or report.status) for each in sorted(ours))
