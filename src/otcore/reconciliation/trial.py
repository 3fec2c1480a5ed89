"""A book as it would be after some postings, and afterwards exactly as it was."""

from collections.abc import Iterator, Mapping
from contextlib import contextmanager

from otcore.reconciliation.book import Book
from otcore.values.money import Money


@contextmanager
def trial(book: Book) -> Iterator["Trial"]:
    """A book to try postings on. When the block is left, whatever happened, it is as it was before.

    Nothing else may read the book meanwhile.
    """
    tried = Trial(book)
    try:
        yield tried
    finally:
        tried.undo()


class Trial:
    """Postings tried on a book."""

    def __init__(self, book: Book) -> None:
        self.book = book
        self._before: dict[str, tuple[int, tuple[int, ...]]] = {}

    def open_of(self, item: str) -> int:
        """What is open of an item now, minor units."""
        return self.book.entries[item].open

    def close(self, closes: Mapping[str, int]) -> None:
        """So much less of each item is open, at most all of it."""
        for item, amount in closes.items():
            entry = self.book.entries[item]
            self._before.setdefault(item, (entry.open, entry.paid))
            part = max(0, min(amount, entry.open)) if entry.open > 0 else min(0, max(amount, entry.open))
            if part:
                self.book.close(item, Money.from_minor(part, entry.currency))

    def undo(self) -> None:
        """Everything as it was."""
        for item, (was_open, paid) in self._before.items():
            entry = self.book.entries[item]
            self.book.close(item, Money.from_minor(entry.open - was_open, entry.currency))
            entry.paid = paid
        self._before.clear()
