"""Promises about the receivables ledger."""

from datetime import date, timedelta
from functools import partial

from otcore.ports.storage import Store, UnitOfWork
from otcore.receivables.ledger import Entry, EntryKind
from otcore.testing.work import NOW, committed, context, together, unit
from otcore.values.money import Money

JANUARY, FEBRUARY, MARCH = date(2026, 1, 31), date(2026, 2, 28), date(2026, 3, 31)

ROWS = (
    Entry(EntryKind.ISSUED, FEBRUARY, Money("100.00", "EUR"), "ann", "INV-1", due=MARCH),
    Entry(EntryKind.RECEIVED, JANUARY, Money("0.01", "EUR"), receipt="R-1"),
    Entry(EntryKind.ALLOCATED, MARCH, Money("-99999999999999.99", "EUR"), "bob", "INV-1", "R-1"),
    Entry(EntryKind.ISSUED, JANUARY, Money("5", "JPY"), "ann", "INV-2", due=JANUARY),
)


def _append(one: UnitOfWork, *rows: Entry) -> None:
    one.append(rows)


class Ledger:
    """Rows are only added."""

    def test_rows_come_back_as_they_were_added_and_in_that_order(self, store: Store) -> None:
        committed(store, partial(_append, *[]))
        committed(store, lambda one: one.append(ROWS[:3]))
        committed(store, lambda one: one.append(ROWS[3:]))
        with unit(store) as one:
            assert one.entries() == ROWS

    def test_a_ledger_as_of_a_day_has_the_rows_up_to_it(self, store: Store) -> None:
        committed(store, lambda one: one.append(ROWS))
        with unit(store) as one:
            assert one.entries(JANUARY) == (ROWS[1], ROWS[3])
            assert one.entries(FEBRUARY) == (ROWS[0], ROWS[1], ROWS[3])
            assert one.entries(date(2026, 1, 30)) == ()

    def test_a_partys_rows_are_its_own(self, store: Store) -> None:
        committed(store, lambda one: one.append(ROWS))
        with unit(store) as one:
            assert one.entries(party="ann") == (ROWS[0], ROWS[3])
            assert one.entries(JANUARY, "ann") == (ROWS[3],)
            assert one.entries(party="nobody") == ()

    def test_a_unit_sees_the_rows_it_added(self, store: Store) -> None:
        committed(store, lambda one: one.append(ROWS[:2]))
        with unit(store) as one:
            one.append(ROWS[2:])
            assert one.entries() == ROWS
            assert one.entries(JANUARY, "ann") == (ROWS[3],)

    def test_a_ledger_known_at_a_moment_has_the_rows_recorded_up_to_it(self, store: Store) -> None:
        later, before = NOW + timedelta(microseconds=1), NOW - timedelta(microseconds=1)
        committed(store, lambda one: one.append(ROWS[:1]))
        committed(store, lambda one: one.append(ROWS[1:]), context(at=later))
        with unit(store) as one:
            assert one.entries(known=before) == (), "rows were known before they were recorded"
            assert one.entries(known=NOW) == ROWS[:1], "known at a moment is what was recorded up to and including it"
            assert one.entries(known=later) == ROWS
            assert one.entries(FEBRUARY, known=later) == (ROWS[0], ROWS[1], ROWS[3])
            assert one.entries(JANUARY, "ann", later) == (ROWS[3],)

    def test_a_backdated_row_does_not_change_what_was_known(self, store: Store) -> None:
        committed(store, lambda one: one.append(ROWS[:1]))
        with unit(store) as one:
            then = one.entries(FEBRUARY, "ann", NOW)
        committed(store, lambda one: one.append(ROWS[3:]), context(at=NOW + timedelta(days=1)))
        with unit(store) as one:
            assert one.entries(FEBRUARY, "ann", NOW) == then, "a row that was added later changed an earlier report"
            assert one.entries(FEBRUARY, "ann") == (ROWS[0], ROWS[3])

    def test_a_units_own_rows_are_known_from_its_own_moment(self, store: Store) -> None:
        with unit(store) as one:
            one.append(ROWS[:2])
            assert one.entries(known=NOW) == ROWS[:2]
            assert one.entries(known=NOW - timedelta(seconds=1)) == ()

    def test_concurrent_rows_are_all_kept(self, store: Store) -> None:
        def rows(thread: int) -> None:
            for number in range(10):
                row = Entry(EntryKind.ISSUED, JANUARY, Money(number, "EUR"), f"party {thread}")
                committed(store, lambda one: one.append([row]))  # noqa: B023  # done before the next row

        together(*(partial(rows, thread) for thread in range(4)))
        with unit(store) as one:
            assert len(one.entries()) == 40
            assert [row.amount.minor for row in one.entries(party="party 2")] == [100 * n for n in range(10)]
