"""The rows behind every figure of orders: what one order, one line of it and one invoice went through, and when.

A host whose orders live elsewhere fills them itself; `history.order_rows` makes them from a store's facts.
"""

from datetime import date, datetime
from decimal import Decimal

from attrs import frozen

from otcore.orders.amendment import Side
from otcore.orders.hold import HoldKind
from otcore.values.money import Money

ZERO = Decimal(0)


@frozen
class Reached:
    """When something happened: the day of business, and the moment it was recorded (aware), where that is known."""

    day: date
    at: datetime | None = None


@frozen
class Moved:
    """So much of a line left or arrived, in the line's unit."""

    quantity: Decimal
    when: Reached


@frozen(kw_only=True)
class LineRow:
    """One line. `requested`: the last day that the buyer asked for; `promised`: the last one that the seller gave.

    `cancelled` will not come any more. `shipped` and `delivered` are in the order they happened; `delivered` is empty
    where nobody tells. `spoilt` came back unfit for sale, `returned` is all that came back. `unbilled` left, stays with
    the buyer, and is on no invoice yet. Quantities in the line's unit.
    """

    line: str
    ordered: Decimal
    cancelled: Decimal = ZERO
    requested: date | None = None
    promised: date | None = None
    shipped: tuple[Moved, ...] = ()
    delivered: tuple[Moved, ...] = ()
    returned: Decimal = ZERO
    spoilt: Decimal = ZERO
    unbilled: Decimal = ZERO


@frozen(kw_only=True)
class InvoiceRow:
    """One invoice of an order. `settled`: when nothing of it was owed any more, None while something is.

    `corrected`: a credit note takes (a part of) it off for another reason than goods that came back, or another invoice
    bills it anew.
    """

    invoice: str
    issued: Reached
    settled: Reached | None = None
    corrected: Reached | None = None


@frozen(kw_only=True)
class HoldRow:
    """One reason to wait; `until` is None while it stands."""

    kind: HoldKind
    since: Reached
    until: Reached | None = None


@frozen(kw_only=True)
class OrderRow:
    """One order, by its milestones; what did not happen is None or empty.

    `answered`: the buyer was told what will be delivered. `amended`: accepted changes, by when. `cancelled_by`: who
    gave a cancelled order up. `value`: tax included, as placed.
    """

    order: str
    customer: str
    placed: Reached
    value: Money | None = None
    answered: Reached | None = None
    confirmed: Reached | None = None
    rejected: Reached | None = None
    cancelled: Reached | None = None
    cancelled_by: Side | None = None
    closed: Reached | None = None
    amended: tuple[Reached, ...] = ()
    holds: tuple[HoldRow, ...] = ()
    lines: tuple[LineRow, ...] = ()
    invoices: tuple[InvoiceRow, ...] = ()
