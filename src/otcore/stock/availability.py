"""The question how much of a product can be promised, and by when."""

from datetime import date
from decimal import Decimal

from attrs import frozen

from otcore.stock.promising import Promise, Row
from otcore.values.command import Query


@frozen
class Availability:
    """`rows`: by day, from the day of the question on. `promise`: for the quantity asked for; None: not by any day."""

    product: str
    rows: tuple[Row, ...]
    promise: Promise | None = None


@frozen
class AskAvailability(Query[Availability]):
    """What of a product can be promised from a day on, at all locations or at one; `quantity`: by when so much of it.

    In the product's unit, and so is the answer. Raises `NotFound` for a product that is not listed.
    """

    product: str
    day: date
    quantity: Decimal | None = None
    location: str = ""
