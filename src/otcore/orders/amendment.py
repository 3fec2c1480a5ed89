"""Amendments: what one side proposes to change of an order that the other side has seen."""

from datetime import date
from enum import StrEnum

from attrs import frozen

from otcore.orders.details import OrderDetails
from otcore.orders.line import RequestedLine
from otcore.values.period import Period
from otcore.values.price import UnitPrice
from otcore.values.quantity import Quantity


class Side(StrEnum):
    """Who speaks."""

    BUYER = "buyer"
    SELLER = "seller"


class AmendmentStatus(StrEnum):
    """Where an amendment stands."""

    PROPOSED = "proposed"
    ACCEPTED = "accepted"
    REJECTED = "rejected"
    WITHDRAWN = "withdrawn"


@frozen(kw_only=True)
class LineChange:
    """What changes of one line; None leaves a thing as it is. `quantity` 0 takes the line off.

    `product`: the seller's number of a substitute item. `promised`: the day the seller promises.
    """

    line: str
    quantity: Quantity | None = None
    price: UnitPrice | None = None
    requested: Period | None = None
    product: str = ""
    promised: date | None = None
    note: str = ""


@frozen(kw_only=True)
class Amendment:
    """One proposal: `number` counts the order's proposals from 1. `details` None leaves them as they are.

    `answer` is the reason given with the rejection or the withdrawal, `reference` the number of the document that
    proposed it.
    """

    number: int
    by: Side
    day: date
    changes: tuple[LineChange, ...] = ()
    added: tuple[RequestedLine, ...] = ()
    details: OrderDetails | None = None
    reason: str = ""
    status: AmendmentStatus = AmendmentStatus.PROPOSED
    answer: str = ""
    reference: str = ""
