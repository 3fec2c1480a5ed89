"""Facets, ledger entries, times and messages as columns, and back."""

import json
from collections.abc import Sequence
from datetime import UTC, date, datetime
from typing import Any

from otcore.ports.outbox import Notice, Posted
from otcore.receivables.ledger import Entry, EntryKind
from otcore.values.facets import Facets
from otcore.values.money import Money


def moment(at: datetime) -> str:
    """A time as text that orders as times do: UTC, with microseconds."""
    return at.astimezone(UTC).isoformat(timespec="microseconds")


def facet_columns(facets: Facets) -> tuple[str, str, str, str]:
    """The columns from `party` to `day`."""
    return facets.party, facets.reference, facets.status, facets.day.isoformat() if facets.day else ""


def entry_row(entry: Entry) -> tuple[Any, ...]:
    """A ledger entry's columns, from `kind` to `due`."""
    return (
        entry.kind.value,
        entry.day.isoformat(),
        entry.amount.minor,
        entry.amount.currency,
        entry.party,
        entry.item,
        entry.receipt,
        entry.due.isoformat() if entry.due else "",
    )


def entry(row: Sequence[Any]) -> Entry:
    """The entry of those columns."""
    kind, day, minor, currency, party, item, receipt, due = row
    amount = Money.from_minor(minor, currency)
    due_day = date.fromisoformat(due) if due else None
    return Entry(EntryKind(kind), date.fromisoformat(day), amount, party, item, receipt, due_day)


def notice_row(notice: Notice) -> tuple[str, str, str]:
    """A message's columns, from `topic` to `facts`."""
    return notice.topic, notice.subject, json.dumps(dict(notice.facts))


def posted(row: Sequence[Any]) -> Posted:
    """The message of position, topic, subject and facts."""
    position, topic, subject, facts = row
    return Posted(position, Notice(topic, subject, json.loads(facts)))
