"""Payment terms as people read them, in their language: English where it is none of `terms_phrases`."""

from collections.abc import Iterable
from decimal import Decimal
from functools import lru_cache, partial

from babel.dates import get_day_names

from otcore.formats.dates import day
from otcore.formats.locales import locale_of
from otcore.formats.numbers import money, percent
from otcore.formats.terms_phrases import PHRASES, UNITS
from otcore.invoicing.terms_words import Wording, instalment_words, offer_words, terms_words
from otcore.values.decimals import plain
from otcore.values.percentage import Percentage
from otcore.values.terms import DiscountOffer, Instalment, PaymentTerms

_FALLBACK = "en"


def terms(agreed: PaymentTerms, locale: str = "en") -> str:
    """What was agreed: `30 Tage, Monatsende netto; 2 % Skonto (10 Tage)`; the note where the terms have their own.

    Raises `Invalid` LOCALE_UNKNOWN.
    """
    return agreed.note or terms_words(agreed, wording(locale))


def instalments(parts: Iterable[Instalment], locale: str = "en") -> str:
    """What falls due when: `43,52 € fällig am 20.01.2026`. Raises `Invalid` LOCALE_UNKNOWN."""
    return instalment_words(parts, wording(locale))


def discounts(offers: Iterable[DiscountOffer], locale: str = "en") -> str:
    """What is off until when: `2 % Skonto bis 20.01.2026: 24,00 €`. Raises `Invalid` LOCALE_UNKNOWN."""
    return offer_words(offers, wording(locale))


@lru_cache(maxsize=64)
def wording(locale: str) -> Wording:
    """The wording of a locale: its language, and its way to write numbers and days. Raises `Invalid` LOCALE_UNKNOWN."""
    known = locale_of(locale).language
    language = known if known in PHRASES else _FALLBACK
    # Days of the week are a part of a phrase, so they are in its language even where numbers are in another.
    return Wording(
        phrases=PHRASES[language],
        duration=partial(_duration, language),
        day=partial(day, locale=locale),
        weekday=get_day_names("wide", locale=language).__getitem__,
        money=partial(money, locale=locale),
        percent=partial(_percent, locale=locale),
    )


def _duration(language: str, count: int, unit: str) -> str:
    one, several = UNITS[language][unit]
    return f"{count} {one if abs(count) == 1 else several}"


def _percent(value: Percentage, locale: str) -> str:
    return percent(Decimal(plain(value.value)), locale)
