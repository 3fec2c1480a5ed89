"""`python -m benchmarks`: measure, print tables, write build/bench.json; then hold the laws, for many minutes.

LAWS in the environment says on how many examples each law is held: a million when nothing is said, 0 for none.
LEDGER likewise of how many invoices the ledger is.
"""

import os
from collections.abc import Iterator
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

from benchmarks import arithmetic, deciding, explaining, growth, laws, ledger, machine, plain, sums
from benchmarks.figures import Figure, show, write
from benchmarks.journey import Journey
from benchmarks.plain import PlainJourney
from otcore.adapters.memory import MemoryStore
from otcore.adapters.sql import SqlStore
from tests.postgres import running_postgres

ROUNDS = 5
RESULTS = Path("build/bench.json")
MILLION = 10**6
FLOWS = {"memory": 400, "SQLite": 100, "PostgreSQL": 60}


def journeys() -> Iterator[tuple[str, Any, PlainJourney]]:
    """Each store with its plain counterpart; the databases commit every step durably."""
    yield "memory", MemoryStore(), plain.in_memory()
    with TemporaryDirectory() as folder:
        yield "SQLite", SqlStore(f"sqlite:///{folder}/otcore.db"), plain.on_sqlite(Path(folder) / "plain.db")
    with running_postgres(durable=True) as server:
        base = plain.on_postgresql(server.new_database().replace("postgresql+psycopg", "postgresql"))
        yield "PostgreSQL", SqlStore(server.new_database()), base


def measure(name: str, store: Any, baseline: PlainJourney) -> Figure:
    """Flows a second, the best of several rounds taken in turn with the baseline."""
    count, journey = FLOWS[name], Journey(store)
    journey.run(10, first=10**6)
    journey.spent = dict.fromkeys(journey.spent, 0.0)
    rounds = [(journey.run(count, at * count), baseline.run(count, at * count)) for at in range(ROUNDS)]
    print(f"journey on {name}: {journey.shares()}")
    return Figure(f"journey on {name}", max(r[0] for r in rounds), "flows/s", max(r[1] for r in rounds))


def main() -> None:
    """Everything that `make bench` shows."""
    invoices = [*arithmetic.measure(), explaining.measure(), *sums.measure(), *deciding.measure()]
    figures = [*invoices, *machine.measure(), *(measure(*each) for each in journeys())]
    show(figures)
    grown = list(growth.measure())
    show(grown, "a line, by the number of lines (baseline: of 1,000)")
    ledgers = list(ledger.measure(int(os.environ.get("LEDGER", MILLION))))
    if ledgers:
        show(ledgers, "aging, DSO and countback by month-end and customer (baseline: pandas and NumPy by hand)")
    figures += ledgers
    write([*figures, *grown], RESULTS)
    held = list(laws.measure(int(os.environ.get("LAWS", MILLION))))
    write([*figures, *grown, *held], RESULTS)


if __name__ == "__main__":
    main()
