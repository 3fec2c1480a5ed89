"""Holds: reasons why an order does not move on, each lifted on its own."""

from collections.abc import Mapping
from datetime import date
from enum import StrEnum

from attrs import field, frozen


class HoldKind(StrEnum):
    """Who has to look at it."""

    CREDIT = "credit"
    PRICE = "price"
    INCOMPLETE = "incomplete"
    FRAUD = "fraud"
    MANUAL = "manual"


@frozen
class Hold:
    """One reason, with its code and figures, since when."""

    kind: HoldKind
    code: str
    since: date
    facts: Mapping[str, str] = field(factory=dict)
