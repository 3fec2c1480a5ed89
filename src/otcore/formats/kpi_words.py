"""What the quotients of a board are called, and which way is better."""

from collections.abc import Mapping
from types import MappingProxyType

from attrs import frozen

from otcore.kpi.catalogue import CATALOGUE
from otcore.kpi.kpi import Kpi, Unit
from otcore.kpi.targets import Better

LOWER, HIGHER, NEITHER = -1, 1, 0
"""What is better."""


@frozen
class Named:
    """A quotient: its name, its unit (days, %, times, points), what is better, and what it is in a few words."""

    name: str
    unit: str
    better: int
    note: str


_SHORT: Mapping[str, tuple[str, str]] = {
    "OVERDUE": ("Overdue", "of the open balance"),
    "DSO": ("DSO", "days sales outstanding"),
    "BPDSO": ("Best possible DSO", "if nothing were overdue"),
    "ADD": ("Average days delinquent", "DSO less the best possible DSO"),
    "CEI": ("Collection effectiveness", "collected of what could be, in the month"),
}
_UNITS = {Unit.DAYS: "days", Unit.PERCENT: "%", Unit.TIMES: "times", Unit.POINTS: "points"}
_BETTER = {Better.LOWER: LOWER, Better.HIGHER: HIGHER, None: NEITHER}


def _named(each: Kpi) -> Named:
    name, note = _SHORT.get(each.code, (each.title, each.code))
    return Named(name, _UNITS[each.unit], _BETTER[each.better], note)


WORDS: Mapping[str, Named] = MappingProxyType({each.code: _named(each) for each in CATALOGUE})
"""By the code of the figure."""
