"""`otcore calculate`: an invoice request as JSON in, the calculated invoice as JSON out."""

import json
import sys
from functools import partial
from pathlib import Path
from typing import Annotated, Any

import typer
from attrs import evolve

from otcore.cli.attempts import attempt
from otcore.cli.bad_use import BadUse
from otcore.cli.documents import Failure
from otcore.cli.ending import DONE, told
from otcore.schemas.calculation import InvoiceRequest, calculated
from otcore.schemas.decoding import decoded
from otcore.schemas.json_places import lines_of
from otcore.schemas.models import json_schema

# One paragraph a line: the terminal breaks them to its width.
CALCULATE = (
    "Calculate an invoice: a request as JSON in, the calculated invoice as JSON out.",
    "Amounts and numbers are strings, in the currency of the invoice. --schema prints the JSON Schema of requests.",
    "Exit status: 0 done, 1 the request could not be taken in (every fault is named), 2 bad use.",
)
_INPUT = "-"


def calculate_command(
    file: Annotated[
        str, typer.Argument(metavar="FILE", help="The request; - reads what is piped in.", show_default=False)
    ] = "",
    explain: Annotated[
        list[str] | None,
        typer.Option(
            metavar="FIGURE",
            help="Tell how a figure of the result came to be, by its JSON pointer: /payable, /lines/0/net. As often as "
            "wanted.",
        ),
    ] = None,
    schema: Annotated[bool, typer.Option("--schema", help="Print the JSON Schema of requests and end.")] = False,
) -> None:
    """Calculate an invoice."""
    with told():
        answer = json_schema(InvoiceRequest) if schema else _calculated(file, explain or [])
    print(json.dumps(answer, ensure_ascii=False, indent=2))
    raise typer.Exit(DONE)


def _calculated(file: str, explain: list[str]) -> dict[str, Any]:
    data = _read(file)
    answer = attempt(partial(calculated, data, explain), file)
    if isinstance(answer, Failure):
        raise BadUse(f"{file} could not be calculated", (_with_lines(answer, data),))
    return answer


def _read(file: str) -> bytes:
    if file == _INPUT:
        return sys.stdin.buffer.read()
    if not Path(file).is_file():
        raise BadUse(f"{file} is not a file" if file else "name a FILE, or - for what is piped in")
    return Path(file).read_bytes()


def _with_lines(failure: Failure, data: bytes) -> Failure:
    """Pointers with the lines they are on; a fault of the text itself says its line already."""
    pointers = {fault.path for fault in failure.faults if fault.path.startswith("/")}
    lines = lines_of(decoded(data), pointers) if pointers else {}
    faults = [
        evolve(each, path=f"line {lines[each.path]} {each.path}") if each.path in lines else each
        for each in failure.faults
    ]
    return evolve(failure, faults=tuple(faults))
