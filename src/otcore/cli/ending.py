"""How commands end: the exit status, what is said on the way out, and how wide."""

import sys
from collections.abc import Iterator
from contextlib import contextmanager
from typing import NoReturn

import typer
from rich.console import Console

from otcore.cli.bad_use import BadUse
from otcore.cli.screen import show_failures
from otcore.values.faults import OtcoreError

DONE, TROUBLE, BAD_USE = 0, 1, 2
WIDE = 110  # columns where nobody looks: nothing is cut for a terminal that is not there


@contextmanager
def told() -> Iterator[None]:
    """What keeps a command from its work, said in a line instead of a traceback."""
    try:
        yield
    except BadUse as error:
        show_failures(Console(stderr=True), error.failures)
        end(str(error), TROUBLE if error.failures else BAD_USE)
    except OtcoreError as error:
        end(str(error), TROUBLE)
    except OSError as error:
        end(f"{error.filename}: {error.strerror}" if error.filename else str(error), TROUBLE)


def end(message: str, status: int) -> NoReturn:
    """Say why, and end."""
    print(f"otcore: {message}", file=sys.stderr)
    raise typer.Exit(status)


def wide_console() -> Console:
    """Where tables go: the terminal as wide as it is, a file or pipe wide enough for all of them."""
    console = Console(highlight=False)
    return console if console.is_terminal else Console(highlight=False, width=WIDE)
