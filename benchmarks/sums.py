"""Subset sums of open items beside a table of all sums: is there one subset, and how densely do sums lie.

The baseline adds item by item to a table of the sums that are reached. It grows as the subsets do, so larger books have
none.
"""

from collections.abc import Iterator, Sequence
from functools import partial
from random import Random

from benchmarks.figures import Figure
from benchmarks.timing import Act, best
from otcore.reconciliation.sums import by_size, subsets

WORK = 200_000
ASKED = 20
MEDIAN, SPREAD = 60_000, 0.9  # cents; lognormal, as invoices are
PLAIN_UP_TO = 12


def measure() -> Iterator[Figure]:
    """Microseconds a question, by how many items are open."""
    for items in (6, 12, 20, 40):
        yield _figure(items)
    random = Random(2700)
    large = _book(random, 2_700)
    spent = best({"sizes": partial(by_size, large, sum(large[:2]), work=WORK)}, 5)
    yield Figure("one or two of 2,700 items", spent["sizes"], "us")


def plainly(amounts: Sequence[int], target: int) -> tuple[int, int]:
    """How many subsets reach the target, and how many sums there are near it."""
    ways = {0: 1}
    for amount in amounts:
        more = dict(ways)
        for reached, number in ways.items():
            more[reached + amount] = more.get(reached + amount, 0) + number
        ways = more
    return ways.get(target, 0), sum(abs(reached - target) <= target // 8 for reached in ways)


def _figure(items: int) -> Figure:
    random = Random(items)
    book = _book(random, items)
    targets = [sum(random.sample(book, min(4, items // 2))) for _ in range(ASKED)]
    acts: dict[str, Act] = {"ours": lambda: [subsets(book, target, work=WORK) for target in targets]}
    if items <= PLAIN_UP_TO:
        acts["plain"] = lambda: [plainly(book, target) for target in targets]
    spent = best(acts, 1)
    plain = spent["plain"] / ASKED if "plain" in spent else None
    return Figure(f"sums of {items} items", spent["ours"] / ASKED, "us", plain)


def _book(random: Random, items: int) -> list[int]:
    return [round(random.lognormvariate(0, SPREAD) * MEDIAN) for _ in range(items)]
