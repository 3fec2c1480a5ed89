"""Promises to pay: how many were kept."""

from collections import defaultdict
from collections.abc import Iterable
from datetime import date, timedelta

from attrs import frozen

from otcore.kpi.basis import Basis
from otcore.kpi.condensed_rows import needs_items
from otcore.kpi.dso import Rows
from otcore.kpi.facts import PromiseRow
from otcore.kpi.measure import Measure
from otcore.kpi.open_items import as_of_rows
from otcore.kpi.population import population_of
from otcore.kpi.settling.closings import WITH_CASH
from otcore.kpi.window import Window
from otcore.receivables.ledger import Entry
from otcore.values.rounding import Rounding


@frozen
class PromisesSpec:
    """Promises kept, in percent: kept promises / promises that fell due x 100.

    A promise is kept if the cash that closed its item from the day it was made until its due day and `grace_days` more
    is the promised amount or more. by: their number (default), or amounts in minor units: of each what was paid of it
    in time, at most the promise. window: promises due in its days (None: on all days up to the day). Left out:
    promises whose days are not over (NOT_DUE), withdrawn before they were (WITHDRAWN), due on other days
    (OUTSIDE_WINDOW). One item's promises are each looked at alone. Without any there is no figure (NO_PROMISES).
    Printed with `places` decimals.
    """

    by: Basis = Basis.COUNT
    grace_days: int = 0
    window: Window | None = None
    places: int = 1
    rounding: Rounding = Rounding.HALF_UP


PROMISES = PromisesSpec()
"""The default: by number, no days of grace."""


def promises(
    entries: Rows, as_of: date, currency: str, spec: PromisesSpec = PROMISES, made: Iterable[PromiseRow] = ()
) -> Measure[PromisesSpec, int]:
    """The figure from the rows, and the promises, up to the day. Raises `Invalid` CURRENCY_UNKNOWN."""
    needs_items(entries, "how single items were paid")
    cash: defaultdict[str, list[Entry]] = defaultdict(list)
    for row in as_of_rows(entries, as_of, currency):
        if row.kind in WITH_CASH:
            cash[row.item].append(row)
    known = [each for each in made if each.made <= as_of and each.amount.currency == currency]
    reasons = [(_left_out(each, as_of, spec), each) for each in known]
    counted = [each for reason, each in reasons if not reason]
    paid = [(each.amount.minor, _paid(each, cash[each.item], spec.grace_days)) for each in counted]
    if spec.by is Basis.COUNT:
        top, bottom = sum(amount <= in_time for amount, in_time in paid), len(paid)
    else:
        top, bottom = sum(min(amount, max(in_time, 0)) for amount, in_time in paid), sum(amount for amount, _ in paid)
    population = population_of((reason, each.id) for reason, each in reasons)
    return Measure(spec, as_of, top, bottom, 100, "" if bottom else "NO_PROMISES", population)


def _paid(promise: PromiseRow, rows: Iterable[Entry], grace_days: int) -> int:
    last = promise.due + timedelta(days=grace_days)
    return sum(row.amount.minor for row in rows if promise.made <= row.day <= last)


def _left_out(promise: PromiseRow, as_of: date, spec: PromisesSpec) -> str:
    last = promise.due + timedelta(days=spec.grace_days)
    if promise.withdrawn and promise.withdrawn <= min(last, as_of):
        return "WITHDRAWN"
    if as_of <= last:
        return "NOT_DUE"
    return "OUTSIDE_WINDOW" if spec.window and promise.due not in spec.window.period(as_of) else ""
