"""The part of the open orders that is wanted on known days."""

from datetime import date, timedelta

from hypothesis import given
from hypothesis import strategies as st

from otcore.customers.credit.account import evolve, moved
from otcore.customers.credit.schedule import beyond
from otcore.values.money import Money
from tests.customers.credit_examples import DAY, account, eur, later

days = st.integers(0, 5).map(lambda count: DAY + timedelta(days=count))
moves = st.lists(st.tuples(st.none() | days, st.integers(-500, 500)), max_size=12)


@given(moves)
def test_a_schedule_is_what_moved_by_day_and_has_no_empty_day(moved_: list[tuple[date | None, int]]):
    used = account()
    for due, minor in moved_:
        used = evolve(used, moved("O", orders=Money.from_minor(minor, "EUR"), currency="EUR", due=due)[0])
    sums: dict[date, int] = {}
    for due, minor in moved_:
        if due is not None:
            sums[due] = sums.get(due, 0) + minor
    assert [(each.due, each.value.minor) for each in used.scheduled] == sorted(
        (due, minor) for due, minor in sums.items() if minor
    )
    assert used.orders.minor == sum(minor for _, minor in moved_)
    for day in sums:
        assert beyond(used.scheduled, day, "EUR").minor == sum(minor for due, minor in sums.items() if due > day)


def test_only_orders_are_wanted_on_a_day():
    used = evolve(account(), moved("S", deliveries=eur("5.00"), currency="EUR", due=later(3))[0])
    assert used.scheduled == ()
