"""Nothing need be named: the payer is known, and an amount is one of the payer's open amounts."""

from collections.abc import Iterator

from otcore.reconciliation.book import Book
from otcore.reconciliation.evidence.cite import Cite
from otcore.reconciliation.evidence.nearness import nearest, runs
from otcore.reconciliation.index.entry import Entry
from otcore.reconciliation.policy import Policies
from otcore.reconciliation.reading import Reading
from otcore.reconciliation.rules.draft import Draft, Part, Said, draft, exactly
from otcore.reconciliation.rules.left_out import left_out

_SHOWN = 4
_SEEN = 40


def of_payer(reading: Reading, book: Book, policies: Policies) -> Iterator[Draft]:
    """Each item of a payer of which exactly the amount is open; near what the text says, if it is."""
    said = runs(reading.pieces)
    for customer in reading.payers.found:
        entries = book.standing(customer, reading.currency).of(reading.amount)[:_SEEN]
        if entries:
            whole = exactly(entries[0], reading, book)
            for entry in entries:
                yield _draft(entry, said, whole, reading, book)


def of_anybody(reading: Reading, book: Book, policies: Policies) -> Iterator[Draft]:
    """Items of nobody that is known to have paid, of exactly the amount; where few have it."""
    same = book.amounts.of(reading.currency, reading.amount)
    if len(same) > _SEEN:
        return
    said = runs(reading.pieces)
    for entry in same:
        if reading.payers.of(entry.customer) is None:
            yield _draft(entry, said, exactly(entry, reading, book), reading, book)


def _draft(
    entry: Entry, said: list[tuple[str, int, int]], whole: tuple[Said, ...], reading: Reading, book: Book
) -> Draft:
    near = nearest(said, entry.digits, entry.tail) if said else None
    findings = [*whole[:-1], Said(whole[-1].kind, entry.id, whole[-1].weight)]
    places = frozenset((near[1],)) if near else frozenset()
    if near:
        weight, start, end = near
        cite = Cite("NUMBER_NEAR", entry, weight, reading.text[start:end], start, end)
        findings.append(Said("NUMBER_NEAR", entry.id, weight, cite))
    findings += left_out(entry.customer, reading, {entry.id}, places, named=near is not None)
    rule = "NUMBER_NEAR" if near else "AMOUNT_OF_PAYER"
    known = reading.payers.of(entry.customer) is not None
    sure = near is not None or (known and not _is_surplus(findings, reading))
    return draft(rule, entry.customer, (Part(entry, reading.amount),), 0, tuple(findings), sure)


def _is_surplus(findings: list[Said], reading: Reading) -> bool:
    """Whether a little more may be paid than is owed on a named item, which is no rarer than a wrong number."""
    left = [said.cite.entry.open for said in findings if said.kind == "LEFT_OUT" and said.cite is not None]
    return any(open_ < reading.amount <= open_ + open_ // _LITTLE for open_ in left)


_LITTLE = 5
