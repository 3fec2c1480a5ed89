"""Customers by name: the whole, the beginning (banks cut names short), the words in any order, and rare words."""

from bisect import bisect_left, insort
from typing import TypeVar

from otcore.reconciliation.spelling.names import name_key, name_words

K = TypeVar("K")

_CUT = 12
_RARE = 3


class Names:
    """Customers under the forms of their names."""

    __slots__ = ("_by_key", "_by_words", "_keys")

    def __init__(self) -> None:
        self._by_key: dict[str, list[str]] = {}
        self._by_words: dict[tuple[str, ...], list[str]] = {}
        self._keys: list[str] = []

    def add(self, customer: str, name: str) -> None:
        """Take a name in."""
        words = name_words(name)
        if not words:
            return
        _put(self._by_words, tuple(sorted(words)), customer)
        key = name_key(name)
        if key not in self._by_key:
            insort(self._keys, key)
        _put(self._by_key, key, customer)

    def same(self, name: str) -> list[str]:
        """Customers of exactly this name, whatever its spelling."""
        return self._by_key.get(name_key(name), [])

    def reordered(self, name: str) -> list[str]:
        """Customers whose name has the same words."""
        return self._by_words.get(tuple(sorted(name_words(name))), [])

    def cut(self, name: str) -> list[str]:
        """Customers whose name goes on where this one was cut, or was kept shorter than this one."""
        key = name_key(name)
        if len(key) < _CUT:
            return []
        at = bisect_left(self._keys, key)
        longer = [each for each in self._keys[at : at + _RARE] if each.startswith(key)]
        shorter = [each for each in self._keys[max(0, at - 1) : at] if len(each) >= _CUT and key.startswith(each)]
        return [customer for each in longer + shorter for customer in self._by_key[each]]


def _put(under: dict[K, list[str]], key: K, customer: str) -> None:
    known = under.setdefault(key, [])
    if customer not in known:
        known.append(customer)
