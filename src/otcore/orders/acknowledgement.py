"""The order response: the seller's answer to the whole order and to each line, in the code lists Peppol uses."""

from datetime import date
from decimal import Decimal
from enum import StrEnum

from attrs import frozen

from otcore.values.fast_init import fast_init
from otcore.values.price import UnitPrice


class ResponseCode(StrEnum):
    """The whole order (UNCL 4343)."""

    RECEIVED = "AB"
    REJECTED = "RE"
    ACCEPTED = "AP"
    CHANGED = "CA"


class LineCode(StrEnum):
    """One line (UNCL 1229)."""

    ADDED = "1"
    CHANGED = "3"
    ACCEPTED = "5"
    REJECTED = "7"
    DELIVERED = "42"


@fast_init
@frozen
class LineAnswer:
    """What will be delivered of a line; `backordered` follows later, and is part of `quantity`.

    `price`, `substitute` (the seller's item number) only where they differ from what was ordered; `promised`: the day.
    """

    line: str
    code: LineCode
    quantity: Decimal
    backordered: Decimal
    price: UnitPrice | None = None
    promised: date | None = None
    substitute: str = ""
    note: str = ""


def response_code(answers: tuple[LineAnswer, ...]) -> ResponseCode:
    """Accepted when every line is as ordered, rejected when none is delivered, else accepted with change."""
    if all(answer.code is LineCode.ACCEPTED for answer in answers):
        return ResponseCode.ACCEPTED
    if all(answer.code is LineCode.REJECTED for answer in answers):
        return ResponseCode.REJECTED
    return ResponseCode.CHANGED
