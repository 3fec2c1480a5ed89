"""A number with a wrong digit, of an item with an amount that very many have: those whose numbers come near."""

from collections.abc import Iterator
from operator import attrgetter

from otcore.reconciliation.book import Book
from otcore.reconciliation.evidence.cite import Cite
from otcore.reconciliation.evidence.nearness import nearest, runs
from otcore.reconciliation.index.entry import Entry
from otcore.reconciliation.policy import Policies
from otcore.reconciliation.reading import Reading
from otcore.reconciliation.rule_ids import RuleId
from otcore.reconciliation.rules.draft import Draft, Part, Said, draft, exactly
from otcore.reconciliation.rules.left_out import left_out

_DIGITS = "0123456789"
_ENDINGS = [one + other for one in _DIGITS for other in _DIGITS]
_KEY = attrgetter("key")
_SHOWN = 12
_COMPARED = 40  # the rules look at so many of an amount


def misspelled(reading: Reading, book: Book, policies: Policies) -> Iterator[Draft]:
    """Where more items are open with the amount than the rules compare one by one: the payer's, or anybody's."""
    if book.amounts.count(reading.currency, reading.amount) <= _COMPARED:
        return
    said = runs(reading.pieces)
    words = {digits for digits, _, _ in said}
    near = {entry.id: entry for entry in _near(words, reading, book)}
    oldest = sorted(near.values(), key=_KEY)[:_SHOWN]
    places = ((entry, nearest(said, entry.digits, entry.tail)) for entry in oldest)
    yield from (_draft(entry, *place, reading, book) for entry, place in places if place is not None)


def _near(words: set[str], reading: Reading, book: Book) -> Iterator[Entry]:
    """Those one digit away, and those that begin with what is said and have one digit more, or two."""
    numbers, payers = book.numbers, reading.payers
    for word in words:
        others: set[str] = set()
        if not numbers.lengths.isdisjoint((len(word) - 1, len(word), len(word) + 1)):
            others |= _edits(word)
        if len(word) + 2 in numbers.lengths:
            others |= {word + ending for ending in _ENDINGS}
        for other in numbers.by_digits.keys() & others:
            for entry in numbers.by_digits[other]:
                meant = entry.open == reading.amount and entry.currency == reading.currency
                if meant and (not payers.found or payers.of(entry.customer) is not None):
                    yield entry


def _edits(word: str) -> set[str]:
    """Every number with a digit less, another or more, or two swapped."""
    parts = [(word[:at], word[at:]) for at in range(len(word) + 1)]
    found = {head + tail[1:] for head, tail in parts if tail}
    found.update([head + tail[1] + tail[0] + tail[2:] for head, tail in parts if len(tail) > 1])
    found.update([head + digit + tail for head, tail in parts for digit in _DIGITS])
    found.update([head + digit + tail[1:] for head, tail in parts if tail for digit in _DIGITS])
    return found - {word}


def _draft(entry: Entry, weight: int, start: int, end: int, reading: Reading, book: Book) -> Draft:
    cite = Cite("NUMBER_NEAR", entry, weight, reading.text[start:end], start, end)
    said = (
        *exactly(entry, reading, book),
        Said(cite.kind, entry.id, weight, cite),
        *left_out(entry.customer, reading, {entry.id}, frozenset((start,))),
    )
    return draft(RuleId.NUMBER_NEAR, entry.customer, (Part(entry, reading.amount),), 0, said, sure=False)
