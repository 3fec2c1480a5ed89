"""The tax category of a line or an adjustment (EN 16931)."""

from decimal import Decimal
from typing import final

from attrs import field, frozen

from otcore.values.decimals import decimal_of, plain
from otcore.values.faults import Invalid

CATEGORIES = frozenset({"S", "Z", "E", "AE", "K", "G", "O", "L", "M", "B"})
"""UNCL 5305 as EN 16931 admits it: standard, zero rated, exempt, reverse charge, intra-community, export, out of
scope, IGIC, IPSI, and B: split payment (Italy), where the buyer pays the tax to the state.
"""

_EXEMPT = frozenset({"E", "AE", "K", "G", "O"})
UNTAXED = _EXEMPT | {"Z"}
"""The categories whose rate is zero."""

_TAXED = frozenset({"S", "B"})
_HIGHEST = 1000


def _rate(value: str | int | Decimal) -> Decimal:
    return decimal_of(value, what="tax rate")


@final
@frozen
class TaxCategory:
    """A VAT category code (BT-118), its rate in percent (BT-119) and, where no tax is due, why (BT-120, BT-121).

    Raises `Invalid` TAX_CATEGORY_UNKNOWN; TAX_RATE when the rate does not fit the category (S and B above zero; Z, E,
    AE, K, G, O zero: BR-S-5, BR-Z-5, BR-E-5, BR-AE-5, BR-IC-5, BR-G-5); the codes of `decimal_of`.
    """

    code: str
    rate: Decimal = field(converter=_rate)
    exemption_reason: str = ""
    exemption_code: str = ""

    def __attrs_post_init__(self) -> None:
        code, rate = self.code, self.rate
        if code not in CATEGORIES:
            shown = ascii(code[:40])
            raise Invalid.one("TAX_CATEGORY_UNKNOWN", f"{shown} is not a tax category of EN 16931", tax_category=shown)
        if not _fits(code, rate):
            raise Invalid.one("TAX_RATE", f"category {code} cannot have the rate {rate}", tax_category=code, rate=rate)

    @property
    def exempt(self) -> bool:
        """Whether no tax is due for a reason that an invoice must state (BR-E-10, BR-AE-10, BR-IC-10, BR-G-10,
        BR-O-10).
        """
        return self.code in _EXEMPT

    def __str__(self) -> str:
        return f"{self.code} {plain(self.rate)} %"


def _fits(code: str, rate: Decimal) -> bool:
    if code in UNTAXED:
        return not rate
    return 0 <= rate <= _HIGHEST and (code not in _TAXED or rate > 0)
