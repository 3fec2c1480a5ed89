"""The language of a form: words from a table of ours, figures and days as the reader's locale writes them."""

import tomllib
from collections.abc import Mapping
from datetime import date
from decimal import Decimal
from functools import cache
from importlib.resources import files

from attrs import frozen

from otcore.formats.dates import day
from otcore.formats.locales import locale_of
from otcore.formats.numbers import amount, money, number, percent
from otcore.values.decimals import plain
from otcore.values.money import Money

LANGUAGES = ("de", "en", "es", "fr", "nl")
"""The languages that there are tables of words for."""

_FALLBACK = "en"
_UNITS = "units"


@frozen
class Language:
    """How one reader is spoken to. `tag` is the language of the words (BCP 47), `locale` that of figures and days: they
    differ where there is no table of the reader's language.
    """

    locale: str
    tag: str
    words: Mapping[str, Mapping[str, str]]
    units: Mapping[str, tuple[str, str]]

    def say(self, section: str, key: str, **facts: str) -> str:
        """The words of a key, with the facts that they leave room for."""
        return self.words[section][key].format(**facts)

    def known(self, section: str, code: str) -> str:
        """The words for a code that comes from outside; empty where the table has none."""
        return self.words[section].get(code, "")

    def money(self, value: Money) -> str:
        """An amount with its currency."""
        return money(value, self.locale)

    def amount(self, value: Money) -> str:
        """An amount where the currency is plain."""
        return amount(value, self.locale)

    def number(self, value: Decimal) -> str:
        """A number with the decimals it has."""
        return number(value, self.locale)

    def percent(self, value: Decimal) -> str:
        """A percentage without trailing zeros."""
        return percent(Decimal(plain(value)), self.locale)

    def day(self, value: date) -> str:
        """A day."""
        return day(value, self.locale)

    def country(self, code: str) -> str:
        """A country's name, or its code where CLDR has none."""
        return str(locale_of(self.tag).territories.get(code, code))


@cache
def language_of(locale: str) -> Language:
    """The language of a locale: its own words where there are some, else English ones. Figures and days are always the
    locale's. Raises `Invalid` LOCALE_UNKNOWN.
    """
    known = locale_of(locale)
    spoken = known.language in LANGUAGES
    words, units = _table(known.language if spoken else _FALLBACK)
    return Language(locale, str(known).replace("_", "-") if spoken else _FALLBACK, words, units)


@cache
def _table(name: str) -> tuple[Mapping[str, Mapping[str, str]], Mapping[str, tuple[str, str]]]:
    text = files("otcore.formats.invoices").joinpath("languages", f"{name}.toml").read_text(encoding="utf-8")
    table = tomllib.loads(text)
    units = {code: (one, several) for code, (one, several) in table.pop(_UNITS).items()}
    return table, units
