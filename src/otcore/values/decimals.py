"""Decimal numbers from the outside, read strictly; and exact arithmetic that no host setting can change."""

import re
from decimal import Context, Decimal, DivisionByZero, InvalidOperation, Overflow

from otcore.values.faults import Invalid

EXACT = Context(prec=120, traps=[InvalidOperation, DivisionByZero, Overflow])
"""Arithmetic in otcore goes through this context, not through the thread's, which belongs to the host.

A product of two accepted numbers has at most 2 x 28 digits, so it is exact here; a quotient of accepted numbers is
close enough to round to a currency's digits as the exact one would.
"""

_SANE = re.compile(r"-?[0-9]{1,18}(?:\.[0-9]{1,10})?")
_SANE_DIGITS = 28
_SANE_PLACES = 10
_PLAIN = re.compile(r"-?([0-9]+)(?:\.([0-9]+))?")
_NOT_FINITE = re.compile(r"[+-]?(?:s?nan[0-9]*|inf(?:inity)?)", re.IGNORECASE)
_SHOWN = 40


def decimal_of(
    text: str | int | Decimal, *, max_digits: int = 28, max_places: int = 10, what: str = "number"
) -> Decimal:
    """The number that `text` writes in plain ASCII digits: `-12.50`.

    No exponent, sign `+`, blank, underscore, group separator or other script's digits. At most `max_digits` digits as
    written and `max_places` decimals (trailing zeros do not count as decimals). Nobody means a zero written with a
    sign, so such a text is refused; a `Decimal` that came out as negative zero becomes zero. `what` names the number
    in messages.

    Raises `Invalid`: NUMBER_FORMAT, NUMBER_NOT_FINITE, NUMBER_NEGATIVE_ZERO, NUMBER_TOO_LONG, NUMBER_TOO_PRECISE;
    `TypeError` for a float or a bool.
    """
    if (
        isinstance(text, (str, Decimal))
        and max_digits >= _SANE_DIGITS
        and max_places >= _SANE_PLACES
        and _SANE.fullmatch(str(text))
    ):
        value = Decimal(text)
        return value if value else _zero(text, value, what)
    if isinstance(text, str):
        return _from_text(text, max_digits, max_places, what)
    if isinstance(text, Decimal):
        return _from_decimal(text, max_digits, max_places, what)
    if type(text) is int:  # a bool is not a number here
        return _from_int(text, max_digits, what)
    raise TypeError(f"{what} must be a str, an int or a Decimal, not {type(text).__name__}")


def plain(value: Decimal) -> str:
    """The number in plain digits, without exponent, trailing zeros and negative zero: `Decimal("2.50")` is "2.5"."""
    text = format(value if value else value.copy_abs(), "f")
    return text.rstrip("0").rstrip(".") if "." in text else text


def _from_text(text: str, max_digits: int, max_places: int, what: str) -> Decimal:
    match = _PLAIN.fullmatch(text)
    if match is None:
        raise _malformed(text, what)
    whole, fraction = match.groups()
    if len(whole) + len(fraction or "") > max_digits:
        raise _too_long(text, max_digits, what)
    value = Decimal(text)
    if fraction and len(fraction) > max_places:
        value = _cut(value, max_places, what)
    return value if value else _zero(text, value, what)


def _zero(text: str | Decimal, value: Decimal, what: str) -> Decimal:
    """Zero without a sign; a fault when it was written with one."""
    if isinstance(text, str) and text.startswith("-"):
        raise Invalid.one("NUMBER_NEGATIVE_ZERO", f"{what} {_shown(text)} is zero with a sign", value=_shown(text))
    return value.copy_abs()


def _from_decimal(value: Decimal, max_digits: int, max_places: int, what: str) -> Decimal:
    if not value.is_finite():
        raise Invalid.one("NUMBER_NOT_FINITE", f"{what} {value} is not a finite number", value=value)
    _, digits, exponent = value.as_tuple()
    assert isinstance(exponent, int)  # finite
    if len(digits) + max(exponent, 0) > max_digits:
        raise _too_long(str(value), max_digits, what)
    if exponent > 0:
        value = value.quantize(Decimal(1), context=EXACT)
    elif -exponent > max_places:
        value = _cut(value, max_places, what)
    return value if value else value.copy_abs()


def _from_int(value: int, max_digits: int, what: str) -> Decimal:
    if abs(value) >= 10**max_digits:
        raise Invalid.one("NUMBER_TOO_LONG", f"{what} has more than {max_digits} digits", limit=max_digits)
    return Decimal(value)


def _cut(value: Decimal, places: int, what: str) -> Decimal:
    """The value without its zeros beyond `places`; a fault when they are not zeros."""
    cut = value.quantize(Decimal((0, (1,), -places)), context=EXACT)
    if cut == value:
        return cut
    raise Invalid.one(
        "NUMBER_TOO_PRECISE", f"{what} {_shown(str(value))} has more than {places} decimals", limit=places
    )


def _malformed(text: str, what: str) -> Invalid:
    shown = _shown(text)
    if _NOT_FINITE.fullmatch(text):
        return Invalid.one("NUMBER_NOT_FINITE", f"{what} {shown} is not a finite number", value=shown)
    return Invalid.one("NUMBER_FORMAT", f"{what} {shown} is not written in plain digits like -12.50", value=shown)


def _too_long(text: str, max_digits: int, what: str) -> Invalid:
    return Invalid.one("NUMBER_TOO_LONG", f"{what} {_shown(text)} has more than {max_digits} digits", limit=max_digits)


def _shown(text: str) -> str:
    """The text for a message: short, and ASCII so that look-alike digits show."""
    return ascii(text if len(text) <= _SHOWN else text[:_SHOWN] + "...")
