"""What a credit note means for what was billed of an order before delivery."""

from collections.abc import Iterator, Mapping
from decimal import Decimal

from attrs import evolve as changed

from otcore.invoicing.credit_notes.credit_note import CreditNote
from otcore.invoicing.credited import Credited
from otcore.invoicing.invoice import Invoice
from otcore.orders.crediting import CreditLine, credit
from otcore.orders.events import AdvanceCredited, AdvanceReturned, LinesCredited, LinesInvoiced
from otcore.orders.order import Order
from otcore.orders.shipments.shipment import Shipment
from otcore.ports.kinds import Kept
from otcore.values.faults import Rejected
from otcore.values.money import Money, total

Fact = LinesCredited | LinesInvoiced | AdvanceCredited | AdvanceReturned


def order_facts(
    invoice: Invoice,
    credited: Credited,
    order: Order,
    note: CreditNote,
    lines: tuple[CreditLine, ...],
    back: Mapping[str, Kept[Shipment]],
) -> Iterator[Fact]:
    """What follows for an order when quantities of its lines are credited, or an invoice before delivery is.

    `credited`: all of the invoice by then; `back`: the shipments that are to be billed again. An advance that was taken
    off again is credited in part only, as for goods that came back: first credit what took it off. Goods are to be
    billed again only together with the lines that take advances off, or the bill would be without them.
    Refused: `ADVANCE_DEDUCTED`, and as `orders.crediting.credit`.
    """
    takers = _takers(invoice, order)
    given_back = _all_credited(takers, credited)
    if not given_back and any(each.reinvoice for each in lines):
        raise Rejected("ADVANCE_DEDUCTED", invoice=invoice.id, lines=", ".join(takers))
    if lines:
        yield from (_with_ahead(invoice, order, note, fact, back) for fact in credit(order, note.id, lines))
    advance = next((each for each in order.advances if each.invoice == invoice.id), None)
    if advance:
        if advance.deducted and note.payable >= advance.stands:
            by = ", ".join(number for number, _ in advance.deductions)
            raise Rejected("ADVANCE_DEDUCTED", invoice=invoice.id, deducted=str(advance.deducted), by=by)
        yield AdvanceCredited(note.id, invoice.id, note.payable)
    if takers and given_back:
        yield AdvanceReturned(note.id, invoice.id)


def before_delivery(invoice: Invoice, orders: Mapping[str, Order]) -> bool:
    """Whether an invoice bills something before delivery, or takes such an invoice off again."""
    if any(each.advance for each in invoice.bills):
        return True
    advances = {each.invoice for order in orders.values() for each in order.advances}
    return invoice.id in advances or any(order.ahead and order.ahead_by == invoice.id for order in orders.values())


def _with_ahead(
    invoice: Invoice,
    order: Order,
    note: CreditNote,
    fact: LinesCredited | LinesInvoiced,
    back: Mapping[str, Kept[Shipment]],
) -> LinesCredited | LinesInvoiced:
    """What was billed before it left, and is to be billed again, is no longer billed."""
    if isinstance(fact, LinesCredited) or order.ahead is None or order.ahead_by != invoice.id:
        return fact
    left = total((kept.some.value for kept in back.values() if kept.some.order == order.id), order.currency)
    return changed(fact, ahead=min(left - note.payable, Money.zero(order.currency)))


def _takers(invoice: Invoice, order: Order) -> dict[str, Decimal]:
    """The lines of the invoice that take advances of the order off, with their quantities; none where they were given
    back before.
    """
    if not any(number == invoice.id for each in order.advances for number, _ in each.deductions):
        return {}
    taken = {each.line for each in invoice.bills if each.advance and each.order == order.id}
    return {line.id: line.quantity.value for line in invoice.document.lines if line.id in taken}


def _all_credited(takers: Mapping[str, Decimal], credited: Credited) -> bool:
    return all(credited.quantity(line) == quantity for line, quantity in takers.items())
