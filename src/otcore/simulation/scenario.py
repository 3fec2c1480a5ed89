"""What is played through: who orders how much, who does the work, how they pay."""

from datetime import UTC, date, time, timedelta

from attrs import frozen

from otcore.kpi.service.business_hours import BusinessHours
from otcore.simulation.distribution import Always, Between, Distribution
from otcore.values.money import Money
from otcore.values.terms import PaymentTerms

OFFICE = BusinessHours(UTC, dict.fromkeys(range(5), ((time(9), time(17)),)))
"""Eight hours a working day, Monday to Friday."""

_SHORT, _LONG, _HALF_AN_HOUR = Between(5, 15), Between(20, 60), Always(30)
_FEW, _SOME, _A_LITTLE_LATE = Between(2, 6), Between(1, 50), Between(-5, 20)
_PRICE = Money("20.00", "EUR")


@frozen
class Station:
    """Where a step of an order is done: so many clerks, each at one paper at a time, for so many minutes of open time.

    Who comes first is served first.
    """

    clerks: int = 1
    minutes: Distribution = _SHORT


@frozen(kw_only=True)
class Buyer:
    """Customers of one kind: how many of them, what they agreed, and how they pay.

    `orders` a working day, of all of them together; `pieces` of each order. `lateness`: days from the due day to the
    payment, negative before it. `limit`: each one's credit limit, None for none.
    """

    name: str
    customers: int = 10
    terms: PaymentTerms = PaymentTerms(days=30)
    orders: Distribution = _FEW
    pieces: Distribution = _SOME
    lateness: Distribution = _A_LITTLE_LATE
    limit: Money | None = None


_DESK = Station()
_CREDIT = Station(minutes=_HALF_AN_HOUR)
_WAREHOUSE = Station(clerks=2, minutes=_LONG)
_USUAL = Buyer(name="usual")


@frozen(kw_only=True)
class Scenario:
    """A firm, played from `start` for so many `days`, at these open hours.

    desk: answers orders. credit: looks at orders held for credit, and releases them. warehouse: ships. billing: writes
    invoices. cash: applies payments. `price`: of a piece, before 20 % tax. Figures of orders are of those placed after
    `warm_up` days, when the pipeline is full.
    """

    start: date = date(2026, 1, 5)
    days: int = 180
    warm_up: int = 90
    buyers: tuple[Buyer, ...] = (_USUAL,)
    price: Money = _PRICE
    hours: BusinessHours = OFFICE
    desk: Station = _DESK
    credit: Station = _CREDIT
    warehouse: Station = _WAREHOUSE
    billing: Station = _DESK
    cash: Station = _DESK

    @property
    def end(self) -> date:
        """The last day."""
        return self.start + timedelta(days=self.days - 1)
