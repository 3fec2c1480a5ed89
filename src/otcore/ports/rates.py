"""Where exchange rates come from: asked when an order comes in another currency than its customer's credit account."""

from datetime import date
from typing import Protocol

from otcore.values.rates import Rate


class Rates(Protocol):
    """Knows what currencies are worth in others; `values.rates.RateTable` is one."""

    def rate(self, source: str, target: str, day: date) -> Rate | None:
        """What one unit of `source` is worth in `target` on that day; None: not known. The same question, the same
        answer: a flow that lost a race asks again.
        """
        ...
