"""The diagrams of the life cycles are drawn from the tables that the code runs on.

To draw them anew after a table changed: `OTCORE_UPDATE=1 pytest tests/docs/test_lifecycle.py`.
"""

import os
import re
from collections import defaultdict
from collections.abc import Iterator
from importlib import import_module
from pathlib import Path
from typing import Any

import pytest

from otcore.values.machine import Machine
from tests.architecture import house

PAGE = Path(__file__).parents[2] / "docs" / "lifecycle.md"
BLOCK = re.compile(r"<!-- (?P<name>otcore[.\w]+) -->\n```mermaid\n.*?```", re.DOTALL)


def machines() -> Iterator[tuple[str, Machine[Any]]]:
    """Every life cycle of the domain by the full name under which it was made; imported names are the same table."""
    seen = []
    for package in sorted(house.packages() & house.DOMAIN):
        for file in sorted((house.SOURCE / package).rglob("*.py")):
            if "Machine(" not in file.read_text(encoding="utf-8"):
                continue
            module = import_module(f"otcore.{house.dotted(file)}")
            for name, value in vars(module).items():
                if isinstance(value, Machine) and value not in seen:
                    seen.append(value)
                    yield f"{module.__name__}.{name}", value


MACHINES = dict(machines())


def diagram(name: str) -> str:
    """Edges by state, events that lead the same way on one arrow; events that change nothing are left out."""
    events = defaultdict(list)
    for (before, event), after in MACHINES[name].table.items():
        if before != after:
            events[before.value if before else "[*]", after.value].append(event.__name__)
    arrows = [f"    {before} --> {after}: {', '.join(names)}" for (before, after), names in events.items()]
    ends = sorted({after for _, after in events} - {before for before, _ in events})
    lines = [f"<!-- {name} -->", "```mermaid", "stateDiagram-v2", *arrows, *(f"    {end} --> [*]" for end in ends)]
    return "\n".join([*lines, "```"])


def page() -> str:
    text = PAGE.read_text(encoding="utf-8")
    if os.environ.get("OTCORE_UPDATE"):
        text = BLOCK.sub(lambda block: diagram(block["name"]), text)
        PAGE.write_text(text, encoding="utf-8")
    return text


@pytest.mark.parametrize("name", MACHINES)
def test_the_page_shows_every_table_as_it_is(name: str):
    assert [block[0] for block in BLOCK.finditer(page()) if block["name"] == name] == [diagram(name)]


def test_the_page_shows_no_table_that_is_gone():
    assert {block["name"] for block in BLOCK.finditer(page())} == set(MACHINES)


def test_the_life_cycles_are_found():
    assert len(MACHINES) >= 5
