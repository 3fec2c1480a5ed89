"""Drafting the document of an invoice of several portions: what all of them say stands at its head, what one of them
says at its lines.
"""

from collections.abc import Callable, Iterable, Iterator, Sequence
from datetime import date

from attrs import frozen

from otcore.customers.billing import Deduction
from otcore.customers.customer import Customer
from otcore.invoicing.calculation import InvoiceInput, LineInput, Totals
from otcore.invoicing.document import DeliveryInformation, InvoiceDocument, InvoiceLine
from otcore.invoicing.drafting import delivery_of, line_of, payment_of
from otcore.invoicing.due import settlement
from otcore.invoicing.invoices.events import Billed
from otcore.invoicing.policies.merging import Merged
from otcore.invoicing.policies.portion import Portion
from otcore.invoicing.references import InvoicePeriod, PrecedingInvoice
from otcore.invoicing.seller import Seller
from otcore.orders.order import Order
from otcore.values.calendar import WorkCalendar
from otcore.values.fast_init import changed
from otcore.values.terms import BaseDays

PREPAYMENT = "386"
"""UNCL 1001: an invoice to be paid before what it bills is delivered."""


@frozen(kw_only=True)
class Head:
    """What an invoice says that no order or shipment does. `buyer_reference`: in place of the orders' own;
    `preceding`: what it takes off again (BG-3).
    """

    day: date
    seller: Seller
    customer: Customer
    calendar: WorkCalendar
    note: str = ""
    buyer_reference: str = ""
    period: InvoicePeriod | None = None
    preceding: tuple[PrecedingInvoice, ...] = ()
    deduction: Deduction = Deduction.LINES


def draft_of(head: Head, portions: Sequence[Portion], merged: Merged, totals: Totals) -> InvoiceDocument:
    """The document without a number. Several orders or shipments are named at its lines (BT-132 and what the syntaxes
    have beside it), and their days are its period (BG-14).
    """
    orders = tuple({portion.order.id: portion.order for portion in portions}.values())
    shipped = [portion.shipment for portion in portions if portion.shipment]
    base = BaseDays(head.day, _last_delivery(portions), min(order.day for order in orders))
    settled = settlement(head.customer.profile.terms, totals, base, head.calendar)
    one = orders[0] if len(orders) == 1 else None
    return InvoiceDocument(
        number="",
        issued=head.day,
        due=settled.due,
        currency=merged.bill.currency,
        seller=head.seller.party,
        buyer=head.customer.profile.party,
        lines=tuple(_lines(portions, merged)),
        totals=totals,
        payment=payment_of("", head.seller, merged.bill.currency),
        buyer_reference=head.buyer_reference or _common(orders, lambda each: each.details.buyer_reference),
        order_reference=(one.details.reference or one.id) if one else "",
        sales_order=one.id if one else "",
        despatch_reference=shipped[0].id if len(shipped) == 1 else "",
        contract=_common(orders, lambda each: each.details.contract),
        accounting_cost=_common(orders, lambda each: each.details.accounting_cost),
        terms_note=settled.note,
        note=head.note,
        delivery=_delivery(head.customer, portions),
        instalments=settled.instalments,
        discounts=settled.discounts,
        preceding=head.preceding,
        period=head.period or _period(portions),
    )


def draft_advance(head: Head, order: Order, billed: InvoiceInput, totals: Totals, name: str) -> InvoiceDocument:
    """The document of an invoice before delivery, without a number: amounts of the order, one for each way of being
    taxed, under this name.
    """
    base = BaseDays(head.day, None, order.day)
    settled = settlement(head.customer.profile.terms, totals, base, head.calendar)
    return InvoiceDocument(
        number="",
        issued=head.day,
        due=settled.due,
        currency=order.currency,
        seller=head.seller.party,
        buyer=head.customer.profile.party,
        lines=tuple([_amount(line, name) for line in billed.lines]),
        totals=totals,
        payment=payment_of("", head.seller, order.currency),
        type_code=PREPAYMENT,
        buyer_reference=order.details.buyer_reference,
        order_reference=order.details.reference or order.id,
        sales_order=order.id,
        contract=order.details.contract,
        accounting_cost=order.details.accounting_cost,
        terms_note=settled.note,
        note=head.note,
        delivery=delivery_of(order, head.customer, None),
        instalments=settled.instalments,
        discounts=settled.discounts,
    )


def _lines(portions: Sequence[Portion], merged: Merged) -> Iterator[InvoiceLine]:
    orders = len({portion.order.id for portion in portions}) > 1
    by_source = {(portion.order.id, _shipment(portion)): portion.order for portion in portions}
    for billed, source in zip(merged.bill.lines, merged.bills, strict=True):
        order = by_source[source.order, source.shipment]
        if source.advance:
            yield _taken_off(billed, source)
            continue
        line = order.line(source.order_line)
        assert line is not None, "an invoice bills lines of its orders"
        yield changed(
            line_of(billed, line),
            order=(order.details.reference or order.id) if orders else "",
            despatch=source.shipment if len(portions) > 1 else "",
        )


def _taken_off(billed: LineInput, source: Billed) -> InvoiceLine:
    return _amount(billed, f"Less invoice {source.advance}")


def _amount(billed: LineInput, name: str) -> InvoiceLine:
    return InvoiceLine(
        id=billed.id, quantity=billed.quantity, price=billed.price, tax=billed.tax, name=name, taxes=billed.taxes
    )


def _shipment(portion: Portion) -> str:
    return portion.shipment.id if portion.shipment else ""


def _common(orders: Iterable[Order], said: Callable[[Order], str]) -> str:
    """What all orders say alike, else nothing."""
    found = {said(order) for order in orders}
    return found.pop() if len(found) == 1 else ""


def _days(portions: Sequence[Portion]) -> list[date]:
    return sorted(portion.shipment.day for portion in portions if portion.shipment)


def _last_delivery(portions: Sequence[Portion]) -> date | None:
    days = [each.shipment.delivered_on or each.shipment.day for each in portions if each.shipment]
    return max(days, default=None)


def _period(portions: Sequence[Portion]) -> InvoicePeriod | None:
    days = _days(portions)
    return InvoicePeriod(days[0], days[-1]) if len(portions) > 1 and days else None


def _delivery(customer: Customer, portions: Sequence[Portion]) -> DeliveryInformation | None:
    """Where all went, and when where that was one day; nothing where they went to several places."""
    days = set(_days(portions))
    day = days.pop() if len(days) == 1 else None
    found = {delivery_of(portion.order, customer, day) for portion in portions}
    return found.pop() if len(found) == 1 else None
