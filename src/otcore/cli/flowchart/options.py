"""What both commands ask for."""

from datetime import date
from pathlib import Path
from typing import Annotated

import typer

from otcore.cli.bad_use import BadUse
from otcore.cli.putting import put

AsOfOption = Annotated[
    str | None,
    typer.Option(
        "--as-of",
        metavar="DATE",
        help="Only what was recorded by the end of this day, like 2026-03-31. Default: everything.",
        show_default=False,
    ),
]


def day(text: str | None) -> date | None:
    """The day that was typed. Raises `BadUse`."""
    try:
        return date.fromisoformat(text) if text else None
    except ValueError:
        raise BadUse(f"--as-of {text}: this is not a date like 2026-03-31") from None


def written(out: Path, data: bytes) -> None:
    """Write a file, whole or not at all, and say where it is."""
    put(out.parent, out.name, data)
    print(out)
