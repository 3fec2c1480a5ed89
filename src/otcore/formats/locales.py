"""A locale from its tag."""

import re
from functools import lru_cache

from babel import Locale, UnknownLocaleError

from otcore.values.faults import Invalid

_TAG = re.compile(r"[A-Za-z]{2,3}(?:[-_][A-Za-z0-9]{2,8}){0,3}")


@lru_cache(maxsize=64)
def locale_of(tag: str) -> Locale:
    """The locale of a tag such as `en`, `de-AT` or `de_AT`. Raises `Invalid` LOCALE_UNKNOWN."""
    try:
        if _TAG.fullmatch(tag):
            return Locale.parse(tag.replace("-", "_"))
    except (UnknownLocaleError, ValueError):
        pass
    raise Invalid.one("LOCALE_UNKNOWN", f"{tag[:40]!a} is not a known locale", locale=ascii(tag[:40]))


def locale_in(country: str) -> Locale | None:
    """The locale of most people in a country (ISO 3166-1 alpha-2), as CLDR has it; None for an unknown one."""
    try:
        return Locale.parse(f"und_{country}")
    except (UnknownLocaleError, ValueError):
        return None
