"""What time alone brings about."""

from datetime import UTC, datetime, timedelta

from otcore.invoicing.reference import creditor_reference
from otcore.receivables.item import Receivable
from otcore.workflows.ask import OpenItems
from tests.workflows.desk import Desk, billed, desk

DUE = datetime(2026, 4, 1, 12, tzinfo=UTC)
LATE = DUE + timedelta(days=1)


def with_two_invoices() -> Desk:
    ready = desk(stocked=50)
    billed(ready)
    billed(ready, 5, "O2")
    return ready


def overdue(ready: Desk) -> list[str]:
    owed: tuple[Receivable, ...] = ready.otc.ask(OpenItems())
    return [item.id for item in owed if item.overdue]


def test_nothing_is_overdue_on_the_due_day():
    ready = with_two_invoices()
    assert (ready.otc.tick(DUE), overdue(ready)) == (0, [])


def test_items_fall_overdue_the_day_after_each_once():
    ready = with_two_invoices()
    assert ready.otc.tick(LATE) == 2
    assert overdue(ready) == ["INV-2026-000001", "INV-2026-000002"]
    assert ready.otc.tick(LATE + timedelta(days=9)) == 0


def test_without_a_time_the_clock_is_asked():
    ready = with_two_invoices()
    assert ready.otc.tick() == 0
    ready.clock.time = LATE
    assert ready.otc.tick() == 2


def test_what_is_paid_does_not_fall_overdue():
    ready = with_two_invoices()
    ready.gets("120.00", reference=creditor_reference("INV-2026-000001"))
    ready.applies()
    assert ready.otc.tick(LATE) == 1
    assert overdue(ready) == ["INV-2026-000002"]


def test_an_overdue_item_is_announced_with_what_is_owed():
    ready = with_two_invoices()
    ready.otc.relay()
    ready.otc.tick(LATE)
    ready.otc.relay()
    notice = ready.postbox.got[-1].notice
    assert (notice.topic, notice.subject) == ("invoice.overdue", "INV-2026-000002")
    assert dict(notice.facts) == {"customer": "C1", "open": "60.00 EUR", "due": "2026-04-01"}


def test_an_overdue_item_is_still_open_and_can_be_paid():
    ready = with_two_invoices()
    ready.otc.tick(LATE)
    ready.gets("120.00", reference=creditor_reference("INV-2026-000001"))
    ready.applies()
    assert [item.id for item in ready.otc.ask(OpenItems("C1"))] == ["INV-2026-000002"]
    assert not ready.item("INV-2026-000001").overdue
