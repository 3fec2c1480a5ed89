"""One item is named: by its reference, its number, its order."""

from collections.abc import Iterator

from otcore.reconciliation.book import Book
from otcore.reconciliation.evidence import weights
from otcore.reconciliation.evidence.cite import Cite
from otcore.reconciliation.index.entry import Entry
from otcore.reconciliation.policy import Policies
from otcore.reconciliation.reading import Reading
from otcore.reconciliation.rules.difference import Difference, difference
from otcore.reconciliation.rules.draft import Draft, Part, Said, draft, exactly, whose
from otcore.reconciliation.rules.left_out import is_plain, left_out
from otcore.reconciliation.rules.listed import beside

RULES = {"REFERENCE": "STRUCTURED_REFERENCE", "REFERENCE_SAID": "STRUCTURED_REFERENCE", "ORDER": "ORDER_NUMBER"}
_VAGUE = ("SHORT", "OVER")
_NEARLY = ("SHARE", "WITHHOLDING", "FEE", "ROUNDING", "DISCOUNT", "WRITE_OFF")


def one_named(reading: Reading, book: Book, policies: Policies) -> Iterator[Draft]:
    """Each open item that is named, alone; of a list that adds up none is meant alone."""
    cites = [cite for cite in reading.cites if cite.entry.open and cite.entry.currency == reading.currency]
    if len(cites) > 1 and reading.adds_up:
        return
    for cite in cites:
        if cite.entry.open > 0:
            yield _named(cite, reading, book, policies)


def _named(cite: Cite, reading: Reading, book: Book, policies: Policies) -> Draft:
    entry = cite.entry
    among = book.amounts.count(entry.currency, entry.open)
    how = difference(entry, reading, policies.of(entry.customer), among)
    places = frozenset((cite.start,)) if cite.start >= 0 else frozenset()
    out = tuple(left_out(entry.customer, reading, {entry.id}, places))
    if how.kind == "EXACT":
        fits = exactly(entry, reading, book)
    else:
        fits = (*whose(entry.customer, reading, book), Said(how.kind, entry.id, how.weight))
    said = (*fits, Said(cite.kind, entry.id, cite.weight, cite), *out)
    parts = (Part(entry, how.cash, how.taken, how.why),)
    if how.kind in _VAGUE:
        sure = not (out or is_vague(cite, how, reading, book))
    elif how.kind in _NEARLY:
        known = reading.payers.of(entry.customer) is not None or _is_meant(cite, reading, book)
        plain = how.weight >= weights.RARE and cite.weight >= weights.NUMBER_MOST
        sure = (
            not any(_is_owed_too(said, entry) for said in out)
            and (known or plain)
            and not (is_anothers(reading, book) or _is_listed(cite, reading))
        )
    else:
        theirs = reading.payers.of(entry.customer) is not None
        sure = among == 1 or cite.kind in RULES or theirs or _is_owed_by_no_other(cite, book)
    return draft(RULES.get(cite.kind, "NUMBER"), entry.customer, parts, how.over, said, sure)


def _is_owed_by_no_other(cite: Cite, book: Book) -> bool:
    """Whether every sign of the number is there, and all who owe the amount are its customer."""
    if cite.weight < weights.NUMBER_SPELLED:
        return False
    entry = cite.entry
    return all(other.customer == entry.customer for other in book.amounts.of(entry.currency, entry.open))


def _is_owed_too(said: Said, entry: Entry) -> bool:
    """Whether what is left out is the customer's own, and named by more than the end of its number."""
    cite = said.cite
    return cite is not None and cite.kind != "NUMBER_END" and cite.entry.customer == entry.customer


def is_vague(cite: Cite, how: Difference, reading: Reading, book: Book) -> bool:
    """Whether an amount that differs may be something else: a stranger's, a list, another item's, far too much."""
    if reading.payers.of(cite.entry.customer) is None and not _is_meant(cite, reading, book):
        return True
    if how.over * _SURPLUS > cite.entry.open or beside(cite, reading) or _is_one_of_several(cite, reading):
        return True
    if book.paid(cite.entry.customer, reading.amount):  # it may be that payment again, under a wrong number
        return True
    return is_anothers(reading, book)


def _is_listed(cite: Cite, reading: Reading) -> bool:
    """Whether digits stand beside it that end another number: two or more, and no rate."""
    return any(
        len(piece.digits) > 1 and reading.text[piece.end : piece.end + 1] not in _RATE
        for piece in beside(cite, reading)
    )


_RATE = ("%", ",", ".")


def _is_one_of_several(cite: Cite, reading: Reading) -> bool:
    """Whether another item of its customer is named that was paid already: a list that was paid before."""
    return any(
        not other.entry.open and other.entry.customer == cite.entry.customer and is_plain(other, reading)
        for other in reading.cites
    )


def _is_meant(cite: Cite, reading: Reading, book: Book) -> bool:
    """Whether a stranger states its reference, and its customer owes nothing else of that amount: no old reference."""
    return cite.kind == "REFERENCE" and not book.standing(cite.entry.customer, reading.currency).of(reading.amount)


def is_anothers(reading: Reading, book: Book) -> bool:
    """Whether the payer has another open item of exactly the amount."""
    return any(book.standing(customer, reading.currency).of(reading.amount) for customer in reading.payers.found)


_SURPLUS = 4
