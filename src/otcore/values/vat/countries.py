"""What a VAT id looks like in each country: its form behind the country's prefix, and its check."""

import re
from collections.abc import Callable, Mapping
from types import MappingProxyType

from attrs import frozen

from otcore.values.vat import letters, luhn, persons, remainders, sums


@frozen(eq=False)
class Scheme:
    """`form` is a regular expression for all that follows the prefix; `fits` looks at the groups that it captures,
    joined, or at all where it captures none.
    """

    form: re.Pattern[str]
    fits: Callable[[str], bool]

    @staticmethod
    def of(form: str, fits: Callable[[str], bool]) -> "Scheme":
        """A scheme by the text of its form."""
        return Scheme(re.compile(form, re.ASCII), fits)


_UNITED_KINGDOM = Scheme.of(r"\d{9}(?:\d{3})?|GD[0-4]\d\d|HA[5-9]\d\d", remainders.united_kingdom)
_GREECE = Scheme.of(r"\d{9}", sums.greece)

SCHEMES: Mapping[str, Scheme] = MappingProxyType(
    {
        "AT": Scheme.of(r"U\d{8}", luhn.austria),
        "BE": Scheme.of(r"[01]\d{9}", remainders.belgium),
        "BG": Scheme.of(r"\d{9,10}", persons.bulgaria),
        "CH": Scheme.of(r"E(\d{9})(?:MWST|TVA|IVA)?", sums.switzerland),
        "CY": Scheme.of(r"\d{8}[A-Z]", letters.cyprus),
        "CZ": Scheme.of(r"\d{8,10}", persons.czechia),
        "DE": Scheme.of(r"[1-9]\d{8}", remainders.mod_11_10),
        "DK": Scheme.of(r"[1-9]\d{7}", sums.denmark),
        "EE": Scheme.of(r"\d{9}", sums.estonia),
        "EL": _GREECE,
        "ES": Scheme.of(r"\d{8}[A-Z]|[KLMXYZ]\d{7}[A-Z]|[ABCDEFGHJNPQRSUVW]\d{7}[0-9A-J]", letters.spain),
        "FI": Scheme.of(r"\d{8}", sums.finland),
        "FR": Scheme.of(r"[0-9A-HJ-NP-Z]{2}\d{9}", remainders.france),
        "GB": _UNITED_KINGDOM,
        "GR": _GREECE,
        "HR": Scheme.of(r"\d{11}", remainders.mod_11_10),
        "HU": Scheme.of(r"\d{8}", sums.hungary),
        "IE": Scheme.of(r"\d{7}[A-W][A-IW]?|\d[A-Z+*]\d{5}[A-W]", letters.ireland),
        "IT": Scheme.of(r"\d{11}", luhn.italy),
        "LT": Scheme.of(r"\d{7}1\d|\d{10}1\d", sums.lithuania),
        "LU": Scheme.of(r"\d{8}", remainders.luxembourg),
        "LV": Scheme.of(r"\d{11}", persons.latvia),
        "MT": Scheme.of(r"[1-9]\d{7}", sums.malta),
        "NL": Scheme.of(r"\d{9}B(?!00)\d\d", remainders.netherlands),
        "NO": Scheme.of(r"(\d{9})MVA", sums.norway),
        "PL": Scheme.of(r"\d{10}", sums.poland),
        "PT": Scheme.of(r"[1-9]\d{8}", sums.portugal),
        "RO": Scheme.of(r"[1-9]\d{1,9}", sums.romania),
        "SE": Scheme.of(r"\d{10}(?:0[1-9]|[1-8]\d|9[0-4])", luhn.sweden),
        "SI": Scheme.of(r"[1-9]\d{7}", sums.slovenia),
        "SK": Scheme.of(r"[1-9]\d[2-47-9]\d{7}", remainders.slovakia),
        "XI": _UNITED_KINGDOM,
    }
)
"""By prefix: an ISO 3166-1 country, EL for Greece (GR is taken, too), XI for Northern Ireland."""
