"""The commands: what is typed, and what is printed."""

import json
from datetime import date
from importlib.resources import as_file, files
from pathlib import Path
from typing import Annotated

import typer
from rich.console import Console

import otcore
from otcore.cli.calculate_command import CALCULATE, calculate_command
from otcore.cli.check_command import CHECK, check_command
from otcore.cli.ending import BAD_USE, DONE, TROUBLE, end, told, wide_console
from otcore.cli.flowchart.command import FLOWCHART, flowchart_command
from otcore.cli.flowchart.events_command import EVENTS, events_command
from otcore.cli.invoice_command import INVOICE, invoice_command
from otcore.cli.kpi.command import KPI, kpi_command
from otcore.cli.match.command import MATCH, match_command
from otcore.cli.progress import shown
from otcore.cli.report_json import report_json
from otcore.cli.running import Order, run
from otcore.cli.screen import show
from otcore.cli.stores import upgraded, without_password
from otcore.cli.tracking import track, track_json, track_text

app = typer.Typer(
    name="otcore",
    help="Order to cash over files: orders in; order responses, invoices, applied cash and KPIs out. And any invoice "
    "calculated, checked, shown.",
    no_args_is_help=True,
    add_completion=False,
    rich_markup_mode="rich",
    pretty_exceptions_enable=False,
)
store_app = typer.Typer(help="Look after a store.", no_args_is_help=True)
app.add_typer(store_app, name="store")

# One paragraph a line: the terminal breaks them to its width.
RUN = (
    "Take a folder of documents the whole way from order to cash.",
    "Each file is known by its content: seller, customers, products (JSON or CSV), orders and cancellations "
    "(Peppol UBL or JSON), despatch advices (UBL), bank files (camt, MT940, BAI2, OFX). They are taken "
    "in by kind, then date, then id. Running the same inbox again changes nothing.",
    "Written: order responses, invoices and credit notes (UBL), a cash report, the KPI page.",
    "Exit status: 0 done (a rejected or held order, or cash that could not be applied, is a result), 1 a document "
    "could not be taken in, 2 bad use.",
)

StoreOption = Annotated[
    str | None,
    typer.Option(
        "--store",
        metavar="URL",
        help="sqlite:///FILE, a path, postgresql://USER@HOST/DATABASE, or memory: (forgotten at the end). "
        "Default: otcore.db in the out folder.",
        show_default=False,
    ),
]
AsOfOption = Annotated[
    str | None,
    typer.Option(
        "--as-of",
        metavar="DATE",
        help="The day of the figures, like 2026-03-31. Default: the latest document's date.",
        show_default=False,
    ),
]
PagesOption = Annotated[
    bool, typer.Option("--pages", help="Write invoices as HTML pages too, in the language of the buyer's country.")
]
JsonOption = Annotated[bool, typer.Option("--json", help="Print one JSON object instead of tables.")]


def _version(asked: bool) -> None:
    if asked:
        print(f"otcore {otcore.__version__}")
        raise typer.Exit(DONE)


@app.callback()
def _options(
    version: Annotated[
        bool, typer.Option("--version", callback=_version, is_eager=True, help="Print the version and end.")
    ] = False,
) -> None:
    """Options of every command."""


@app.command("run", help="\n\n".join(RUN))
def run_command(
    inbox: Annotated[Path, typer.Argument(metavar="INBOX", help="A folder of documents.", show_default=False)],
    store: StoreOption = None,
    out: Annotated[Path, typer.Option("--out", metavar="DIR", help="Where results are written.")] = Path("otcore-out"),
    as_of: AsOfOption = None,
    pages: PagesOption = False,
    as_json: JsonOption = False,
) -> None:
    """Take a folder of documents the whole way."""
    if not inbox.is_dir():
        end(f"{inbox} is not a folder", BAD_USE)
    _run(Order(inbox=inbox, out=out, store=store or _default_store(out), as_of=_day(as_of), pages=pages), as_json)


@app.command("demo")
def demo_command(
    out: Annotated[Path, typer.Option("--out", metavar="DIR", help="Where results are written.")] = Path("otcore-demo"),
    store: StoreOption = None,
    pages: PagesOption = False,
    as_json: JsonOption = False,
) -> None:
    """Do the same with the example inbox that comes with otcore."""
    with as_file(files("otcore.cli").joinpath("inbox")) as inbox:
        _run(Order(inbox=inbox, out=out, store=store or _default_store(out), pages=pages), as_json)


@app.command("track")
def track_command(
    order: Annotated[str, typer.Argument(metavar="ORDER", help="Its id, or the buyer's number.", show_default=False)],
    store: Annotated[str, typer.Option("--store", metavar="URL", help="The store's address.", show_default=False)],
    as_of: Annotated[
        str | None,
        typer.Option(
            "--as-of", metavar="DATE", help="The day of the next steps. Default: of the last thing that happened."
        ),
    ] = None,
    as_json: JsonOption = False,
) -> None:
    """Show what happened to an order, and what can be done next."""
    with told():
        tracked = track(order, store, _day(as_of))
    if as_json:
        print(json.dumps(track_json(tracked), ensure_ascii=False, indent=2))
    else:
        print(track_text(tracked, wide_console().width), end="")


# After the commands above, so that the journey is listed first and what is done with single invoices below it.
app.command("match", help="\n\n".join(MATCH), no_args_is_help=True)(match_command)
app.command("kpi", help="\n\n".join(KPI), no_args_is_help=True)(kpi_command)
app.command("check", help="\n\n".join(CHECK), no_args_is_help=True)(check_command)
app.command("calculate", help="\n\n".join(CALCULATE), no_args_is_help=True)(calculate_command)
app.command("flowchart", help="\n\n".join(FLOWCHART))(flowchart_command)
app.command("events", help="\n\n".join(EVENTS), no_args_is_help=True)(events_command)
app.command("invoice", help="\n\n".join(INVOICE), no_args_is_help=True)(invoice_command)


@store_app.command("upgrade")
def upgrade_command(
    url: Annotated[str, typer.Argument(metavar="URL", help="The store's address, or the path of a SQLite file.")],
) -> None:
    """Bring the tables of a store up to date with this release."""
    with told():
        before, after = upgraded(url)
    was = "" if before == after else f", was {before}"
    print(f"{without_password(url)} is up to date (schema {after}{was})")


def _run(order: Order, as_json: bool) -> None:
    with told():
        done = run(order, shown(Console(stderr=True)))
    if as_json:
        print(json.dumps(report_json(order, done), ensure_ascii=False, indent=2))
    else:
        show(wide_console(), order, done)
    raise typer.Exit(TROUBLE if done.failures else DONE)


def _default_store(out: Path) -> str:
    return str(out / "otcore.db")


def _day(text: str | None) -> date | None:
    try:
        return date.fromisoformat(text) if text else None
    except ValueError:
        end(f"--as-of {text}: this is not a date like 2026-03-31", BAD_USE)
