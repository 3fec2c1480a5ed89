"""What may be collected, when, and what follows from what the bank says."""

from datetime import date
from typing import Any

import pytest

from otcore.payments.bank_reference import passes
from otcore.payments.direct_debit import collecting
from otcore.payments.direct_debit import collection_events as k
from otcore.payments.direct_debit import mandate_events as e
from otcore.payments.direct_debit.collection import collection_id, end_to_end_of
from otcore.payments.direct_debit.policy import DirectDebit
from otcore.payments.payment_batch import group_of
from otcore.receivables.events import ItemOpened
from otcore.receivables.item import evolve as item_after
from otcore.receivables.receivable import Receivable
from otcore.values.calendar import WorkCalendar
from otcore.values.faults import Rejected
from otcore.values.money import Money
from otcore.values.terms import Instalment
from tests.orders.examples import DAY, eur
from tests.payments.direct_debit.examples import collection, mandate

SIGNED = mandate(e.MandateSigned)
POLICY = DirectDebit(creditor="DE98ZZZ09999999999", notice=14)
EASTER = WorkCalendar(holidays=frozenset({date(2026, 4, 3), date(2026, 4, 6)}))


def item(amount: str = "100.00", currency: str = "EUR", parts: tuple[Instalment, ...] = ()) -> Receivable:
    return item_after(None, ItemOpened("INV-1", "C1", "INV1", DAY, DAY, Money(amount, currency), instalments=parts))


def test_what_is_due_on_a_day_is_the_sum_of_its_parts():
    parts = (Instalment(DAY, eur("30.00")), Instalment(DAY, eur("20.00")), Instalment(date(2026, 5, 1), eur("50.00")))
    assert collecting.due_part(item(parts=parts), DAY) == eur("50.00")
    assert collecting.due_part(item(parts=parts), date(2026, 6, 1)) == eur("0.00")


@pytest.mark.parametrize(
    ("owed", "code"),
    [(item("-10.00"), "NOTHING_OPEN"), (item(currency="USD"), "NOT_IN_EURO")],
)
def test_what_direct_debit_does_not_move_is_refused(owed: Any, code: str):
    with pytest.raises(Rejected, match=code):
        collecting.plan(owed, SIGNED, DAY, 1, DAY, False, DAY)


@pytest.mark.parametrize(
    ("due", "day", "debited"),
    [
        (date(2026, 4, 1), date(2026, 3, 1), date(2026, 4, 1)),
        (date(2026, 3, 2), date(2026, 3, 20), date(2026, 4, 7)),  # the notice ends on Good Friday
        (date(2026, 4, 4), date(2026, 3, 1), date(2026, 4, 7)),
    ],
)
def test_a_debtor_is_debited_when_it_is_due_but_told_long_enough_before(due: date, day: date, debited: date):
    assert collecting.debit_day(due, day, POLICY, EASTER) == debited


def test_the_bank_has_a_file_so_many_working_days_before():
    assert collecting.last_day(date(2026, 4, 2), POLICY, EASTER) == date(2026, 4, 8)


def test_nobody_makes_two_ids_of_one_debt_or_one_of_two():
    ids = {
        collection_id(item, due, attempt)
        for item in ("INV-1", "INV-11")
        for due in (DAY, date(2026, 5, 1))
        for attempt in (1, 2)
    }
    assert len(ids) == len({end_to_end_of(id) for id in ids}) == 8
    assert all(passes(end_to_end_of(id)) for id in ids)
    assert passes(group_of("B1", "FRST", DAY))


def test_what_is_known_is_said_once():
    presented = collection(k.CollectionPresented)
    assert collecting.collected(presented, "R1", DAY)
    assert collecting.collected(collection(k.CollectionPresented, k.CollectionCollected), "R1", DAY) == ()
    returned = collection(k.CollectionPresented, k.CollectionReturned)
    assert collecting.collected(returned, "R1", DAY) == ()
    assert collecting.returned(returned, "AM04", DAY, None) == ()
    assert collecting.returned(presented, "AM04", DAY, None)


def test_what_does_not_fit_its_status_is_refused():
    with pytest.raises(Rejected, match="COLLECTION_STATUS"):
        collecting.require(collection(), k.CollectionRejected)
