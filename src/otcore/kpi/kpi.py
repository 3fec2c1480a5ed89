"""One key figure as the catalogue lists it: its name, its unit, its conventions, and how it is computed."""

from collections.abc import Callable
from datetime import date
from enum import StrEnum
from typing import Any

from attrs import field, frozen

from otcore.kpi.dso import Rows
from otcore.kpi.facts import NO_FACTS, Facts
from otcore.kpi.measure import Measure, Printing
from otcore.kpi.targets import Better
from otcore.values.faults import Invalid

Figure = Callable[[Rows, date, str, Any, Facts], Measure[Any, Any]]
"""From ledger rows, a day, a currency, a specification and what the rows do not say."""


class Unit(StrEnum):
    """What a figure is counted in."""

    DAYS = "days"
    PERCENT = "percent"
    TIMES = "times"
    POINTS = "points"


class Needs(StrEnum):
    """What it is computed from beside ledger rows."""

    DISPUTES = "disputes"
    PROMISES = "promises"
    DECISIONS = "decisions"
    ON_ACCOUNT = "on account"


@frozen
class Kpi:
    """A key figure; `spec` is its default specification, whose docstring is its definition.

    `code` is stable and public. `better`: which way it gets better; None: neither is. `needs`: facts that are given
    beside the rows.
    """

    code: str
    title: str
    unit: Unit
    better: Better | None
    spec: Printing
    figure: Figure = field(repr=False)
    needs: frozenset[Needs] = frozenset()

    def measure(
        self, entries: Rows, as_of: date, currency: str, spec: Printing | None = None, facts: Facts = NO_FACTS
    ) -> Measure[Any, Any]:
        """The figure from the rows up to the day, by its default specification unless another is given.

        Raises `Invalid` CURRENCY_UNKNOWN, and KPI_SPEC for a specification of another figure.
        """
        by = self.spec if spec is None else spec
        if type(by) is not type(self.spec):
            raise Invalid.one("KPI_SPEC", f"{type(by).__name__} is no specification of {self.code}", kpi=self.code)
        return self.figure(entries, as_of, currency, by, facts)
