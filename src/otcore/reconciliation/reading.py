"""Everything that a payment says, read once: the text, who may have paid, what is named, and what kind it is."""

from attrs import frozen

from otcore.payments.allocation import Why
from otcore.reconciliation.book import Book
from otcore.reconciliation.evidence.canonical import canonical, unmixed
from otcore.reconciliation.evidence.cite import Cite
from otcore.reconciliation.evidence.citing import skeleton
from otcore.reconciliation.evidence.endings import cited_endings
from otcore.reconciliation.evidence.nearly import cited_nearly
from otcore.reconciliation.evidence.numbers import cited_numbers
from otcore.reconciliation.evidence.payers import Payers, payers_of
from otcore.reconciliation.evidence.pieces import Piece, pieces
from otcore.reconciliation.evidence.weights import NUMBER_UNMIXED, REFERENCE
from otcore.reconciliation.evidence.words import is_prepaid, reason_said
from otcore.reconciliation.payment import Payment
from otcore.values.fast_init import changed


@frozen
class Reading:
    """A payment as it was understood. `amount`, `currency`: what the items are compared with; `day`: a day number.

    `cites`: items it names; `loose`: runs of digits that name nothing; `prepaid`: it speaks of money in advance.
    """

    payment: Payment
    text: str
    amount: int
    currency: str
    day: int
    payers: Payers
    cites: tuple[Cite, ...]
    pieces: tuple[Piece, ...]
    loose: tuple[Piece, ...]
    prepaid: bool
    said: Why | None


def read(payment: Payment, book: Book) -> Reading:
    """What a payment says."""
    text = canonical(remittance(payment))
    found = pieces(text)
    cites, loose = _cited(text, found, book)
    stated = book.references.get(skeleton(payment.reference)) if payment.reference else None
    if stated:
        cites = [Cite("REFERENCE", entry, REFERENCE, payment.reference) for entry in stated] + cites
    money = payment.original if payment.original is not None else payment.amount
    payers = payers_of(payment, book, text)
    if loose:
        customers = {*payers.found, *(cite.entry.customer for cite in cites)}
        cites += cited_endings(text, loose, book.numbers, customers, money.minor)
        cites += cited_nearly(text, loose, cites, book, money.currency)
    return Reading(
        payment,
        text,
        money.minor,
        money.currency,
        payment.day.toordinal(),
        payers,
        _once(cites),
        tuple(found),
        tuple(loose),
        is_prepaid(text),
        reason_said(text),
    )


def remittance(payment: Payment) -> str:
    """The text in one line, without the payer's own reference, which names no document of ours."""
    text = " ".join(payment.text)
    own = payment.end_to_end
    return text.replace(own, " " * len(own)) if own and len(own) > _NAMES else text


_NAMES = 3


def _cited(text: str, found: list[Piece], book: Book) -> tuple[list[Cite], list[Piece]]:
    cites, loose = cited_numbers(text, found, book.numbers)
    clear = unmixed(text)
    if clear == text:
        return cites, loose
    more, rest = cited_numbers(clear, pieces(clear), book.numbers)
    new = [changed(cite, weight=cite.weight + NUMBER_UNMIXED, kind="NUMBER_UNMIXED") for cite in more]
    known = {(cite.start, cite.end) for cite in cites}
    return cites + [cite for cite in new if (cite.start, cite.end) not in known], rest


def _once(cites: list[Cite]) -> tuple[Cite, ...]:
    best: dict[str, Cite] = {}
    for cite in cites:
        known = best.get(cite.entry.id)
        if known is None or cite.weight > known.weight:
            best[cite.entry.id] = cite
    return tuple(best.values())
