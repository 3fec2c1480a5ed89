"""Which function shows which scenario of the case files, and which scenarios otcore decides otherwise, and why."""

import json
from collections.abc import Callable, Iterator
from functools import cache
from importlib import import_module
from pathlib import Path
from typing import Any

from attrs import frozen

from tests.case_files import CASES

FILE = CASES / "orders/scenarios.jsonl"
CASE_MODULES = sorted(path.stem for path in Path(__file__).parent.glob("case_*.py"))

Case = dict[str, Any]
"""A line of the file: id, category, source, given, when, then."""


@frozen
class Decided:
    """otcore does not do what the scenario says: the rule it follows instead, and the decision record about it."""

    rule: str
    record: str


@frozen
class Entry:
    """What is run for a scenario; `decided`: what it shows is our own rule, not the scenario's."""

    show: Callable[[Case], None]
    decided: Decided | None = None


_ENTRIES: dict[str, Entry] = {}


Show = Callable[[Case], None]


def holds(*ids: str) -> Callable[[Show], Show]:
    """This function shows these scenarios; it is given the case and asserts what the case says."""
    return _registered(ids, None)


def decided_otherwise(*ids: str, rule: str, record: str) -> Callable[[Show], Show]:
    """This function shows the rule that otcore follows instead; `record` names the file in docs/decisions."""
    return _registered(ids, Decided(rule, record))


def _registered(ids: tuple[str, ...], decided: Decided | None) -> Callable[[Show], Show]:
    def keep(show: Show) -> Show:
        for id in ids:
            assert id not in _ENTRIES, f"{id} is shown twice"
            _ENTRIES[id] = Entry(show, decided)
        return show

    return keep


@cache
def entries() -> dict[str, Entry]:
    """Every scenario that has an entry, by id."""
    for name in CASE_MODULES:
        import_module(f"tests.scenarios.{name}")
    return dict(_ENTRIES)


def cases() -> Iterator[Case]:
    """The scenarios, in the order of the file; none where the case files are absent."""
    if FILE.exists():
        yield from map(json.loads, FILE.read_text(encoding="utf-8").splitlines())
