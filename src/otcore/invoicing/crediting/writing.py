"""A credit note as an invoice of positive amounts: its lines with what rounding and earlier credits leave of them."""

from collections.abc import Iterator, Sequence

from attrs import evolve as changed

from otcore.invoicing.advances import ThirdPartyPayment
from otcore.invoicing.crediting.charged import Charged, bill
from otcore.invoicing.crediting.moving import Written
from otcore.invoicing.inputs import InvoiceInput
from otcore.invoicing.parts.fitting import Target, fitted
from otcore.invoicing.parts.numbering import fresh_ids
from otcore.values.fast_init import changed as renewed


def written(
    of: Charged,
    notes: Sequence[Written],
    back: Sequence[int],
    payable: int,
    third_party: tuple[ThirdPartyPayment, ...],
) -> tuple[InvoiceInput, tuple[tuple[str, str], ...]]:
    """The credit note of these lines, of so much of each adjustment of the document, that comes to `payable`; and the
    reasons that were given, by line.
    """
    named = tuple(_named(of, notes))
    lines = [note.line for note in named]
    part = bill(of, lines, [each for each, _ in of.adjustments])
    part = changed(part, third_party=third_party) if third_party else part
    fit = fitted(part, Target(tuple([note.target for note in named]), tuple(back), payable))
    return fit, tuple([(note.line.id, note.reason) for note in named if note.reason])


def _named(of: Charged, notes: Sequence[Written]) -> Iterator[Written]:
    """Lines without an id get the next numbers that no line of the invoice has."""
    ids = fresh_ids([each.line for each in of.lines])
    return (note if note.line.id else renewed(note, line=renewed(note.line, id=next(ids))) for note in notes)
