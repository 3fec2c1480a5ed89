"""Where coverage is measured: tracing takes longer than the tests themselves, and most of them add no line.

Of a law in its first examples only; of what is slow, or runs often through what smaller tests have shown, nothing.
"""

import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from functools import wraps
from typing import Any

import pytest

EXAMPLES = 5
OFTEN = (
    "tests/cases/",
    "tests/contracts/test_async.py::TestThreadedPostgresql",
    "tests/contracts/test_async.py::TestThreadedSqlite",
    "tests/contracts/test_proves_itself.py",
    "tests/docs/",
    "tests/golden/",
    "tests/journey/test_bad_input.py",
    "tests/journey/test_stores.py",
    "tests/workflows/direct_debit/test_bank_orders_faults.py",
    "tests/workflows/gateways/test_charging_faults.py",
    "tests/workflows/test_faults.py",
)
"""Files and journeys in great number, and the same ones over every store."""


def runs_often(test: pytest.Item) -> bool:
    """Whether a test runs through the same lines as many others."""
    return test.nodeid.startswith(OFTEN)


@contextmanager
def measured_at_first(test: pytest.Item) -> Iterator[None]:
    """While the block runs, coverage stops after so many examples of a Hypothesis test; every example is tried."""
    law, running = getattr(getattr(test, "obj", None), "hypothesis", None), running_coverage()
    if law is None or running is None:
        yield
        return
    pause, tried = _Pause(running), law.inner_test
    law.inner_test = pause.after(EXAMPLES, tried)
    try:
        yield
    finally:
        law.inner_test = tried
        pause.end()


def running_coverage() -> Any:
    """What measures, if anything does: nothing where it is not installed (the floors) or not measuring."""
    return sys.modules["coverage"].Coverage.current() if "coverage" in sys.modules else None


class _Pause:
    """A stop of the measuring that is begun once and ended once."""

    def __init__(self, running: Any) -> None:
        self.running = running
        self.begun = False

    def after(self, examples: int, tried: Callable[..., Any]) -> Callable[..., Any]:
        left = iter(range(examples))

        @wraps(tried)
        def one(*given: Any, **named: Any) -> Any:
            if next(left, None) is None:
                self.begin()
            return tried(*given, **named)

        return one

    def begin(self) -> None:
        if not self.begun:
            self.running.stop()
        self.begun = True

    def end(self) -> None:
        if self.begun:
            self.running.start()
