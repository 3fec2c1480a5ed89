"""Payment terms: when an invoice falls due, in which parts, and what paying early earns."""

from otcore.values.terms.discount_offer import DiscountOffer
from otcore.values.terms.discount_terms import DiscountTerms
from otcore.values.terms.due_rule import BaseDays, DueAnchor, DueRule
from otcore.values.terms.due_step import END_OF_MONTH, DueStep
from otcore.values.terms.instalment import Instalment
from otcore.values.terms.instalment_terms import InstalmentTerms
from otcore.values.terms.payment_terms import CASH_ON_DELIVERY, PREPAYMENT, PaymentTerms
from otcore.values.terms.rolling import Rolling, rolled
from otcore.values.terms.scheduling import discounts, schedule

__all__ = [
    "CASH_ON_DELIVERY",
    "END_OF_MONTH",
    "PREPAYMENT",
    "BaseDays",
    "DiscountOffer",
    "DiscountTerms",
    "DueAnchor",
    "DueRule",
    "DueStep",
    "Instalment",
    "InstalmentTerms",
    "PaymentTerms",
    "Rolling",
    "discounts",
    "rolled",
    "schedule",
]
