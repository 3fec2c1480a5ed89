"""The open balance and the overdue part of it."""

from datetime import date

from attrs import frozen

from otcore.kpi.behind import open_population
from otcore.kpi.measure import Measure
from otcore.kpi.open_items import OpenItem, as_of_rows, open_items
from otcore.receivables.ledger import Entry, control, unapplied
from otcore.values.money import Money, total
from otcore.values.rounding import Rounding


@frozen
class OpenBalance:
    """What customers owe as of a day, gross of unapplied cash, which stands apart and is never netted.

    `open` is the sum of `items`; `control` is the control account, computed from the rows without looking at items.
    Law: the two are equal.
    """

    as_of: date
    currency: str
    open: Money
    control: Money
    unapplied: Money
    items: tuple[OpenItem, ...]

    @property
    def difference(self) -> Money:
        """Open items less control account: anything but zero is a fault in the books."""
        return self.open - self.control


@frozen
class OverdueSpec:
    """Overdue share, in percent: open amounts whose due date is before the day / open balance x 100.

    An item due on the day itself is not overdue; each instalment has its own due date. Gross of unapplied cash.
    Undefined for a balance of zero (NOTHING_OPEN) and for one in the customers' favour (CREDIT_BALANCE). Printed with
    `places` decimals.
    """

    places: int = 1
    rounding: Rounding = Rounding.HALF_UP


def open_balance(entries: tuple[Entry, ...], as_of: date, currency: str) -> OpenBalance:
    """The open balance of one currency from the rows up to the day. Raises `Invalid` CURRENCY_UNKNOWN."""
    rows = as_of_rows(entries, as_of, currency)
    items = open_items(rows, as_of, currency)
    open_ = total((item.open for item in items), currency)
    return OpenBalance(as_of, currency, open_, control(rows, currency), unapplied(rows, currency), items)


OVERDUE_SHARE = OverdueSpec()
"""The default: one decimal."""


def overdue_share(balance: OpenBalance, spec: OverdueSpec = OVERDUE_SHARE) -> Measure[OverdueSpec, Money]:
    """How much of a balance is past its due date; the numerator is the overdue amount."""
    parts = (part for item in balance.items for part in item.parts)
    late = (part.open for part in parts if part.days_past_due(balance.as_of) > 0)
    overdue = total(late, balance.currency)
    return Measure(
        spec, balance.as_of, overdue, balance.open, 100, share_undefined(balance.open), open_population(balance.items)
    )


def share_undefined(open_: Money) -> str:
    """Why a share of a balance has no meaning; empty where it has."""
    if not open_:
        return "NOTHING_OPEN"
    return "CREDIT_BALANCE" if open_.minor < 0 else ""
