"""What the bank says of a file of orders: what it refuses is rejected, order by order, in one unit of work."""

from otcore.payments import status_report
from otcore.payments.direct_debit.collection_events import CollectionRejected
from otcore.payments.direct_debit.collection_lifecycle import COLLECTION_LIFE_CYCLE
from otcore.payments.payment_batch import PaymentBatch
from otcore.payments.refunds.lifecycle import RefundStatus
from otcore.payments.status_report import TakeStatusReport
from otcore.ports.aggregates import COLLECTION, PAYMENT_BATCH, RECEIPT, REFUND
from otcore.ports.kinds import Kept
from otcore.ports.storage import Where
from otcore.workflows.direct_debit.collecting import rejected
from otcore.workflows.direct_debit.settling import collected_together
from otcore.workflows.house import House
from otcore.workflows.refunds.refunding import came_back
from otcore.workflows.requests import Find, Flow, Load, Save


def take_status_report(command: TakeStatusReport, house: House) -> Flow[Kept[PaymentBatch]]:
    """The batch with what the bank said of it; what was booked before is left to the bank's statement."""
    report = command.report
    batch = yield from Load(PAYMENT_BATCH, report.batch, True)
    facts = status_report.answer(batch.some, report)
    if not facts:
        return batch
    batch = batch.after(facts)
    yield from Save(batch)
    codes = {each.end_to_end: each.code for each in facts[0].refused}
    if codes:
        yield from (_debits if batch.some.debits else _transfers)(codes, command)
    return batch


def _debits(codes: dict[str, str], command: TakeStatusReport) -> Flow[None]:
    groups = set[str]()
    for kept in (yield from Find(COLLECTION, Where(references=tuple(codes)), True)):
        if COLLECTION_LIFE_CYCLE.allows(kept.some.status, CollectionRejected):
            groups.add(kept.some.group)
            yield from rejected(kept, codes[kept.some.end_to_end], command.report.day)
    if groups:
        yield from _booked_before(groups)


def _booked_before(groups: set[str]) -> Flow[None]:
    """What the bank booked of a part of the file without the refused, before it said which these are."""
    for kept in (yield from Find(RECEIPT, Where(status="unidentified"))):
        if kept.some.transaction.batch_reference in groups:
            yield from collected_together(kept.id, kept.some.transaction.batch_reference)


def _transfers(codes: dict[str, str], command: TakeStatusReport) -> Flow[None]:
    for kept in (yield from Find(REFUND, Where(references=tuple(codes)), True)):
        if kept.some.status is RefundStatus.ORDERED:
            yield from came_back(kept, codes[kept.some.end_to_end], command.report.day)
