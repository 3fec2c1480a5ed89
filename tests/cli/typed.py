"""The command as it is typed."""

from contextlib import redirect_stderr, redirect_stdout
from io import StringIO

from attrs import frozen

from otcore.cli.commands import app


@frozen
class Typed:
    """What a command ended with, and what it printed."""

    status: int
    out: str
    err: str


def otcore(*arguments: object) -> Typed:
    """Run the command in this process."""
    out, err, status = StringIO(), StringIO(), 0
    with redirect_stdout(out), redirect_stderr(err):
        try:
            app([str(argument) for argument in arguments], prog_name="otcore")
        except SystemExit as end:
            status = int(end.code or 0)
    return Typed(status, out.getvalue(), err.getvalue())
