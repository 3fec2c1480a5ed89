"""Everything that a payment says, read once: the text, who may have paid, what is named, and what kind it is."""

from collections.abc import Sequence
from operator import attrgetter

from attrs import frozen

from otcore.payments.allocation import Why
from otcore.reconciliation.book import Book
from otcore.reconciliation.decision import Span
from otcore.reconciliation.evidence.aside import without_aside
from otcore.reconciliation.evidence.bits import log2
from otcore.reconciliation.evidence.cite import Cite
from otcore.reconciliation.evidence.endings import cited_endings
from otcore.reconciliation.evidence.listing import FIELDS
from otcore.reconciliation.evidence.members import cited_members
from otcore.reconciliation.evidence.nearly import cited_nearly
from otcore.reconciliation.evidence.numbers import cited_numbers
from otcore.reconciliation.evidence.payers import Payers, payers_of
from otcore.reconciliation.evidence.pieces import Piece, pieces
from otcore.reconciliation.evidence.shapes import looks_ours
from otcore.reconciliation.evidence.weights import NAMED_PLAINLY, NUMBER_UNMIXED, REFERENCE, SMALLEST_BOOK
from otcore.reconciliation.evidence.words import is_prepaid, reason_said
from otcore.reconciliation.payment import Payment
from otcore.reconciliation.policy import MatchingPolicy, Policies
from otcore.reconciliation.remittance import Part, TextField, fields_of
from otcore.reconciliation.spelling.canonical import canonical, may_be_mixed, unmixed
from otcore.values.fast_init import changed, fast_init
from otcore.values.money import Money

MOST_CITES = 100
"""A payment that names more is left to a person."""
_SAYS = (Part.REMITTANCE, Part.CREDITOR_REFERENCE, Part.OTHER)
_START = attrgetter("start")


Slots = dict[str, list[list[Cite]]]
"""By customer: the items that each place of the text may mean."""


@fast_init
@frozen
class Reading:
    """A payment as it was understood. `amount`, `currency`: what the items are compared with; `day`: a day number.

    `cites`: items it names; `loose`: runs of digits that name nothing; `names_strangely`: a number that looks like ours
    and is not. `slots`: the places of the text where items of the currency are named that are open, by customer.
    `beyond`: what the text says for each item that it names, more than chance would; `plain`: the open ones of which it
    says enough. `adds_up`: all that is named is one customer's and comes to the amount.
    """

    payment: Payment
    text: str
    fields: tuple[tuple[int, TextField], ...]
    amount: int
    currency: str
    day: int
    payers: Payers
    cites: tuple[Cite, ...]
    pieces: tuple[Piece, ...]
    loose: tuple[Piece, ...]
    names_strangely: bool
    slots: Slots
    beyond: dict[str, int]
    plain: tuple[Cite, ...]
    adds_up: bool

    @property
    def prepaid(self) -> bool:
        """Whether it speaks of money in advance."""
        return is_prepaid(self.text)

    @property
    def said(self) -> Why | None:
        """The reason that it gives for a difference."""
        return reason_said(self.text)

    def span(self, start: int, end: int) -> Span | None:
        """Where text[start:end] stands in the payment's own lines; of several lines the first."""
        at, field = self._field(start)
        return field.span(start - at, end - at)

    def spans(self, start: int, end: int) -> tuple[Span, ...]:
        """Where text[start:end] stands in the payment's own lines, a span a line."""
        at, field = self._field(start)
        return field.spans(start - at, end - at)

    def _field(self, start: int) -> tuple[int, TextField]:
        place = -1
        while self.fields[place][0] > start:
            place -= 1
        return self.fields[place]


