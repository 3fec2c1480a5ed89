"""The tables of mandates and collections are the whole truth: every pair of status and event is tried."""

from collections.abc import Callable
from typing import Any

import pytest

from otcore.payments.direct_debit import collection as collections
from otcore.payments.direct_debit import collection_events as k
from otcore.payments.direct_debit import mandate as mandates
from otcore.payments.direct_debit import mandate_events as e
from otcore.payments.direct_debit.collection_lifecycle import COLLECTION_LIFE_CYCLE, CollectionStatus
from otcore.payments.direct_debit.mandate_lifecycle import MANDATE_LIFE_CYCLE, MandateStatus
from otcore.values.machine import Machine
from tests.orders.examples import DAY
from tests.payments.direct_debit.examples import COLLECTIONS, IBAN, MANDATES, collection, mandate

_SIGNED = (e.MandateCreated, e.MandateSigned)
MANDATE_PATHS: dict[MandateStatus | None, tuple[type, ...]] = {
    None: (),
    MandateStatus.UNSIGNED: (e.MandateCreated,),
    MandateStatus.ACTIVE: _SIGNED,
    MandateStatus.SUSPENDED: (*_SIGNED, e.MandateSuspended),
    MandateStatus.USED_UP: (*_SIGNED, e.MandateUsedUp),
    MandateStatus.CANCELLED: (*_SIGNED, e.MandateCancelled),
    MandateStatus.EXPIRED: (*_SIGNED, e.MandateExpired),
}
_PRESENTED = (k.CollectionPlanned, k.CollectionPresented)
COLLECTION_PATHS: dict[CollectionStatus | None, tuple[type, ...]] = {
    None: (),
    CollectionStatus.PLANNED: (k.CollectionPlanned,),
    CollectionStatus.PRESENTED: _PRESENTED,
    CollectionStatus.COLLECTED: (*_PRESENTED, k.CollectionCollected),
    CollectionStatus.RETURNED: (*_PRESENTED, k.CollectionReturned),
    CollectionStatus.REJECTED: (*_PRESENTED, k.CollectionRejected),
    CollectionStatus.CANCELLED: (k.CollectionPlanned, k.CollectionCancelled),
}
TABLES: tuple[tuple[Any, Any, Any, Any, Any], ...] = (
    (mandates.evolve, MANDATE_LIFE_CYCLE, MANDATE_PATHS, MANDATES, e.EVENTS),
    (collections.evolve, COLLECTION_LIFE_CYCLE, COLLECTION_PATHS, COLLECTIONS, k.EVENTS),
)
PAIRS = [
    pytest.param(evolve, table, paths[status], samples, status, event, id=f"{status} {event.__name__}")
    for evolve, table, paths, samples, events in TABLES
    for status in paths
    for event in events
]


def reached(evolve: Callable[[Any, Any], Any], path: tuple[type, ...], samples: dict[type, Any]) -> Any:
    state = None
    for event in path:
        state = evolve(state, samples[event])
    return state


def test_there_is_a_sample_of_every_event_and_a_path_to_every_status():
    assert set(MANDATES) == set(e.EVENTS)
    assert set(COLLECTIONS) == set(k.EVENTS)
    assert set(MANDATE_PATHS) == {None, *MandateStatus}
    assert set(COLLECTION_PATHS) == {None, *CollectionStatus}


@pytest.mark.parametrize(("evolve", "table", "path", "samples", "status", "event"), PAIRS)
def test_it_goes_where_the_table_says_and_nowhere_else(
    evolve: Any, table: Machine[Any], path: Any, samples: Any, status: Any, event: type
):
    before = reached(evolve, path, samples)
    if table.allows(status, event):
        assert evolve(before, samples[event]).status is table.table[status, event]
    else:
        with pytest.raises(KeyError):
            evolve(before, samples[event])


def test_a_mandate_is_found_by_customer_account_status_and_last_use():
    found = mandates.facets(mandate(e.MandateSigned))
    assert (found.party, found.reference, found.status, found.day) == ("C1", IBAN, "active", DAY)
    assert mandates.facets(mandate()).day is None


def test_a_collection_is_found_by_customer_end_to_end_id_status_and_day():
    found = collections.facets(collection())
    assert (found.party, found.reference, found.status) == ("C1", "DD-1", "planned")


@pytest.mark.parametrize(("events", "live"), [((), True), ((k.CollectionCancelled,), False)])
def test_a_collection_is_under_way_until_its_end_is_known(events: tuple[type, ...], live: bool):
    assert collection(*events).live is live
    assert collection(k.CollectionPresented).live
