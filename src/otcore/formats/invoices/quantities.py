"""Quantities and prices in words: units by CLDR, or by our own tables where CLDR has no name for them."""

from collections.abc import Mapping
from decimal import Decimal, localcontext
from typing import Final, Literal

from babel.units import UnknownUnitError, format_unit

from otcore.formats.invoices.language import Language
from otcore.formats.locales import locale_of
from otcore.values.currencies import digits
from otcore.values.decimals import EXACT, plain
from otcore.values.price import UnitPrice
from otcore.values.quantity import Quantity

_LONG: Final = "long"
_SHORT: Final = "short"
_CLDR: Mapping[str, tuple[str, Literal["long", "short"]]] = {
    "SEC": ("duration-second", _LONG),
    "MIN": ("duration-minute", _LONG),
    "HUR": ("duration-hour", _LONG),
    "DAY": ("duration-day", _LONG),
    "WEE": ("duration-week", _LONG),
    "MON": ("duration-month", _LONG),
    "ANN": ("duration-year", _LONG),
    "MGM": ("mass-milligram", _SHORT),
    "GRM": ("mass-gram", _SHORT),
    "KGM": ("mass-kilogram", _SHORT),
    "LBR": ("mass-pound", _SHORT),
    "ONZ": ("mass-ounce", _SHORT),
    "MMT": ("length-millimeter", _SHORT),
    "CMT": ("length-centimeter", _SHORT),
    "MTR": ("length-meter", _SHORT),
    "KMT": ("length-kilometer", _SHORT),
    "INH": ("length-inch", _SHORT),
    "FOT": ("length-foot", _SHORT),
    "CMK": ("area-square-centimeter", _SHORT),
    "MTK": ("area-square-meter", _SHORT),
    "HAR": ("area-hectare", _SHORT),
    "MLT": ("volume-milliliter", _SHORT),
    "CLT": ("volume-centiliter", _SHORT),
    "LTR": ("volume-liter", _SHORT),
    "HLT": ("volume-hectoliter", _SHORT),
    "MTQ": ("volume-cubic-meter", _SHORT),
    "KWH": ("energy-kilowatt-hour", _SHORT),
    "KWT": ("power-kilowatt", _SHORT),
    "WTT": ("power-watt", _SHORT),
    "MTS": ("speed-meter-per-second", _SHORT),
    "P1": ("concentr-percent", _SHORT),
    "AD": ("digital-byte", _SHORT),
    "4L": ("digital-megabyte", _SHORT),
    "E34": ("digital-gigabyte", _SHORT),
}
"""UN/ECE Recommendation 20 to CLDR: the unit, and how long its name is."""
_SIGNS = {"TNE": "t", "MWH": "MWh", "MAW": "MW", "GWH": "GWh", "MTZ": "mHz", "HTZ": "Hz"}
_DECIMALS, _ALL_DECIMALS = ".###", ".######"


def quantity_words(quantity: Quantity, language: Language) -> str:
    """`10 pieces`, `1 Stunde`, `2,5 kg`; with the code itself where nobody has a name for the unit."""
    value, unit = Decimal(plain(quantity.value)), quantity.unit
    if unit in _CLDR:
        return _by_cldr(value, unit, language)
    return f"{language.number(value)}\u00a0{_name(value, unit, language)}"


def price_words(price: UnitPrice, language: Language) -> str:
    """The price with at least the decimals of its currency, without the base quantity."""
    return rate_words(price.amount, price.currency, language)


def rate_words(amount: Decimal, currency: str, language: Language) -> str:
    """An amount of up to 10 decimals, such as a price, with at least those of its currency."""
    exponent = Decimal(plain(amount)).as_tuple().exponent
    assert isinstance(exponent, int)  # a price is finite
    places = max(digits(currency), -exponent)
    return language.number(amount.quantize(Decimal((0, (1,), -places)), context=EXACT))


def _by_cldr(value: Decimal, unit: str, language: Language) -> str:
    name, length = _CLDR[unit]
    locale = locale_of(language.locale)
    pattern = locale.decimal_formats[None].pattern.replace(_DECIMALS, _ALL_DECIMALS)
    try:
        with localcontext(EXACT):  # babel computes in the thread's context, which belongs to the host
            return format_unit(value, name, length, pattern, locale)
    except UnknownUnitError:  # an older CLDR
        return f"{language.number(value)}\u00a0{unit}"


def _name(value: Decimal, unit: str, language: Language) -> str:
    if unit not in language.units:
        return _SIGNS.get(unit, unit)
    one, several = language.units[unit]
    return one if locale_of(language.tag).plural_form(abs(value)) == "one" else several
