"""Collection effectiveness index: of what could have been collected, how much was."""

from datetime import date
from enum import StrEnum

from attrs import frozen

from otcore.kpi.behind import items_behind
from otcore.kpi.dso import Rows
from otcore.kpi.measure import Measure
from otcore.kpi.open_items import as_of_rows
from otcore.kpi.outstanding.best_possible import current
from otcore.kpi.sales import SalesBasis, sales
from otcore.kpi.window import Months, Window
from otcore.receivables.ledger import control
from otcore.values.faults import Invalid
from otcore.values.money import Money
from otcore.values.rounding import Rounding


class CeiSales(StrEnum):
    """Which sales are added to the beginning receivables."""

    WHOLE = "whole"  # all of the window
    PER_MONTH = "per month"  # of the window's calendar months the average (Credit Research Foundation)


@frozen
class EffectivenessSpec:
    """CEI, in percent: (beginning + sales - ending) / (beginning + sales - ending current) x 100.

    Receivables before the window and at its end, the day asked for; current: what is not past due then. window: one
    calendar month up to the day unless told. formula: the sales of the whole window, or their monthly average, which
    needs a window of months; both sides are then multiplied by the months, so that no cent is cut. sales: less what
    was credited in the window, or invoices alone. Gross of unapplied cash, with tax, as invoiced. Where nothing
    was to be collected there is no figure (NOTHING_TO_COLLECT). Printed with `places` decimals.

    Raises `Invalid` CEI_WINDOW for a monthly average over a window of days.
    """

    window: Window = Months(1)
    formula: CeiSales = CeiSales.WHOLE
    sales: SalesBasis = SalesBasis.LESS_CREDITS
    places: int = 1
    rounding: Rounding = Rounding.HALF_UP

    def __attrs_post_init__(self) -> None:
        if self.formula is CeiSales.PER_MONTH and not isinstance(self.window, Months):
            raise Invalid.one("CEI_WINDOW", "sales per month need a window of months")

    @property
    def times(self) -> int:
        """What both sides are multiplied by."""
        return self.window.months if self.formula is CeiSales.PER_MONTH and isinstance(self.window, Months) else 1


EFFECTIVENESS = EffectivenessSpec()
"""The default: a calendar month."""


def effectiveness(
    entries: Rows, as_of: date, currency: str, spec: EffectivenessSpec = EFFECTIVENESS
) -> Measure[EffectivenessSpec, Money]:
    """CEI from the rows up to the day. Raises `Invalid` CURRENCY_UNKNOWN."""
    rows, period = as_of_rows(entries, as_of, currency), spec.window.period(as_of)
    beginning = control(tuple(row for row in rows if row.day < period.start), currency).minor
    times = spec.times
    base = times * beginning + sales(rows, period, spec.sales)
    collected = base - times * control(rows, currency).minor
    collectable = base - times * current(rows, as_of, currency)
    reason = "" if collectable > 0 else "NOTHING_TO_COLLECT"
    top, bottom = (Money.from_minor(minor, currency) for minor in (collected, collectable))
    return Measure(spec, as_of, top, bottom, 100, reason, items_behind(rows, period, currency, spec.sales, True))
