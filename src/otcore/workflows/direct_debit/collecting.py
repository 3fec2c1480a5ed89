"""Collecting: what is due of invoices is planned, told to the debtor, and handed to the bank in batches.

Who collects the same debt at the same time makes the same collection, so that only one of them does.
"""

from datetime import date
from typing import Any

from otcore.payments import payment_batch
from otcore.payments.direct_debit import collecting, mandate_deciding
from otcore.payments.direct_debit import collection_events as e
from otcore.payments.direct_debit.collection import Collection, collection_id
from otcore.payments.direct_debit.collection_commands import (
    CancelCollection,
    PlanCollection,
    PresentCollections,
    RejectCollection,
)
from otcore.payments.direct_debit.collection_lifecycle import CollectionStatus
from otcore.payments.direct_debit.mandate import Mandate
from otcore.payments.direct_debit.mandate_events import MandateUseRejected
from otcore.payments.direct_debit.mandate_lifecycle import MandateStatus
from otcore.payments.direct_debit.policy import DirectDebit
from otcore.payments.payment_batch import Debit, PaymentBatch
from otcore.ports.aggregates import COLLECTION, GATEWAY_PAYMENT, MANDATE, PAYMENT_BATCH, RECEIVABLE
from otcore.ports.kinds import Kept
from otcore.ports.storage import Where
from otcore.receivables.receivable import Receivable
from otcore.values.faults import Rejected
from otcore.values.reason import require_reason
from otcore.workflows.house import House
from otcore.workflows.requests import Find, Flow, Load, LoadMany, Save


def plan(command: PlanCollection, house: House) -> Flow[Kept[Collection]]:
    """A collection of what is due, of which the debtor is told."""
    policy = policy_of(house)
    item = (yield from Load(RECEIVABLE, command.invoice, True)).some
    yield from _no_payment(item.id)
    mandate = yield from _mandate(command.mandate, item)
    due = command.due or item.next_due
    kept, attempt = yield from _next(item.id, due)
    debited = collecting.debit_day(due, command.day, policy, house.calendar)
    kept = kept.after(collecting.plan(item, mandate, due, attempt, command.day, command.final, debited))
    yield from Save(kept)
    return kept


def cancel(command: CancelCollection, house: House) -> Flow[Kept[Collection]]:
    """A collection that the bank will not get."""
    require_reason(command.reason)
    kept = yield from Load(COLLECTION, command.collection, True)
    collecting.require(kept.some, e.CollectionCancelled)
    kept = kept.after((e.CollectionCancelled(command.reason, command.day),))
    yield from Save(kept)
    return kept


def reject(command: RejectCollection, house: House) -> Flow[Kept[Collection]]:
    """A collection that a bank did not take, and its mandate, for which it counts as not made."""
    kept = yield from Load(COLLECTION, command.collection, True)
    collecting.require(kept.some, e.CollectionRejected)
    return (yield from rejected(kept, command.code, command.day))


def rejected(kept: Kept[Collection], code: str, day: date) -> Flow[Kept[Collection]]:
    """The collection after a bank did not take it; saved with its mandate."""
    kept = kept.after((e.CollectionRejected(code, day),))
    mandate = yield from Load(MANDATE, kept.some.mandate, True)
    sequence = kept.some.sequence
    assert sequence is not None, "what was rejected was presented"
    mandate = mandate.after((MandateUseRejected(kept.id, sequence, day),))
    mandate = mandate.after(mandate_deciding.came_back(mandate.some, code, day))
    yield from Save(kept, mandate)
    return kept


def present(command: PresentCollections, house: House) -> Flow[Kept[PaymentBatch]]:
    """A batch of the collections that have to be at the bank, each with its mandate used."""
    policy = policy_of(house)
    until = command.until or collecting.last_day(command.day, policy, house.calendar)
    batch = yield from Load(PAYMENT_BATCH, command.batch, True)
    found = yield from Find(COLLECTION, Where(status=CollectionStatus.PLANNED.value, until=until), True)
    mandates = yield from _by_id(MANDATE, [each.some.mandate for each in found])
    items = yield from _by_id(RECEIVABLE, [each.some.item for each in found])
    debits: list[Debit] = []
    touched: list[Kept[Any]] = []
    for kept in found:
        mandate = mandates[kept.some.mandate]
        if mandate.some.scheme is command.scheme and mandate.some.status is MandateStatus.ACTIVE:
            after, mandates[mandate.id], debit = _presented(kept, mandate, items[kept.some.item].some, command)
            touched.append(after)
            debits += debit
    facts = payment_batch.make(batch.state, command.batch, command.day, command.scheme.value, tuple(debits))
    batch = batch.after(facts)
    yield from Save(batch, *touched, *(each for each in mandates.values() if each.events))
    return batch


def _presented(
    kept: Kept[Collection], mandate: Kept[Mandate], item: Receivable, command: PresentCollections
) -> tuple[Kept[Collection], Kept[Mandate], list[Debit]]:
    """A collection in the file, with its mandate used; or given up, where it is not owed as it was announced."""
    why = collecting.presentable(kept.some, item)
    if why:
        return kept.after((e.CollectionCancelled(why, command.day),)), mandate, []
    fact = collecting.present(kept.some, mandate.some, command.batch)
    used = mandate_deciding.used(mandate.some, kept.id, fact.sequence, kept.some.day)
    return kept.after((fact,)), mandate.after(used), [collecting.debit(kept.some, mandate.some, fact)]


def policy_of(house: House) -> DirectDebit:
    """How the house collects. Refused: `NO_DIRECT_DEBIT`."""
    if house.direct_debit is None:
        raise Rejected("NO_DIRECT_DEBIT")
    return house.direct_debit


def _no_payment(item: str) -> Flow[None]:
    """Refused: `PAYMENT_PENDING` while a card may be charged for the same debt."""
    for kept in (yield from Find(GATEWAY_PAYMENT, Where(references=(item,)))):
        if kept.some.live:
            raise Rejected("PAYMENT_PENDING", item=item, payment=kept.id, status=kept.some.status.value)


def _mandate(id: str, item: Receivable) -> Flow[Mandate]:
    """The one that is named, or the customer's only active one. Refused: `MANDATE_UNKNOWN`, `MANDATE_UNCLEAR`."""
    if id:
        return (yield from Load(MANDATE, id, True)).some
    found = yield from Find(MANDATE, Where(party=item.customer, status=MandateStatus.ACTIVE.value))
    if not found:
        raise Rejected("MANDATE_UNKNOWN", item=item.id, customer=item.customer)
    if len(found) > 1:
        raise Rejected("MANDATE_UNCLEAR", item=item.id, mandates=", ".join(kept.id for kept in found))
    return found[0].some


def _next(item: str, due: date) -> Flow[tuple[Kept[Collection], int]]:
    """The place of the next collection of a debt. Refused: `COLLECTION_OPEN` while another one is under way."""
    attempt = 1
    while (kept := (yield from Load(COLLECTION, collection_id(item, due, attempt), True))).state is not None:
        if kept.some.live:
            raise Rejected("COLLECTION_OPEN", item=item, collection=kept.id, status=kept.some.status.value)
        attempt += 1
    return kept, attempt


def _by_id(kind: Any, ids: list[str]) -> Flow[dict[str, Kept[Any]]]:
    wanted = sorted(set(ids))
    found = (yield from LoadMany(kind, wanted, True)) if wanted else ()
    return {kept.id: kept for kept in found}
