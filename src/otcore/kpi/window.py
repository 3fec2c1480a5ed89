"""The days a figure looks back over; each window ends with the day that is asked for."""

from datetime import date, timedelta

from attrs import Attribute, field, frozen
from dateutil.relativedelta import relativedelta

from otcore.values.faults import Invalid
from otcore.values.period import Period


def _at_least_one(instance: object, attribute: "Attribute[int]", count: int) -> None:
    if count < 1:
        raise Invalid.one("WINDOW", f"a window of {count} {attribute.name} is empty", count=count)


@frozen
class Days:
    """So many days, the last is the day asked for. Raises `Invalid` WINDOW for less than one."""

    days: int = field(default=90, validator=_at_least_one)

    def period(self, as_of: date) -> Period:
        """The days: fewer where the calendar begins (with the year 1)."""
        return Period(as_of - timedelta(days=min(self.days, as_of.toordinal()) - 1), as_of)


@frozen
class Months:
    """So many calendar months, of the last one the days up to the day asked for. Raises `Invalid` WINDOW below one."""

    months: int = field(default=1, validator=_at_least_one)

    def period(self, as_of: date) -> Period:
        """From the first of the first month to the day."""
        before = min(self.months - 1, (as_of.year - 1) * 12 + as_of.month - 1)
        return Period(as_of.replace(day=1) - relativedelta(months=before), as_of)


Window = Days | Months
"""How far a figure looks back."""
