"""Balances: `:60F:`, `:60M:`, `:62F:`, `:62M:`, and the totals `:90D:`, `:90C:` of a report."""

import re
from datetime import date

from attrs import frozen

from otcore.adapters.statements.mt940.fields import Field
from otcore.adapters.statements.mt940.values import day_of, money_of
from otcore.values import Invalid, Money

_BALANCE = re.compile(r"([CD])([0-9]{6})([A-Z]{3})([0-9,]{1,40})")
_TOTAL = re.compile(r"([0-9]{1,5})([A-Z]{3})([0-9,]{1,40})")


@frozen
class Balance:
    """A signed amount at the end of a day."""

    day: date
    amount: Money


@frozen
class Total:
    """How many transactions of one side a report has, and their sum."""

    count: int
    amount: Money


def balance_of(field: Field) -> Balance:
    """Raises `Invalid` MT940_BALANCE, DATE_FORMAT, CURRENCY_UNKNOWN and the codes of `money_of`."""
    found = _BALANCE.fullmatch(_whole(field))
    if found is None:
        raise field.fault("MT940_BALANCE", f"{field.first[:40]!a} is not a balance like C260331EUR1234,56")
    try:
        amount = money_of(found[4], found[3])
        return Balance(day_of(found[2]), amount if found[1] == "C" else -amount)
    except Invalid as error:
        raise error.at(field.place) from None


def total_of(field: Field) -> Total:
    """Raises `Invalid` MT940_TOTAL and the codes of `money_of`."""
    found = _TOTAL.fullmatch(_whole(field))
    if found is None:
        raise field.fault("MT940_TOTAL", f"{field.first[:40]!a} is not a total like 3EUR1234,56")
    try:
        return Total(int(found[1]), money_of(found[3], found[2]))
    except Invalid as error:
        raise error.at(field.place) from None


def _whole(field: Field) -> str:
    return "".join(field.lines).strip()
