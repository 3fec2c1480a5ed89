"""`otcore check`: what is typed, and what is printed."""

import json
from typing import Annotated

import typer
from rich.console import Console

from otcore.cli.check import check_files, files_of
from otcore.cli.check_screen import checked_json, show_checked
from otcore.cli.ending import DONE, TROUBLE, told, wide_console
from otcore.cli.progress import shown
from otcore.invoicing.checking import Tolerance, Verdict

# One paragraph a line: the terminal breaks them to its width.
CHECK = (
    "Recalculate invoices and credit notes (UBL, CII), and name every figure that does not follow from the others.",
    "Each difference has the rule of EN 16931 or Peppol that is broken, the stated and calculated figure, its place.",
    "Exit status: 0 every document is exact, 1 one is not or could not be read, 2 bad use.",
)


def check_command(
    files: Annotated[
        list[str],
        typer.Argument(
            metavar="FILE...", help="Invoices, or folders of them (every .xml in and below).", show_default=False
        ),
    ],
    as_json: Annotated[bool, typer.Option("--json", help="Print one JSON object a file, a line each.")] = False,
    tolerance: Annotated[
        Tolerance,
        typer.Option(help="strict: to the cent. official: with the slack that the official schematrons give."),
    ] = Tolerance.STRICT,
) -> None:
    """Recalculate invoices and name what does not follow."""
    with told():
        checked = tuple(check_files(files_of(files), tolerance, shown(Console(stderr=True))))
    if as_json:
        for each in checked:
            print(json.dumps(checked_json(each)))
    else:
        show_checked(wide_console(), checked, tolerance)
    raise typer.Exit(DONE if all(each.verdict is Verdict.EXACT for each in checked) else TROUBLE)
