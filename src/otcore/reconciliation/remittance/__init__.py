"""The words that come with a payment: which of them say what is paid, and which name the payer, its account, its own
reference.
"""

from otcore.reconciliation.remittance.fields import TextField, fields_of, remittance_of
from otcore.reconciliation.remittance.parts import Part

__all__ = ["Part", "TextField", "fields_of", "remittance_of"]
