"""How much of the money that came in found its items without a person."""

from collections.abc import Iterable
from datetime import date
from enum import StrEnum

from attrs import frozen

from otcore.kpi.facts import DecisionRow
from otcore.kpi.measure import Measure
from otcore.kpi.population import population_of
from otcore.kpi.window import Window
from otcore.values.rounding import Rounding


class MatchedBy(StrEnum):
    """What is counted."""

    ENVELOPE = "envelope"  # receipts: automatic where every one of its lines was
    LINE = "line"  # lines (allocations) of receipts; a receipt without any is one line that was not


@frozen
class MatchRateSpec:
    """Auto-match rate, in percent: receipts (lines) that found their items without a person / all receipts (lines) x
    100.

    A receipt that is not applied counts as one, not automatic. window: receipts of its days (None: of all days up to
    the day); left out: those of before (OUTSIDE_WINDOW). Without a receipt there is no figure (NOTHING_RECEIVED).
    Printed with `places` decimals.
    """

    by: MatchedBy = MatchedBy.ENVELOPE
    window: Window | None = None
    places: int = 1
    rounding: Rounding = Rounding.HALF_UP


MATCH_RATE = MatchRateSpec()
"""The default: by envelope, all receipts up to the day."""


def match_rate(
    decisions: Iterable[DecisionRow], as_of: date, spec: MatchRateSpec = MATCH_RATE
) -> Measure[MatchRateSpec, int]:
    """The figure from decisions on receipts that came in up to the day."""
    known = [row for row in decisions if row.day <= as_of]
    period = spec.window.period(as_of) if spec.window else None
    counted = [row for row in known if period is None or row.day in period]
    if spec.by is MatchedBy.ENVELOPE:
        top, bottom = sum(0 < row.lines == row.automatic for row in counted), len(counted)
    else:
        top, bottom = sum(row.automatic for row in counted), sum(max(row.lines, 1) for row in counted)
    out = [("" if period is None or row.day in period else "OUTSIDE_WINDOW", row.receipt) for row in known]
    return Measure(spec, as_of, top, bottom, 100, "" if bottom else "NOTHING_RECEIVED", population_of(out))
