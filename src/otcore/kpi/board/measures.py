"""The quotients of a board: the whole catalogue for the day, and those that are followed month by month."""

from collections.abc import Iterable
from datetime import date
from typing import Any

from attrs import evolve, field, frozen

from otcore.kpi.buckets import DUE_DATE_AGING, AgingSpec
from otcore.kpi.catalogue import CATALOGUE, kpi
from otcore.kpi.dso import QUARTERLY_DSO, Rows
from otcore.kpi.dso_spec import DsoSpec
from otcore.kpi.grouping import BY_CUSTOMER, Grouping
from otcore.kpi.measure import Measure, Printing

AnyMeasure = Measure[Any, Any]

FOLLOWED = (
    "OVERDUE",
    "DSO",
    "BPDSO",
    "ADD",
    "DSO_COUNTBACK",
    "DSO_COUNTBACK_DAYS",
    "DSO_TRUE",
    "CEI",
    "OPEN_AGE",
    "OVERDUE_AGE",
)
"""The codes of the figures that are followed month by month."""

TODAY = tuple(each.code for each in CATALOGUE if not each.needs or each.code.startswith(("DAYS_", "PAID_")))
"""The codes of all figures that rows alone can answer."""

_OF_DSO = frozenset({"DSO", "BPDSO", "ADD"})
_OF_WHAT_IS_OPEN = frozenset({"OVERDUE", "CURRENT", "OPEN_AGE", "OVERDUE_AGE", "TOP_TEN", "HERFINDAHL"})


@frozen
class BoardSpec:
    """How the figures of a board are made: what they have in common, and how many ends of months it goes back.

    dso: the conventions of DSO, and of the best possible and the delinquent DSO, so that the three fit. by: what the
    rows of the aging are. places: decimals of all quotients. All else is by the catalogue's own specifications.

    complete: settled invoices are in the rows, each payment with its day; where they are not, only what is open now is
    known, and all other figures have no value (HISTORY_UNKNOWN).
    """

    aging: AgingSpec = DUE_DATE_AGING
    dso: DsoSpec = QUARTERLY_DSO
    months: int = 12
    by: Grouping = field(default=BY_CUSTOMER)
    places: int = 1
    complete: bool = True

    def of(self, code: str) -> Printing:
        """The specification of a figure."""
        own: Any = kpi(code).spec
        if code == "DSO":
            own = self.dso
        elif code in _OF_DSO:
            own = evolve(own, dso=self.dso)
        spec: Printing = evolve(own, places=self.places)
        return spec


DEFAULT_BOARD = BoardSpec()
"""The default: aging by due date, DSO of a quarter, twelve months."""


def measures_of(
    rows: Rows, as_of: date, currency: str, spec: BoardSpec, codes: Iterable[str] = FOLLOWED
) -> dict[str, AnyMeasure]:
    """The quotients of a day by their codes, from the rows of one currency up to it."""
    return {code: _measure(rows, as_of, currency, spec, code) for code in codes}


def _measure(rows: Rows, as_of: date, currency: str, spec: BoardSpec, code: str) -> AnyMeasure:
    measure = kpi(code).measure(rows, as_of, currency, spec.of(code))
    return measure if spec.complete or code in _OF_WHAT_IS_OPEN else evolve(measure, reason="HISTORY_UNKNOWN")
