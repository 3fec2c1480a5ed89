"""Coverage stops within a law, and the law goes on as it would without."""

from types import SimpleNamespace
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.measuring import EXAMPLES, measured_at_first, running_coverage

pytestmark = pytest.mark.oracle  # coverage is not among the dependencies
TRIED: list[tuple[int, Any]] = []
COUNT = 3 * EXAMPLES


@settings(max_examples=COUNT, derandomize=True, database=None)
@given(st.integers())
def law(number: int) -> None:
    TRIED.append((number, running_coverage()))


def tried() -> tuple[list[int], list[Any]]:
    """The examples of the law, and what measured each."""
    TRIED.clear()
    law()
    return [number for number, _ in TRIED], [measuring for _, measuring in TRIED]


@pytest.fixture
def item() -> Any:
    return SimpleNamespace(obj=law)


@pytest.fixture
def measuring() -> Any:
    from coverage import Coverage

    return Coverage(data_file=None)


def test_a_law_tries_every_example_that_it_tries_unmeasured(item: Any, measuring: Any):
    plain, _ = tried()
    with measuring.collect(), measured_at_first(item):
        measured, _ = tried()
    assert measured == plain
    assert len(measured) == COUNT


def test_the_first_examples_are_measured_and_what_follows_the_law(item: Any, measuring: Any):
    with measuring.collect():
        with measured_at_first(item):
            _, by = tried()
        after = running_coverage()
    assert [each is measuring for each in by] == [True] * EXAMPLES + [False] * (COUNT - EXAMPLES)
    assert after is measuring
