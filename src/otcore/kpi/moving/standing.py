"""What each customer owes, split by why it is open: what a change of DSO is made of."""

from collections import defaultdict
from collections.abc import Iterable, Mapping
from datetime import date

from attrs import mutable

from otcore.kpi.dso import Rows
from otcore.kpi.facts import DisputeRow, rounds_known
from otcore.kpi.open_items import OpenItem, as_of_rows, open_items
from otcore.kpi.unapplied import unapplied_by_customer

CAUSES = ("terms", "delinquency", "disputes", "unapplied")
"""Why something is open, in the order it is shown."""


@mutable
class Owed:
    """The parts of one customer's balance, in minor units. Law: they sum to its balance.

    terms: not past due; delinquency: past due; neither in dispute. disputes: in dispute. unapplied: what its unapplied
    cash would close, taken off what is past due first, then off what is not, then off what is disputed; or where
    receivables are less unapplied cash, that cash below zero.
    """

    terms: int = 0
    delinquency: int = 0
    disputes: int = 0
    unapplied: int = 0

    def cover(self, cash: int) -> None:
        """Cash that closes nothing yet explains so much of what is open."""
        left = max(cash, 0)
        for name in ("delinquency", "terms", "disputes"):
            taken = min(left, max(getattr(self, name), 0))
            setattr(self, name, getattr(self, name) - taken)
            self.unapplied += taken
            left -= taken


def owed_by_cause(
    entries: Rows, as_of: date, currency: str, disputes: Iterable[DisputeRow], less_unapplied: bool
) -> Mapping[str, Owed]:
    """By customer, from the rows, and the disputes, up to the day; what is disputed of an item is its oldest part."""
    rows = as_of_rows(entries, as_of, currency)
    disputed: defaultdict[str, int] = defaultdict(int)
    for row in rounds_known(disputes, as_of, currency):
        if row.open_on(as_of):
            disputed[row.item] += row.amount.minor
    found: defaultdict[str, Owed] = defaultdict(Owed)
    for item in open_items(rows, as_of, currency):
        _add(found[item.customer], item, disputed[item.id], as_of)
    for customer, cash in unapplied_by_customer(rows, currency).items():
        if less_unapplied:
            found[customer].unapplied -= cash.minor
        else:
            found[customer].cover(cash.minor)
    return found


def _add(owed: Owed, item: OpenItem, disputed: int, as_of: date) -> None:
    left = disputed
    for part in item.parts:
        minor = part.open.minor
        taken = min(left, max(minor, 0))
        left -= taken
        owed.disputes += taken
        if part.days_past_due(as_of) > 0:
            owed.delinquency += minor - taken
        else:
            owed.terms += minor - taken
