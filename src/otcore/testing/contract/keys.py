"""Promises about idempotency keys: work that is asked for twice is done once."""

from datetime import date
from functools import partial

import pytest

from otcore.ports.errors import NotFound
from otcore.ports.storage import Answer, Store, UnitOfWork
from otcore.receivables.ledger import Entry, EntryKind
from otcore.testing.work import add, begun, committed, conflicts, together, total, unit
from otcore.values.faults import Invalid, Rejected
from otcore.values.money import Money

DONE = Answer("tally", "a", 2)


def _once(one: UnitOfWork) -> Answer | None:
    """Add 1.00 to "a", unless the key did already."""
    known = one.claim("key", "print")
    if known is None:
        one.answer("key", Answer("tally", "a", add(one, "a").next_version))
    return known


def _row_once(one: UnitOfWork, key: str) -> Answer | None:
    """Add a ledger row, unless the key did already. Nothing but the key guards it."""
    known = one.claim(key, "print")
    if known is None:
        one.append([Entry(EntryKind.ISSUED, date(2026, 1, 31), Money("1.00", "EUR"), key)])
        one.answer(key, DONE)
    return known


class Keys:
    """Claim and answer."""

    def test_a_new_key_is_nobodys(self, store: Store) -> None:
        with unit(store) as one:
            assert one.claim("key", "print") is None
            assert one.claim("Key", "print") is None

    def test_a_repeat_gets_the_answer(self, store: Store) -> None:
        begun(store, "a")
        assert committed(store, _once) is None
        assert committed(store, _once) == DONE
        assert total(store, "a") == "1.00 EUR", "the work was done again"

    def test_a_key_with_another_fingerprint_is_refused(self, store: Store) -> None:
        begun(store, "a")
        committed(store, _once)
        for key in ("key", "new"):
            with unit(store) as one:
                one.claim("new", "print")
                with pytest.raises(Rejected) as refused:
                    one.claim(key, "other print")
                assert refused.value.code == "KEY_REUSED", "a key may not answer for other work"

    def test_a_key_that_is_not_committed_is_free_again(self, store: Store) -> None:
        with unit(store) as one:
            one.claim("key", "print")
            one.answer("key", DONE)
        with unit(store) as one:
            assert one.claim("key", "other print") is None, "a key was kept without its work"

    def test_a_unit_sees_the_key_it_claimed(self, store: Store) -> None:
        with unit(store) as one:
            one.claim("key", "print")
            assert one.claim("key", "print") == Answer()
            one.answer("key", DONE)
            assert one.claim("key", "print") == DONE

    def test_an_unanswered_key_says_so_and_can_be_answered_later(self, store: Store) -> None:
        committed(store, lambda one: one.claim("key", "print"))
        assert committed(store, lambda one: one.claim("key", "print")) == Answer()
        committed(store, lambda one: one.answer("key", DONE))
        assert committed(store, lambda one: one.claim("key", "print")) == DONE

    def test_a_key_has_one_answer(self, store: Store) -> None:
        committed(store, lambda one: (one.claim("key", "print"), one.claim("other", "print")))
        committed(store, lambda one: one.answer("key", DONE))
        other = Answer("tally", "b", 1)
        with unit(store) as one:
            assert conflicts(lambda: one.answer("key", other)) or conflicts(one.commit)
        with unit(store) as one:
            one.answer("other", DONE)
            assert conflicts(lambda: one.answer("other", other)) or conflicts(one.commit)
        with unit(store) as one:
            assert one.claim("key", "print") == DONE, "an answer was replaced"

    def test_a_key_must_be_claimed_before_it_is_answered(self, store: Store) -> None:
        with unit(store) as one, pytest.raises(NotFound):
            one.answer("key", DONE)

    def test_a_key_has_1_to_255_characters(self, store: Store) -> None:
        for key in ("", "k" * 256, "k" * 10_000):
            with unit(store) as one, pytest.raises(Invalid):
                one.claim(key, "print")
        with unit(store) as one:
            assert one.claim("\U0001f511" * 255, "print") is None

    def test_concurrent_repeats_act_once(self, store: Store) -> None:
        for turn in range(5):
            key = f"key {turn}"
            answers = together(*[partial(committed, store, partial(_row_once, key=key))] * 4)
            with unit(store) as one:
                assert len(one.entries(party=key)) == 1, "concurrent repeats acted more than once"
            assert sorted(map(str, answers)) == sorted(["None", *[str(DONE)] * 3]), "a repeat got no answer"
