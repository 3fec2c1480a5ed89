"""`otcore kpi`: what is typed, and what is printed."""

import json

import typer
from rich.console import Console

from otcore.cli.ending import DONE, told, wide_console
from otcore.cli.kpi import options
from otcore.cli.kpi.figures import KpiDone, figures
from otcore.cli.kpi.order import (
    BY,
    UNAPPLIED,
    KpiOrder,
    aging_of,
    check,
    columns_of,
    dso_of,
    kinds_of,
    layout_of,
    one_of,
    rates_of,
    targets_of,
)
from otcore.cli.kpi.records import kpi_board_json
from otcore.cli.kpi.screen import say_written, show_kpi
from otcore.cli.kpi.writing import write
from otcore.cli.progress import working
from otcore.kpi.board.measures import BoardSpec
from otcore.kpi.buckets import Anchor
from otcore.kpi.dso_spec import ReceivablesBasis

# One paragraph a line: the terminal breaks them to its width.
KPI = (
    "Compute aging, DSO and what belongs to them from a ledger, as of any day: as a table, as JSON, as an HTML page.",
    "LEDGER is a CSV export of any system: a row an invoice, with what is open of it or the day it was paid; or a row "
    "a movement (invoice, payment, credit note, write-off). Columns are found by their usual English and German names, "
    "others by --columns. What may be read in two ways is refused, with the option that settles it.",
    "Exit status: 0 done, 1 the ledger could not be taken in (every fault is told), 2 bad use.",
)


def kpi_command(
    ledger: options.LedgerFile = None,
    as_of: options.AsOf = "",
    store: options.StoreUrl = "",
    as_json: options.AsJson = False,
    html: options.Html = None,
    csv: options.Csv = None,
    title: options.Title = "Receivables",
    locale: options.Locale = "en",
    places: options.Places = 1,
    columns: options.Columns = None,
    kind: options.Kinds = None,
    currency: options.Currency = "",
    dates: options.Dates = None,
    numbers: options.DecimalMark = None,
    signs: options.SignsOf = None,
    shape: options.ShapeOf = None,
    separator: options.Separator = "",
    encoding: options.Encoding = "utf-8",
    buckets: options.Buckets = "",
    anchor: options.AnchorOf = Anchor.DUE,
    dso_days: options.DsoDays = 90,
    dso_months: options.DsoMonths = 0,
    receivables: options.Receivables = ReceivablesBasis.ENDING,
    unapplied: options.Unapplied = "separate",
    credits: options.Credits = "own-bucket",
    by: options.By = BY[0],
    trend: options.Trend = 12,
    target: options.Target = None,
    into: options.Into = "",
    rate: options.Rates = None,
) -> None:
    """Compute the figures of a ledger."""
    with told():
        check(ledger, store, locale)
        layout = layout_of(
            columns=columns_of(columns or []),
            kinds=kinds_of(kind or []),
            currency=currency,
            days=dates,
            numbers=numbers,
            signs=signs,
            shape=shape,
            separator=separator,
            encoding=encoding,
        )
        treatments = (one_of("--unapplied", unapplied, UNAPPLIED), one_of("--credits", credits, UNAPPLIED))
        spec = BoardSpec(
            aging=aging_of(buckets, anchor, *treatments),
            dso=dso_of(dso_days, dso_months, receivables),
            months=trend,
            places=places,
        )
        order = KpiOrder(
            ledger=ledger,
            store=store,
            layout=layout,
            as_of=as_of,
            spec=spec,
            by=one_of("--by", by, dict(zip(BY, BY, strict=True))),
            title=title,
            locale=locale,
            targets=targets_of(target or []),
            html=html,
            csv=csv,
            into=into,
            rates=rates_of(into, rate or []),
        )
        with working(Console(stderr=True), "computing the figures"):
            done = figures(order)
        written = write(order, done)
    _show(order, done, written, as_json)
    raise typer.Exit(DONE)


def _show(order: KpiOrder, done: KpiDone, written: dict[str, bool], as_json: bool) -> None:
    if as_json:
        print(json.dumps(kpi_board_json(done, order.targets, written), ensure_ascii=False, indent=2))
        return
    console = wide_console()
    show_kpi(console, done, order)
    say_written(console, list(written))
