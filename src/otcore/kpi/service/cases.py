"""Cases as they are measured, and what was promised about them."""

from collections.abc import Iterable
from datetime import datetime, timedelta

from attrs import field, frozen

from otcore.kpi.service.moments import utc, utc_or_none

Span = tuple[datetime, datetime | None]
"""From, until (None: still)."""


def _spans(waiting: Iterable[Span]) -> tuple[Span, ...]:
    return tuple((utc(low), utc_or_none(high)) for low, high in waiting)


@frozen(kw_only=True)
class CaseRow:
    """One case of a customer; times are aware, and kept in UTC.

    `answered`: the first answer by a person; `resolved`: the last time. `waiting`: spans in which the case waits for
    the customer; they do not count. `level`: the name of the service level agreed for it. A case that was reopened is
    not resolved until it is again. Raises `Invalid` AT_NOT_AWARE.
    """

    case: str
    customer: str
    opened: datetime = field(converter=utc)
    level: str = ""
    answered: datetime | None = field(default=None, converter=utc_or_none)
    resolved: datetime | None = field(default=None, converter=utc_or_none)
    waiting: tuple[Span, ...] = field(default=(), converter=_spans)


@frozen
class ServiceLevel:
    """What is promised: an answer, and a solution, within so much open time."""

    name: str
    answer: timedelta
    solution: timedelta
