"""Currencies of the countries, and amounts as payers write them."""

CURRENCIES = {
    "CH": "CHF", "CZ": "CZK", "DK": "DKK", "GB": "GBP", "JP": "JPY", "KW": "KWD", "NO": "NOK", "PL": "PLN",
    "SE": "SEK", "US": "USD",
}  # fmt: skip
DIGITS = {"JPY": 0, "KWD": 3}
# What one unit is worth, roughly, in thousandths of a euro.
WORTH = {
    "CHF": 1050,
    "CZK": 40,
    "DKK": 134,
    "GBP": 1160,
    "JPY": 6,
    "KWD": 3000,
    "NOK": 86,
    "PLN": 234,
    "SEK": 88,
    "USD": 920,
}


def currency_of(country: str) -> str:
    """The currency of a country; the euro where nothing else is said."""
    return CURRENCIES.get(country, "EUR")


def digits_of(currency: str) -> int:
    """How many minor digits it has (ISO 4217)."""
    return DIGITS.get(currency, 2)


def converted(minor: int, source: str, target: str) -> int:
    """About as much in another currency, in its minor units."""
    worth: int = minor * WORTH.get(source, 1000) * 10 ** digits_of(target)
    return worth // int(WORTH.get(target, 1000) * 10 ** digits_of(source))


def written(minor: int, currency: str, point: str = ",", group: str = "") -> str:
    """An amount with a decimal point and groups of three."""
    digits = digits_of(currency)
    whole, rest = divmod(abs(minor), 10**digits)
    grouped = f"{whole:,}".replace(",", group)
    return ("-" if minor < 0 else "") + (f"{grouped}{point}{rest:0{digits}d}" if digits else grouped)
