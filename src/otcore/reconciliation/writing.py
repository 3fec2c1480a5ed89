"""A draft written out: money, allocations, findings with their places in the text."""

from collections.abc import Iterable

from otcore.payments.allocation import Adjustment, Allocation, Why
from otcore.reconciliation.decision import Finding, Proposal, Span
from otcore.reconciliation.reading import Reading
from otcore.reconciliation.rules.draft import Draft, Part, Said
from otcore.values.money import Money

_STAYS_OPEN = (Why.DEDUCTION, Why.PARTIAL)

Places = dict[tuple[int, int], tuple[Span | None, tuple[Span, ...]]]
"""Where parts of the text stand in the lines: the first place and further ones, looked up once for all proposals."""


def proposals_of(drafts: Iterable[Draft], reading: Reading) -> tuple[Proposal, ...]:
    """The proposals for people and for posting."""
    places: Places = {}
    return tuple([_proposal(draft, reading, places) for draft in drafts])


def _proposal(draft: Draft, reading: Reading, places: Places) -> Proposal:
    payment = reading.payment
    if payment.original is None or reading.currency == payment.amount.currency:
        allocations = tuple([_allocation(part) for part in draft.parts])
        over = Money.from_minor(draft.over, payment.amount.currency)
    else:
        allocations, over = _exchanged(draft, reading)
    findings = tuple([_finding(each, reading, places) for each in draft.said])
    return Proposal(draft.customer, allocations, over, draft.rule, findings, draft.weight)


def _allocation(part: Part, paid: Money | None = None) -> Allocation:
    """What an item gets; `paid`: the cash for it, of an item in another currency."""
    currency = part.entry.currency
    worth = Money.from_minor(part.cash, currency)
    cash, exchanged = (worth, None) if paid is None else (paid, worth)
    if not part.why:
        return Allocation(part.entry.id, cash, exchanged=exchanged)
    if part.why in _STAYS_OPEN:
        return Allocation(part.entry.id, cash, (), part.why, exchanged)
    taken = Adjustment(part.why, Money.from_minor(part.taken, currency))
    return Allocation(part.entry.id, cash, (taken,), "", exchanged)


def _exchanged(draft: Draft, reading: Reading) -> tuple[tuple[Allocation, ...], Money]:
    """Cash shared by what each item gets in its own currency; the last gets the rest."""
    paid, ordered = reading.payment.amount, reading.amount
    shares, given, worth = [], 0, 0
    for part in (*draft.parts, None):
        worth += part.cash if part else draft.over
        upto = paid.minor * worth // ordered
        shares.append(Money.from_minor(upto - given, paid.currency))
        given = upto
    return tuple(map(_allocation, draft.parts, shares)), shares[-1]


def _finding(said: Said, reading: Reading, places: Places) -> Finding:
    cite = said.cite
    if cite is None:
        return Finding(said.kind, said.about, said.weight)
    if cite.start < 0:
        return Finding(said.kind, said.about, said.weight, cite.said, Span(-1, 0, len(cite.said)))
    where = cite.start, cite.end
    found = places.get(where)
    if found is None:
        found = places[where] = _place(*where, reading)
    return Finding(said.kind, said.about, said.weight, cite.said, *found)


def _place(start: int, end: int, reading: Reading) -> tuple[Span | None, tuple[Span, ...]]:
    span = reading.span(start, end)
    whole = span is None or span.end - span.start >= end - start
    return span, () if whole else reading.spans(start, end)[1:]
