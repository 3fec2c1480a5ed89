"""How long something takes, whatever else the machine does."""

from collections.abc import Callable, Mapping
from time import thread_time

Act = Callable[[], object]


def best(acts: Mapping[str, Act], times: int, rounds: int = 9) -> dict[str, float]:
    """Microseconds a call of each, on this thread's processor time: the best of several rounds that take turns."""
    found = dict.fromkeys(acts, float("inf"))
    for _ in range(rounds):
        for name, act in acts.items():
            found[name] = min(found[name], _each(act, times))
    return found


def _each(act: Act, times: int) -> float:
    start = thread_time()
    for _ in range(times):
        act()
    return (thread_time() - start) / times * 1e6
