"""Profiles: how an invoice is rounded, as data."""

from decimal import Decimal
from enum import StrEnum

from attrs import field, frozen

from otcore.values.decimals import decimal_of
from otcore.values.faults import Invalid
from otcore.values.rounding import Rounding

_MOST_DIGITS = 10


class Level(StrEnum):
    """Where figures are rounded first.

    LINE: every line, and later figures are sums of printed ones. TAX_GROUP: what each tax is due on. DOCUMENT: the
    totals alone.
    """

    LINE = "line"
    TAX_GROUP = "tax-group"
    DOCUMENT = "document"


class Posting(StrEnum):
    """Where a rounding difference is stated.

    ROUNDING: in the rounding amount of the document (BT-114). TAX: in the largest tax subtotal.
    """

    ROUNDING = "rounding"
    TAX = "tax"


def _increment(value: str | int | Decimal | None) -> Decimal | None:
    if value is None:
        return None
    increment = decimal_of(value, what="increment")
    if increment <= 0:
        raise Invalid.one("PROFILE_INCREMENT", f"{increment} is no increment", increment=str(increment))
    return increment


@frozen(kw_only=True)
class Profile:
    """How an invoice is rounded.

    `mode`: the rounding of every figure. `level`: where figures are rounded first. `digits`: the decimals of printed
    figures; None: those of the currency (ISO 4217). `guard`: figures that are not printed keep so many decimals more;
    None: they are exact. `tax_per_line`: tax is taken and rounded on each line, and added up; else once, on the sum.
    `increment`: what the payable amount is rounded to ("0.05" in Switzerland); None: it is not. `cash`: where that
    difference is stated; `gross`: where the unit is stated that keeps the gross of tax-included prices.

    Raises `Invalid` PROFILE_DIGITS, PROFILE_INCREMENT and the codes of `decimal_of`.
    """

    name: str
    mode: Rounding = Rounding.HALF_UP
    level: Level = Level.LINE
    digits: int | None = None
    guard: int | None = None
    tax_per_line: bool = False
    increment: Decimal | None = field(default=None, converter=_increment)
    cash: Posting = Posting.ROUNDING
    gross: Posting = Posting.ROUNDING

    def __attrs_post_init__(self) -> None:
        for digits in (self.digits, self.guard):
            if digits is not None and not 0 <= digits <= _MOST_DIGITS:
                raise Invalid.one("PROFILE_DIGITS", f"{digits} is not within 0 to {_MOST_DIGITS} digits", digits=digits)


EN_16931 = Profile(name="EN 16931")
"""Lines rounded half up to the currency's digits, tax once on the sum of a category and rate."""
