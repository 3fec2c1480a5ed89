"""How much of the money that came in closes nothing yet."""

from collections import defaultdict
from collections.abc import Collection, Iterator
from datetime import date
from enum import StrEnum
from typing import TypeVar

from attrs import frozen

from otcore.kpi.condensed_rows import needs_items
from otcore.kpi.dso import Rows
from otcore.kpi.measure import Measure, Printing
from otcore.kpi.open_items import as_of_rows
from otcore.kpi.population import population_of
from otcore.kpi.window import Window
from otcore.receivables.ledger import CASH, Entry, EntryKind
from otcore.values.money import Money
from otcore.values.rounding import Rounding


class OnAccount(StrEnum):
    """What money is that stays on account on purpose; which receipts have it is given beside the rows, by id."""

    UNAPPLIED = "unapplied"  # unapplied like all other
    LEFT_OUT = "left out"  # neither received nor unapplied


@frozen
class UnappliedSpec:
    """Unapplied percent: what is left of receipts / receipts less what went back x 100.

    window: receipts of its days (None: of all days up to the day); what is left of them on the day asked for, whenever
    they were applied. on_account: see there. Left out: receipts of which all went back (RETURNED), of other days
    (OUTSIDE_WINDOW), known only by what they paid (NOT_RECEIVED). Without a receipt there is no figure
    (NOTHING_RECEIVED). Printed with `places` decimals.
    """

    window: Window | None = None
    on_account: OnAccount = OnAccount.UNAPPLIED
    places: int = 1
    rounding: Rounding = Rounding.HALF_UP


@frozen
class ApplicationSpec:
    """Cash application rate, in percent: what of receipts closed items / receipts less what went back x 100.

    The conventions are those of `unapplied`. Law: it and the unapplied percent are 100. Printed with
    `places` decimals.
    """

    unapplied: UnappliedSpec = UnappliedSpec()
    places: int = 1
    rounding: Rounding = Rounding.HALF_UP


UNAPPLIED = UnappliedSpec()
"""The default: all receipts up to the day."""

APPLICATION = ApplicationSpec()
"""The default: all receipts up to the day."""

S = TypeVar("S", bound=Printing)
_GONE = frozenset({EntryKind.RETURNED, EntryKind.REFUNDED})


@frozen
class _Receipt:
    id: str
    day: date | None
    kept: int
    left: int


def unapplied_share(
    entries: Rows, as_of: date, currency: str, spec: UnappliedSpec = UNAPPLIED, on_account: Collection[str] = ()
) -> Measure[UnappliedSpec, Money]:
    """The figure from the rows up to the day. Raises `Invalid` CURRENCY_UNKNOWN."""
    return _share(entries, as_of, currency, spec, spec, on_account, False)


def application_rate(
    entries: Rows, as_of: date, currency: str, spec: ApplicationSpec = APPLICATION, on_account: Collection[str] = ()
) -> Measure[ApplicationSpec, Money]:
    """The figure from the rows up to the day. Raises `Invalid` CURRENCY_UNKNOWN."""
    return _share(entries, as_of, currency, spec, spec.unapplied, on_account, True)


def _share(
    entries: Rows,
    as_of: date,
    currency: str,
    printing: S,
    spec: UnappliedSpec,
    on_account: Collection[str],
    applied: bool,
) -> Measure[S, Money]:
    needs_items(entries, "single receipts")
    left_out = [(_left_out(each, spec, as_of), each) for each in _receipts(as_of_rows(entries, as_of, currency))]
    counted = [each for reason, each in left_out if not reason]
    aside = set(on_account) if spec.on_account is OnAccount.LEFT_OUT else set[str]()
    left = sum(each.left for each in counted if each.id not in aside)
    kept = sum(each.kept - (each.left if each.id in aside else 0) for each in counted)
    top, bottom = (Money.from_minor(minor, currency) for minor in (kept - left if applied else left, kept))
    population = population_of((reason, each.id) for reason, each in left_out)
    return Measure(printing, as_of, top, bottom, 100, "" if kept > 0 else "NOTHING_RECEIVED", population)


def _receipts(rows: Rows) -> Iterator[_Receipt]:
    by_receipt: defaultdict[str, list[Entry]] = defaultdict(list)
    for row in rows:
        if row.kind in CASH:
            by_receipt[row.receipt].append(row)
    for id, found in by_receipt.items():
        came = [row for row in found if row.kind is EntryKind.RECEIVED]
        kept = sum(row.amount.minor for row in came) - sum(row.amount.minor for row in found if row.kind in _GONE)
        left = sum(CASH[row.kind] * row.amount.minor for row in found)
        yield _Receipt(id, min((row.day for row in came), default=None), kept, left)


def _left_out(receipt: _Receipt, spec: UnappliedSpec, as_of: date) -> str:
    if receipt.day is None:
        return "NOT_RECEIVED"
    if spec.window and receipt.day not in spec.window.period(as_of):
        return "OUTSIDE_WINDOW"
    return "" if receipt.kept else "RETURNED"
