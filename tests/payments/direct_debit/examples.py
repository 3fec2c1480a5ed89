"""Mandates and collections for tests: a fact of every sort."""

from datetime import date
from typing import Any

from otcore.payments.direct_debit import collection_events as k
from otcore.payments.direct_debit import mandate_events as e
from otcore.payments.direct_debit.collection import Collection
from otcore.payments.direct_debit.collection import evolve as collection_after
from otcore.payments.direct_debit.mandate import Mandate
from otcore.payments.direct_debit.mandate import evolve as mandate_after
from otcore.payments.direct_debit.mandate_commands import CreateMandate
from otcore.payments.direct_debit.scheme import Scheme, Sequence
from tests.orders.examples import DAY, eur

IBAN, OTHER_IBAN = "DE89370400440532013000", "FR1420041010050500013M02606"

CREATED = e.MandateCreated(
    mandate="M1", customer="C1", scheme=Scheme.CORE, recurrent=True, account=IBAN, holder="Customer C1"
)

MANDATES: dict[type, Any] = {
    e.MandateCreated: CREATED,
    e.MandateSigned: e.MandateSigned(DAY),
    e.MandateAmended: e.MandateAmended(OTHER_IBAN, "Customer C1", "", DAY),
    e.MandateUsed: e.MandateUsed("K1", Sequence.FIRST, DAY),
    e.MandateUsedUp: e.MandateUsedUp("K2", Sequence.FINAL, DAY),
    e.MandateUseRejected: e.MandateUseRejected("K1", Sequence.FIRST, DAY),
    e.MandateSuspended: e.MandateSuspended("MD01", DAY),
    e.MandateResumed: e.MandateResumed(DAY, "asked"),
    e.MandateCancelled: e.MandateCancelled(DAY, "moved away"),
    e.MandateExpired: e.MandateExpired(DAY),
}

PLANNED = k.CollectionPlanned(
    collection="INV-1/20260330/1",
    mandate="M1",
    customer="C1",
    item="INV-1",
    due=date(2026, 3, 30),
    day=date(2026, 3, 30),
    amount=eur("100.00"),
    end_to_end="DD-1",
    planned=DAY,
)

COLLECTIONS: dict[type, Any] = {
    k.CollectionPlanned: PLANNED,
    k.CollectionPresented: k.CollectionPresented("B1", "DDB-1", Sequence.FIRST, DAY),
    k.CollectionCollected: k.CollectionCollected("R1", DAY),
    k.CollectionReturned: k.CollectionReturned("AM04", DAY, eur("3.00")),
    k.CollectionRejected: k.CollectionRejected("AC01", DAY),
    k.CollectionCancelled: k.CollectionCancelled("PAID", DAY),
}


def mandate(*events: type, **more: Any) -> Mandate:
    """A mandate after samples of these facts."""
    from attrs import evolve as changed

    state = mandate_after(None, changed(CREATED, **more))
    for event in events:
        state = mandate_after(state, MANDATES[event])
    return state


def collection(*events: type) -> Collection:
    """A collection after samples of these facts."""
    state = collection_after(None, PLANNED)
    for event in events:
        state = collection_after(state, COLLECTIONS[event])
    return state


def writing(**more: Any) -> CreateMandate:
    fields: dict[str, Any] = {"mandate": "M1", "customer": "C1", "account": IBAN, "holder": "Customer C1"}
    return CreateMandate(**fields | more)
