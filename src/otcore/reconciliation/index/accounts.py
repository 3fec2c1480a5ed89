"""Accounts that payers are known by: from the customer's record, and from what was posted before."""

from functools import lru_cache

from otcore.reconciliation.spelling.citing import skeleton

_key = lru_cache(maxsize=4096)(skeleton)
"""A payment asks for its account several times, and who paid once pays again."""


class Accounts:
    """Customers by account. One account may pay for many: a payment factory."""

    __slots__ = ("_known", "_learned")

    def __init__(self) -> None:
        self._known: dict[str, dict[str, None]] = {}
        self._learned: dict[str, dict[str, int]] = {}

    def know(self, account: str, customer: str) -> None:
        """Take in an account of a customer's record."""
        self._known.setdefault(_key(account), {})[customer] = None

    def learn(self, account: str, customer: str) -> None:
        """Once more a payment from this account was this customer's."""
        seen = self._learned.setdefault(_key(account), {})
        seen[customer] = seen.get(customer, 0) + 1

    def unlearn(self, account: str, customer: str) -> None:
        """Take back one such lesson."""
        seen = self._learned.get(_key(account), {})
        seen[customer] = seen.get(customer, 0) - 1
        if seen[customer] <= 0:
            del seen[customer]

    def known(self, account: str) -> tuple[str, ...]:
        """Whose account this is by their records."""
        return tuple(self._known.get(_key(account), ()))

    def learned(self, account: str) -> tuple[str, ...]:
        """For whom this account paid before."""
        return tuple(self._learned.get(_key(account), ()))
