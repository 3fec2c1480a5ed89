"""Files to check become what was found in each."""

from collections.abc import Iterable, Iterator
from functools import partial
from glob import glob
from pathlib import Path

from attrs import frozen

from otcore.adapters.stated import read_stated
from otcore.cli.attempts import attempt
from otcore.cli.bad_use import BadUse
from otcore.cli.documents import Failure
from otcore.cli.folders import InboxFile, files_in
from otcore.cli.progress import Track
from otcore.invoicing.checking import Difference, Tolerance, Verdict, check, verdict_of
from otcore.values.faults import Fault

_SUFFIX = ".xml"
_WILD = "*?["


@frozen
class Checked:
    """What was found in a file. `syntax` and `kind` are "" and `faults` says why, where it could not be read."""

    file: str
    verdict: Verdict
    syntax: str = ""
    kind: str = ""
    differences: tuple[Difference, ...] = ()
    faults: tuple[Fault, ...] = ()


def files_of(named: Iterable[str]) -> tuple[InboxFile, ...]:
    """The files meant, each once: a file itself, every .xml in and below a folder, what a pattern matches.

    Raises `BadUse` that names everything which is not there.
    """
    found: dict[str, InboxFile] = {}
    lacking = []
    for name in named:
        files = tuple(_files(name))
        found |= {file.name: file for file in files}
        if not files:
            lacking.append(_why_none(name))
    if lacking:
        raise BadUse("; ".join(lacking))
    return tuple(found.values())


def check_files(files: Iterable[InboxFile], tolerance: Tolerance, track: Track) -> Iterator[Checked]:
    """Every file checked, in the order given."""
    for file in track(tuple(files), "checking"):
        yield check_file(file, tolerance)


def check_file(file: InboxFile, tolerance: Tolerance) -> Checked:
    """One file; whatever is wrong with it is told, and stays with it."""
    checked = attempt(partial(_checked, file, tolerance), file.name)
    if isinstance(checked, Failure):
        return Checked(file.name, Verdict.UNREADABLE, faults=checked.faults)
    return checked


def _checked(file: InboxFile, tolerance: Tolerance) -> Checked:
    stated = read_stated(file.read())
    differences = check(stated, tolerance)
    return Checked(file.name, verdict_of(differences), stated.syntax, stated.kind, differences)


def _files(name: str) -> Iterator[InboxFile]:
    path = Path(name)
    if path.is_dir():
        inside = (file for file in files_in(path) if file.name.lower().endswith(_SUFFIX))
        yield from (InboxFile((path / file.name).as_posix(), file.path) for file in inside)
    elif path.exists():
        yield InboxFile(name, path)
    elif any(sign in name for sign in _WILD):
        yield from (InboxFile(each, Path(each)) for each in sorted(glob(name, recursive=True)) if Path(each).is_file())


def _why_none(name: str) -> str:
    if Path(name).is_dir():
        return f"{name}: there is no {_SUFFIX} file in this folder"
    return f"{name}: there is no such file or folder"
