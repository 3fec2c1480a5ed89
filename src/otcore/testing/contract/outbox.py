"""Promises about the outbox: a message leaves after its unit is committed, and is not lost."""

import time
from datetime import timedelta
from functools import partial
from itertools import chain
from random import Random
from threading import Event

from otcore.ports.outbox import Notice, Posted
from otcore.ports.storage import Store, UnitOfWork
from otcore.testing.work import NOW, committed, conflicts, context, together, unit

MINUTE = timedelta(minutes=1)
WRITERS, EACH = 4, 20


def _announce(store: Store, *subjects: str) -> None:
    def work(one: UnitOfWork) -> None:
        for subject in subjects:
            one.announce(Notice("topic", subject, {"about": subject}))

    committed(store, work)


def _taken(store: Store, limit: int = 100, minutes: int = 0) -> list[str]:
    """The subjects that a reader gets some minutes from now, leased for one minute."""
    at = NOW + minutes * MINUTE
    posted = committed(store, lambda one: one.take(limit, at + MINUTE), context(at=at))
    return [message.notice.subject for message in posted]


def _write(store: Store, writer: int) -> None:
    """Announce one message a unit, and take some time to commit it."""
    chance = Random(writer)

    def work(one: UnitOfWork, subject: str) -> None:
        one.announce(Notice("topic", subject))
        time.sleep(chance.random() * 0.003)

    for number in range(EACH):
        committed(store, partial(work, subject=f"{writer}/{number:02}"))


def _poll(store: Store, written: Event) -> list[str]:
    """Take and mark messages until all that was written is there."""
    seen: list[str] = []

    def work(one: UnitOfWork) -> tuple[Posted, ...]:
        posted = one.take(5, NOW + MINUTE)
        one.delivered(posted)
        return posted

    while True:
        last = written.is_set()
        posted = committed(store, work)
        seen += [message.notice.subject for message in posted]
        if last and not posted:
            return seen
        time.sleep(0 if posted else 0.001)


class Outbox:
    """Announce, take, deliver."""

    def test_messages_come_oldest_first_with_their_facts(self, store: Store) -> None:
        _announce(store, "a", "b")
        _announce(store, "c")
        posted = committed(store, lambda one: one.take(10, NOW + MINUTE))
        assert [message.notice for message in posted] == [Notice("topic", x, {"about": x}) for x in "abc"]
        positions = [message.position for message in posted]
        assert positions == sorted(set(positions)), "a position tells messages apart, older ones first"

    def test_a_message_is_not_seen_before_its_unit_is_committed(self, store: Store) -> None:
        with unit(store) as one:
            one.announce(Notice("topic", "a"))
            taken: list[str] = []
            assert conflicts(lambda: taken.extend(_taken_now(store))) or taken == [], "seen before it was committed"
            one.commit()
        assert _taken(store) == ["a"]

    def test_a_unit_does_not_take_what_it_announces_itself(self, store: Store) -> None:
        with unit(store) as one:
            one.announce(Notice("topic", "a"))
            one.number("series")
            assert one.take(1, NOW + MINUTE) == (), "a message was delivered that might never have been sent"
            one.commit()
        assert _taken(store) == ["a"]

    def test_a_message_of_a_unit_that_is_not_committed_never_leaves(self, store: Store) -> None:
        with unit(store) as one:
            one.announce(Notice("topic", "a"))
        assert _taken(store) == [], "a message left whose unit was not committed"

    def test_no_more_are_taken_than_asked_for(self, store: Store) -> None:
        _announce(store, *"abc")
        assert [_taken(store, 2), _taken(store, 2), _taken(store, 2)] == [["a", "b"], ["c"], []]

    def test_a_leased_message_comes_again_when_the_lease_is_over(self, store: Store) -> None:
        _announce(store, *"ab")
        assert _taken(store, 1) == ["a"]
        assert _taken(store) == ["b"], "a leased message was handed to another reader"
        assert _taken(store, minutes=1) == ["a", "b"], "a message that was not delivered is lost"

    def test_a_lease_that_is_not_committed_does_not_hold(self, store: Store) -> None:
        _announce(store, "a")
        with unit(store) as one:
            assert len(one.take(1, NOW + MINUTE)) == 1
        assert _taken(store) == ["a"], "a message is held by a reader that was never there"

    def test_a_delivered_message_does_not_come_again(self, store: Store) -> None:
        _announce(store, *"ab")
        posted = committed(store, lambda one: one.take(1, NOW + MINUTE))
        committed(store, lambda one: one.delivered(posted))
        committed(store, lambda one: one.delivered(posted))
        assert _taken(store, minutes=60) == ["b"]

    def test_positions_are_not_given_twice(self, store: Store) -> None:
        _announce(store, "a")
        first = committed(store, lambda one: one.take(1, NOW + MINUTE))
        committed(store, lambda one: one.delivered(first))
        _announce(store, "b")
        second = committed(store, lambda one: one.take(1, NOW + MINUTE))
        assert second[0].position > first[0].position, "a repeat could not be told from a new message"

    def test_two_readers_do_not_get_the_same_message(self, store: Store) -> None:
        _announce(store, *"abcdefgh")
        taken = together(*[partial(_taken, store, 2)] * 4)
        assert sorted(chain(*taken)) == list("abcdefgh"), "within a lease a message has one reader"

    def test_nothing_is_lost_when_later_messages_are_committed_earlier(self, store: Store) -> None:
        with unit(store) as slow:
            slow.announce(Notice("topic", "slow"))
            expected = set() if conflicts(lambda: _announce_now(store, "quick")) else {"quick"}
            seen = set(_taken(store) if expected else ())
            expected |= set() if conflicts(slow.commit) else {"slow"}
        assert seen | set(_taken(store)) == expected, "a message is lost that was committed after a later one"

    def test_nothing_is_lost_under_concurrency(self, store: Store) -> None:
        written = Event()

        def write() -> list[str]:
            together(*(partial(_write, store, writer) for writer in range(WRITERS)))
            written.set()
            return []

        _, seen = together(write, partial(_poll, store, written))
        expected = {f"{writer}/{number:02}" for writer in range(WRITERS) for number in range(EACH)}
        assert set(seen) == expected, f"{len(expected - set(seen))} messages are lost"
        for writer in range(WRITERS):
            own = [subject for subject in seen if subject.startswith(f"{writer}/")]
            assert own == sorted(own), "messages of one writer came in another order"


def _taken_now(store: Store) -> list[str]:
    with unit(store) as one:
        return [message.notice.subject for message in one.take(10, NOW + MINUTE)]


def _announce_now(store: Store, subject: str) -> None:
    with unit(store) as one:
        one.announce(Notice("topic", subject))
        one.commit()
