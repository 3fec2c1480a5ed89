"""Facts to look at: those of the golden story, and a few made by hand."""

from datetime import UTC, datetime, timedelta
from functools import cache
from typing import Any

import otcore as ot
from otcore.values.recorded import Recorded, Stream
from tests.golden.test_stores import told

NOON = datetime(2026, 3, 2, 12, tzinfo=UTC)
HOME = ot.Scope("main", "main")


@cache
def story() -> tuple[Recorded, ...]:
    """Everything that happens in the golden story."""
    otc = ot.OrderToCash(told(ot.MemoryStore()), ot.House(seller=ot.Seller(party=ot.Party("Parc"))), actor="reader")
    return otc.ask(ot.AskHappened())


def fact(kind: str, id: str, sequence: int, event: Any, minutes: int = 0, actor: str = "ann") -> Recorded:
    """One fact, so many minutes after noon."""
    return Recorded(Stream(HOME, kind, id), sequence, NOON + timedelta(minutes=minutes), actor, event)
