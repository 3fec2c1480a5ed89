"""The status of an entry: only what is booked is cash."""

from otcore.adapters.xml import Cursor

BOOKED = "BOOK"


def status_in(entry: Cursor) -> str:
    """`Sts` as text, since version 7 `Sts/Cd` (or the bank's own, `Sts/Prtry`). Raises `Invalid` XML_MISSING."""
    status = entry.text("Sts") or entry.text("Sts/Cd") or entry.text("Sts/Prtry")
    if not status:
        raise entry.missing("Sts")
    return status
