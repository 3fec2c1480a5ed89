"""What every test can ask for: the case files, a real PostgreSQL, and the same Hypothesis examples on every run."""

import gc
import os
from collections.abc import Callable, Generator, Iterator
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from tests import case_files
from tests.measuring import measured_at_first
from tests.postgres import Postgres, running_postgres

# Slow generation says something about the machine, not about a rule; the others stay on.
_SLOW_MACHINE = [HealthCheck.too_slow]
settings.register_profile("ci", derandomize=True, deadline=None, print_blob=True, suppress_health_check=_SLOW_MACHINE)
settings.register_profile(
    "explore", max_examples=2_000, deadline=None, print_blob=True, suppress_health_check=_SLOW_MACHINE
)
# What the oldest dependencies could break is shown by a few examples; the laws are held on the newest.
settings.register_profile("floors", parent=settings.get_profile("ci"), max_examples=25)
_USUAL = "floors" if "OTCORE_FLOORS" in os.environ else "ci"
settings.load_profile(os.environ.get("HYPOTHESIS_PROFILE", _USUAL))


def pytest_report_header() -> str:
    return case_files.header()


def pytest_make_parametrize_id(val: object, argname: str) -> str | None:
    """Bytes are numbered, not spelt: workers compare the names of tests, and bytes may hold a moment of time."""
    return argname if isinstance(val, bytes) else None


@pytest.hookimpl(tryfirst=True)
def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Long ones first, so that no worker waits for another's at the end."""
    items.sort(key=lambda item: item.get_closest_marker("slow") is None)


def pytest_collection_finish() -> None:
    """What is collected stays to the end, half a million objects: the search for garbage leaves them out.

    Hypothesis looks once, with its first example, who keeps its source of chance: before that is left out.
    """
    _first_example()
    gc.collect()
    gc.freeze()


@settings(max_examples=1, database=None)
@given(st.none())
def _first_example(_: None) -> None:
    """No rule."""


@pytest.hookimpl(wrapper=True)
def pytest_runtest_call(item: pytest.Item) -> Generator[None, object, object]:
    with measured_at_first(item):
        return (yield)


@pytest.fixture(scope="session")
def cases() -> Path:
    """The folder of case files; a test that asks for it is skipped where the folder is absent."""
    if not case_files.PRESENT:
        pytest.skip(case_files.header())
    return case_files.CASES


@pytest.fixture(scope="session")
def postgres() -> Iterator[Postgres]:
    """One real PostgreSQL for the session (each parallel worker has its own)."""
    with running_postgres() as server:
        yield server


@pytest.fixture(scope="session")
def postgres_url(postgres: Postgres) -> str:
    """The server's own database, as `postgresql+psycopg://...`: for what creates or drops databases itself."""
    return postgres.url()


@pytest.fixture(scope="session")
def postgres_database(postgres: Postgres) -> Callable[[], str]:
    """A factory: each call creates an empty database and returns its address as `postgresql+psycopg://...`."""
    return postgres.new_database
