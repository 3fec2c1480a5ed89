"""The diagram of the life cycle is drawn from the table that the code runs on.

To draw it anew after the table changed: `OTCORE_UPDATE=1 pytest tests/docs/test_lifecycle.py`.
"""

import os
import re
from collections import defaultdict
from pathlib import Path

from otcore.orders.lifecycle import LIFE_CYCLE

PAGE = Path(__file__).parents[2] / "docs" / "lifecycle.md"
BLOCK = re.compile(r"```mermaid\n.*?```", re.DOTALL)


def diagram() -> str:
    """Edges by state, events that lead the same way on one arrow; events that change nothing are left out."""
    events = defaultdict(list)
    for (before, event), after in LIFE_CYCLE.table.items():
        if before != after:
            events[before.value if before else "[*]", after.value].append(event.__name__)
    arrows = [f"    {before} --> {after}: {', '.join(names)}" for (before, after), names in events.items()]
    ends = sorted({after for _, after in events} - {before for before, _ in events})
    return "\n".join(["```mermaid", "stateDiagram-v2", *arrows, *(f"    {end} --> [*]" for end in ends), "```"])


def test_the_page_shows_the_table():
    page = PAGE.read_text(encoding="utf-8")
    if os.environ.get("OTCORE_UPDATE"):
        page = BLOCK.sub(diagram(), page, count=1)
        PAGE.write_text(page, encoding="utf-8")
    assert BLOCK.findall(page) == [diagram()]
