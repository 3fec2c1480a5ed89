"""The life cycles by the kind of aggregate that they are of: what may happen, and in which state."""

from collections.abc import Mapping
from typing import Any

from otcore.customers.onboarding import ONBOARDING
from otcore.invoicing.credit_notes.lifecycle import CREDIT_NOTE_LIFE_CYCLE
from otcore.invoicing.invoices.lifecycle import DRAFT_LIFE_CYCLE, INVOICE_LIFE_CYCLE
from otcore.orders.lifecycle import LIFE_CYCLE
from otcore.orders.returns.lifecycle import RETURN_LIFE_CYCLE
from otcore.orders.shipments.lifecycle import SHIPMENT_LIFE_CYCLE
from otcore.payments.direct_debit.collection_lifecycle import COLLECTION_LIFE_CYCLE
from otcore.payments.direct_debit.mandate_lifecycle import MANDATE_LIFE_CYCLE
from otcore.payments.gateway.lifecycle import PAYMENT_LIFE_CYCLE
from otcore.payments.refunds.lifecycle import REFUND_LIFE_CYCLE
from otcore.support.lifecycle import DISPUTE_LIFE_CYCLE
from otcore.values.machine import Machine

TABLES: Mapping[str, Machine[Any]] = {
    "customer": ONBOARDING,
    "order": LIFE_CYCLE,
    "shipment": SHIPMENT_LIFE_CYCLE,
    "return": RETURN_LIFE_CYCLE,
    "invoice_draft": DRAFT_LIFE_CYCLE,
    "invoice": INVOICE_LIFE_CYCLE,
    "credit_note": CREDIT_NOTE_LIFE_CYCLE,
    "dispute": DISPUTE_LIFE_CYCLE,
    "gateway_payment": PAYMENT_LIFE_CYCLE,
    "mandate": MANDATE_LIFE_CYCLE,
    "collection": COLLECTION_LIFE_CYCLE,
    "refund": REFUND_LIFE_CYCLE,
}
"""A debt and a receipt have none: what is open of them is a sum."""
