"""How much was paid late."""

from collections.abc import Collection
from datetime import date

from attrs import frozen

from otcore.kpi.dso import Rows
from otcore.kpi.measure import Measure
from otcore.kpi.settling.days_late import late_payments
from otcore.kpi.settling.payments import PaymentsSpec, Weighting
from otcore.values.rounding import Rounding


@frozen
class PercentLateSpec:
    """Percent paid late: payments after the due date / payments x 100; by number, or by the cash (in minor units).

    payments: which count, whether by number (`Weighting.SIMPLE`) or amount, and what is left out (`PaymentsSpec`), as
    well as items without a due date (NO_DUE_DATE). Without a payment there is no figure (NOTHING_PAID). Printed with
    `places` decimals.
    """

    payments: PaymentsSpec = PaymentsSpec()
    places: int = 1
    rounding: Rounding = Rounding.HALF_UP


PERCENT_LATE = PercentLateSpec()
"""The default: settled items, by amount."""

PERCENT_LATE_COUNT = PercentLateSpec(PaymentsSpec(weighting=Weighting.SIMPLE))
"""Settled items, by number."""


def percent_late(
    entries: Rows, as_of: date, currency: str, spec: PercentLateSpec = PERCENT_LATE, disputed: Collection[str] = ()
) -> Measure[PercentLateSpec, int]:
    """The figure from the rows up to the day; `disputed`: the items that were in dispute, by id.

    Raises `Invalid` CURRENCY_UNKNOWN.
    """
    found, population = late_payments(entries, as_of, currency, spec.payments, False, disputed)
    weighted = [(each.payment.weight(spec.payments.weighting), each.days > 0) for each in found]
    late, whole = sum(weight for weight, is_late in weighted if is_late), sum(weight for weight, _ in weighted)
    return Measure(spec, as_of, late, whole, 100, "" if whole else "NOTHING_PAID", population)
