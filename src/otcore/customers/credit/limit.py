"""The limit of a credit account: what it is on a day, and how it changes."""

from datetime import date

from attrs import frozen

from otcore.values.faults import Rejected
from otcore.values.money import Money


@frozen
class TemporaryLimit:
    """So much more than the limit, from `start` to `end`, both included."""

    amount: Money
    start: date
    end: date

    def on(self, day: date) -> bool:
        """Whether it counts on that day."""
        return self.start <= day <= self.end


def effective_limit(limit: Money | None, temporary: TemporaryLimit | None, day: date) -> Money | None:
    """The limit on a day, with a temporary increase in its time. None: there is no limit."""
    if limit is None or temporary is None or not temporary.on(day):
        return limit
    return limit + temporary.amount


def require_currency(account: str, amount: Money, currency: str) -> Money:
    """The amount, if it is in the account's currency: `CURRENCY_DIFFERS`."""
    if amount.currency != currency:
        raise Rejected("CURRENCY_DIFFERS", account=account, stated=amount.currency, agreed=currency)
    return amount


def require_not_negative(account: str, amount: Money, currency: str) -> Money:
    """The amount, if it is one of the account's: `CURRENCY_DIFFERS`, `AMOUNT_NEGATIVE`."""
    if require_currency(account, amount, currency).minor < 0:
        raise Rejected("AMOUNT_NEGATIVE", account=account, amount=str(amount))
    return amount


def check_limit(account: str, limit: Money | None, currency: str) -> None:
    """Refuse what is no limit of this account: `LIMIT_CURRENCY`, `LIMIT_NEGATIVE`."""
    if limit is None:
        return
    if limit.currency != currency:
        raise Rejected("LIMIT_CURRENCY", customer=account, limit=limit.currency, agreed=currency)
    if limit.minor < 0:
        raise Rejected("LIMIT_NEGATIVE", customer=account, limit=str(limit))
