"""What a case took of its service level: open time, without the spans in which it waited for the customer."""

from datetime import datetime, timedelta
from enum import StrEnum

from otcore.kpi.service.business_hours import BusinessHours
from otcore.kpi.service.cases import CaseRow
from otcore.kpi.spans import merged


class Until(StrEnum):
    """What is waited for: the first answer by a person, or the solution."""

    ANSWER = "answer"
    SOLUTION = "solution"


def ended(case: CaseRow, until: Until, at: datetime) -> datetime | None:
    """When it came, as far as it is known at a moment."""
    end = case.answered if until is Until.ANSWER else case.resolved
    return end if end and end <= at else None


def took(case: CaseRow, end: datetime, hours: BusinessHours) -> timedelta:
    """The open time from the opening to a moment, without the spans in which it waited for the customer."""
    within = ((max(low, case.opened), min(high or end, end)) for low, high in case.waiting)
    waited = merged(((low, high) for low, high in within if low < high), _moment)
    return hours.elapsed(case.opened, end) - sum((hours.elapsed(*span) for span in waited), timedelta(0))


def _moment(when: datetime) -> datetime:
    return when
