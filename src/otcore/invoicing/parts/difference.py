"""What lies between two invoices of the same whole: the later one less the earlier, line by line, as agreed amounts."""

from collections.abc import Sequence
from decimal import Decimal

from attrs import evolve as changed

from otcore.invoicing.advances import Advance, ThirdPartyPayment
from otcore.invoicing.inputs import InvoiceInput
from otcore.invoicing.lines import LineInput
from otcore.values.adjustment import Adjustment
from otcore.values.fast_init import changed as renewed
from otcore.values.money import Money
from otcore.values.quantity import Quantity


def between(before: InvoiceInput, after: InvoiceInput) -> tuple[LineInput, ...]:
    """The lines that moved between two invoices by `invoice_until`."""
    known = {line.id: line for line in before.lines}
    pairs = [(line, known.get(line.id)) for line in after.lines]
    return tuple([line if old is None else line_between(old, line) for line, old in pairs if _moved(line, old)])


def line_between(old: LineInput, line: LineInput) -> LineInput:
    """The later line less the earlier."""
    return renewed(
        line,
        quantity=Quantity.trusted(line.quantity.value - old.quantity.value, line.quantity.unit),
        adjustments=_adjustments(line.adjustments, old.adjustments),
        parts=tuple([line_between(*pair) for pair in zip(old.parts, line.parts, strict=True)]),
    )


def document_between(before: InvoiceInput, after: InvoiceInput, lines: tuple[LineInput, ...]) -> InvoiceInput:
    """The invoice of these lines, with what of the document's amounts lies between the two."""
    return changed(
        after,
        lines=lines,
        adjustments=_adjustments(after.adjustments, before.adjustments),
        prepaid=_less(after.prepaid, before.prepaid),
        rounding=_less(after.rounding, before.rounding),
        advances=tuple([_advance(*pair) for pair in zip(after.advances, before.advances, strict=True)]),
        third_party=tuple([_third_party(*pair) for pair in zip(after.third_party, before.third_party, strict=True)]),
    )


def _moved(line: LineInput, old: LineInput | None) -> bool:
    return old is None or line.quantity.value != old.quantity.value


def _adjustments(later: Sequence[Adjustment], earlier: Sequence[Adjustment]) -> tuple[Adjustment, ...]:
    return tuple([_adjustment(*pair) for pair in zip(later, earlier, strict=True)])


def _adjustment(later: Adjustment, earlier: Adjustment) -> Adjustment:
    if later == earlier and later.amount is None and later.base is None and later.units is None:
        return later
    return changed(
        later,
        amount=_less(later.amount, earlier.amount),
        base=_less(later.base, earlier.base),
        units=_fewer(later.units, earlier.units),
    )


def _advance(later: Advance, earlier: Advance) -> Advance:
    return changed(later, amount=_less(later.amount, earlier.amount))


def _third_party(later: ThirdPartyPayment, earlier: ThirdPartyPayment) -> ThirdPartyPayment:
    return changed(later, amount=later.amount - earlier.amount)


def _less(later: Money | None, earlier: Money | None) -> Money | None:
    return None if later is None or earlier is None else later - earlier


def _fewer(later: Decimal | None, earlier: Decimal | None) -> Decimal | None:
    return None if later is None or earlier is None else later - earlier
