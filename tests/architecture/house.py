"""What the architecture tests look at: the packages, their modules, and what each module imports."""

import ast
import subprocess
import tomllib
from collections.abc import Iterator
from pathlib import Path
from typing import Any

ROOT = Path(__file__).parent.parent.parent
SOURCE = ROOT / "src" / "otcore"

# The lines of the house, highest first; a package imports only packages on lower lines.
LINES = (
    ("cli",),
    ("testing", "simulation"),
    ("adapters",),
    ("schemas", "formats"),
    ("app",),
    ("workflows",),
    ("ports",),
    ("process",),
    ("kpi",),
    ("support",),
    ("reconciliation",),
    ("payments",),
    ("receivables",),
    ("invoicing",),
    ("orders",),
    ("stock",),
    ("customers",),
    ("catalog",),
    ("access",),
    ("values",),
)
# Values and features: no I/O, no clock, no randomness, no port.
DOMAIN = frozenset(name for line in LINES[LINES.index(("ports",)) + 1 :] for name in line)


def pyproject() -> dict[str, Any]:
    """The project's declaration."""
    return tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))


def packages() -> set[str]:
    """The packages that exist. A folder without Python files is none."""
    return {folder.name for folder in SOURCE.iterdir() if any(folder.glob("*.py"))}


def modules() -> list[Path]:
    """Every module of the library, in a fixed order."""
    return sorted(SOURCE.rglob("*.py"))


def files(folder: str = ".") -> list[str]:
    """The repository's files below a folder, whether committed yet or not; what git ignores is none of them."""
    command = ["git", "ls-files", "-z", "--cached", "--others", "--exclude-standard", "--", folder]
    listed = subprocess.run(command, cwd=ROOT, check=True, capture_output=True, text=True).stdout
    return sorted(name for name in set(listed.split("\0")) if name and (ROOT / name).is_file())


def dotted(module: Path) -> str:
    """`orders.order` for src/otcore/orders/order.py, `orders` for its __init__, nothing for the package's own."""
    parts = module.relative_to(SOURCE).with_suffix("").parts
    return ".".join(part for part in parts if part != "__init__")


def imported(module: Path) -> Iterator[str]:
    """The full names a module imports from outside its own package, wherever in the file the statement stands."""
    for node in ast.walk(ast.parse(module.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom) and node.module and not node.level:
            yield node.module
