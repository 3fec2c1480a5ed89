"""Money and numbers as people write them. How many digits there are is decided before they come here, not by CLDR."""

import re
from copy import copy
from decimal import Decimal, localcontext
from functools import lru_cache

from babel.numbers import NumberPattern

from otcore.formats.locales import locale_of
from otcore.values.decimals import EXACT
from otcore.values.faults import Invalid
from otcore.values.money import Money

_TOUCHING = re.compile(r"(?<=[^\W\d_])(?=\d)|(?<=\d)(?=[^\W\d_])")
"""Between a letter and a digit CLDR wants a blank (currencySpacing), which babel leaves out: `BHD 1.234`."""


def money(value: Money, locale: str = "en") -> str:
    """The amount with its currency's sign and all of its ISO 4217 decimals: `€1,234.50`, `1.234,50 €`, `¥1,235`."""
    return _TOUCHING.sub("\u00a0", _apply("money", value.amount, locale, value.currency))


def amount(value: Money, locale: str = "en") -> str:
    """The amount without its currency, for columns whose heading names it: `1,234.50`."""
    return _apply("number", value.amount, locale)


def number(value: Decimal, locale: str = "en") -> str:
    """The number with exactly the decimals it has: round first. Raises `Invalid` NUMBER_NOT_FINITE."""
    return _apply("number", value, locale)


def percent(value: Decimal, locale: str = "en") -> str:
    """A number of percent (25 is 25 %) with exactly the decimals it has. Raises `Invalid` NUMBER_NOT_FINITE."""
    return _apply("percent", value, locale)


def _apply(kind: str, value: Decimal, tag: str, currency: str | None = None) -> str:
    pattern = _pattern(kind, tag, _places(value))
    with localcontext(EXACT):  # babel computes in the thread's context, which belongs to the host
        shown = value.scaleb(-pattern.scale)  # a percent pattern multiplies by 100
        return str(pattern.apply(shown, locale_of(tag), currency=currency, currency_digits=False))


@lru_cache(maxsize=256)
def _pattern(kind: str, tag: str, places: int) -> NumberPattern:
    locale = locale_of(tag)
    patterns = {
        "money": locale.currency_formats["standard"],
        "number": locale.decimal_formats[None],
        "percent": locale.percent_formats[None],
    }
    pattern: NumberPattern = copy(patterns[kind])
    pattern.frac_prec = (places, places)
    return pattern


def _places(value: Decimal) -> int:
    exponent = value.as_tuple().exponent
    if not isinstance(exponent, int):
        raise Invalid.one("NUMBER_NOT_FINITE", f"cannot show {value}", value=value)
    return max(-exponent, 0)
