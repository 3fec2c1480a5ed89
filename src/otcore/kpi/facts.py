"""What ledger rows do not say, given beside them: disputes, promises, decisions on receipts, tax.

Each row is of its own day, so that a figure as of any day sees what was so by then.
"""

from collections.abc import Iterable
from datetime import date

from attrs import frozen

from otcore.kpi.converting.net import NO_TAXES, Taxes
from otcore.payments.receipt_state import Receipt, standing
from otcore.values.money import Money


@frozen(kw_only=True)
class DisputeRow:
    """So much of an item in dispute, from `opened` until `settled` (that day no longer; None: still).

    A dispute that comes up again is another row of the same id; of its rounds the last one that had begun by a day
    counts on that day. `deduction`: it was taken off a payment, and not only claimed.
    """

    id: str
    item: str
    customer: str
    amount: Money
    opened: date
    settled: date | None = None
    deduction: bool = False

    def open_on(self, day: date) -> bool:
        """Whether it stood at the end of the day."""
        return self.opened <= day and (self.settled is None or day < self.settled)


@frozen(kw_only=True)
class PromiseRow:
    """A promise, made on a day, to pay so much of an item until `due`. `withdrawn`: since when it counts no more."""

    id: str
    item: str
    customer: str
    amount: Money
    made: date
    due: date
    withdrawn: date | None = None


@frozen(kw_only=True)
class DecisionRow:
    """How one receipt found its items: of so many lines (allocations), so many without a person.

    Without any line it is not applied. `day`: when it came in.
    """

    receipt: str
    day: date
    lines: int
    automatic: int


@frozen(kw_only=True)
class Facts:
    """All of them. `on_account`: receipts of which what is left stays there on purpose."""

    disputes: tuple[DisputeRow, ...] = ()
    promises: tuple[PromiseRow, ...] = ()
    decisions: tuple[DecisionRow, ...] = ()
    on_account: frozenset[str] = frozenset()
    taxes: Taxes = NO_TAXES

    def disputed(self, as_of: date) -> frozenset[str]:
        """The items that were in dispute at any time up to the day, by id."""
        return frozenset(row.item for row in self.disputes if row.opened <= as_of)


NO_FACTS = Facts()
"""Nothing is known beside the rows."""


def rounds_known(rows: Iterable[DisputeRow], as_of: date, currency: str) -> tuple[DisputeRow, ...]:
    """Of each dispute in a currency the last round that had begun by the day."""
    known = (row for row in rows if row.opened <= as_of and row.amount.currency == currency)
    last = {row.id: row for row in sorted(known, key=_place)}
    return tuple(last[id] for id in sorted(last))


def _place(row: DisputeRow) -> tuple[date, date, str, int]:
    return row.opened, row.settled or date.max, row.item, row.amount.minor


def decision_rows(receipts: Iterable[Receipt]) -> tuple[DecisionRow, ...]:
    """Rows from receipts as they are: a receipt that a person decided on has no automatic line."""
    return tuple(
        DecisionRow(
            receipt=each.id,
            day=each.day,
            lines=len(each.allocations),
            automatic=0 if each.decided and each.decided.by else len(each.allocations),
        )
        for each in receipts
    )


def kept_on_account(receipts: Iterable[Receipt]) -> frozenset[str]:
    """The receipts of which what is left stays there on purpose, by id."""
    return frozenset(each.id for each in receipts if standing(each) == "on account")
