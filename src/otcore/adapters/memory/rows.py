"""Rows of the ledger, each with the moment it was added."""

from datetime import date, datetime

from attrs import define, field

from otcore.receivables.ledger import Entry


@define(eq=False)
class Rows:
    """Two lists side by side: most readers want every row, and copy one list."""

    entries: list[Entry] = field(factory=list)
    moments: list[datetime] = field(factory=list)

    def add(self, entry: Entry, at: datetime) -> None:
        """One row more."""
        self.entries.append(entry)
        self.moments.append(at)

    def chosen(self, until: date | None, known: datetime | None) -> list[Entry]:
        """Those up to a day that were added up to a moment."""
        rows = list(self.entries)
        if known is not None:
            rows = [row for row, at in zip(rows, self.moments, strict=True) if at <= known]
        return rows if until is None else [row for row in rows if row.day <= until]
