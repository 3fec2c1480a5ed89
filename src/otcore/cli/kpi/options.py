"""The options of `otcore kpi`."""

from pathlib import Path
from typing import Annotated

import typer

from otcore.adapters.ledgers import Days, Numbers, Shape, Signs
from otcore.adapters.ledgers.names import COLUMNS
from otcore.cli.kpi.order import BY, UNAPPLIED
from otcore.kpi.board.measures import TODAY
from otcore.kpi.buckets import Anchor
from otcore.kpi.dso_spec import ReceivablesBasis

_OUT, _HOW, _WHICH = "What is written", "How the ledger is written", "Which figures"
_TREATMENTS = " | ".join(UNAPPLIED)

LedgerFile = Annotated[
    Path | None, typer.Argument(metavar="LEDGER", help="A CSV file, packed by gzip or not.", show_default=False)
]
AsOf = Annotated[
    str,
    typer.Option(metavar="DATE", help="The day of the figures. Default: the latest in the ledger.", show_default=False),
]
StoreUrl = Annotated[
    str, typer.Option("--store", metavar="URL", help="Ask a store, in place of a file.", show_default=False)
]
AsJson = Annotated[bool, typer.Option("--json", help="Print one JSON object instead of tables.")]

Html = Annotated[
    Path | None, typer.Option(metavar="FILE", help="Write the page.", show_default=False, rich_help_panel=_OUT)
]
Csv = Annotated[
    Path | None, typer.Option(metavar="FILE", help="Write the aging as CSV.", show_default=False, rich_help_panel=_OUT)
]
Title = Annotated[str, typer.Option("--title", "--seller", metavar="TEXT", help="The heading.", rich_help_panel=_OUT)]
Locale = Annotated[
    str, typer.Option(metavar="TAG", help="How numbers and dates are written: en, de-AT.", rich_help_panel=_OUT)
]
Places = Annotated[int, typer.Option(metavar="N", min=0, max=12, help="Decimals of figures.", rich_help_panel=_OUT)]

Columns = Annotated[
    list[str] | None,
    typer.Option(
        metavar="FACT=NAME,...",
        help=f"Columns by their names: invoice=Belegnummer. Facts are {', '.join(COLUMNS)}.",
        show_default=False,
        rich_help_panel=_HOW,
    ),
]
Kinds = Annotated[
    list[str] | None,
    typer.Option(
        "--kind",
        metavar="WORD=KIND,...",
        help="What a word of the column kind means: RE=invoice.",
        show_default=False,
        rich_help_panel=_HOW,
    ),
]
Currency = Annotated[
    str,
    typer.Option(metavar="CODE", help="Currency of amounts that name none.", show_default=False, rich_help_panel=_HOW),
]
Dates = Annotated[
    Days | None, typer.Option(help="The order of day, month and year.", show_default=False, rich_help_panel=_HOW)
]
DecimalMark = Annotated[
    Numbers | None, typer.Option("--numbers", help="The decimal mark.", show_default=False, rich_help_panel=_HOW)
]
SignsOf = Annotated[
    Signs | None,
    typer.Option(
        "--signs",
        help="Payments are positive amounts (plain), or negative ones (accounting).",
        show_default=False,
        rich_help_panel=_HOW,
    ),
]
ShapeOf = Annotated[
    Shape | None, typer.Option("--shape", help="What a row is.", show_default=False, rich_help_panel=_HOW)
]
Separator = Annotated[
    str,
    typer.Option(metavar="SIGN", help="Between cells: , ; | or tab.", show_default=False, rich_help_panel=_HOW),
]
Encoding = Annotated[str, typer.Option(metavar="NAME", help="utf-8, utf-16, cp1252.", rich_help_panel=_HOW)]

Buckets = Annotated[
    str,
    typer.Option(
        metavar="DAYS,...",
        help="The last day of each bucket but the last. Default: 0,30,60,90; from the invoice date 30,60,90.",
        show_default=False,
        rich_help_panel=_WHICH,
    ),
]
AnchorOf = Annotated[Anchor, typer.Option("--anchor", help="What days are counted from.", rich_help_panel=_WHICH)]
DsoDays = Annotated[int, typer.Option(metavar="N", help="Days of sales that the DSO looks at.", rich_help_panel=_WHICH)]
DsoMonths = Annotated[
    int,
    typer.Option(metavar="N", help="Calendar months, in place of days.", show_default=False, rich_help_panel=_WHICH),
]
Receivables = Annotated[
    ReceivablesBasis, typer.Option(help="Receivables of the DSO: at the end, or the average.", rich_help_panel=_WHICH)
]
Unapplied = Annotated[
    str, typer.Option(metavar=_TREATMENTS, help="Where unapplied cash stands in the aging.", rich_help_panel=_WHICH)
]
Credits = Annotated[
    str, typer.Option(metavar=_TREATMENTS, help="Where credits stand in the aging.", rich_help_panel=_WHICH)
]
By = Annotated[str, typer.Option(metavar=" | ".join(BY), help="The rows of the aging.", rich_help_panel=_WHICH)]
Trend = Annotated[
    int, typer.Option(metavar="N", min=1, max=120, help="How many ends of months are shown.", rich_help_panel=_WHICH)
]
Into = Annotated[
    str,
    typer.Option(
        "--in", metavar="CODE", help="Convert all to one currency.", show_default=False, rich_help_panel=_WHICH
    ),
]
Rates = Annotated[
    list[str] | None,
    typer.Option(
        "--rate",
        metavar="CODE=N,...",
        help="What one unit of a currency is worth in that of --in: USD=0.92.",
        show_default=False,
        rich_help_panel=_WHICH,
    ),
]
Target = Annotated[
    list[str] | None,
    typer.Option(
        metavar="FIGURE=N,...",
        help=f"Targets: dso=45,cei=80. Figures are {', '.join(TODAY)}.",
        show_default=False,
        rich_help_panel=_WHICH,
    ),
]
