"""The laws of invoices on a million examples each, from seeds, on every core."""

from collections.abc import Callable, Iterator, Mapping
from concurrent.futures import ProcessPoolExecutor
from multiprocessing import get_context
from time import perf_counter
from typing import Any

from benchmarks.figures import Figure
from tests.invoicing import laws as arithmetic
from tests.invoicing.sequence_laws import LAWS as SEQUENCES
from tests.values.terms import laws as schedules

LAWS: Mapping[str, Callable[[int, int], Any]] = {
    "identities, both ways, negation, order": arithmetic.hold,
    **SEQUENCES,
    "instalments": schedules.hold,
}
_PART = 10_000
_FIRST_SEED = 1_000  # those below are of the tests


def measure(count: int) -> Iterator[Figure]:
    """Seconds for so many examples of each law, printed one by one. `AssertionError` names what broke one."""
    if not count:
        return
    print(f"laws on {count:,} examples each; a million take half an hour: `make bench LAWS=10000` takes fewer")
    for law in LAWS:
        start = perf_counter()
        held = _hold(law, count)
        seconds = perf_counter() - start
        print(f"  {law}: {held:,} examples held, {seconds:,.0f} s", flush=True)
        yield Figure(f"law: {law}", seconds, f"s for {held:,} examples")


def _hold(law: str, count: int) -> int:
    parts = [min(_PART, count - start) for start in range(0, count, _PART)]
    seeds = range(_FIRST_SEED, _FIRST_SEED + len(parts))
    with ProcessPoolExecutor(mp_context=get_context("spawn")) as pool:
        return sum(pool.map(_held, [law] * len(parts), seeds, parts))


def _held(law: str, seed: int, count: int) -> int:
    LAWS[law](seed, count)
    return count
