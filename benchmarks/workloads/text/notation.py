"""Ways to write several document numbers in one text."""

from collections.abc import Callable, Sequence
from itertools import takewhile

from attrs import frozen

from benchmarks.workloads.records import Invoice
from benchmarks.workloads.text.language import Language


@frozen
class Listed:
    """What a notation may use: the documents in the order named, the words, the word in front of the list."""

    documents: Sequence[Invoice]
    language: Language
    label: str

    @property
    def numbers(self) -> list[str]:
        """Their numbers."""
        return [each.number for each in self.documents]

    def amounts(self) -> list[str]:
        """What is to be paid of each."""
        return [self.language.amount(each.open, each.currency) for each in self.documents]


Notation = Callable[[Listed], str]


def separated(separator: str) -> Notation:
    """Numbers with something between them."""
    return lambda listed: f"{listed.label} {separator.join(listed.numbers)}".strip()


def in_words(listed: Listed) -> str:
    """1, 2 and 3."""
    *first, last = listed.numbers
    return f"{listed.label} {', '.join(first)}{listed.language.both}{last}".strip()


def labelled(listed: Listed) -> str:
    """The word again before each number."""
    return " ".join(f"{listed.label or 'Nr'} {number}" for number in listed.numbers)


def with_amounts(listed: Listed) -> str:
    """Each number with its amount and currency."""
    pairs = zip(listed.numbers, listed.amounts(), listed.documents, strict=True)
    parts = (f"{listed.label} {number} {document.currency} {amount}".strip() for number, amount, document in pairs)
    return "; ".join(parts)


def as_table(listed: Listed) -> str:
    """A line a document, fields between semicolons."""
    return "\n".join(f"{number};{amount}" for number, amount in zip(listed.numbers, listed.amounts(), strict=True))


def as_codes(listed: Listed) -> str:
    """The code that SWIFT has for invoices, before each."""
    return "".join(f"/INV/{number}" for number in listed.numbers)


def glued(listed: Listed) -> str:
    """Nothing between them."""
    return f"{listed.label} {''.join(listed.numbers)}".strip()


def tails(separator: str) -> Notation:
    """The first in full, of the others only the digits that are different (all in full where that is no digit run)."""

    def write(listed: Listed) -> str:
        first, *others = listed.numbers
        ends = [each[len(_shared(listed.numbers)) :] for each in others]
        ends = ends if all(each.isdigit() for each in ends) else others
        return f"{listed.label} {separator.join([first, *ends])}".strip()

    return write


def _shared(numbers: Sequence[str]) -> str:
    """What all begin with, three characters at the end left out."""
    alike = "".join(each[0] for each in takewhile(lambda column: len(set(column)) == 1, zip(*numbers, strict=False)))
    return alike[: max(0, min(len(each) for each in numbers) - 3)]
