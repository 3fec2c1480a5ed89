"""The contract finds the mistake of each naive store, by the promises it breaks, and nothing else."""

from functools import partial
from typing import Any

import pytest
from hypothesis import Phase, settings
from hypothesis.errors import FlakyStrategyDefinition
from hypothesis.stateful import run_state_machine_as_test

from otcore.testing import StoreContract
from otcore.testing.contract.model import Machine
from tests.contracts import naive
from tests.contracts.simple import SimpleStore, SimpleUnit

NOT_HERE = {
    "test_another_opening_sees_all_that_is_committed",  # these stores are not durable
    "test_the_store_behaves_as_a_few_dictionaries_would",  # finds most mistakes, and takes its time to say how
}

CONFLICT = "something was stored by a unit that ended in a Conflict"
PART = "part of a unit was stored that ended in a Conflict"
ERROR = "something was stored by a unit that ended in an error"
UNCOMMITTED = "something was stored without a commit"
LOST = "an update was lost: a save of an old version replaced a newer one"

OUTSIDE = {
    "a_commit_that_conflicts_leaves_nothing": CONFLICT,
    "a_unit_that_conflicted_stores_nothing_later": CONFLICT,
    "a_unit_that_is_not_committed_leaves_nothing": UNCOMMITTED,
    "a_unit_that_others_overtook_leaves_nothing": PART,
    "an_error_in_the_middle_leaves_nothing": ERROR,
}
"""What breaks whatever is stored outside the transaction."""

RELIED_ON = {
    "a_place_that_is_loaded_for_update_is_not_filled_by_others": "another unit stored what this one had found missing",
    "what_is_loaded_for_update_is_not_changed_by_others": "another unit changed what this one had loaded for update",
}

EXPECTED = {
    naive.NoVersionCheck: {
        "a_commit_that_conflicts_leaves_nothing": "a save of a version that was never stored did not conflict",
        "a_payment_is_not_allocated_twice": "out of 100.00 was allocated",
        "a_unit_that_others_overtook_leaves_nothing": PART,
        "a_version_that_was_loaded_in_an_earlier_unit_conflicts": LOST,
        "no_update_is_lost": "updates were lost",
        "of_two_units_that_begin_the_same_aggregate_one_conflicts": "an aggregate was begun twice",
        "of_two_units_that_loaded_the_same_version_one_conflicts": LOST,
        "several_aggregates_change_together": "a unit was stored in part",
        "the_last_unit_is_sold_once": "more was sold than there was",
        **RELIED_ON,
    },
    naive.Meeting: {},
    naive.ForUpdateForgotten: RELIED_ON,
    naive.MaxPlusOne: {
        "numbers_have_no_gap_and_no_repeat_under_concurrency": "a number was given twice",
        "two_series_in_different_order_do_not_block_for_ever": "a number was given twice",
    },
    naive.DatabaseSequence: {
        "a_number_that_is_not_committed_is_given_again": "a gap: the number of a unit that was not committed is lost",
        "numbers_have_no_gap_and_no_repeat_under_concurrency": "the numbers have gaps",
        **OUTSIDE,
    },
    naive.FactsOutside: {
        "a_reader_sees_only_what_is_committed": "a reader saw facts that were not committed",
        "no_update_is_lost": "there is not one fact a version",
        **OUTSIDE,
    },
    naive.LiveObjects: {
        "a_change_of_what_was_handed_out_changes_nothing": "a live state was handed out",
        "a_later_change_of_what_was_saved_changes_nothing": "a stored state was changed from outside",
    },
    naive.KeyAfterwards: {"concurrent_repeats_act_once": "concurrent repeats acted more than once"},
    naive.KeyAtOnce: {"a_key_that_is_not_committed_is_free_again": "KEY_REUSED", **OUTSIDE},
    naive.OneByOne: {
        "a_unit_that_others_overtook_leaves_nothing": PART,
        "several_aggregates_change_together": "a unit was stored in part",
    },
    naive.TenantForgotten: {
        "nothing_of_another_scope_is_changed": "save changed another scope",
        "nothing_of_another_scope_is_seen": "load saw another scope",
    },
    naive.ServiceAccount: {"a_unit_knows_who_acts": "a unit's actor is not that of its context"},
    naive.DaysOnly: {
        "a_ledger_known_at_a_moment_has_the_rows_recorded_up_to_it": "rows were known before they were recorded",
        "a_backdated_row_does_not_change_what_was_known": "a row that was added later changed an earlier report",
        "a_units_own_rows_are_known_from_its_own_moment": "",
    },
    naive.AsStored: {
        "what_happened_is_every_fact_of_the_scope_in_the_order_of_time": "not ordered by time, kind, id and sequence",
        "what_happened_can_be_asked_of_some_kinds_up_to_a_moment": "up to a moment includes it, and nothing later",
        "a_unit_sees_what_happened_in_it": "",
    },
    naive.LastSeen: {
        "a_leased_message_comes_again_when_the_lease_is_over": "a message that was not delivered is lost",
        "nothing_is_lost_under_concurrency": "messages are lost",
        "nothing_is_lost_when_later_messages_are_committed_earlier": "a message is lost that was committed after",
        "nothing_of_another_scope_is_changed": "another scope's message",
    },
}


def broken(unit: type[SimpleUnit]) -> dict[str, str]:
    """The promises that a store breaks: names of tests and what they say."""
    found = {}
    for name in {name for name in dir(StoreContract) if name.startswith("test_")} - NOT_HERE:
        try:
            getattr(StoreContract(), name)(SimpleStore(unit))
        except Exception as error:
            found[name.removeprefix("test_")] = f"{type(error).__name__}: {error}"
    return found


@pytest.mark.parametrize("unit", EXPECTED, ids=lambda unit: unit.__name__)
def test_the_contract_finds_the_mistake_and_says_what_it_breaks(unit):
    found, expected = broken(unit), EXPECTED[unit]
    assert sorted(found) == sorted(expected)
    assert {name: said for name, said in found.items() if expected[name] not in said} == {}


@pytest.mark.parametrize(
    "unit",
    [
        naive.DatabaseSequence,
        naive.FactsOutside,
        naive.KeyAtOnce,
        naive.TenantForgotten,
        naive.DaysOnly,
        naive.AsStored,
    ],
)
def test_the_model_alone_finds_what_happens_in_one_thread(unit):
    quick = settings(database=None, derandomize=True, deadline=None, phases=[Phase.generate], print_blob=False)
    start: Any = partial(Machine, SimpleStore(unit))
    with pytest.raises((AssertionError, FlakyStrategyDefinition)):
        run_state_machine_as_test(start, settings=quick)


def test_every_naive_store_is_tried():
    units = {unit for unit in vars(naive).values() if isinstance(unit, type) and issubclass(unit, SimpleUnit)}
    assert set(EXPECTED) == units - {SimpleUnit}
