"""Holds: reasons why an order does not move on, each lifted on its own."""

from datetime import date
from enum import StrEnum

from attrs import frozen


class HoldKind(StrEnum):
    """Who has to look at it."""

    CREDIT = "credit"
    PRICE = "price"
    INCOMPLETE = "incomplete"
    FRAUD = "fraud"
    MANUAL = "manual"


@frozen
class Hold:
    """One reason: its code, since when, why in a sentence, and the figures behind it by name."""

    kind: HoldKind
    code: str
    since: date
    why: str
    figures: tuple[tuple[str, str], ...] = ()
