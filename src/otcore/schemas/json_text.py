"""JSON from the outside, read strictly: what two readers could understand differently is refused."""

import json
import re
from itertools import islice
from typing import Any

from attrs import frozen

from otcore.schemas.decoding import decoded
from otcore.schemas.json_places import doubts_of
from otcore.schemas.limits import COMMAS, DEPTH, FAULTS, INTEGER_DIGITS
from otcore.values.faults import Fault, Invalid

# Also finds the end of a string that is never closed, so that hostile text is scanned once and no more.
_STRUCTURE = re.compile(r'"[^"\\]*+(?:\\.[^"\\]*+)*+"?|[\[\]{},]', re.DOTALL)
_MAYBE_SURROGATE = re.compile(r"\\u[dD][89a-fA-F]")


@frozen
class JsonText:
    """A JSON document: its text, what it says, and what makes it doubtful though it is well formed, with JSON pointers.

    `faults`: JSON_MEMBER_TWICE (readers disagree on which counts), JSON_NOT_FINITE (NaN, Infinity),
    JSON_NUMBER_TOO_LONG, TEXT_FORMAT (lone surrogates).
    """

    text: str
    value: Any
    faults: tuple[Fault, ...]


def json_text(data: bytes) -> JsonText:
    """The document in these bytes.

    Raises `Invalid` DOCUMENT_TOO_LARGE, DOCUMENT_EMPTY, ENCODING_NOT_UTF8; with the line JSON_TOO_DEEP,
    JSON_TOO_LARGE, JSON_SYNTAX.
    """
    text = decoded(data)
    _modest(text)
    doubtful = [True] if _MAYBE_SURROGATE.search(text) else []

    def members(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
        found = dict(pairs)
        if len(found) < len(pairs):
            doubtful.append(True)
        return found

    def constant(_: str) -> None:
        doubtful.append(True)

    def integer(digits: str) -> int:
        if len(digits) <= INTEGER_DIGITS:
            return int(digits)
        doubtful.append(True)
        return 0

    try:
        value = json.loads(text, object_pairs_hook=members, parse_constant=constant, parse_int=integer)
    except json.JSONDecodeError as error:
        message = f"{error.msg} at column {error.colno}"
        raise Invalid.one("JSON_SYNTAX", message, f"line {error.lineno}", line=error.lineno) from None
    return JsonText(text, value, tuple(islice(doubts_of(text), FAULTS)) if doubtful else ())


def _modest(text: str) -> None:
    """Refuse what nests too deep or holds too much, before it costs anything to read."""
    depth = commas = 0
    for token in _STRUCTURE.finditer(text):
        sign = token.group()
        if sign == ",":
            commas += 1
        elif sign in "[{":
            depth += 1
        elif sign in "]}":
            depth -= 1
        if depth > DEPTH:
            raise _refused(text, token.start(), "JSON_TOO_DEEP", f"nested more than {DEPTH} deep")
        if commas > COMMAS:
            raise _refused(text, token.start(), "JSON_TOO_LARGE", f"more than {COMMAS} values")


def _refused(text: str, start: int, code: str, message: str) -> Invalid:
    line = text.count("\n", 0, start) + 1
    return Invalid.one(code, message, f"line {line}", line=line)
