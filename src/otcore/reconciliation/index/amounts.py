"""Open amounts over all customers: how common an amount is, and whose items have it."""

from otcore.reconciliation.index.entry import Entry


class Amounts:
    """Open items by currency and amount, in the order they came."""

    __slots__ = ("_of",)

    def __init__(self) -> None:
        self._of: dict[tuple[str, int], dict[str, Entry]] = {}

    def add(self, entry: Entry) -> None:
        """Take an open item in."""
        self._of.setdefault((entry.currency, entry.open), {})[entry.id] = entry

    def remove(self, entry: Entry) -> None:
        """Take an item out, before its open amount changes."""
        key = entry.currency, entry.open
        same = self._of[key]
        del same[entry.id]
        if not same:
            del self._of[key]

    def count(self, currency: str, amount: int) -> int:
        """How many open items have this amount."""
        return len(self._of.get((currency, amount), ()))

    def of(self, currency: str, amount: int) -> list[Entry]:
        """The open items of this amount."""
        return list(self._of.get((currency, amount), {}).values())
