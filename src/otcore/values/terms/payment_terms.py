"""When an invoice falls due."""

from datetime import date, timedelta
from typing import final

from attrs import field, frozen
from dateutil.relativedelta import relativedelta

from otcore.values.faults import Invalid
from otcore.values.ids import text

_LONGEST = 3650
_MONTH_END = relativedelta(day=31)  # the last day, in shorter months too


def _note(value: str) -> str:
    return text(value, "payment terms note")


@final
@frozen
class PaymentTerms:
    """Net days after the invoice date, then on to the month's end if so agreed.

    Raises `Invalid` TERMS_DAYS outside 0 to 3650 days.
    """

    days: int = 30
    end_of_month: bool = False
    note: str = field(default="", converter=_note)

    def __attrs_post_init__(self) -> None:
        if not 0 <= self.days <= _LONGEST:
            raise Invalid.one("TERMS_DAYS", f"{self.days} days is not within 0 to {_LONGEST}", days=self.days)

    def due(self, invoiced: date) -> date:
        """The day an invoice of that date is due. Raises `Invalid` DATE_RANGE beyond the year 9999."""
        try:
            day = invoiced + timedelta(days=self.days)
        except OverflowError:
            raise Invalid.one("DATE_RANGE", f"{self.days} days after {invoiced} is beyond the year 9999") from None
        month_end: date = day + _MONTH_END
        return month_end if self.end_of_month else day
