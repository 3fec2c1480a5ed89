"""Items fall overdue while others work on them."""

from itertools import count

from otcore.invoicing.reference import creditor_reference
from tests.workflows.books import books
from tests.workflows.conflicts import Contested, Interrupted
from tests.workflows.desk import Desk, billed, desk
from tests.workflows.test_overdue_flow import LATE, overdue, with_two_invoices


def test_what_is_paid_meanwhile_does_not_fall_overdue():
    """The second item is paid just before each call that the tick makes: it is marked and paid, or paid only."""
    outcomes = set()
    for step in count():
        ready = with_two_invoices()
        ready.gets("60.00", reference=creditor_reference("INV-2026-000002"))
        watched = Interrupted(ready.store, step, Desk(store=ready.store).applies)
        marked = Desk(store=watched).otc.tick(LATE)
        if watched.calls <= step:
            break
        assert overdue(ready) == ["INV-2026-000001"]
        assert not ready.item("INV-2026-000002").overdue
        topics = [posted.notice.topic for posted in books(ready.store)["messages"]]
        assert topics.count("invoice.overdue") == marked
        outcomes.add(marked)
    assert outcomes == {1, 2}


def test_a_race_lost_at_every_item_is_tried_again_and_every_item_counts():
    ready = desk(stocked=50)
    for number in range(6):
        billed(ready, 1, f"O{number}")
    every_second = Contested(ready.store, lambda unit: unit % 2 == 0)
    assert Desk(store=every_second, tries=2).otc.tick(LATE) == 6
    assert len(overdue(ready)) == 6
