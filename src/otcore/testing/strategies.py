"""Hypothesis strategies for the library's values."""

from datetime import date
from decimal import Decimal

from hypothesis import strategies as st

from otcore.receivables.ledger import Entry, EntryKind
from otcore.values.currencies import DIGITS
from otcore.values.faults import Invalid
from otcore.values.ids import identifier
from otcore.values.money import Money
from otcore.values.percentage import Percentage
from otcore.values.price import UnitPrice
from otcore.values.quantity import Quantity
from otcore.values.scope import Scope
from otcore.values.tax import TaxCategory

LARGEST = 10**18 - 1
"""The most minor units that money has."""

FIRST_DAY, LAST_DAY = date(1990, 1, 1), date(2100, 12, 31)

_UNITS = ("C62", "KGM", "MTR", "LTR", "HUR", "XPK")
_RATES = tuple(map(Decimal, ("5", "7", "8.1", "20", "25", "27")))
_UNTAXED = ("Z", "E", "AE", "K", "G", "O")


def currencies() -> st.SearchStrategy[str]:
    """Any active currency; those with other than two decimals as often as those with two."""
    other = sorted(currency for currency, digits in DIGITS.items() if digits != 2)
    return st.sampled_from(("EUR", "USD", "SEK")) | st.sampled_from(other) | st.sampled_from(sorted(DIGITS))


def money(currency: str = "", smallest: int = -LARGEST, largest: int = LARGEST) -> st.SearchStrategy[Money]:
    """Amounts from `smallest` to `largest` minor units, of one currency or of any."""
    which = st.just(currency) if currency else currencies()
    return st.builds(Money.from_minor, st.integers(smallest, largest), which)


def decimals(smallest: str = "-1e17", largest: str = "1e17", places: int = 6) -> st.SearchStrategy[Decimal]:
    """Decimal numbers of at most so many places."""
    return st.decimals(Decimal(smallest), Decimal(largest), places=places, allow_nan=False, allow_infinity=False)


def quantities(unit: str = "", smallest: str = "-1e17", largest: str = "1e17") -> st.SearchStrategy[Quantity]:
    """Quantities of one unit or of any."""
    return st.builds(Quantity, decimals(smallest, largest), st.just(unit) if unit else st.sampled_from(_UNITS))


def unit_prices(currency: str = "EUR") -> st.SearchStrategy[UnitPrice]:
    """Prices for one, a hundred or any number of units."""
    per = st.sampled_from((Decimal(1), Decimal(100))) | decimals("0.001", "1000", 3)
    return st.builds(UnitPrice, decimals("0", "1e9", 4), st.just(currency), per)


def percentages() -> st.SearchStrategy[Percentage]:
    """0 to 1000 percent."""
    return st.builds(Percentage, decimals("0", "1000", 2))


def tax_categories() -> st.SearchStrategy[TaxCategory]:
    """Standard rates, and every category without tax."""
    untaxed = st.builds(TaxCategory, st.sampled_from(_UNTAXED), st.just(Decimal(0)))
    return st.builds(TaxCategory, st.just("S"), st.sampled_from(_RATES)) | untaxed


def identifiers() -> st.SearchStrategy[str]:
    """Ids as the library accepts them, of any script."""
    plain = st.text("abcXYZ019-/._", min_size=1, max_size=20)
    any_script = st.text(st.characters(categories=("L", "N", "P", "S")), min_size=1, max_size=20)
    return (plain | any_script).filter(is_identifier)


def scopes() -> st.SearchStrategy[Scope]:
    """Tenants and their legal entities."""
    return st.builds(Scope, identifiers(), identifiers())


def days() -> st.SearchStrategy[date]:
    """Days on which business may be done."""
    return st.dates(FIRST_DAY, LAST_DAY)


def entries(currency: str = "EUR") -> st.SearchStrategy[Entry]:
    """Rows of the receivables ledger."""
    party, number = st.sampled_from(("", "ann", "bob")), st.sampled_from(("", "1", "2"))
    kind, due = st.sampled_from(EntryKind), st.none() | days()
    return st.builds(Entry, kind, days(), money(currency, -(10**12), 10**12), party, number, number, due)


def is_identifier(text: str) -> bool:
    """Whether the library accepts this id, and as it is."""
    try:
        return identifier(text) == text
    except Invalid:
        return False
