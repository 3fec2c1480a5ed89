"""When an invoice falls due, in which parts, and what paying early earns."""

from datetime import date
from decimal import Decimal
from typing import final

from attrs import field, frozen

from otcore.values.calendar import MONDAY_TO_FRIDAY, WorkCalendar
from otcore.values.faults import Invalid
from otcore.values.ids import text
from otcore.values.rounding import Rounding
from otcore.values.terms.discount_terms import DiscountTerms
from otcore.values.terms.due_rule import BaseDays, DueAnchor, DueRule
from otcore.values.terms.due_step import END_OF_MONTH, DueStep
from otcore.values.terms.instalment_terms import InstalmentTerms
from otcore.values.terms.rolling import Rolling, rolled

_USUAL_DAYS = 30
_LONGEST = 3650
_MOST = 120
_WHOLE = 100


def _note(value: str) -> str:
    return text(value, "payment terms note")


@final
@frozen
class PaymentTerms:
    """Net days after the invoice date, then on to the month's end if so agreed; or, instead of both, `instalments`.

    `sequential`: each instalment counts from the day the one before falls due, not from its own anchor. `rolling` is
    for due days that are no working days, `rounding` for percentages. `discounts` are for early payment. `note`: what
    an invoice says of the terms, in words of the host's own; empty: words made of the terms.

    Raises `Invalid`: TERMS_DAYS outside 0 to 3650 days; TERMS_TWICE where days and instalments are both given;
    TERMS_INCOMPLETE where the instalments do not cover the debt (the last takes what is left, or all are percentages
    of the total, 100 together); TERMS_OVER_WHOLE for more than 100; TERMS_NOTHING_LEFT where something follows
    one that takes all; TERMS_TOO_MANY beyond 120.
    """

    days: int = _USUAL_DAYS
    end_of_month: bool = False
    note: str = field(default="", converter=_note)
    instalments: tuple[InstalmentTerms, ...] = ()
    discounts: tuple[DiscountTerms, ...] = ()
    rolling: Rolling = Rolling.NONE
    sequential: bool = False
    rounding: Rounding = Rounding.HALF_UP

    def __attrs_post_init__(self) -> None:
        if not 0 <= self.days <= _LONGEST:
            raise Invalid.one("TERMS_DAYS", f"{self.days} days is not within 0 to {_LONGEST}", days=self.days)
        if max(len(self.instalments), len(self.discounts)) > _MOST:
            raise Invalid.one("TERMS_TOO_MANY", f"terms have at most {_MOST} instalments and discounts")
        if self.instalments:
            _check(self)

    @property
    def parts(self) -> tuple[InstalmentTerms, ...]:
        """The instalments; of terms that say days only the one that they stand for."""
        if self.instalments:
            return self.instalments
        steps = (DueStep(days=self.days), *((END_OF_MONTH,) if self.end_of_month else ()))
        return (InstalmentTerms(DueRule(steps)),)

    def due(self, invoiced: date) -> date:
        """The day an invoice of that date, delivered and ordered on it too, is due: of several instalments the first.

        Weekends are off where due days roll. Raises `Invalid` DATE_RANGE beyond the year 9999.
        """
        return min(self.due_days(BaseDays(invoiced), MONDAY_TO_FRIDAY))

    def due_days(self, base: BaseDays, calendar: WorkCalendar) -> tuple[date, ...]:
        """The day each of `parts` falls due, in their order.

        A sequence goes on from the day that was counted, not from the working day it was rolled to, so that it does not
        drift. Raises `Invalid` DATE_RANGE beyond the years 1 to 9999.
        """
        days: list[date] = []
        for part in self.parts:
            follows = self.sequential and days
            days.append(part.due.day_from(days[-1], calendar) if follows else part.due.day(base, calendar))
        return tuple([rolled(day, self.rolling, calendar) for day in days])


def _check(terms: PaymentTerms) -> None:
    if terms.days != _USUAL_DAYS or terms.end_of_month:
        raise Invalid.one("TERMS_TWICE", "where there are instalments, they say the days", "/days")
    *before, last = terms.instalments
    for index, each in enumerate(before):
        if each.takes_the_rest:
            message = "only the last instalment can take all that is left"
            raise Invalid.one("TERMS_NOTHING_LEFT", message, f"/instalments/{index}")
    percent = sum(_of_total(part) for part in terms.instalments)
    if percent > _WHOLE:
        message = f"the percentages of the total are {percent} together"
        raise Invalid.one("TERMS_OVER_WHOLE", message, "/instalments", percent=percent)
    if not last.takes_the_rest and not (percent == _WHOLE and all(map(_of_total, terms.instalments))):
        message = "the last instalment takes what is left, or all are percentages of the total and 100 together"
        raise Invalid.one("TERMS_INCOMPLETE", message, "/instalments")


def _of_total(part: InstalmentTerms) -> Decimal:
    """Its percentage of the total; nothing where it is of another kind."""
    return Decimal(0) if part.percent is None or part.of_balance else part.percent.value


PREPAYMENT = PaymentTerms(instalments=(InstalmentTerms(DueRule(anchor=DueAnchor.ORDER)),))
"""Due with the order."""

CASH_ON_DELIVERY = PaymentTerms(instalments=(InstalmentTerms(DueRule(anchor=DueAnchor.DELIVERY)),))
"""Due on delivery."""
