"""What a credit note credits: of what the command asks for, never more than is left of the invoice."""

from collections.abc import Iterator, Mapping
from decimal import Decimal

from attrs import frozen

from otcore.invoicing.calculation import Totals, calculate
from otcore.invoicing.credit_notes.commands import IssueCreditNote
from otcore.invoicing.crediting import (
    CreditItem,
    CreditPart,
    CreditQuantity,
    CreditTotal,
    KeepBack,
    credit,
    credit_rest,
)
from otcore.invoicing.invoice import Invoice
from otcore.orders.crediting import CreditLine
from otcore.orders.returns.returned_goods import Return
from otcore.values.faults import Invalid, Rejected
from otcore.values.money import Money

FEE = "Restocking fee"
ZERO = Decimal(0)
Quantities = Mapping[str, Decimal]


@frozen
class Credit:
    """What is credited, calculated. `lines`: the quantities that it takes back, by the invoice's lines. `value`: what
    it would come to without a restocking fee, tax included.
    """

    part: CreditPart
    totals: Totals
    lines: tuple[CreditLine, ...]
    value: Money


def decide(invoice: Invoice, command: IssueCreditNote) -> Credit:
    """What a command credits that is about no return. Refused: `NOTHING_LEFT` and as `crediting.credit`."""
    items = tuple(_items(command))
    if not items:
        return rest(invoice)
    return _calculated(credit(invoice.document, items, invoice.credited), command.lines)


def rest(invoice: Invoice, reinvoice: bool = False) -> Credit:
    """All that is left of an invoice. Refused: `NOTHING_LEFT`."""
    part = credit_rest(invoice.document, invoice.credited)
    left = ((line.id, line.quantity.value - invoice.credited.quantity(line.id)) for line in invoice.document.lines)
    return _calculated(part, tuple(CreditLine(line, quantity, reinvoice) for line, quantity in left if quantity > 0))


def of_return(invoice: Invoice, command: IssueCreditNote, asked: Return, came_back: Quantities | None) -> Credit:
    """What came with a return, less its restocking fee; `came_back`: all that came back of the invoice, by line,
    None: it is not known.

    What was credited before it came is not credited again.
    Refused: `RETURN_NOT_CREDITABLE`, `NOTHING_LEFT`. Raises `Invalid` CREDIT_AMBIGUOUS.
    """
    if any(_items(command)):
        raise Invalid.one("CREDIT_AMBIGUOUS", "credit a return or say what to credit, not both", "/return_id")
    wanted = asked.to_credit(invoice.id)
    if not wanted:
        raise Rejected("RETURN_NOT_CREDITABLE", return_id=asked.id, invoice=invoice.id, status=asked.status.value)
    lines = tuple(_not_yet(invoice, wanted, came_back))
    if not lines:
        raise Rejected("NOTHING_LEFT", invoice=invoice.id, return_id=asked.id)
    return _less_fee(invoice, asked, lines)


def _not_yet(invoice: Invoice, wanted: Quantities, came_back: Quantities | None) -> Iterator[CreditLine]:
    for line, quantity in wanted.items():
        left = quantity
        if came_back is not None:
            left = min(quantity, came_back.get(line, ZERO) - invoice.credited.quantity(line))
        if left > 0:
            yield CreditLine(line, left)


def _less_fee(invoice: Invoice, asked: Return, lines: tuple[CreditLine, ...]) -> Credit:
    items: list[CreditItem] = [CreditQuantity(line=each.line, quantity=each.quantity) for each in lines]
    whole = _calculated(credit(invoice.document, items, invoice.credited), lines)
    fee = min(asked.fee_on(whole.value), whole.value)
    if not fee:
        return whole
    less = credit(invoice.document, [*items, KeepBack(amount=fee, reason=FEE)], invoice.credited)
    # For later notes the goods are credited whole: what is kept of them is given back with no other quantity.
    part = CreditPart(less.bill, whole.part.credited, less.reasons)
    return Credit(part, calculate(part.bill), lines, whole.value)


def _items(command: IssueCreditNote) -> Iterator[CreditItem]:
    yield from (CreditQuantity(line=each.line, quantity=each.quantity) for each in command.lines)
    yield from command.prices
    if command.amount is not None:
        yield CreditTotal(amount=command.amount, reason=command.reason)


def _calculated(part: CreditPart, lines: tuple[CreditLine, ...]) -> Credit:
    totals = calculate(part.bill)
    return Credit(part, totals, lines, totals.payable)
