"""What a customer may well pay at once without a word: items that fall due one after the other, or the oldest ones."""

from collections.abc import Iterator, Mapping, Sequence
from itertools import accumulate
from operator import sub

from otcore.reconciliation.index.entry import Entry
from otcore.reconciliation.index.standing import Standing

_MOST = 24
_LONGEST = 6
_FEW = 16
_CREDITS = 3
_FEWEST = 2
_MASK = (1 << 20) - 1


class Stretches:
    """Whose stretches come to an amount. Kept up to date only when asked: until then it is noted what has changed.

    The sums of each account are kept beside it, by currency; accounts without any are not. Marks tell of most amounts
    that they are none of the sums; a mark stays when its sum is gone, and costs no more than a look.
    """

    __slots__ = ("_changed", "_marks", "_sums")

    def __init__(self) -> None:
        self._changed: dict[tuple[str, str], None] = {}
        self._sums: dict[str, dict[str, frozenset[int]]] = {}
        self._marks = bytearray(_MASK + 1)

    def change(self, key: tuple[str, str]) -> None:
        """Note that a customer's items in a currency are others now."""
        self._changed[key] = None

    def owners(self, amount: int, currency: str, standings: Mapping[tuple[str, str], Standing]) -> list[str]:
        """The customers of which some stretch is the amount, in the order of their ids."""
        for key in self._changed:
            self._renew(key, standings[key])
        self._changed.clear()
        if not self._marks[amount & _MASK]:
            return []
        return sorted([customer for customer, sums in self._sums.get(currency, _NOBODY).items() if amount in sums])

    def _renew(self, key: tuple[str, str], standing: Standing) -> None:
        customer, currency = key
        of = self._sums.setdefault(currency, {})
        opens = standing.opens
        new = stretch_sums(opens, [entry.open for entry in standing.credits]) if len(opens) <= _MOST else None
        if new:
            marks = self._marks
            for each in new.difference(of.get(customer, ())):
                marks[each & _MASK] = 1
            of[customer] = new
        else:
            of.pop(customer, None)


_NOBODY: dict[str, frozenset[int]] = {}


def stretch_sums(opens: Sequence[int], credits: Sequence[int]) -> frozenset[int]:
    """The sums of two to six neighbours, and of the oldest, two or more, with none, a few or all of the credits.

    Neighbours in accounts of up to 16 items: in others something always fits.
    """
    if len(opens) + len(credits) < _FEWEST:
        return frozenset()
    totals = [0, *accumulate(opens)]
    found = totals[2:]
    for size in range(2, _LONGEST + 1) if len(opens) <= _FEW else ():
        found += map(sub, totals[size:], totals)
    for taken in _taken(credits).values() if credits else ():
        found += [total + taken for total in totals[1:]]
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
