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

    ROUNDING: in the rounding amount of the document (BT-114). TAX: in the largest tax subtotal. NET: in the amount
    without tax, which the amounts that tax is due on then do not add up to.
    """

    ROUNDING = "rounding"
    TAX = "tax"
    NET = "net"


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
    figures; None: those of the currency (ISO 4217). `guard`: figures that are not printed keep so many decimals more,
    and quantity x price keeps as many as the price is written with; None: they are exact. `tax_per_line`: tax is taken
    and rounded on each line, and added up; else once, on the sum. `increment`: what the payable amount is rounded to
    ("0.05" in Switzerland); None: it is not. `cash`: where that difference is stated. `removal`: what tax is taken out
    of where prices include it: LINE, each line alone; else the sum of the lines that are taxed alike. `gross`: where
    the unit is stated that keeps the gross of such prices.

    What holds on the printed figures:

    - LINE and TAX_GROUP: sums and differences (BR-CO-10 to 16), tax = base x rate (BR-CO-17; not with `tax_per_line` or
      a difference posted to TAX), what tax is due on = its lines (BR-S-08 and its like). NET breaks BR-CO-13 or
      BR-S-08.
    - LINE: besides, a line is quantity x price (PEPPOL-EN16931-R120), percentages are of their printed bases (R040).
    - DOCUMENT: BR-CO-10 to 12, for lines, allowances and charges are shared out from their totals. Each total is the
      exact one, rounded, so that others may differ from the sums of the printed by a unit.

    Raises `Invalid` PROFILE_DIGITS, PROFILE_INCREMENT, PROFILE_POSTING and the codes of `decimal_of`.
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
    removal: Level = Level.TAX_GROUP

    def __attrs_post_init__(self) -> None:
        for digits in (self.digits, self.guard):
            if digits is not None and not 0 <= digits <= _MOST_DIGITS:
                raise Invalid.one("PROFILE_DIGITS", f"{digits} is not within 0 to {_MOST_DIGITS} digits", digits=digits)
        if self.cash is Posting.NET:
            raise Invalid.one("PROFILE_POSTING", "a cash difference is stated in the rounding amount or in the tax")


EN_16931 = Profile(name="EN 16931")
"""Lines rounded half up to the currency's digits, tax once on the sum of a category and rate."""
