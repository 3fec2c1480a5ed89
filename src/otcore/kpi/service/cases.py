"""Cases as they are measured, and what was promised about them."""

from datetime import datetime, timedelta

from attrs import frozen

Span = tuple[datetime, datetime | None]
"""From, until (None: still)."""


@frozen(kw_only=True)
class CaseRow:
    """One case of a customer; times are aware. `answered`: the first answer by a person; `resolved`: the last time.

    `waiting`: spans in which the case waits for the customer; they do not count. `level`: the name of the service level
    agreed for it. A case that was reopened is not resolved until it is again.
    """

    case: str
    customer: str
    opened: datetime
    level: str = ""
    answered: datetime | None = None
    resolved: datetime | None = None
    waiting: tuple[Span, ...] = ()


@frozen
class ServiceLevel:
    """What is promised: an answer, and a solution, within so much open time."""

    name: str
    answer: timedelta
    solution: timedelta
