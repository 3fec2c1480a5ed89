"""Aging, DSO and countback of every customer at twelve month-ends, over a ledger of a million invoices.

Each engine has a process of its own and its data in memory before the clock starts; what it finds is compared with
what the others found. LEDGER in the environment says how many invoices: a million when nothing is said, 0 for none.
PySpark runs where it is installed and Java is there.
"""

import json
import shutil
import subprocess
import sys
from collections.abc import Iterator, Mapping
from importlib.util import find_spec
from math import isclose
from tempfile import TemporaryDirectory
from typing import Any

from benchmarks.figures import Figure
from benchmarks.ledger_engines import ENGINES

BASELINE = "pandas and NumPy by hand"
AIMS = {"exact core": 8.0, "Polars": 1.3, "DuckDB": 1.3}


def measure(invoices: int) -> Iterator[Figure]:
    """Seconds beside those of the computation by hand in the same run, and the peak memory of each."""
    if not invoices:
        return
    with TemporaryDirectory() as folder:
        # By a process of its own as well: one that is started begins with the peak memory of its parent.
        _python("benchmarks.ledger_data", folder, str(invoices))
        found = {engine: _run(engine, folder) for engine in ENGINES if engine != "PySpark" or _spark()}
        again = _run(BASELINE, folder)  # first and last, for a machine is not as fast all the time
    base = min(found[BASELINE], again, key=lambda run: run["seconds"])
    for engine, run in found.items():
        _compare(engine, run["found"], base["found"])
        name = f"ledger of {invoices:,} invoices, {engine}"
        yield Figure(f"{name}: time", run["seconds"], "s", base["seconds"], AIMS.get(engine))
        yield Figure(f"{name}: memory", run["peak"], "MiB", base["peak"])


def _run(engine: str, folder: str) -> dict[str, Any]:
    run: dict[str, Any] = json.loads(_python("benchmarks.ledger_engines", engine, folder).splitlines()[-1])
    return run


def _python(*arguments: str) -> str:
    return subprocess.run([sys.executable, "-m", *arguments], check=True, capture_output=True, text=True).stdout


def _compare(engine: str, found: Mapping[str, float], expected: Mapping[str, float]) -> None:
    """Sums of integers are equal; those of days as far as the baseline's binary floats are."""
    equal = all(found[name] == expected[name] for name in ("open", "sales"))
    near = all(isclose(found[name], expected[name], rel_tol=1e-9) for name in ("countback", "dso"))
    if not (equal and near):
        raise RuntimeError(f"{engine} found {found}, by hand it is {expected}")


def _spark() -> bool:
    return find_spec("pyspark") is not None and shutil.which("java") is not None
