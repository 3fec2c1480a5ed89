"""Several portions as one invoice: their lines one after the other, and what they come to together, to the cent."""

from collections.abc import Iterator, Sequence

from attrs import evolve as changed
from attrs import frozen

from otcore.invoicing.adjustments import AllowanceCharge
from otcore.invoicing.advances import Advance
from otcore.invoicing.calculation import InvoiceInput, calculate
from otcore.invoicing.invoices.events import Billed
from otcore.invoicing.parts.fitting import settled
from otcore.invoicing.policies.portion import Portion
from otcore.values.adjustment import Adjustment
from otcore.values.fast_init import changed as renewed


@frozen
class Merged:
    """One invoice, and whose goods each of its lines bills."""

    bill: InvoiceInput
    bills: tuple[Billed, ...]


def merged(portions: Sequence[Portion], advances: tuple[Advance, ...] = ()) -> Merged:
    """The invoice of these portions, which deducts advances.

    It comes to what invoices of each would: the cents by which tax on the sum differs are its rounding amount
    (BT-114). One portion keeps the numbers of its lines, several are numbered anew.
    """
    if len(portions) == 1:
        bill, names = portions[0].bill, [line.id for line in portions[0].bill.lines]
    else:
        bill, names = _together(portions), [str(index) for index, _ in enumerate(_lines(portions), 1)]
    sources = [_source(name, *each) for name, each in zip(names, _lines(portions), strict=True)]
    return Merged(changed(bill, advances=advances) if advances else bill, tuple(sources))


def _together(portions: Sequence[Portion]) -> InvoiceInput:
    lines = [line for portion in portions for line in portion.bill.lines]
    bill = InvoiceInput(
        portions[0].bill.currency,
        tuple([renewed(line, id=str(index)) for index, line in enumerate(lines, 1)]),
        tuple([each for portion in portions for each in _adjustments(portion)]),
    )
    return settled(bill, sum([portion.worth.minor for portion in portions]))


def _lines(portions: Sequence[Portion]) -> Iterator[tuple[Portion, str]]:
    return ((portion, line.id) for portion in portions for line in portion.bill.lines)


def _source(name: str, portion: Portion, order_line: str) -> Billed:
    return Billed(name, portion.order.id, order_line, portion.shipment.id if portion.shipment else "")


def _adjustments(portion: Portion) -> Iterator[Adjustment]:
    """The document's allowances and charges, each of what its own portion comes to."""
    if portion.bill.adjustments:
        yield from map(_of_its_own, calculate(portion.bill).adjustments)


def _of_its_own(stated: AllowanceCharge) -> Adjustment:
    by_percent = stated.percent is not None
    return Adjustment(
        charge=stated.charge,
        amount=None if by_percent else stated.amount,
        percent=stated.percent,
        base=stated.base if by_percent else None,
        reason=stated.reason,
        reason_code=stated.reason_code,
        tax=stated.tax,
    )
