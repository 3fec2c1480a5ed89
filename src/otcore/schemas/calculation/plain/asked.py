"""Plain requests: what most invoices ask for, read from the bytes in one pass by a strict reader.

It may take less than the clear way does, never more. Its texts need no escape in JSON and hold no card number, its
numbers have no signed zero, and nothing in it contradicts itself; what a currency and a tax category may be is left
to be seen.
"""

from typing import Any

from pydantic_core import SchemaValidator, ValidationError, core_schema

from otcore.schemas.limits import DOCUMENT_BYTES, IDENTIFIER, LIST, TEXT, VALUES

Asked = dict[str, Any]
"""An object of the request: the members that were said."""

_MEMBERS = VALUES // 2  # an item of a list has a member at least, so that there are no more than VALUES of both


def plain_request(data: bytes) -> Asked | None:
    """The request when it is plain."""
    if len(data) > DOCUMENT_BYTES:
        return None
    try:
        found: Asked = _READER.validate_json(data)
    except ValidationError:
        return None
    # A member has one colon. More of them: one is in a text, or a member stands twice and the reader took the last.
    if not data.count(b":") == _members(found) <= _MEMBERS:
        return None
    lines = found["lines"]
    return found if len({line["id"] for line in lines}) == len(lines) else None


def _members(found: Asked) -> int:
    """How many members the reader found, in all objects."""
    lines = found["lines"]
    count = len(found) + sum(map(len, lines)) + sum([len(line["tax"]) for line in lines])
    for line in lines:
        if "adjustments" in line:
            count += sum(map(len, line["adjustments"]))
    return count + sum([len(item) + len(item["tax"]) for item in found.get("adjustments", ())])


def _text(pattern: str, longest: int) -> Any:
    return core_schema.str_schema(pattern=f"^(?:{pattern})$", max_length=longest, strict=True)


def _object(required: Asked, optional: Asked) -> Any:
    field = core_schema.typed_dict_field
    known = {name: field(each) for name, each in required.items()}
    known |= {name: field(each, required=False) for name, each in optional.items()}
    return core_schema.typed_dict_schema(known, extra_behavior="forbid", strict=True)


def _items(of: Any, least: int = 0) -> Any:
    return core_schema.list_schema(of, min_length=least, max_length=LIST, strict=True)


def _number(digits: int, places: int, sign: str = "") -> Any:
    """In plain digits, without needless zeros before; zero has no sign."""
    fraction = rf"(?:\.[0-9]{{1,{places}}})?"
    below = "|".join([f"0{{{zeros}}}[1-9][0-9]{{0,{places - 1 - zeros}}}" for zeros in range(places)])
    negative = rf"|-0\.(?:{below})" if sign else ""
    return _text(rf"{sign}[1-9][0-9]{{0,{digits - 1}}}{fraction}|0{fraction}{negative}", 40)


def _reader() -> SchemaValidator:
    words, amount, percent = _text(_WORDS, TEXT), _number(14, 4, "-?"), _number(3, 10)
    tax = _object({"code": _text("[A-Z]{1,2}", 2), "rate": percent}, dict.fromkeys(_EXEMPTION, words))
    said = {"charge": core_schema.bool_schema(strict=True), "reason": words, "reason_code": words}
    base = {"base": amount}

    def adjusted(required: Asked) -> Any:
        either = [
            _object(required | {"amount": amount}, said),
            _object(required | {"percent": percent}, said | base),
        ]
        return _items(core_schema.union_schema(either, mode="left_to_right"))

    price, per = _number(18, 10), _text("[1-9][0-9]{0,17}", 18)
    line = _object(
        {"id": _text(_IDENTIFIER, IDENTIFIER), "quantity": _number(18, 6, "-?"), "price": price, "tax": tax},
        {"unit": _text("X?[A-Z0-9]{1,3}", 4), "per": per, "discount": price, "adjustments": adjusted({})},
    )
    whole = _object(
        {"currency": _text("[A-Z]{3}", 3), "lines": _items(line, 1)},
        {"adjustments": adjusted({"tax": tax}), "prepaid": amount, "rounding": amount},
    )
    return SchemaValidator(whole)


# Seen ASCII signs without quotes and backslashes; in words, digits, blanks and hyphens are too few for a card number.
_IDENTIFIER = r"[!#-\[\]-~](?:[ !#-\[\]-~]*[!#-\[\]-~])?"
_WORDS = r"[0-9 \-]{0,14}(?:[!#-,./:-\[\]-~][0-9 \-]{0,14})*"
_EXEMPTION = ("exemption_reason", "exemption_code")
_READER = _reader()
