"""A measured figure, the table for people and the file for machines."""

import json
from collections.abc import Iterable
from pathlib import Path

from attrs import asdict, frozen
from rich.console import Console
from rich.table import Table


@frozen
class Figure:
    """`value` in `unit`; `baseline` is the same work done plainly, in the same unit; `ratio` is value / baseline."""

    name: str
    value: float
    unit: str
    baseline: float | None = None

    @property
    def ratio(self) -> float | None:
        """How many times the baseline; None without one."""
        return self.value / self.baseline if self.baseline else None


def show(figures: Iterable[Figure]) -> None:
    """Print the table."""
    table = Table(title="otcore benchmarks", title_justify="left")
    for heading in ("figure", "value", "unit", "baseline", "ratio"):
        table.add_column(heading, justify="left" if heading in ("figure", "unit") else "right")
    for figure in figures:
        table.add_row(figure.name, _number(figure.value), figure.unit, _number(figure.baseline), _number(figure.ratio))
    Console().print(table)


def write(figures: Iterable[Figure], path: Path) -> None:
    """Write `[{"name", "value", "unit", "baseline", "ratio"}]`."""
    rows = [asdict(figure) | {"ratio": figure.ratio} for figure in figures]
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(json.dumps(rows, indent=2) + "\n", encoding="utf-8")


def _number(value: float | None) -> str:
    if value is None:
        return ""
    return f"{value:,.0f}" if value >= 100 else f"{value:.2f}"
