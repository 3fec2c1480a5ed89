"""Several portions as one invoice: their lines one after the other, and what they come to together, to the cent."""

from collections.abc import Iterator, Sequence

from attrs import frozen

from otcore.invoicing.adjustments import AllowanceCharge
from otcore.invoicing.calculation import InvoiceInput, calculate
from otcore.invoicing.invoices.events import Billed
from otcore.invoicing.parts.fitting import settled
from otcore.invoicing.policies.portion import Portion
from otcore.values.adjustment import Adjustment
from otcore.values.fast_init import changed as renewed


@frozen
class Merged:
    """One invoice, and what each of its lines bills, or takes off again."""

    bill: InvoiceInput
    bills: tuple[Billed, ...]


def merged(portions: Sequence[Portion]) -> Merged:
    """The invoice of these portions.

    It comes to what invoices of each would: the cents by which tax on the sum differs are its rounding amount
    (BT-114). One portion keeps the numbers of its lines, several are numbered anew.
    """
    if len(portions) == 1:
        bill = portions[0].charged
        return Merged(bill, tuple([_source(line.id, portions[0], line.id) for line in bill.lines]))
    pairs = [(portion, line) for portion in portions for line in portion.charged.lines]
    bill = InvoiceInput(
        portions[0].bill.currency,
        tuple([renewed(line, id=str(index)) for index, (_, line) in enumerate(pairs, 1)]),
        tuple([each for portion in portions for each in _adjustments(portion)]),
        advances=tuple([each for portion in portions for each in portion.charged.advances]),
    )
    sources = [_source(str(index), portion, line.id) for index, (portion, line) in enumerate(pairs, 1)]
    return Merged(settled(bill, sum([portion.worth.minor for portion in portions])), tuple(sources))


def _source(name: str, portion: Portion, line: str) -> Billed:
    advance = dict(portion.less.lines).get(line, "") if portion.less else ""
    shipment = portion.shipment.id if portion.shipment else ""
    return Billed(name, portion.order.id, "" if advance else line, shipment, advance)


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
