"""Days as people write them."""

from datetime import date

from babel.dates import format_date

from otcore.formats.locales import locale_of


def day(value: date, locale: str = "en") -> str:
    """The day in the locale's middle length: `Mar 31, 2025`, `31.03.2025`."""
    return format_date(value, format="medium", locale=locale_of(locale))
