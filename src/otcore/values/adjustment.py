"""Allowances and charges: what is taken off or put on a line or a whole document."""

from decimal import Decimal

from attrs import frozen

from otcore.values.fast_init import fast_init
from otcore.values.money import Money
from otcore.values.other_tax import OtherTax
from otcore.values.price import UnitPrice
from otcore.values.tax import TaxCategory


@fast_init
@frozen(kw_only=True)
class Adjustment:
    """An allowance or a charge (EN 16931 BG-20, BG-21, BG-27, BG-28): an amount, a percentage of a base, or so much for
    each unit.

    `base` defaults to the line's gross or the sum of line nets; with `running`, to what the adjustments before it left
    of that. `units` of `per_unit` default to the line's quantity. `tax` and `taxes` beside it are stated at document
    level only; a line's adjustment is taxed as the line.
    """

    charge: bool
    amount: Money | None = None
    percent: Decimal | None = None
    base: Money | None = None
    reason: str = ""
    reason_code: str = ""
    tax: TaxCategory | None = None
    per_unit: UnitPrice | None = None
    units: Decimal | None = None
    running: bool = False
    taxes: tuple[OtherTax, ...] = ()
