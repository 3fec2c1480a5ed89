"""Credit notes: what one has to say, measured against the invoice and all that was credited of it before."""

from collections.abc import Iterator, Sequence

from attrs import frozen

from otcore.invoicing.credited import Credited
from otcore.invoicing.crediting.asked import (
    CreditAmount,
    CreditGroup,
    CreditItem,
    CreditPrice,
    CreditQuantity,
    CreditTotal,
    KeepBack,
    LowerPrice,
)
from otcore.invoicing.crediting.charged import Charged, charged_by
from otcore.invoicing.crediting.line_by_line import line_by_line
from otcore.invoicing.crediting.moving import Written
from otcore.invoicing.crediting.sharing import by_group, by_total, kept_back
from otcore.invoicing.crediting.standing import Standing, complete, credited_of, standing_of
from otcore.invoicing.crediting.worth import settled
from otcore.invoicing.crediting.writing import written
from otcore.invoicing.document import InvoiceDocument
from otcore.invoicing.inputs import InvoiceInput
from otcore.values.faults import Rejected
from otcore.values.money import Money

ONE_LINE = (CreditQuantity, CreditPrice, LowerPrice, CreditAmount)


@frozen
class CreditPart:
    """What a credit note says: `bill`, positive amounts to be calculated as an invoice; `reasons` by line, where they
    were given; and `credited`, what the invoice keeps from then on. Lines of the invoice have its ids, amounts of many
    lines have ids of their own.
    """

    bill: InvoiceInput
    credited: Credited
    reasons: tuple[tuple[str, str], ...] = ()


def credit(document: InvoiceDocument, items: Sequence[CreditItem], credited: Credited | None = None) -> CreditPart:
    """The credit note of these items for an invoice of which so much was credited before.

    All credit notes of an invoice come to what it came to, whatever was paid of it, once everything is credited, and
    never to more: each is what is credited by then less what was before. A quantity goes back with its share of what
    was charged, or of what amounts have left of it. Each line at most once; amounts of many lines come after those, and
    what is kept back last: it stays charged.

    Refused: `NOTHING_CREDITED`, `LINE_TWICE`, `LINE_UNKNOWN`, `QUANTITY_NOT_POSITIVE`, `MORE_THAN_INVOICED`,
    `AMOUNT_NOT_POSITIVE`, `PRICE_NOT_LOWER`, `DIFFERENCE_EXCEEDS_PRICE`, `CURRENCY_DIFFERS`, `CREDIT_EXCEEDS`,
    `CREDIT_NEGATIVE` (the buyer would owe something for it).
    """
    of = charged_by(document)
    before = standing_of(of, credited or Credited())
    _check(of, items)
    gone_back, of_lines = line_by_line(of, before, [item for item in items if isinstance(item, ONE_LINE)])
    start = settled(of, gone_back) if of_lines else before
    after, of_many = _spread(of, start, [item for item in items if isinstance(item, (CreditGroup, CreditTotal))])
    after, kept = _kept(of, before, after, [item for item in items if isinstance(item, KeepBack)])
    back = [new - old for new, old in zip(gone_back.adjustments, before.adjustments, strict=True)]
    closes = complete(of, after) and not complete(of, before)
    target = after.payable - before.payable
    bill, reasons = written(of, (*of_lines, *of_many, *kept), back, target, document.third_party if closes else ())
    return CreditPart(bill, credited_of(of, after), reasons)


def credit_rest(document: InvoiceDocument, credited: Credited | None = None) -> CreditPart:
    """The credit note of all that is left of an invoice. Refused: `NOTHING_LEFT`, and as `credit`."""
    of = charged_by(document)
    standing = standing_of(of, credited or Credited())
    left = (of.total - standing.payable) * of.sign
    items: list[CreditItem] = list(_lines_left(of, standing))
    if not items and left:
        items.append(CreditTotal(amount=Money.from_minor(left, document.currency)))
    if not items:
        raise Rejected("NOTHING_LEFT", invoice=document.number)
    return credit(document, items, credited)


def _lines_left(of: Charged, standing: Standing) -> Iterator[CreditQuantity | CreditAmount]:
    """The quantities that are left; of what went back already, the amounts that were kept."""
    for charged, was in zip(of.lines, standing.lines, strict=True):
        left, kept = charged.line.quantity.value - was.quantity, abs(charged.amount - was.amount)
        if left or (kept and not charged.line.quantity.value):
            yield CreditQuantity(line=charged.line.id, quantity=left)
        elif kept:
            yield CreditAmount(line=charged.line.id, amount=Money.from_minor(kept, of.document.currency))


def _spread(
    of: Charged, before: Standing, items: Sequence[CreditGroup | CreditTotal]
) -> tuple[Standing, tuple[Written, ...]]:
    """The items of many lines, amounts of the whole invoice last: these say what they come to."""
    by_tax = [item for item in items if isinstance(item, CreditGroup)]
    after, notes = _moved(of, before, by_tax)
    after, totals = _moved(of, settled(of, after) if by_tax else after, [item for item in items if item not in by_tax])
    return after, notes + totals


def _kept(
    of: Charged, before: Standing, after: Standing, items: Sequence[KeepBack]
) -> tuple[Standing, tuple[Written, ...]]:
    notes: list[Written] = []
    for item in items:
        moved = kept_back(of, before, after, item)
        after = moved.standing
        notes.extend(moved.written)
    return after, tuple(notes)


def _moved(
    of: Charged, standing: Standing, items: Sequence[CreditGroup | CreditTotal]
) -> tuple[Standing, tuple[Written, ...]]:
    notes: list[Written] = []
    for item in items:
        moved = by_group(of, standing, item) if isinstance(item, CreditGroup) else by_total(of, standing, item)
        standing = moved.standing
        notes.extend(moved.written)
    return standing, tuple(notes)


def _check(of: Charged, items: Sequence[CreditItem]) -> None:
    if not items:
        raise Rejected("NOTHING_CREDITED", invoice=of.document.number)
    lines = [item.line for item in items if isinstance(item, ONE_LINE)]
    if len(set(lines)) < len(lines):
        raise Rejected("LINE_TWICE", invoice=of.document.number)
