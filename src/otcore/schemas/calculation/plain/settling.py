"""The allowances and charges of plain requests with their amounts, and tax categories."""

from collections.abc import Iterable
from decimal import Decimal
from functools import lru_cache

from otcore.invoicing.adjustments import AllowanceCharge, settle
from otcore.schemas.calculation.plain.asked import Asked
from otcore.values.adjustment import Adjustment
from otcore.values.money import Money
from otcore.values.tax import TaxCategory


def settled(asked: Iterable[Asked], base: Money) -> tuple[AllowanceCharge, ...]:
    """Each with its amount; `base` is what percentages are of."""
    return tuple([settle(_adjustment(each, base.currency), base) for each in asked])


def minor_units(asked: Asked, name: str, currency: str) -> int:
    """An amount in minor units; zero where it is not said."""
    return Money(asked[name], currency).minor if name in asked else 0


def category(asked: Asked) -> TaxCategory:
    """The category; the same object where the same was said before, which is found in no time."""
    if len(asked) == 2:
        return _category(asked["code"], asked["rate"], "", "")
    return _category(asked["code"], asked["rate"], asked.get("exemption_reason", ""), asked.get("exemption_code", ""))


@lru_cache(maxsize=1024)  # few are in use
def _category(code: str, rate: str, reason: str, reason_code: str) -> TaxCategory:
    return TaxCategory(code, rate, reason, reason_code)


def _adjustment(asked: Asked, currency: str) -> Adjustment:
    return Adjustment(
        charge=asked.get("charge", False),
        amount=Money(asked["amount"], currency) if "amount" in asked else None,
        percent=Decimal(asked["percent"]) if "percent" in asked else None,
        base=Money(asked["base"], currency) if "base" in asked else None,
        reason=asked.get("reason", ""),
        reason_code=asked.get("reason_code", ""),
        tax=category(asked["tax"]) if "tax" in asked else None,
    )
