"""Shipments that are to be billed again, for a credit note took back all that was billed of them."""

from collections.abc import Mapping, Sequence
from decimal import Decimal

from otcore.invoicing.credit_notes.credit_note import CreditNote
from otcore.orders.crediting import CreditLine
from otcore.orders.exposure import in_account
from otcore.orders.shipments.events import BillTakenBack
from otcore.orders.shipments.shipment import Shipment
from otcore.ports.kinds import Kept
from otcore.values.allocation import allocate
from otcore.values.money import Money
from otcore.workflows.invoice_books import Books


def taken_back(books: Books, note: CreditNote, lines: Sequence[CreditLine]) -> dict[str, Kept[Shipment]]:
    """The shipments of which all that did not come back is credited to be billed again; each counts until then what
    the note gives for it.
    """
    again = {each.line: each.quantity for each in lines if each.reinvoice}
    wanted = {id: _billed(books, kept.some) for id, kept in books.shipments.items()}
    whole = [id for id, billed in wanted.items() if _all(billed, again) and _bills(note, books.shipments[id].some)]
    worth = _worth(note, [wanted[id] for id in whole])
    if not all(each.shipment for each in books.invoice.some.sources):
        worth = tuple([books.shipments[id].some.value for id in whole])  # its lines bill whatever left of the order
    found = {}
    for id, money in zip(whole, worth, strict=True):
        kept = books.shipments[id]
        found[id] = kept.after((BillTakenBack(note.id, in_account(books.orders[kept.some.order].some, money)),))
    return found


def _bills(note: CreditNote, shipment: Shipment) -> bool:
    return shipment.invoice == note.invoice


def _billed(books: Books, shipment: Shipment) -> dict[str, Decimal]:
    """What the invoice bills of a shipment and is still there, by the invoice's lines."""
    sources = [each for each in books.sources_of(shipment.order) if each.shipment in ("", shipment.id)]
    return {each.line: there for each in sources if (there := books.still_there(each))}


def _all(billed: Mapping[str, Decimal], again: Mapping[str, Decimal]) -> bool:
    return bool(billed) and all(again.get(line) == quantity for line, quantity in billed.items())


def _worth(note: CreditNote, shipments: Sequence[Mapping[str, Decimal]]) -> tuple[Money, ...]:
    """What a note gives for each shipment: their parts of it by what is credited of their lines."""
    nets = {line.id: abs(line.net.minor) for line in note.document.totals.lines}
    weights = [sum([nets.pop(line, 0) for line in lines]) for lines in shipments]
    rest = sum(nets.values())
    if not any((*weights, rest)):
        rest, weights = 0, [1] * len(weights)
    return allocate(note.payable, [*weights, rest])[:-1] if weights else ()
