"""Payment terms: when an invoice falls due, in which parts, and what paying early earns."""

from otcore.values.terms.discount_offer import DiscountOffer
from otcore.values.terms.instalment import Instalment
from otcore.values.terms.payment_terms import PaymentTerms

__all__ = ["DiscountOffer", "Instalment", "PaymentTerms"]
