"""Coverage is measured in the first examples of a law: tracing takes as long as the law, and later ones add no line."""

import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from functools import wraps
from typing import Any

import pytest

EXAMPLES = 25


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
