"""Days to pay: from the invoice date to the cash."""

from collections.abc import Collection
from datetime import date

from attrs import frozen

from otcore.kpi.dso import Rows
from otcore.kpi.measure import Measure
from otcore.kpi.settling.payments import PaymentsSpec, Weighting, paid
from otcore.values.rounding import Rounding


@frozen
class DaysToPaySpec:
    """Days to pay: the sum of the days from the invoice date to the payment / the number of payments; weighted: the sum
    of (days x cash) / the cash, both in minor units.

    payments: which count, by what they weigh, and what is left out (`PaymentsSpec`); settled items by amount unless
    told. Without a payment there is no figure (NOTHING_PAID). Printed with `places` decimals.
    """

    payments: PaymentsSpec = PaymentsSpec()
    places: int = 1
    rounding: Rounding = Rounding.HALF_UP


DAYS_TO_PAY = DaysToPaySpec()
"""The default: settled items, weighted."""

SIMPLE_DAYS_TO_PAY = DaysToPaySpec(PaymentsSpec(weighting=Weighting.SIMPLE))
"""Settled items, each counted once."""


def days_to_pay(
    entries: Rows, as_of: date, currency: str, spec: DaysToPaySpec = DAYS_TO_PAY, disputed: Collection[str] = ()
) -> Measure[DaysToPaySpec, int]:
    """The figure from the rows up to the day; `disputed`: the items that were in dispute, by id.

    Raises `Invalid` CURRENCY_UNKNOWN.
    """
    found = paid(entries, as_of, currency, spec.payments, disputed)
    weighted = [(each.weight(spec.payments.weighting), each.days_to_pay) for each in found.payments]
    days, weight = sum(weight * days for weight, days in weighted), sum(weight for weight, _ in weighted)
    return Measure(spec, as_of, days, weight, 1, "" if weight else "NOTHING_PAID", found.population)
