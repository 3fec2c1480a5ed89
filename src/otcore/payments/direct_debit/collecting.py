"""May this be collected? The facts that follow from commands, from the bank, and from the books."""

from datetime import date, timedelta

from otcore.payments.direct_debit import collection_events as e
from otcore.payments.direct_debit.collection import Collection, collection_id, end_to_end_of
from otcore.payments.direct_debit.collection_lifecycle import COLLECTION_LIFE_CYCLE, CollectionStatus
from otcore.payments.direct_debit.mandate import Mandate
from otcore.payments.direct_debit.mandate_lifecycle import MandateStatus
from otcore.payments.direct_debit.policy import DirectDebit
from otcore.payments.payment_batch import Debit, group_of
from otcore.receivables.receivable import Receivable
from otcore.values.calendar import WorkCalendar
from otcore.values.faults import Rejected
from otcore.values.money import Money, total


def due_part(item: Receivable, due: date) -> Money:
    """What is open of an item of what is due on this day."""
    parts = (each.amount for each in item.open_instalments if each.due == due)
    return total(parts, item.open.currency)


def plan(
    item: Receivable, mandate: Mandate, due: date, attempt: int, day: date, final: bool, debited: date
) -> tuple[e.CollectionPlanned, ...]:
    """The fact of a new collection of what is due on a day; `debited`: when the debtor's account is.

    Refused: `NOTHING_OPEN`, `ITEM_DISPUTED`, `NOT_IN_EURO`, `MANDATE_STATUS`, `CUSTOMER_DIFFERS`.
    """
    amount = due_part(item, due)
    if item.is_credit or not amount:
        raise Rejected("NOTHING_OPEN", item=item.id, due=str(due))
    if item.disputes:
        raise Rejected("ITEM_DISPUTED", item=item.id, disputed=str(item.disputed))
    if amount.currency != "EUR":
        raise Rejected("NOT_IN_EURO", item=item.id, currency=amount.currency)
    if mandate.status is not MandateStatus.ACTIVE:
        raise Rejected("MANDATE_STATUS", mandate=mandate.id, status=mandate.status.value)
    if mandate.customer != item.customer:
        raise Rejected("CUSTOMER_DIFFERS", mandate=mandate.id, customer=mandate.customer, owner=item.customer)
    id = collection_id(item.id, due, attempt)
    planned = e.CollectionPlanned(
        collection=id,
        mandate=mandate.id,
        customer=item.customer,
        item=item.id,
        due=due,
        day=debited,
        amount=amount,
        end_to_end=end_to_end_of(id),
        planned=day,
        final=final,
    )
    return (planned,)


def debit_day(due: date, day: date, policy: DirectDebit, calendar: WorkCalendar) -> date:
    """When the debtor is debited: when it is due, but not before the notice is over, and on a day banks work."""
    return calendar.next_working(max(due, day + timedelta(days=policy.notice)))


def last_day(day: date, policy: DirectDebit, calendar: WorkCalendar) -> date:
    """Up to which day of debit collections have to be handed to the bank on this day."""
    return calendar.add_working_days(day, policy.lead)


def presentable(collection: Collection, item: Receivable) -> str:
    """Why a planned collection is given up instead of presented; "" when it is still owed as it was announced."""
    if item.disputes:
        return "DISPUTED"
    return "" if due_part(item, collection.due) >= collection.amount else "PAID"


def present(collection: Collection, mandate: Mandate, batch: str) -> e.CollectionPresented:
    """The fact that it is in a file for the bank."""
    sequence = mandate.sequence(collection.final)
    group = group_of(batch, sequence.value, collection.day)
    return e.CollectionPresented(batch, group, sequence, collection.day)


def debit(collection: Collection, mandate: Mandate, fact: e.CollectionPresented) -> Debit:
    """The order for the bank."""
    assert mandate.signed is not None, "an active mandate is signed"
    return Debit(
        end_to_end=collection.end_to_end,
        group=fact.group,
        amount=collection.amount,
        name=mandate.holder,
        account=mandate.account,
        bic=mandate.bic,
        mandate=mandate.id,
        signed=mandate.signed,
        sequence=fact.sequence.value,
        day=collection.day,
        text=collection.item,
        moved=mandate.amended,
    )


def require(collection: Collection, event: type) -> None:
    """Refused: `COLLECTION_STATUS` where this cannot happen."""
    if not COLLECTION_LIFE_CYCLE.allows(collection.status, event):
        raise Rejected("COLLECTION_STATUS", collection=collection.id, status=collection.status.value)


def collected(collection: Collection, receipt: str, day: date) -> tuple[e.CollectionCollected, ...]:
    """The fact that its money came; nothing where that is known, or it came back before."""
    there = collection.status is CollectionStatus.PRESENTED
    return (e.CollectionCollected(receipt, day),) if there else ()


def returned(collection: Collection, code: str, day: date, fee: Money | None) -> tuple[e.CollectionReturned, ...]:
    """The fact that its money went back; nothing where that is known."""
    allowed = COLLECTION_LIFE_CYCLE.allows(collection.status, e.CollectionReturned)
    return (e.CollectionReturned(code, day, fee),) if allowed else ()
