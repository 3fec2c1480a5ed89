"""A time-line and next steps as people read them."""

from datetime import UTC, datetime, timedelta, timezone

from otcore.formats.timeline import steps_text, timeline_text
from otcore.orders.commands import CancelOrder
from otcore.orders.steps import Step
from otcore.process.timeline import Entry
from tests.formats.hostile import EVIL
from tests.orders.examples import DAY

MIDNIGHT = datetime(2026, 3, 2, tzinfo=UTC)
NOON = MIDNIGHT + timedelta(hours=12)
COMMAND = CancelOrder(order="O1", day=DAY)


def entry(text: str, at: datetime = MIDNIGHT, actor: str = "host", why: str = "") -> Entry:
    return Entry(at, actor, "order.placed", text, why, "order", "O1")


def step(name: str, code: str = "", reason: str = "", about: str = "") -> Step:
    return Step(name, about, not code, COMMAND, code, reason)


def test_a_fact_is_a_line_with_its_day_and_its_reason():
    assert timeline_text([entry("Placed"), entry("Held", why="over the limit")]) == (
        "2026-03-02  Placed\n"
        "2026-03-02  Held\n"
        "            why: over the limit\n"
    )  # fmt: skip


def test_the_hour_is_shown_where_one_is_known_and_in_utc():
    at = NOON.astimezone(timezone(timedelta(hours=2)))
    assert timeline_text([entry("Placed"), entry("Held", at)]) == (
        "2026-03-02 00:00  Placed\n"
        "2026-03-02 12:00  Held\n"
    )  # fmt: skip


def test_who_did_it_is_shown_where_several_did():
    assert timeline_text([entry("Placed"), entry("Held", actor="ann"), entry("Seen", actor="")]) == (
        "2026-03-02  Placed (host)\n"
        "2026-03-02  Held (ann)\n"
        "2026-03-02  Seen\n"
    )  # fmt: skip


def test_long_lines_go_on_under_their_beginning():
    assert timeline_text([entry("Goods promised: line 1: 6 from main", why="a reason of some length")], 40) == (
        "2026-03-02  Goods promised: line 1: 6\n"
        "            from main\n"
        "            why: a reason of some length\n"
    )  # fmt: skip


def test_a_narrow_terminal_still_has_room_for_words():
    assert max(map(len, timeline_text([entry("word " * 30)], 1).splitlines())) <= 32


def test_no_entries_are_no_lines():
    assert timeline_text([]) == ""


def test_nothing_from_outside_acts_on_the_terminal():
    text = timeline_text([entry(each, why=each) for each in EVIL])
    assert not set(text) & {"\x1b", "\x00", "\u202e", "\r"}
    assert len(text.splitlines()) == 2 * len(EVIL)


def test_steps_are_named_with_what_they_are_about():
    steps = [step("close-order"), step("propose-amendment", about="buyer"), step("propose-amendment", about="seller")]
    assert steps_text(steps) == "Possible: close-order, propose-amendment (buyer, seller)\n"


def test_what_is_not_possible_is_told_by_its_reason():
    steps = [
        step("close-order", "ORDER_OVER", "status=closed"),
        step("hold-order", "ORDER_OVER", "status=closed"),
        step("cancel-order", "ALREADY_SHIPPED"),
    ]
    assert steps_text(steps) == (
        "Possible: nothing\n"
        "Not possible:\n"
        "  ORDER_OVER (status=closed): close-order, hold-order\n"
        "  ALREADY_SHIPPED: cancel-order\n"
    )  # fmt: skip
