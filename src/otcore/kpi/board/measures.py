"""The quotients that are followed month by month, each by its own specification."""

from collections.abc import Callable, Mapping
from datetime import date
from types import MappingProxyType
from typing import Any

from attrs import evolve, field, frozen

from otcore.kpi.balance import OverdueSpec, open_balance, overdue_share
from otcore.kpi.buckets import DUE_DATE_AGING, AgingSpec
from otcore.kpi.dso import QUARTERLY_DSO, DsoSpec, dso
from otcore.kpi.grouping import BY_CUSTOMER, Grouping
from otcore.kpi.measure import Measure
from otcore.kpi.outstanding.best_possible import BestPossibleSpec, best_possible
from otcore.kpi.outstanding.countback import CountbackSpec, CountbackUnit, countback
from otcore.kpi.outstanding.delinquent import DelinquentSpec, delinquent
from otcore.kpi.outstanding.effectiveness import EffectivenessSpec, effectiveness
from otcore.kpi.outstanding.open_age import OpenAgeSpec, open_age
from otcore.kpi.outstanding.true_dso import TrueDsoSpec, true_dso
from otcore.receivables.ledger import Entry

AnyMeasure = Measure[Any, Any]


@frozen
class BoardSpec:
    """How the figures of a board are made: what they have in common, and how many ends of months it goes back.

    dso: the conventions of DSO, and of the best possible and the delinquent DSO, so that the three fit. by: what the
    rows of the aging are. places: decimals of all quotients. sales_known: where settled invoices are not in the rows,
    what is measured by sales has no value (SALES_UNKNOWN).
    """

    aging: AgingSpec = DUE_DATE_AGING
    dso: DsoSpec = QUARTERLY_DSO
    months: int = 12
    by: Grouping = field(default=BY_CUSTOMER)
    places: int = 1
    sales_known: bool = True


DEFAULT_BOARD = BoardSpec()
"""The default: aging by due date, DSO of a quarter, twelve months."""

Rows = tuple[Entry, ...]
Make = Callable[[Rows, date, str, BoardSpec], AnyMeasure]


def _dso(rows: Rows, as_of: date, currency: str, spec: BoardSpec) -> AnyMeasure:
    return dso(rows, as_of, currency, evolve(spec.dso, places=spec.places))


def _best_possible(rows: Rows, as_of: date, currency: str, spec: BoardSpec) -> AnyMeasure:
    return best_possible(rows, as_of, currency, BestPossibleSpec(spec.dso, spec.places))


def _delinquent(rows: Rows, as_of: date, currency: str, spec: BoardSpec) -> AnyMeasure:
    return delinquent(rows, as_of, currency, DelinquentSpec(spec.dso, spec.places))


def _effectiveness(rows: Rows, as_of: date, currency: str, spec: BoardSpec) -> AnyMeasure:
    return effectiveness(rows, as_of, currency, EffectivenessSpec(places=spec.places))


def _overdue(rows: Rows, as_of: date, currency: str, spec: BoardSpec) -> AnyMeasure:
    return overdue_share(open_balance(rows, as_of, currency), OverdueSpec(spec.places))


def _countback(rows: Rows, as_of: date, currency: str, spec: BoardSpec) -> AnyMeasure:
    return countback(rows, as_of, currency, CountbackSpec(places=spec.places))


def _countback_days(rows: Rows, as_of: date, currency: str, spec: BoardSpec) -> AnyMeasure:
    return countback(rows, as_of, currency, CountbackSpec(CountbackUnit.DAYS, places=spec.places))


def _open_age(rows: Rows, as_of: date, currency: str, spec: BoardSpec) -> AnyMeasure:
    return open_age(rows, as_of, currency, OpenAgeSpec(places=spec.places))


def _true_dso(rows: Rows, as_of: date, currency: str, spec: BoardSpec) -> AnyMeasure:
    return true_dso(rows, as_of, currency, TrueDsoSpec(places=spec.places))


MEASURES: Mapping[str, Make] = MappingProxyType(
    {
        "overdue": _overdue,
        "dso": _dso,
        "best_possible": _best_possible,
        "delinquent": _delinquent,
        "countback": _countback,
        "countback_days": _countback_days,
        "true_dso": _true_dso,
        "effectiveness": _effectiveness,
        "open_age": _open_age,
    }
)
"""The quotients by name: percent of the open balance, and of what could be collected; days of all others."""

_NEED_NO_SALES = frozenset({"overdue", "open_age"})


def measures_of(rows: Rows, as_of: date, currency: str, spec: BoardSpec) -> dict[str, AnyMeasure]:
    """The quotients of a day by name, from the rows of one currency up to it."""
    return {name: _known(name, make(rows, as_of, currency, spec), spec) for name, make in MEASURES.items()}


def _known(name: str, measure: AnyMeasure, spec: BoardSpec) -> AnyMeasure:
    return measure if spec.sales_known or name in _NEED_NO_SALES else evolve(measure, reason="SALES_UNKNOWN")
