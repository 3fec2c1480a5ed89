"""Billing amounts of an order: down payments, milestones, and the final invoice that takes them off again."""

from otcore.invoicing.on_account.billing import bill_until
from otcore.invoicing.on_account.deducting import Deducted, deduct, deduct_paid
from otcore.invoicing.on_account.groups import BilledAmount, billed_amount
from otcore.invoicing.on_account.steps import BillingStep, marks, payable_of

__all__ = [
    "BilledAmount",
    "BillingStep",
    "Deducted",
    "bill_until",
    "billed_amount",
    "deduct",
    "deduct_paid",
    "marks",
    "payable_of",
]
