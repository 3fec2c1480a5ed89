"""What EN 16931 asks of an invoice beyond its arithmetic, and Peppol BIS Billing 3 where the invoice follows it.

A fault's code is the id of the official rule, where there is one. Code lists (units, countries, schemes) are not
looked into, nor are national rules.
"""

from otcore.invoicing.requirements.rules import RULES, requirement_faults

__all__ = ["RULES", "requirement_faults"]
