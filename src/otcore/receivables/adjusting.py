"""Closing a part of an item without cash: what may be said of it."""

from collections.abc import Iterable

from otcore.receivables.adjustment import EITHER_WAY, STAYS_OPEN, Adjustment
from otcore.values.faults import Rejected
from otcore.values.money import Money


def adjustable(item: str, adjustments: Iterable[Adjustment], currency: str) -> Money:
    """The sum of adjustments of an item in this currency.

    Refused: `STAYS_OPEN` (a deduction or a part closes nothing), `CURRENCY_DIFFERS`, `AMOUNT_NOT_POSITIVE`; a rounding
    or exchange difference may be negative, but not nothing.
    """
    minor = 0
    for each in adjustments:
        _check(item, each, currency)
        minor += each.amount.minor
    return Money.from_minor(minor, currency)


def _check(item: str, each: Adjustment, currency: str) -> None:
    if each.why in STAYS_OPEN:
        raise Rejected("STAYS_OPEN", item=item, why=each.why.value)
    if each.amount.currency != currency:
        raise Rejected("CURRENCY_DIFFERS", item=item, adjusted=each.amount.currency, open=currency)
    if not each.amount or (each.amount.minor < 0 and each.why not in EITHER_WAY):
        raise Rejected("AMOUNT_NOT_POSITIVE", item=item, why=each.why.value, amount=str(each.amount))
