"""How open items are sorted by age: what the days are counted from, and where one bucket ends."""

from bisect import bisect_left
from datetime import date
from enum import StrEnum
from itertools import pairwise

from attrs import Attribute, field, frozen

from otcore.kpi.open_items import OpenItem
from otcore.values.faults import Invalid


class Anchor(StrEnum):
    """The day an item's age is counted from."""

    DUE = "due"
    INVOICE = "invoice"


class Treatment(StrEnum):
    """Where what lowers a balance stands in its aging."""

    OWN_BUCKET = "own bucket"  # below zero in the bucket of its own age: its due day, else the day it was posted
    SEPARATE = "separate"  # in no bucket, in a column apart
    OLDEST_FIRST = "oldest first"  # taken off what the customer owes longest; what finds no debt stands apart


@frozen
class Bucket:
    """Ages from `low` to `high` days, both included; None is without end on that side."""

    low: int | None
    high: int | None


@frozen
class AgingSpec:
    """Aging: the open balance by age.

    anchor: the age is days past the due date (default; an item without one: past its invoice date), or days since the
    invoice date. Each instalment has its own due date. edges: the last day of every bucket but the last one, rising;
    the default makes not due (0 days or less), 1-30, 31-60, 61-90, over 90. What is not due yet is in the first one.
    An item that the ledger knows only by its payment has no age and stands in the first bucket.
    cash: where money that closes nothing stands: apart (default), below zero by the day it was received, or off the
    customer's oldest debts. credits: the same for what is open below zero, a credit note that waits or an item paid too
    much: by its own due day, a note without one by the day it was posted (default), apart, or off the oldest debts.

    Raises `Invalid` AGING_EDGES when the edges do not rise or there is none.
    """

    anchor: Anchor = Anchor.DUE
    edges: tuple[int, ...] = field(default=(0, 30, 60, 90))
    cash: Treatment = Treatment.SEPARATE
    credits: Treatment = Treatment.OWN_BUCKET

    @edges.validator
    def _rising(self, attribute: "Attribute[tuple[int, ...]]", edges: tuple[int, ...]) -> None:
        if not edges or any(low >= high for low, high in pairwise(edges)):
            raise Invalid.one(
                "AGING_EDGES", f"edges {edges} must be at least one, each above the one before", edges=edges
            )

    @property
    def buckets(self) -> tuple[Bucket, ...]:
        """The buckets, youngest first: one more than there are edges."""
        lows = (None, *(edge + 1 for edge in self.edges))
        return tuple(Bucket(low, high) for low, high in zip(lows, (*self.edges, None), strict=True))

    def age(self, item: OpenItem, as_of: date) -> int | None:
        """Days since the anchor; None for an item not issued yet."""
        if item.day is None:
            return None
        return item.days_past_due(as_of) if self.anchor is Anchor.DUE else (as_of - item.day).days

    def bucket_of(self, item: OpenItem, as_of: date) -> int:
        """The place of the item's bucket in `buckets`."""
        age = self.age(item, as_of)
        return 0 if age is None else bisect_left(self.edges, age)


DUE_DATE_AGING = AgingSpec()
"""The default: not due, 1-30, 31-60, 61-90, over 90 days past the due date."""

INVOICE_DATE_AGING = AgingSpec(Anchor.INVOICE, (30, 60, 90))
"""Aging by invoice date: up to 30 days, 31-60, 61-90, over 90."""
