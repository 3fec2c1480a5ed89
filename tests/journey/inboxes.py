"""Inboxes to run: the bundled example, a small part of it, and either with one document changed or added."""

import shutil
from collections.abc import Iterable
from importlib.resources import files
from pathlib import Path

from otcore.cli.documents import Failure
from otcore.cli.progress import silent
from otcore.cli.running import Done, Order, run

EXAMPLE = Path(str(files("otcore.cli").joinpath("inbox")))
SMALL = (
    "seller.json",
    "customers.csv",
    "products.json",
    "orders/LK-26-0417.xml",
    "orders/S-2026-11.json",
    "despatch-advices/DA-26-0101.xml",
    "statements/2026-04.xml",
)
"""A journey in seven files: two orders, one of them shipped, billed and paid."""


def example(name: str) -> bytes:
    """A file of the example inbox."""
    return (EXAMPLE / name).read_bytes()


def changed(name: str, old: str, new: str) -> bytes:
    """A file of the example inbox with a text in it replaced, which it must hold."""
    text = example(name).decode()
    assert old in text, f"{name} does not hold {old}"
    return text.replace(old, new).encode()


def inbox_of(folder: Path, names: Iterable[str] = SMALL, **others: bytes) -> Path:
    """A folder with some files of the example; `others` are put beside them."""
    for name in names:
        put(folder, name, example(name))
    for name, data in others.items():
        put(folder, name, data)
    return folder


def put(folder: Path, name: str, data: bytes) -> None:
    """A file in an inbox."""
    path = folder / name
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(data)


def whole_example(folder: Path) -> Path:
    """A copy of the example inbox."""
    shutil.copytree(EXAMPLE, folder)
    return folder


def taken_in(inbox: Path, out: Path, store: str = "memory:") -> Done:
    """One run in this process."""
    return run(Order(inbox=inbox, out=out, store=store), silent)


def told(failures: Iterable[Failure]) -> list[tuple[str, str, str]]:
    """Of each fault the file, the place and the code."""
    return [(failure.file, fault.path, fault.code) for failure in failures for fault in failure.faults]


def papers(out: Path) -> dict[str, bytes]:
    """Every file of an out folder but the store."""
    found = (path for path in out.rglob("*") if path.is_file() and not path.name.startswith("otcore.db"))
    return {path.relative_to(out).as_posix(): path.read_bytes() for path in found}
