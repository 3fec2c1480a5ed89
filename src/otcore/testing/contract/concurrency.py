"""Promises about many units of work at once: rules over stored facts hold, whoever else is at work."""

from collections.abc import Callable
from functools import partial
from itertools import pairwise

from otcore.ports.storage import Store, UnitOfWork
from otcore.testing.tally import TALLY
from otcore.testing.work import add, begun, committed, together, total, unit
from otcore.values.money import Money

THREADS = 4
EACH = 100
ROUNDS = 10

Take = Callable[[UnitOfWork, str, str], bool]


def _take(one: UnitOfWork, id: str, amount: str, for_update: bool) -> bool:
    """Take an amount out of a tally if it has so much: whether it had."""
    wanted = Money(amount, "EUR")
    if one.load(TALLY, id, for_update).some.total < wanted:
        return False
    add(one, id, f"-{amount}")
    return True


def _move(one: UnitOfWork, source: str, target: str) -> None:
    """Move 1.00 between two tallies."""
    one.load_many(TALLY, [source, target], for_update=True)
    add(one, source, "-1.00")
    add(one, target, "1.00")


class Concurrency:
    """Four threads, one truth."""

    def test_no_update_is_lost(self, store: Store) -> None:
        begun(store, "a")

        def increments(for_update: bool) -> None:
            for _ in range(EACH):
                committed(store, partial(add, id="a", for_update=for_update))

        together(*(partial(increments, thread % 2 == 0) for thread in range(THREADS)))
        with unit(store) as one:
            kept, facts = one.load(TALLY, "a"), one.history(TALLY, "a")
        assert str(kept.some.total) == f"{THREADS * EACH}.00 EUR", "updates were lost"
        assert kept.version == THREADS * EACH + 1, "facts were lost"
        assert len(facts) == kept.version, "there is not one fact a version"

    def test_a_payment_is_not_allocated_twice(self, store: Store) -> None:
        for turn in range(ROUNDS):
            id, for_update = f"payment {turn}", turn % 2 == 0
            begun(store, id)
            committed(store, partial(add, id=id, amount="100.00"))
            take = partial(_take, id=id, amount="60.00", for_update=for_update)
            won = together(*[partial(committed, store, take)] * THREADS)
            assert sum(won) == 1, f"60.00 out of 100.00 was allocated {sum(won)} times"
            assert total(store, id) == "40.00 EUR", "more is allocated than there was"

    def test_the_last_unit_is_sold_once(self, store: Store) -> None:
        def buy(id: str) -> int:
            take = partial(_take, id=id, amount="1.00", for_update=True)
            return sum(committed(store, take) for _ in range(2))

        for turn in range(ROUNDS):
            id = f"stock {turn}"
            begun(store, id)
            committed(store, partial(add, id=id, amount="3.00"))
            assert sum(together(*[partial(buy, id)] * THREADS)) == 3, "more was sold than there was"
            assert total(store, id) == "0.00 EUR"

    def test_several_aggregates_change_together(self, store: Store) -> None:
        begun(store, "a", "b", "c")

        def moves(*ids: str) -> None:
            for _ in range(ROUNDS):
                for source, target in pairwise(ids):
                    committed(store, partial(_move, source=source, target=target))

        together(partial(moves, *"abca"), partial(moves, *"acba"), partial(moves, *"bab"))
        with unit(store) as one:
            kept = one.load_many(TALLY, ["a", "b", "c"])
        facts = 3 + 2 * 8 * ROUNDS  # three were begun, eight moves a round
        found = (sum(each.some.total.minor for each in kept), sum(each.version for each in kept))
        assert found == (0, facts), "a unit was stored in part, or lost"
