"""Nothing need be named: the payer is known, and an amount is one of the payer's open amounts."""

from collections.abc import Iterator, Sequence

from otcore.payments.allocation import Why
from otcore.reconciliation.book import Book
from otcore.reconciliation.evidence import weights
from otcore.reconciliation.evidence.aside import without_aside
from otcore.reconciliation.evidence.cite import Cite
from otcore.reconciliation.evidence.nearness import nearest, runs
from otcore.reconciliation.evidence.words import says_several
from otcore.reconciliation.index.entry import Entry
from otcore.reconciliation.policy import Policies
from otcore.reconciliation.reading import Reading
from otcore.reconciliation.rules.draft import Draft, Part, Said, draft, exactly
from otcore.reconciliation.rules.left_out import left_out

_SHOWN = 4
_SEEN = 40

Run = tuple[str, int, int]
"""Digits, and where they begin and end in the text."""


def of_payer(reading: Reading, book: Book, policies: Policies) -> Iterator[Draft]:
    """Each item of a payer of which exactly the amount is open; near what the text says, if it is."""
    for customer in reading.payers.found:
        entries = book.standing(customer, reading.currency).of(reading.amount)[:_SEEN]
        if entries:
            whole = exactly(entries[0], reading, book)
            said = _said(customer, whole[-1].weight, reading)
            paid = _paid_near(customer, said, reading, book)
            for entry in entries:
                yield _draft(entry, said, whole, reading, paid)


def of_anybody(reading: Reading, book: Book, policies: Policies) -> Iterator[Draft]:
    """Items of nobody that is known to have paid, of exactly the amount; where few have it."""
    same = book.amounts.of(reading.currency, reading.amount)
    if len(same) > _SEEN:
        return
    for entry in same:
        if reading.payers.of(entry.customer) is None:
            whole = exactly(entry, reading, book)
            yield _draft(entry, _said(entry.customer, whole[-1].weight, reading), whole, reading)


def _said(customer: str, fits: int, reading: Reading) -> list[Run]:
    """Digits that may be a number spelled wrongly: no part of a day, and not exactly another number of the customer.

    Where the amount itself says much (`fits`), they may be that too: wrong numbers are often others' numbers.
    """
    known = [
        range(cite.start, cite.end)
        for cite in reading.cites
        if cite.entry.customer == customer and cite.kind in _WHOLE and fits < weights.REQUIRED
    ]
    spare = [piece for piece in reading.pieces if not (piece.dated or any(piece.start in each for each in known))]
    return runs(without_aside(reading.text, spare))


_WHOLE = ("NUMBER", "NUMBER_DIGITS")


def _paid_near(customer: str, said: Sequence[Run], reading: Reading, book: Book) -> tuple[Said, ...]:
    """An item that was paid with exactly this amount, near whose number the text comes: it may be paid twice."""
    for entry in book.paid(customer, reading.amount) if said else ():
        near = nearest(said, entry.digits, entry.tail)
        if near:
            weight, start, end = near
            return (
                Said("PAID_NEAR", entry.id, 0, Cite("PAID_NEAR", entry, weight, reading.text[start:end], start, end)),
            )
    return ()


def _draft(
    entry: Entry,
    said: Sequence[Run],
    whole: tuple[Said, ...],
    reading: Reading,
    paid: tuple[Said, ...] = (),
) -> Draft:
    near = nearest(said, entry.digits, entry.tail) if said else None
    findings = [*whole[:-1], Said(whole[-1].kind, entry.id, whole[-1].weight)]
    places = frozenset((near[1],)) if near else frozenset()
    if near:
        weight, start, end = near
        cite = Cite("NUMBER_NEAR", entry, weight, reading.text[start:end], start, end)
        findings.append(Said("NUMBER_NEAR", entry.id, weight, cite))
    several = near is None and not reading.cites and says_several(reading.text)
    if several:
        findings.append(Said("SEVERAL_SAID", entry.id, weights.SEVERAL_SAID))
    findings += left_out(entry.customer, reading, {entry.id}, places, named=near is not None)
    rule = "NUMBER_NEAR" if near else "AMOUNT_OF_PAYER"
    known = reading.payers.of(entry.customer) is not None
    sure = near is not None or (known and not (paid or several) and not _is_of_named(findings, reading))
    findings += () if near else paid
    return draft(rule, entry.customer, (Part(entry, reading.amount),), 0, tuple(findings), sure)


def _is_of_named(findings: Sequence[Said], reading: Reading) -> bool:
    """Whether named items may be meant: several, or a little more is paid, or the text says why less is."""
    left = [said.cite.entry.open for said in findings if said.kind == "LEFT_OUT" and said.weight > 0 and said.cite]
    short = reading.said in _LESS and any(open_ > reading.amount for open_ in left)
    return short or len(left) > _ONE or any(open_ < reading.amount <= open_ + open_ // _LITTLE for open_ in left)


_ONE, _LITTLE = 1, 5
_LESS = (Why.DEDUCTION, Why.PARTIAL, Why.WITHHOLDING)
