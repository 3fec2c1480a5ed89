"""Allowances and charges of a UBL document."""

from decimal import Decimal

from otcore.adapters.ubl.reading import UblCursor, each, every, number
from otcore.adapters.ubl.tax import read_tax
from otcore.values.adjustment import Adjustment
from otcore.values.currencies import digits
from otcore.values.faults import Invalid
from otcore.values.money import Money
from otcore.values.percentage import Percentage
from otcore.values.rounding import round_to
from otcore.values.tax import TaxCategory

_PERCENT = "cbc:MultiplierFactorNumeric"
_BASE = "cbc:BaseAmount"
_Worth = tuple[Money | None, Decimal | None, Money | None]


def read_adjustments(cursor: UblCursor, *, taxed: bool) -> tuple[Adjustment, ...]:
    """The allowances and charges of an element. `taxed`: each states its tax category, as those of a document do."""
    return each(cursor.children("cac:AllowanceCharge"), lambda one: _adjustment(one, taxed))


def _adjustment(cursor: UblCursor, taxed: bool) -> Adjustment:
    return cursor.record(
        _made,
        charge=lambda: cursor.indicator("cbc:ChargeIndicator"),
        worth=lambda: _worth(cursor),
        reason=lambda: cursor.words("cbc:AllowanceChargeReason"),
        reason_code=lambda: cursor.words("cbc:AllowanceChargeReasonCode"),
        tax=lambda: read_tax(cursor.one("cac:TaxCategory")) if taxed else None,
    )


def _made(*, charge: bool, worth: _Worth, reason: str, reason_code: str, tax: TaxCategory | None) -> Adjustment:
    amount, percent, base = worth
    return Adjustment(
        charge=charge, amount=amount, percent=percent, base=base, reason=reason, reason_code=reason_code, tax=tax
    )


def _worth(cursor: UblCursor) -> _Worth:
    """The percentage and its base where they come to the stated amount; else the amount, and they stay unread."""
    amount = cursor.money("cbc:Amount")
    if amount.minor < 0:
        raise cursor.fault("AMOUNT_NEGATIVE", f"{amount} is below zero (PEPPOL-T01-R032)", amount=amount)
    percent, base = cursor.peek(_PERCENT), cursor.peek(_BASE)
    if not (percent and base and _comes_to(cursor, percent, base, amount)):
        return amount, None, None
    return None, *every(lambda: cursor.percentage(_PERCENT), lambda: cursor.money(_BASE))


def _comes_to(cursor: UblCursor, percent: str, base: str, amount: Money) -> bool:
    """Amount = base x percent / 100, rounded half up to the currency's digits (PEPPOL-T01-R022, without its slack)."""
    try:
        part = Percentage(number(percent)).of(number(base))
    except Invalid as error:
        raise cursor.placed(error) from None
    return round_to(part, digits(amount.currency)) == amount.amount
