"""`otcore events`: what happened in a store, as a file for process mining."""

from collections.abc import Callable, Mapping
from enum import StrEnum
from pathlib import Path
from typing import Annotated

import typer

from otcore.adapters.eventlog import ocel_json, ocel_sqlite, xes
from otcore.cli.ending import DONE, told
from otcore.cli.flowchart.facts import facts_of
from otcore.cli.flowchart.options import AsOfOption, day, written
from otcore.process.chart.cases import traces
from otcore.process.log.building import event_log
from otcore.values.recorded import Recorded

# One paragraph a line: the terminal breaks them to its width.
EVENTS = (
    "Write the event log of a store: who did what, when, and to which orders, shipments, invoices and receipts.",
    "ocel-json and ocel-sqlite are OCEL 2.0 and know all objects; xes (IEEE 1849) has one trace for each order. "
    "Amounts, days and reasons are in it; accounts and their holders are not.",
    "Exit status: 0 done, 2 bad use.",
)


class LogFormat(StrEnum):
    """As what a log is written."""

    OCEL_JSON = "ocel-json"
    OCEL_SQLITE = "ocel-sqlite"
    XES = "xes"


_WRITTEN: Mapping[LogFormat, Callable[[tuple[Recorded, ...]], bytes]] = {
    LogFormat.OCEL_JSON: lambda facts: ocel_json(event_log(facts)),
    LogFormat.OCEL_SQLITE: lambda facts: ocel_sqlite(event_log(facts)),
    LogFormat.XES: lambda facts: xes(traces(facts)),
}


def events_command(
    store: Annotated[str, typer.Option("--store", metavar="URL", help="The store's address.", show_default=False)],
    out: Annotated[Path, typer.Option("--out", metavar="FILE", help="The file to write.", show_default=False)],
    format: Annotated[LogFormat, typer.Option("--format", help="How it is written.")] = LogFormat.OCEL_JSON,
    as_of: AsOfOption = None,
) -> None:
    """Write the event log of a store."""
    with told():
        written(out, _WRITTEN[format](facts_of(store, day(as_of))))
    raise typer.Exit(DONE)
