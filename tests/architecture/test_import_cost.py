"""`import otcore` is light: hosts pay only for the parts they import."""

import subprocess
import sys

import pytest

from tests.architecture import house

HEAVY = (
    "babel", "cattrs", "facturx", "lxml", "psycopg", "pydantic", "rich", "sepaxml", "simpy", "sqlalchemy", "typer",
    "typst", "asyncio", "hypothesis",
)  # fmt: skip
# The packages that a host can import with nothing but attrs and dateutil loaded.
LIGHT = sorted(house.packages() & (house.DOMAIN | {"ports", "workflows"}))
MEASURE = """
import time
start = time.perf_counter()
import otcore
print(time.perf_counter() - start)
"""


def python(code: str) -> str:
    """What a fresh interpreter prints."""
    command = [sys.executable, "-c", code]
    return subprocess.run(command, check=True, capture_output=True, text=True, cwd=house.ROOT / "src").stdout


def loaded_by(statement: str) -> set[str]:
    printed = python(f"import sys; before = set(sys.modules); {statement}; print(*(set(sys.modules) - before))")
    return {name.partition(".")[0] for name in printed.split()}


def test_importing_the_library_loads_nothing_heavy():
    assert loaded_by("import otcore").isdisjoint(HEAVY)


@pytest.mark.parametrize("package", [*LIGHT, "adapters.memory"])
def test_the_rules_and_the_memory_store_load_nothing_heavy(package):
    assert loaded_by(f"import otcore.{package}").isdisjoint(HEAVY)


def test_importing_the_library_takes_under_100_milliseconds():
    # The quickest of several: the others tell what else the machine was doing.
    assert min(float(python(MEASURE)) for _ in range(7)) < 0.100


def test_a_heavy_library_would_be_noticed():
    assert "pydantic" in loaded_by("import pydantic")
