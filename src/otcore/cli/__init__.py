"""The `otcore` command: a small file-based host over the library. Needs the extra `cli`."""

import sys
from importlib.util import find_spec

NEEDED = ("typer", "rich", "sqlalchemy", "cattrs", "lxml")
"""What the extra `cli` brings."""


def main() -> None:
    """The entry point `otcore`."""
    missing = lacking(NEEDED)
    if missing:
        print(f"otcore: {missing}", file=sys.stderr)
        sys.exit(2)
    from otcore.cli.commands import app  # noqa: PLC0415  # only now it is known that typer and rich are there

    app(prog_name="otcore")


def lacking(packages: tuple[str, ...]) -> str:
    """What to say of the packages that are not installed; empty when all are."""
    missing = [name for name in packages if find_spec(name) is None]
    if not missing:
        return ""
    return f"the command line needs {', '.join(missing)}: pip install 'otcore[cli]'"
