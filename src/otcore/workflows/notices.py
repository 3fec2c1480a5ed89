"""The messages flows put in the outbox; topics are public names."""

from otcore.invoicing.invoice import Invoice
from otcore.orders.order import Order
from otcore.orders.shipment import Shipment
from otcore.payments.receipt import Receipt, standing
from otcore.ports.outbox import Notice


def order_placed(order: Order) -> Notice:
    """`order.placed`, `order.held` or `order.rejected`."""
    topic = "order.rejected" if order.reasons else "order.held" if order.held else "order.placed"
    why = "; ".join(order.reasons or [f"{hold.code}: {hold.why}" for hold in order.holds])
    facts = {"customer": order.customer, "value": str(order.value)}
    return Notice(topic, order.id, facts | ({"why": why} if why else {}))


def order_moved(order: Order) -> Notice:
    """`order.` and the status it reached."""
    answer = order.response.value if order.response else ""
    return Notice(f"order.{order.status.value}", order.id, {"customer": order.customer, "response": answer})


def shipped(shipment: Shipment) -> Notice:
    """`shipment.posted`."""
    return Notice("shipment.posted", shipment.id, {"order": shipment.order, "customer": shipment.customer})


def invoice_issued(invoice: Invoice) -> Notice:
    """`invoice.issued`."""
    facts = {"customer": invoice.customer, "order": invoice.order, "payable": str(invoice.payable)}
    return Notice("invoice.issued", invoice.id, facts)


def receipt_settled(receipt: Receipt) -> Notice:
    """`receipt.applied`, `receipt.on account` or `receipt.unidentified`."""
    facts = {"amount": str(receipt.amount), "unapplied": str(receipt.unapplied), "reason": receipt.reason}
    return Notice(f"receipt.{standing(receipt)}", receipt.id, facts | {"customer": receipt.customer})
