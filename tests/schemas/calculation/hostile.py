"""Requests gone wrong, from a seed: values, names and bytes that nobody meant, or that somebody meant ill."""

import json
from collections.abc import Iterator
from copy import deepcopy
from random import Random
from typing import Any

VALUES: tuple[Any, ...] = (
    *("-0", "-0.00", "0", "00", "01", "0.5", "-0.5", "+1", ".5", "5.", "1e5", "1_000", "1,5", " 1", "1 ", "\u0663"),
    *("NaN", "Infinity", "1.005", "1." + "0" * 12, "9" * 14, "9" * 18, "9" * 19, "9" * 60, "1000", "1000.01"),
    *("", " ", " x", "x ", "a b", "a:b", 'a"b', "a\\b", "a\nb", "\t", "\x7f", "\u200b", "\ud800", "é", "e\u0301"),
    *("4111111111111111", "4111 1111-1111 1111", "x4111 1111 1111 1111x", "12345678901234", "a" * 101, "a" * 501),
    *("EUR", "JPY", "BHD", "CLF", "XXX", "eur", "S", "Z", "E", "AE", "XXB", "C62", "XAAAA", "c62"),
    *(None, True, False, 0, 1, -0.0, 1.5, 10**20, [], {}, [[]], {"amount": "1"}, [{}], [{"amount": "1"}]),
    *([{"percent": "5"}], [{"amount": "1", "percent": "5"}], {"code": "S", "rate": "7"}, {"code": "E", "rate": "0"}),
)
NAMES = (
    *("id", "unit", "per", "discount", "tax", "adjustments", "taxes", "parts", "charge", "amount", "percent", "base"),
    *("running", "per_unit", "units", "reason", "reason_code", "prepaid", "rounding", "advances", "third_party"),
    *("tax_included", "tax_currency", "profile", "issued", "terms", "exemption_reason", "exemption_code", "x", ""),
)
_BYTES = (
    b'"',
    b":",
    b",",
    b"{",
    b"}",
    b"[",
    b"]",
    b"\\",
    b" ",
    b"\n",
    b"0",
    b"-",
    b".",
    b"\0",
    b"\xff",
    b"\xef\xbb\xbf",
)


def changed(data: bytes, random: Random) -> bytes:
    """The request with one thing changed, at times two."""
    for _ in range(random.choice((1, 1, 1, 2))):
        data = random.choice((_with_value, _with_value, _with_member, _twice, _with_bytes))(data, random)
    return data


def _with_value(data: bytes, random: Random) -> bytes:
    return _with(data, random, lambda object, name: object.update({name: deepcopy(random.choice(VALUES))}))


def _with_member(data: bytes, random: Random) -> bytes:
    added = {random.choice(NAMES): deepcopy(random.choice(VALUES))}
    return _with(data, random, lambda object, name: object.update(added) if random.random() < 0.7 else object.pop(name))


def _with(data: bytes, random: Random, change: Any) -> bytes:
    try:
        document = json.loads(data)
    except ValueError:
        return data
    places = list(_places(document))
    if places:
        change(*random.choice(places))
    return json.dumps(document, ensure_ascii=random.random() < 0.5).encode(errors="surrogatepass")


def _places(value: Any) -> Iterator[tuple[dict[str, Any], str]]:
    """Every member, as its object and its name."""
    if isinstance(value, dict):
        yield from ((value, name) for name in value)
        value = list(value.values())
    if isinstance(value, list):
        for each in value:
            yield from _places(each)


def _twice(data: bytes, random: Random) -> bytes:
    """A member, or whatever stands between two commas, once more."""
    parts = data.split(b",")
    at = random.randrange(len(parts))
    return b",".join([*parts[: at + 1], parts[at].lstrip(b" [{"), *parts[at + 1 :]])


def _with_bytes(data: bytes, random: Random) -> bytes:
    at = random.randrange(len(data) + 1)
    cut = random.choice((0, 0, 1, 2, 5))
    return data[:at] + random.choice(_BYTES) + data[at + cut :]
