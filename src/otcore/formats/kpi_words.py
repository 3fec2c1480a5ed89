"""What the quotients of a board are called, and which way is better."""

from collections.abc import Mapping
from types import MappingProxyType

from attrs import frozen

LOWER, HIGHER, NEITHER = -1, 1, 0
"""What is better."""


@frozen
class Named:
    """A quotient: its name, its unit (days or %), what is better, and what it is in a few words."""

    name: str
    unit: str
    better: int
    note: str


WORDS: Mapping[str, Named] = MappingProxyType(
    {
        "overdue": Named("Overdue", "%", LOWER, "of the open balance"),
        "dso": Named("DSO", "days", LOWER, "days sales outstanding"),
        "best_possible": Named("Best possible DSO", "days", LOWER, "if nothing were overdue"),
        "delinquent": Named("Average days delinquent", "days", LOWER, "DSO less the best possible DSO"),
        "countback": Named("DSO counted back", "days", LOWER, "by calendar months"),
        "countback_days": Named("DSO counted back by day", "days", LOWER, "by the sales of each day"),
        "true_dso": Named("True DSO", "days", LOWER, "each open invoice by the sales of its own month"),
        "effectiveness": Named("Collection effectiveness", "%", HIGHER, "collected of what could be, in the month"),
        "open_age": Named("Age of what is open", "days", LOWER, "since the invoice date, weighted by amount"),
    }
)
"""By the name of the measure."""
