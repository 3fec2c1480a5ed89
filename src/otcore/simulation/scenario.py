"""What is played through: who orders how much, who does the work, how they pay."""

from collections.abc import Mapping
from datetime import UTC, date, time, timedelta

from attrs import frozen

from otcore.kpi.service.business_hours import BusinessHours
from otcore.simulation.distribution import Always, Between, Distribution
from otcore.values.faults import Invalid
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

    Who comes first is served first. Raises `Invalid` CLERKS for a station of nobody.
    """

    clerks: int = 1
    minutes: Distribution = _SHORT

    def __attrs_post_init__(self) -> None:
        if self.clerks < 1:
            raise Invalid.one("CLERKS", f"a station of {self.clerks} clerks does nothing", clerks=self.clerks)


@frozen(kw_only=True)
class Buyer:
    """Customers of one kind: how many of them, what they agreed, and how they pay.

    `orders` a working day, of all of them together; `pieces` of each order. `lateness`: days from the due day to the
    payment, negative before it. `limit`: each one's credit limit, None for none. Raises `Invalid` CUSTOMERS for none.
    """

    name: str
    customers: int = 10
    terms: PaymentTerms = PaymentTerms(days=30)
    orders: Distribution = _FEW
    pieces: Distribution = _SOME
    lateness: Distribution = _A_LITTLE_LATE
    limit: Money | None = None

    def __attrs_post_init__(self) -> None:
        if self.customers < 1:
            raise Invalid.one("CUSTOMERS", f"{self.name} stands for {self.customers} customers", name=self.name)


_DESK = Station()
_CREDIT = Station(minutes=_HALF_AN_HOUR)
_WAREHOUSE = Station(clerks=2, minutes=_LONG)
_USUAL = Buyer(name="usual")

STATIONS = ("desk", "credit", "warehouse", "billing", "cash")
"""Where work is done, in the order of an order's way."""


@frozen(kw_only=True)
class Scenario:
    """A firm, played from `start` for so many `days`, at these open hours.

    desk: answers orders. credit: looks at orders held for credit, and releases them. warehouse: ships. billing: writes
    invoices. cash: applies payments. `price`: of a piece, before 20 % tax. Figures of orders are of those placed after
    `warm_up` days, when the pipeline is full.

    Raises `Invalid` WARM_UP when it is negative or leaves no day, BUYERS when two go by one name.
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

    def __attrs_post_init__(self) -> None:
        if not 0 <= self.warm_up < self.days:
            said = f"a warm-up of {self.warm_up} days leaves nothing of {self.days}"
            raise Invalid.one("WARM_UP", said, days=self.days, warm_up=self.warm_up)
        names = [buyer.name for buyer in self.buyers]
        if len(set(names)) < len(names):
            raise Invalid.one("BUYERS", "two kinds of buyers go by one name")

    @property
    def stations(self) -> Mapping[str, Station]:
        """The stations by name."""
        return {name: getattr(self, name) for name in STATIONS}

    @property
    def end(self) -> date:
        """The last day."""
        return self.start + timedelta(days=self.days - 1)
