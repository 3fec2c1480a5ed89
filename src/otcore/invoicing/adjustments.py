"""Allowances and charges with their amounts: what an `Adjustment` comes to once its base is known."""

from collections.abc import Iterable
from decimal import Decimal
from typing import Any

from attrs import frozen

from otcore.invoicing.amounts import money, percent_of
from otcore.values.adjustment import Adjustment
from otcore.values.fast_init import fast_init, opened
from otcore.values.money import Money
from otcore.values.other_tax import OtherTax
from otcore.values.tax import TaxCategory


@fast_init
@frozen(kw_only=True)
class AllowanceCharge:
    """An allowance or a charge as an invoice states it (EN 16931 BG-20, BG-21, BG-27, BG-28).

    `percent` and `base` are both given or both absent; given, amount = base x percent / 100, rounded half up
    (PEPPOL-EN16931-R040 to R042). `tax` and `taxes` beside it are stated at document level only. Where prices include
    tax, a document's `amount` does not, and `with_tax` is what it is with the tax; a line's amount includes it.
    """

    charge: bool
    amount: Money
    percent: Decimal | None = None
    base: Money | None = None
    reason: str = ""
    reason_code: str = ""
    tax: TaxCategory | None = None
    taxes: tuple[OtherTax, ...] = ()
    with_tax: Money | None = None


_new: Any = object.__new__
_Opened = opened(AllowanceCharge)


def settle(adjustment: Adjustment, base: Money) -> AllowanceCharge:
    """The adjustment with its amount; `base` is what a percentage is taken of, unless the adjustment names its own."""
    amount, percent, of = adjustment.amount, adjustment.percent, None
    if percent is not None:
        of = base if adjustment.base is None else adjustment.base
        amount = money(percent_of(of.minor, percent), of.currency)
    assert amount is not None  # an `InvoiceInput` is checked when made
    settled = _new(_Opened)
    settled.charge = adjustment.charge
    settled.amount = amount
    settled.percent = percent
    settled.base = of
    settled.reason = adjustment.reason
    settled.reason_code = adjustment.reason_code
    settled.tax = adjustment.tax
    settled.taxes = ()
    settled.with_tax = None
    settled.__class__ = AllowanceCharge
    closed: AllowanceCharge = settled
    return closed


def sums(settled: Iterable[AllowanceCharge]) -> tuple[int, int]:
    """The allowances and the charges of one level, in minor units (BT-107 and BT-108 for a document)."""
    allowances = charges = 0
    for item in settled:
        if item.charge:
            charges += item.amount.minor
        else:
            allowances += item.amount.minor
    return allowances, charges
