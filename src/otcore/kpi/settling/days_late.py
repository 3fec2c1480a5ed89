"""Days late: from the due date to the cash."""

from collections.abc import Collection
from datetime import date
from enum import StrEnum

from attrs import frozen

from otcore.kpi.dso import Rows
from otcore.kpi.measure import Measure
from otcore.kpi.population import Population, population_of
from otcore.kpi.settling.payments import Payment, PaymentsSpec, paid
from otcore.values.rounding import Rounding


class Lateness(StrEnum):
    """How payments before the due date count."""

    SIGNED = "signed"  # with their days below zero
    FLOORED = "floored"  # with no days
    LATE_ONLY = "late only"  # not at all


@frozen
class DaysLateSpec:
    """Days late: the sum of the days from the due date to the payment / the number of payments; weighted: the sum of
    (days x cash) / the cash, both in minor units.

    lateness: how early payments count. payments: which count, by what they weigh, and what is left out
    (`PaymentsSpec`); settled items by amount unless told. Left out as well: items without a due date (NO_DUE_DATE), and
    what was not late where only that counts (NOT_LATE). Without a payment there is no figure (NOTHING_PAID, or
    NOTHING_LATE where only late ones count). Printed with `places` decimals.
    """

    lateness: Lateness = Lateness.SIGNED
    payments: PaymentsSpec = PaymentsSpec()
    places: int = 1
    rounding: Rounding = Rounding.HALF_UP


DAYS_LATE = DaysLateSpec()
"""The default: settled items, weighted, early ones below zero."""


@frozen
class Late:
    """A payment with a due date, and how late it was: below zero where it was early."""

    payment: Payment
    days: int


def days_late(
    entries: Rows, as_of: date, currency: str, spec: DaysLateSpec = DAYS_LATE, disputed: Collection[str] = ()
) -> Measure[DaysLateSpec, int]:
    """The figure from the rows up to the day; `disputed`: the items that were in dispute, by id.

    Raises `Invalid` CURRENCY_UNKNOWN.
    """
    only = spec.lateness is Lateness.LATE_ONLY
    found, population = late_payments(entries, as_of, currency, spec.payments, only, disputed)
    floor = spec.lateness is Lateness.FLOORED
    weighted = [(each.payment.weight(spec.payments.weighting), each.days) for each in found]
    days = sum(weight * (max(days, 0) if floor else days) for weight, days in weighted)
    weight = sum(weight for weight, _ in weighted)
    reason = "" if weight else "NOTHING_LATE" if only else "NOTHING_PAID"
    return Measure(spec, as_of, days, weight, 1, reason, population)


def late_payments(
    entries: Rows, as_of: date, currency: str, spec: PaymentsSpec, only: bool, disputed: Collection[str]
) -> tuple[list[Late], Population]:
    """The payments of items that say when they are due (`only`: those that were late), and what was left out."""
    found = paid(entries, as_of, currency, spec, disputed)
    late = [(_left_out(each, only), each) for each in found.payments]
    reasons = [(reason, payment.item) for reason, payment in late]
    reasons += [(each.reason, id) for each in found.population.left_out for id in each.ids]
    counted = [Late(each, (each.day - each.due).days) for reason, each in late if each.due and not reason]
    return counted, population_of(reasons)


def _left_out(payment: Payment, only: bool) -> str:
    if payment.due is None:
        return "NO_DUE_DATE"
    return "NOT_LATE" if only and payment.day <= payment.due else ""
