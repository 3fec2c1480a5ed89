"""Taxes beside the VAT category of a line: equivalence surcharge, withholding tax, excise, environmental levies."""

from decimal import Decimal
from enum import StrEnum
from typing import final

from attrs import field, frozen

from otcore.values.decimals import decimal_of, plain
from otcore.values.faults import Invalid
from otcore.values.ids import identifier
from otcore.values.price import UnitPrice

VAT = "VAT"
"""The scheme of the tax category itself, as `on` names it."""

_HIGHEST = 1000


class TaxKind(StrEnum):
    """How a tax counts.

    ADDED: the buyer owes it on top. WITHHELD: the buyer keeps it back from what is paid, and pays it to the tax office
    (retention). INFORMATIVE: stated, and counted nowhere.
    """

    ADDED = "added"
    WITHHELD = "withheld"
    INFORMATIVE = "informative"


def _rate(value: str | int | Decimal | None) -> Decimal | None:
    if value is None:
        return None
    rate = decimal_of(value, what="tax rate")
    if not 0 <= rate <= _HIGHEST:
        raise Invalid.one("TAX_RATE", f"tax rate {rate} is not within 0 to {_HIGHEST}", rate=str(rate))
    return rate


def _schemes(values: tuple[str, ...]) -> tuple[str, ...]:
    return tuple(identifier(value, "tax scheme") for value in values)


def _scheme(value: str) -> str:
    return identifier(value, "tax scheme")


@final
@frozen
class OtherTax:
    """A tax by its scheme ("IRPF", "RE", "ECO"): a `rate` in percent of what it is due on, or `per_unit`, so much for
    each unit of the line.

    It is due on the net amount, and on the amounts of the taxes `on` (tax on tax): "VAT", or others of the same line
    that are listed before it. `taxed`: VAT is due on it too, as on an excise. `on_top`: it is not in a price that
    includes tax. Raises `Invalid` TAX_AMOUNT for both or
    neither of rate and per_unit, TAX_RATE, TAX_ON_ITSELF for a tax that is both taxed by VAT and on VAT, and the codes
    of `decimal_of` and `identifier`.
    """

    scheme: str = field(converter=_scheme)
    rate: Decimal | None = field(default=None, converter=_rate)
    per_unit: UnitPrice | None = None
    kind: TaxKind = TaxKind.ADDED
    on: tuple[str, ...] = field(default=(), converter=_schemes)
    taxed: bool = False
    on_top: bool = False

    def __attrs_post_init__(self) -> None:
        if (self.rate is None) == (self.per_unit is None):
            raise Invalid.one(
                "TAX_AMOUNT", f"give {self.scheme} either a rate or an amount per unit", scheme=self.scheme
            )
        if self.scheme in self.on or (self.taxed and VAT in self.on):
            raise Invalid.one("TAX_ON_ITSELF", f"{self.scheme} is due on itself", scheme=self.scheme)

    def __str__(self) -> str:
        return f"{self.scheme} {self.per_unit}" if self.rate is None else f"{self.scheme} {plain(self.rate)} %"
