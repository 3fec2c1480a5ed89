"""The leaves of a document: strings that become text, identifiers, numbers, dates; and numbers and booleans."""

import re
from collections.abc import Callable, Mapping
from datetime import date
from decimal import Decimal
from enum import StrEnum
from typing import Annotated, Any, Literal

from attrs import Attribute, frozen
from pydantic import AfterValidator, Field, StrictBool, StrictInt, WithJsonSchema

from otcore.schemas.faults import told
from otcore.schemas.limits import FIRST_YEAR, IDENTIFIER, INTEGER, LAST_YEAR, LONG_TEXT, TEXT
from otcore.values.card_number import without_card_number
from otcore.values.currencies import digits
from otcore.values.decimals import decimal_of
from otcore.values.faults import Invalid
from otcore.values.ids import identifier, text
from otcore.values.percentage import Percentage
from otcore.values.quantity import Quantity

Check = Callable[[str], Any]

NUMBER = {"pattern": r"^-?[0-9]+(\.[0-9]+)?$", "maxLength": 40}
"""How a number is written: as a string, so that no reader turns it into a binary float."""

_DAY = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}")
_IDENTIFIERS = frozenset(
    [
        "account",
        "bank_accounts",
        "batch",
        "collection",
        "credit_account",
        "credit_note",
        "customer",
        "distinct_from",
        "gateway",
        "group",
        "id",
        "line",
        "location",
        "mandate",
        "operation",
        "order",
        "payment",
        "price_list",
        "price_lists",
        "product",
        "receipt",
        "refund",
        "return_id",
        "shipment",
        "statement_id",
        "stock",
    ]
)
_LONG = frozenset({"note", "description", "text", "additional", "path", "attributes"})
# References that a bank passes on: numbers by nature, some with the check digit that card numbers have.
_NUMBERS = frozenset(
    [
        "bank_reference",
        "document",
        "end_to_end",
        "iban",
        "other_references",
        "payer_account",
        "payment_reference",
        "structured_reference",
    ]
)


@frozen
class Spot:
    """The field a type belongs to: its name tells what a plain string means, `own` is the field's own converter."""

    name: str
    may_be_empty: bool = False
    own: Callable[[Any], Any] | None = None

    @staticmethod
    def of(attribute: "Attribute[Any]") -> "Spot":
        """The spot of a field of an attrs class."""
        own: Any = attribute.converter
        return Spot(attribute.name, attribute.default == "", own)

    def inner(self) -> "Spot":
        """The spot of an item: the field's own converter is for the whole."""
        return Spot(self.name)


def leaf(of: Any, spot: Spot) -> Any:
    """The pydantic type of a leaf; None when `of` is none. Money and objects are not leaves."""
    if of in _PLAIN:
        return _PLAIN[of] if spot.own is None else Annotated[_PLAIN[of], AfterValidator(told(spot.own))]
    if of is str:
        return _text(spot)
    if of is Decimal:
        return _string(spot.own or decimal_of, **NUMBER)
    if isinstance(of, type) and issubclass(of, StrEnum):
        return _one_of(of)
    return None


def day(value: str) -> date:
    """An ISO 8601 calendar date, "2026-03-31". Raises `Invalid` DATE_FORMAT, DATE_RANGE."""
    shown = ascii(value[:40])
    if not _DAY.fullmatch(value):
        raise Invalid.one("DATE_FORMAT", f"{shown} is not a date like 2026-03-31")
    try:
        found = date.fromisoformat(value)
    except ValueError:
        raise Invalid.one("DATE_FORMAT", f"{shown} is not a day of the calendar") from None
    if not FIRST_YEAR <= found.year <= LAST_YEAR:
        raise Invalid.one("DATE_RANGE", f"{shown} is not within the years {FIRST_YEAR} to {LAST_YEAR}")
    return found


def _string(check: Check, **schema: object) -> Any:
    """A JSON string that a check turns into a value."""
    return Annotated[str, AfterValidator(told(check)), WithJsonSchema({"type": "string", **schema})]


def _one_of(of: type[StrEnum]) -> Any:
    members = {member.value: member for member in of}

    def chosen(value: str) -> StrEnum:
        return members[value]

    return Annotated[Literal[tuple(members)], AfterValidator(chosen)]


def _text(spot: Spot) -> Any:
    """What a plain string means is said by its field: by the converter of the field, else by the field's name."""
    if spot.own is not None:
        return _string(_scanned(spot, spot.own), maxLength=TEXT)
    if spot.name in _CODES:
        check, schema = _CODES[spot.name]
        return _string(check, **schema)
    if spot.name in _IDENTIFIERS:
        return _identifier(spot)
    limit = LONG_TEXT if spot.name in _LONG else TEXT
    return _string(_scanned(spot, lambda value: text(value, spot.name, limit)), maxLength=limit)


def _identifier(spot: Spot) -> Any:
    def check(value: str) -> str:
        return value if spot.may_be_empty and not value else identifier(value, spot.name)

    return _string(check, minLength=0 if spot.may_be_empty else 1, maxLength=IDENTIFIER)


def _scanned(spot: Spot, check: Check) -> Check:
    """The check, and no card number; identifiers, also in a scheme ("value"), and bank references are long by right."""
    if spot.name in _NUMBERS or spot.name in _IDENTIFIERS or spot.name == "value":
        return check
    return lambda value: without_card_number(check(value))


def _currency(value: str) -> str:
    digits(value)
    return value


def _unit(value: str) -> str:
    return Quantity(Decimal(0), value).unit


_CODES: Mapping[str, tuple[Check, dict[str, object]]] = {
    "currency": (_currency, {"pattern": "^[A-Z]{3}$", "maxLength": 3}),
    "unit": (_unit, {"pattern": "^X?[A-Z0-9]{1,3}$", "maxLength": 4}),
}
_PLAIN: Mapping[Any, Any] = {
    bool: StrictBool,
    int: Annotated[StrictInt, Field(ge=-INTEGER, le=INTEGER)],
    date: _string(day, format="date", maxLength=10),
    Percentage: _string(Percentage, **NUMBER),
}
