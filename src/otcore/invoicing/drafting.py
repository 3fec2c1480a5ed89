"""Drafting the invoice document: who, whom, which order and despatch, when due, and how to pay."""

from datetime import date

from attrs import evolve as changed

from otcore.customers.customer import Customer
from otcore.invoicing.calculation import InvoiceInput, LineInput, Totals
from otcore.invoicing.document import DeliveryInformation, InvoiceDocument, InvoiceLine, PaymentInstructions
from otcore.invoicing.due import settlement
from otcore.invoicing.seller import Seller
from otcore.orders.line import OrderLine
from otcore.orders.order import Order
from otcore.orders.shipments.shipment import Shipment
from otcore.values.calendar import MONDAY_TO_FRIDAY, WorkCalendar
from otcore.values.fast_init import changed as renewed
from otcore.values.references import creditor_reference
from otcore.values.terms import BaseDays

SELF_BILLED = "389"
"""UNCL 1001: drawn up by the buyer."""
NOT_DEFINED = "1"
CREDIT_TRANSFER = "30"
SEPA_CREDIT_TRANSFER = "58"


def draft(
    number: str,
    day: date,
    seller: Seller,
    customer: Customer,
    order: Order,
    shipment: Shipment,
    billed: InvoiceInput,
    totals: Totals,
    calendar: WorkCalendar = MONDAY_TO_FRIDAY,
    note: str = "",
) -> InvoiceDocument:
    """The document of one shipment's invoice: the amounts are given, only the terms are worked out on the calendar.

    `number` "": it has none yet, and no reference to pay by (`numbered`).
    """
    details, profile = order.details, customer.profile
    base = BaseDays(day, shipment.delivered_on or shipment.day, order.day)
    settled = settlement(profile.terms, totals, base, calendar)
    agreed = {line.id: line for line in order.lines}
    return InvoiceDocument(
        number=number,
        issued=day,
        due=settled.due,
        currency=order.currency,
        seller=seller.party,
        buyer=profile.party,
        lines=tuple(line_of(line, agreed[line.id]) for line in billed.lines),
        totals=totals,
        payment=payment_of(number, seller, order.currency),
        buyer_reference=details.buyer_reference,
        order_reference=details.reference or order.id,
        sales_order=order.id,
        despatch_reference=shipment.id,
        contract=details.contract,
        accounting_cost=details.accounting_cost,
        terms_note=settled.note,
        note=note,
        delivery=delivery_of(order, customer, shipment.day),
        instalments=settled.instalments,
        discounts=settled.discounts,
    )


def numbered(document: InvoiceDocument, number: str) -> InvoiceDocument:
    """The document under its number, by whose reference it is paid."""
    payment = changed(document.payment, payment_id=creditor_reference(number))
    return renewed(document, number=number, payment=payment)


def self_billed(document: InvoiceDocument, number: str) -> InvoiceDocument:
    """The document under the number that its buyer gave it, by which the buyer pays it."""
    payment = changed(document.payment, payment_id=number)
    return renewed(document, number=number, payment=payment, type_code=SELF_BILLED)


def line_of(billed: LineInput, line: OrderLine) -> InvoiceLine:
    """The texts and references of a line that bills an order line."""
    agreed = line.agreed
    return InvoiceLine(
        id=billed.id,
        quantity=billed.quantity,
        price=billed.price,
        tax=billed.tax,
        name=agreed.name,
        description=agreed.description,
        seller_item=agreed.product,
        buyer_item=agreed.buyer_item,
        standard_item=agreed.standard_item,
        order_line=line.id,
        accounting_cost=agreed.accounting_cost,
    )


def payment_of(number: str, seller: Seller, currency: str) -> PaymentInstructions:
    """How the invoice of this number is paid; "": it has none yet."""
    return PaymentInstructions(
        means=_means(seller, currency),
        payment_id=creditor_reference(number) if number else "",
        iban=seller.iban,
        bic=seller.bic,
        account_name=seller.account_name,
    )


def _means(seller: Seller, currency: str) -> str:
    """UNCL 4461; a credit transfer needs an account (BR-61)."""
    if not seller.iban:
        return NOT_DEFINED
    return SEPA_CREDIT_TRANSFER if currency == "EUR" else CREDIT_TRANSFER


def delivery_of(order: Order, customer: Customer, day: date | None) -> DeliveryInformation:
    """Where an order is delivered, and when its goods left; None: not, or not at once."""
    wanted = order.details.delivery
    address = wanted.address if wanted else None
    return DeliveryInformation(
        day=day,
        location=wanted.location if wanted else None,
        party_name=wanted.name if wanted else "",
        address=address or customer.profile.delivery or customer.profile.party.address,
    )
