"""The small parts that camt messages repeat: amounts, directions, days."""

from datetime import date

from otcore.adapters.xml import Cursor, day_of, number_of
from otcore.values import Invalid, Money

_DIRECTIONS = {"CRDT": True, "DBIT": False}


def amount_in(amount: Cursor) -> Money:
    """An `Amt` with its `Ccy`: never negative (the direction stands beside it); zeros beyond the currency's decimals
    are fine.

    Raises `Invalid` XML_MISSING, CURRENCY_UNKNOWN, MONEY_TOO_PRECISE, MONEY_TOO_LARGE, AMOUNT_NEGATIVE, the codes of
    `number_of`.
    """
    currency = amount.required_attribute("Ccy")
    return amount.required_value("", lambda text: _money(text, currency))


def credit_in(cursor: Cursor) -> bool:
    """The direction `CdtDbtInd`: True is money in. Raises `Invalid` XML_MISSING, CREDIT_DEBIT."""
    return cursor.required_value("CdtDbtInd", _credit)


def day_in(cursor: Cursor, path: str) -> date | None:
    """A day, written as `Dt` or `DtTm`; None when it is not there."""
    return cursor.value(f"{path}/Dt", day_of) or cursor.value(f"{path}/DtTm", day_of)


def signed(amount: Money, credit: bool) -> Money:
    """The amount, negative when it is money out."""
    return amount if credit else -amount


def _money(text: str, currency: str) -> Money:
    money = Money(number_of(text), currency)
    if money.minor < 0:
        raise Invalid.one("AMOUNT_NEGATIVE", f"the amount {money} is negative", amount=money)
    return money


def _credit(text: str) -> bool:
    if text in _DIRECTIONS:
        return _DIRECTIONS[text]
    shown = ascii(text[:40])
    raise Invalid.one("CREDIT_DEBIT", f"{shown} is neither CRDT nor DBIT", value=shown)
