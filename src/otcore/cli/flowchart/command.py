"""`otcore flowchart`: the declared process, or the one a store's events show."""

import json
from collections.abc import Callable, Mapping
from enum import StrEnum
from pathlib import Path
from typing import Annotated

import typer

from otcore.cli.bad_use import BadUse
from otcore.cli.ending import DONE, TROUBLE, told, wide_console
from otcore.cli.flowchart.facts import facts_of
from otcore.cli.flowchart.options import AsOfOption, day, written
from otcore.cli.flowchart.report import chart_json, ran_json
from otcore.cli.flowchart.tables import show_ran
from otcore.formats.flowchart import bpmn, dot, mermaid
from otcore.process.chart.declared import declared
from otcore.process.chart.graph import Chart
from otcore.process.chart.ran import as_it_ran
from otcore.process.tables import TABLES

# One paragraph a line: the terminal breaks them to its width.
FLOWCHART = (
    "Show the process: as it is declared, or as the events of a store show that it ran.",
    "Without --store: the life cycles, drawn from the tables that the code runs on (--of chooses some).",
    "With --store: how often each step followed which and how long that took, the ways that orders went, where time is "
    "lost, what happened that the tables do not allow, and what is still to come. With --format it is drawn: steps "
    "with their counts, arrows with counts and median times.",
    "Exit status: 0 done, 1 something happened that the tables do not allow, 2 bad use.",
)


class Format(StrEnum):
    """As what a chart is drawn."""

    MERMAID = "mermaid"
    DOT = "dot"
    BPMN = "bpmn"


_DRAWN: Mapping[Format, Callable[[Chart], bytes]] = {
    Format.MERMAID: lambda chart: mermaid(chart).encode(),
    Format.DOT: lambda chart: dot(chart).encode(),
    Format.BPMN: bpmn,
}


def flowchart_command(
    store: Annotated[
        str | None,
        typer.Option(
            "--store",
            metavar="URL",
            help="Show what happened in this store, in place of what is declared.",
            show_default=False,
        ),
    ] = None,
    format: Annotated[
        Format | None,
        typer.Option("--format", help="Draw it: mermaid, dot (Graphviz) or bpmn (2.0).", show_default=False),
    ] = None,
    of: Annotated[
        list[str] | None,
        typer.Option("--of", metavar="KIND", help=f"Only these life cycles: {', '.join(TABLES)}.", show_default=False),
    ] = None,
    as_of: AsOfOption = None,
    out: Annotated[
        Path | None, typer.Option("--out", metavar="FILE", help="Write the drawing to this file.", show_default=False)
    ] = None,
    as_json: Annotated[bool, typer.Option("--json", help="Print one JSON object instead of tables.")] = False,
) -> None:
    """Show the process."""
    with told():
        _check(store, of or [], as_of, format, out, as_json)
        status = _declared(of or [], format, out, as_json) if store is None else DONE
        if store is not None:
            status = _ran(store, as_of, format, out, as_json)
    raise typer.Exit(status)


def _check(
    store: str | None, of: list[str], as_of: str | None, format: Format | None, out: Path | None, as_json: bool
) -> None:
    """What can be known before anything is read. Raises `BadUse`."""
    unknown = [kind for kind in of if kind not in TABLES]
    if unknown:
        raise BadUse(f"--of {unknown[0]}: no life cycle is called so; there are {', '.join(TABLES)}")
    if of and store is not None:
        raise BadUse("--of chooses life cycles; what a store shows is one chart of all steps")
    if as_of and store is None:
        raise BadUse("--as-of needs --store: what is declared has no day")
    if as_json and (format or out):
        raise BadUse("--json prints the figures, --format and --out draw the chart: choose one")
    if out and store is not None and format is None:
        raise BadUse("--out needs --format: mermaid, dot or bpmn")


def _declared(of: list[str], format: Format | None, out: Path | None, as_json: bool) -> int:
    chart = declared(of)
    if as_json:
        _print_json(chart_json(chart))
    else:
        _draw(chart, format or Format.MERMAID, out)
    return DONE


def _ran(store: str, as_of: str | None, format: Format | None, out: Path | None, as_json: bool) -> int:
    ran = as_it_ran(facts_of(store, day(as_of)))
    if as_json:
        _print_json(ran_json(ran))
    elif format:
        _draw(ran.chart, format, out)
    else:
        show_ran(wide_console(), ran)
    return TROUBLE if ran.conformance.unallowed else DONE


def _draw(chart: Chart, format: Format, out: Path | None) -> None:
    drawn = _DRAWN[format](chart)
    if out:
        written(out, drawn)
    else:
        print(drawn.decode(), end="")


def _print_json(said: object) -> None:
    print(json.dumps(said, ensure_ascii=False, indent=2))
