"""The payments that days to pay and days late are averages of: which count, what each weighs, which are left out."""

from collections.abc import Collection, Iterator
from datetime import date
from enum import StrEnum

from attrs import frozen

from otcore.kpi.condensed_rows import needs_items
from otcore.kpi.dso import Rows
from otcore.kpi.open_items import as_of_rows
from otcore.kpi.population import Population, population_of
from otcore.kpi.settling.settled import DuePart, due_parts
from otcore.kpi.window import Window
from otcore.values.fast_init import fast_init
from otcore.values.period import Period


class Counted(StrEnum):
    """What is one payment."""

    SETTLED = "settled"  # an item that is closed, on the day of its last cash; each instalment counts for itself
    PAYMENTS = "payments"  # every amount of cash that closes (a part of) an item, on its own day


class Weighting(StrEnum):
    """How much each counts."""

    SIMPLE = "simple"  # once
    WEIGHTED = "weighted"  # by its amount: the cash that closed it


class Disputed(StrEnum):
    """Which items count by whether they were in dispute; the facts are given beside the rows, as item ids."""

    ALL = "all"
    ONLY = "only"
    WITHOUT = "without"


@frozen
class PaymentsSpec:
    """Which payments count.

    window: those of its days (None: of all days up to the day asked for). Left out, with the reason: what is still open
    (STILL_OPEN), was closed without any cash (CLOSED_WITHOUT_CASH), was paid on other days (OUTSIDE_WINDOW), is
    disputed or is not (DISPUTED, NOT_DISPUTED), and what cannot be told: credits, items known only by payments, more
    taken back than closed (NOT_MATCHED).
    """

    counted: Counted = Counted.SETTLED
    weighting: Weighting = Weighting.WEIGHTED
    disputed: Disputed = Disputed.ALL
    window: Window | None = None


@fast_init
@frozen
class Payment:
    """One of them; `minor`: the cash, in minor units."""

    item: str
    issued: date
    due: date | None
    day: date
    minor: int

    @property
    def days_to_pay(self) -> int:
        """Days from the invoice date."""
        return (self.day - self.issued).days

    def weight(self, weighting: Weighting) -> int:
        """How much it counts."""
        return 1 if weighting is Weighting.SIMPLE else self.minor


@frozen
class Paid:
    """The payments that count, and what was left out."""

    payments: tuple[Payment, ...]
    population: Population


def paid(entries: Rows, as_of: date, currency: str, spec: PaymentsSpec, disputed: Collection[str] = ()) -> Paid:
    """From the rows up to the day, by item and due day. Raises `Invalid` CURRENCY_UNKNOWN."""
    needs_items(entries, "how single items were paid")
    parts, untold = due_parts(as_of_rows(entries, as_of, currency))
    period = spec.window.period(as_of) if spec.window else None
    ids = frozenset(disputed)
    sorted_out = [
        (_left_out(part, payment, spec, ids, period), payment or _none(part))
        for part in parts
        for payment in _payments(part, spec)
    ]
    reasons = [(reason, payment.item) for reason, payment in sorted_out] + [("NOT_MATCHED", id) for id in untold]
    return Paid(tuple(payment for reason, payment in sorted_out if not reason), population_of(reasons))


def _payments(part: DuePart, spec: PaymentsSpec) -> Iterator[Payment | None]:
    """None: it counts for nothing."""
    cash = part.cash
    if not cash or (spec.counted is Counted.SETTLED and not part.closed):
        yield None
    elif spec.counted is Counted.PAYMENTS:
        yield from (Payment(part.item, part.issued, part.due, each.day, each.minor) for each in cash)
    else:
        yield Payment(part.item, part.issued, part.due, cash[-1].day, sum(each.minor for each in cash))


def _none(part: DuePart) -> Payment:
    return Payment(part.item, part.issued, part.due, part.issued, 0)


def _left_out(
    part: DuePart, payment: Payment | None, spec: PaymentsSpec, disputed: frozenset[str], period: Period | None
) -> str:
    if payment is None:
        return "CLOSED_WITHOUT_CASH" if part.closed else "STILL_OPEN"
    if period and payment.day not in period:
        return "OUTSIDE_WINDOW"
    if spec.disputed is Disputed.ALL:
        return ""
    if part.item in disputed:
        return "" if spec.disputed is Disputed.ONLY else "DISPUTED"
    return "" if spec.disputed is Disputed.WITHOUT else "NOT_DISPUTED"
