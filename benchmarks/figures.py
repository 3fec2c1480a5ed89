"""A measured figure, the table for people and the file for machines."""

import json
from collections.abc import Iterable
from pathlib import Path

from attrs import asdict, frozen
from rich.console import Console
from rich.table import Table


@frozen
class Figure:
    """`value` in `unit`; `baseline` is the same work done plainly, in the same unit; `ratio` is value / baseline, and
    `aim` what it may be at most.
    """

    name: str
    value: float
    unit: str
    baseline: float | None = None
    aim: float | None = None

    @property
    def ratio(self) -> float | None:
        """How many times the baseline; None without one."""
        return self.value / self.baseline if self.baseline else None


def show(figures: Iterable[Figure], title: str = "otcore benchmarks") -> None:
    """Print the table."""
    table = Table(title=title, title_justify="left")
    for heading in ("figure", "value", "unit", "baseline", "ratio", "aim"):
        table.add_column(heading, justify="left" if heading in ("figure", "unit") else "right")
    for figure in figures:
        aim = "" if figure.aim is None else f"{figure.aim:g}"
        numbers = (_number(figure.baseline), _number(figure.ratio), aim)
        table.add_row(figure.name, _number(figure.value), figure.unit, *numbers)
    Console().print(table)


def write(figures: Iterable[Figure], path: Path) -> None:
    """Write `[{"name", "value", "unit", "baseline", "aim", "ratio"}]`."""
    rows = [asdict(figure) | {"ratio": figure.ratio} for figure in figures]
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(json.dumps(rows, indent=2) + "\n", encoding="utf-8")


def _number(value: float | None) -> str:
    if value is None:
        return ""
    return f"{value:,.0f}" if value >= 100 else f"{value:.2f}"
