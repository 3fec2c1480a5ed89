"""The order response: the seller's answer to the whole order and to each line, in the code lists Peppol uses."""

from datetime import date
from decimal import Decimal
from enum import StrEnum

from attrs import frozen

from otcore.values.fast_init import fast_init
from otcore.values.faults import Fault
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

    Both are in `unit`, and where that is empty in the line's. `price`, `substitute` (the seller's item number) and
    `unit` only where they differ from what was ordered; `promised`: the day.
    """

    line: str
    code: LineCode
    quantity: Decimal
    backordered: Decimal
    price: UnitPrice | None = None
    promised: date | None = None
    substitute: str = ""
    note: str = ""
    unit: str = ""


def response_code(answers: tuple[LineAnswer, ...]) -> ResponseCode:
    """Accepted when every line is as ordered, rejected when none is delivered, else accepted with change."""
    codes = {answer.code for answer in answers}
    if codes <= {LineCode.ACCEPTED, LineCode.DELIVERED}:
        return ResponseCode.ACCEPTED
    return ResponseCode.REJECTED if codes == {LineCode.REJECTED} else ResponseCode.CHANGED


def response_faults(code: ResponseCode, lines: int) -> tuple[Fault, ...]:
    """What is wrong with an order response of so many lines: the whole answer speaks for every line, but for changes.

    By the rules of Peppol BIS Order Response 3: PEPPOL-T76-R007 to R010 (R008 and R009 are warnings there).
    """
    if code is ResponseCode.CHANGED:
        return () if lines else (Fault("PEPPOL-T76-R007", "an answer with changes states the lines"),)
    return (Fault(_NO_LINES[code], f"an answer {code} states no lines"),) if lines else ()


_NO_LINES = {
    ResponseCode.ACCEPTED: "PEPPOL-T76-R008",
    ResponseCode.REJECTED: "PEPPOL-T76-R009",
    ResponseCode.RECEIVED: "PEPPOL-T76-R010",
}
