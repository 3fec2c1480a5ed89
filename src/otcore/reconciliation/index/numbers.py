"""The numbers of documents: by all of their signs, by their digits, by the end of their digits, without zeros."""

from collections.abc import Iterator, Sequence

from otcore.reconciliation.index.entry import Entry, digits_of

ENDING = 4
"""How many last digits the ends are found by."""
STARTS = 2
"""By how many first signs, or fewer, words are known that may begin a number."""


class Numbers:
    """Entries under the forms of their number. Closed items stay: what was paid is still named."""

    __slots__ = (
        "beginnings",
        "by_digits",
        "by_end",
        "by_skeleton",
        "by_zeroless",
        "lengths",
        "orders",
        "references",
        "starts",
    )

    def __init__(self) -> None:
        self.by_skeleton: dict[str, list[Entry]] = {}
        self.starts: set[str] = set()
        self.by_digits: dict[str, list[Entry]] = {}
        self.by_end: dict[str, list[Entry]] = {}
        self.by_zeroless: dict[str, list[Entry]] = {}
        self.beginnings: set[str] = set()
        self.lengths: set[int] = set()
        self.references: dict[str, list[Entry]] = {}
        self.orders: dict[str, list[Entry]] = {}

    def add(self, entry: Entry) -> None:
        """Take an item's numbers in: its own, its reference, its orders."""
        self._other(self.references, entry.item.reference, entry)
        for order in entry.item.orders:
            self._other(self.orders, order, entry)
        digits = entry.digits
        if entry.skeleton != digits:
            self.by_skeleton.setdefault(entry.skeleton, []).append(entry)
            self.starts.update(entry.skeleton[:length] for length in range(1, STARTS + 1))
        if not digits:
            return
        self.by_digits.setdefault(digits, []).append(entry)
        self.by_end.setdefault(digits[-ENDING:], []).append(entry)
        self.by_zeroless.setdefault(digits.replace("0", ""), []).append(entry)
        self.lengths.add(len(digits))
        self.beginnings.add(digits[:-ENDING])

    def _other(self, index: dict[str, list[Entry]], number: str, entry: Entry) -> None:
        digits = digits_of(number)
        if digits:
            index.setdefault(digits, []).append(entry)
            self.lengths.add(len(digits))

    def ending(self, tail: str) -> Iterator[Entry]:
        """Items whose number ends with these digits, zeros in front of its last run not counted."""
        bare = tail.lstrip("0")
        for entry in self.by_end.get(tail[-ENDING:].zfill(ENDING), _NONE):
            if entry.digits.endswith(tail) or entry.tail.lstrip("0") == bare:
                yield entry


_NONE: Sequence[Entry] = ()