def read(payment: Payment, book: Book, policies: Policies) -> Reading:
    """What a payment says."""
    fields = _fields(payment)
    text = canonical(FIELDS.join(field.text for field in fields))
    found = pieces(text)
    cites, loose = _cited(text, found, book)
    stated = book.referred(payment.reference) if payment.reference else None
    if stated:
        cites = [Cite("REFERENCE", entry, REFERENCE, payment.reference) for entry in stated] + cites
    payers = payers_of(payment, book, text, policies)
    money = _compared(payment, cites, policies.of(next(iter(payers.found), "")))
    again = _read_again(cites, found, loose, payers)
    adds_up = _adds_up(cites, money)
    if again and len(cites) <= MOST_CITES and not adds_up:
        customers = {*payers.found, *(cite.entry.customer for cite in cites)}
        years = {str(payment.day.year + more) for more in (-1, 0, 1)}
        ends = without_aside(text, [piece for piece in again if piece.digits not in years])
        cites += cited_members(text, ends, cites, book, money.currency)
        cites += cited_endings(text, ends, book.numbers, customers, money.minor)
        cites += cited_nearly(text, without_aside(text, loose), cites, book, money.currency)
        adds_up = _adds_up(cites, money)
    once = _once(cites)[: MOST_CITES + 1]
    beyond = {each.entry.id: each.weight - _scope(each.entry.customer, payers, book, money.currency) for each in once}
    return Reading(
        payment,
        text,
        tuple(zip(_starts(fields), fields, strict=True)),
        money.minor,
        money.currency,
        payment.day.toordinal(),
        payers,
        once,
        tuple(found),
        tuple(loose),
        any(looks_ours(piece, book) for piece in loose),
        _slots(once, money.currency),
        beyond,
        tuple([cite for cite in once if cite.entry.open and beyond[cite.entry.id] >= NAMED_PLAINLY]),
        adds_up,
    )


def _scope(customer: str, payers: Payers, book: Book, currency: str) -> int:
    """How many items it is taken from: the customer's, where the customer may be the payer, else all."""
    if payers.of(customer) is None:
        return log2(max(SMALLEST_BOOK, book.size))
    return log2(max(1, len(book.standing(customer, currency))))


def _slots(cites: Sequence[Cite], currency: str) -> Slots:
    places: dict[str, dict[int, list[Cite]]] = {}
    for cite in cites:
        if cite.entry.open and cite.entry.currency == currency:
            places.setdefault(cite.entry.customer, {}).setdefault(cite.start, []).append(cite)
    return {customer: list(slots.values()) for customer, slots in places.items()}


def _compared(payment: Payment, cites: Sequence[Cite], policy: MatchingPolicy) -> Money:
    """What items are compared with: what the payer ordered in another currency, where the policy takes those, and what
    is named is not owed in that of the payment.
    """
    original = payment.original
    if original is None or original.currency == payment.amount.currency or not policy.cross_currency:
        return payment.amount
    owed = {cite.entry.currency for cite in cites if cite.entry.open}
    return payment.amount if payment.amount.currency in owed and original.currency not in owed else original


def _read_again(cites: Sequence[Cite], found: Sequence[Piece], loose: list[Piece], payers: Payers) -> list[Piece]:
    """Runs that name nothing, and those that name a stranger's item: in a list they may end another number."""
    named: dict[str, int] = {}
    for cite in cites:
        named[cite.entry.customer] = named.get(cite.entry.customer, 0) + 1
    ours = {customer for customer, count in named.items() if count > 1 or payers.of(customer) is not None}
    if not ours or len(ours) == len(named):
        return loose
    own = {cite.start for cite in cites if cite.entry.customer in ours}
    strange = [(cite.start, cite.end) for cite in cites if cite.start >= 0 and cite.start not in own]
    more = [piece for piece in found if any(start <= piece.start < end for start, end in strange)]
    return sorted([*loose, *more], key=_START)


def _adds_up(cites: Sequence[Cite], money: Money) -> bool:
    """Whether all that is named is one customer's and adds up to the amount: then no more need be understood."""
    if len(cites) == 1:
        only = cites[0].entry
        return only.open == money.minor and only.currency == money.currency
    entries = {cite.entry.id: cite.entry for cite in cites}.values()
    if sum(entry.open for entry in entries if entry.currency == money.currency) != money.minor:
        return False
    return len({entry.customer for entry in entries}) == 1


def _fields(payment: Payment) -> list[TextField]:
    """What the payer says that it pays; where nothing is said, the payer's own reference."""
    fields = fields_of(payment.text) if payment.text else ()
    says = [field for field in fields if field.part in _SAYS]
    return says or [field for field in fields if field.part is Part.PAYER_REFERENCE]


def _starts(fields: Sequence[TextField]) -> list[int]:
    starts, at = [], 0
    for field in fields:
        starts.append(at)
        at += len(field.text) + len(FIELDS)
    return starts


def _cited(text: str, found: list[Piece], book: Book) -> tuple[list[Cite], list[Piece]]:
    cites, loose = cited_numbers(text, found, book.numbers)
    clear = unmixed(text) if may_be_mixed(text, [(piece.start, piece.end) for piece in found]) else text
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
