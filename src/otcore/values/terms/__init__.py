"""Payment terms: when an invoice falls due, in which parts, and what paying early earns."""

from otcore.values.terms.discount_offer import DiscountOffer
from otcore.values.terms.discount_terms import DiscountTerms
from otcore.values.terms.due_rule import Anchor, BaseDays, DueRule
from otcore.values.terms.instalment import Instalment
from otcore.values.terms.instalment_terms import InstalmentTerms
from otcore.values.terms.payment_terms import CASH_ON_DELIVERY, PREPAYMENT, PaymentTerms
from otcore.values.terms.rolling import Rolling, rolled
from otcore.values.terms.scheduling import discounts, schedule
from otcore.values.terms.step import END_OF_MONTH, Step

__all__ = [
    "CASH_ON_DELIVERY",
    "END_OF_MONTH",
    "PREPAYMENT",
    "Anchor",
    "BaseDays",
    "DiscountOffer",
    "DiscountTerms",
    "DueRule",
    "Instalment",
    "InstalmentTerms",
    "PaymentTerms",
    "Rolling",
    "Step",
    "discounts",
    "rolled",
    "schedule",
]
