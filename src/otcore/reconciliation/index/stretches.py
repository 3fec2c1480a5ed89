"""What a customer may well pay at once without a word: items that fall due one after the other, or the oldest ones."""

from collections.abc import Iterator, Mapping, Sequence
from itertools import accumulate

from otcore.reconciliation.index.entry import Entry
from otcore.reconciliation.index.standing import Standing

_MOST = 40
_LONGEST = 6
_FEW = 16
_CREDITS = 3
_FEWEST = 2


class Stretches:
    """Whose stretches come to an amount. Kept up to date only when asked: until then it is noted what has changed."""

    __slots__ = ("_changed", "_of", "_sums")

    def __init__(self) -> None:
        self._changed: dict[tuple[str, str], None] = {}
        self._sums: dict[tuple[str, str], frozenset[int]] = {}
        self._of: dict[int, dict[tuple[str, str], None]] = {}

    def change(self, key: tuple[str, str]) -> None:
        """Note that a customer's items in a currency are others now."""
        self._changed[key] = None

    def owners(self, amount: int, currency: str, standings: Mapping[tuple[str, str], Standing]) -> list[str]:
        """The customers of which some stretch is the amount, in the order of their ids."""
        for key in self._changed:
            self._renew(key, standings[key])
        self._changed.clear()
        return sorted(customer for customer, of in self._of.get(amount, ()) if of == currency)

    def _renew(self, key: tuple[str, str], standing: Standing) -> None:
        old = self._sums.get(key, _NONE)
        new = self._sums[key] = stretch_sums(standing.opens, [entry.open for entry in standing.credits])
        for gone in old - new:
            keys = self._of[gone]
            del keys[key]
            if not keys:
                del self._of[gone]
        for total in new - old:
            self._of.setdefault(total, {})[key] = None


_NONE: frozenset[int] = frozenset()


def stretch_sums(opens: Sequence[int], credits: Sequence[int]) -> frozenset[int]:
    """The sums of two to six neighbours, and of the oldest, two or more, with none, a few or all of the credits.

    Neighbours in accounts of up to sixteen items, the oldest in those of up to forty: in others something always fits.
    """
    if len(opens) + len(credits) < _FEWEST or len(opens) > _MOST:
        return frozenset()
    totals = [0, *accumulate(opens)]
    found = set(totals[2:])
    for size in range(2, _LONGEST + 1) if len(opens) <= _FEW else ():
        found.update([after - before for before, after in zip(totals, totals[size:], strict=False)])
    for taken in _taken(credits).values():
        found.update([total + taken for total in totals[1:]])
    return frozenset(found)


def stretch_of(debts: Sequence[Entry], credits: Sequence[Entry], amount: int) -> list[Entry]:
    """The stretch of an amount: of several the oldest with the fewest credits."""
    totals = [0, *accumulate(entry.open for entry in debts)]
    for first, end in _neighbours(len(debts)):
        if totals[end] - totals[first] == amount:
            return list(debts[first:end])
    for count, taken in _taken([entry.open for entry in credits]).items():
        for end, total in enumerate(totals[1:], start=1):
            if total + taken == amount:
                return [*debts[:end], *credits[:count]]
    return []


def _neighbours(count: int) -> Iterator[tuple[int, int]]:
    """From where to where: from the first on, then wherever few follow each other."""
    yield from ((0, end) for end in range(2, count + 1))
    for first in range(1, count):
        yield from ((first, end) for end in range(first + 2, min(first + _LONGEST, count) + 1))


def _taken(credits: Sequence[int]) -> dict[int, int]:
    """How many of the oldest credits may be taken off, and what they come to."""
    totals = list(accumulate(credits))
    return {count: totals[count - 1] for count in {*range(1, _CREDITS + 1), len(credits)} if 0 < count <= len(credits)}
