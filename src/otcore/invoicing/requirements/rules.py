"""Every rule, in one tuple."""

from collections.abc import Callable, Iterable

from otcore.invoicing.document import InvoiceDocument
from otcore.invoicing.requirements.amounts import amount_faults
from otcore.invoicing.requirements.head import head_faults
from otcore.invoicing.requirements.lines import line_faults
from otcore.invoicing.requirements.parties import party_faults
from otcore.invoicing.requirements.payment import payment_faults
from otcore.invoicing.requirements.references import reference_faults
from otcore.invoicing.requirements.sums import sum_faults
from otcore.invoicing.tax_requirements import tax_faults
from otcore.values.faults import Fault

Rule = Callable[[InvoiceDocument], Iterable[Fault]]

RULES: tuple[Rule, ...] = (
    head_faults,
    reference_faults,
    party_faults,
    payment_faults,
    line_faults,
    amount_faults,
    sum_faults,
    tax_faults,
)
"""The rules, in the order their faults are reported."""


def requirement_faults(invoice: InvoiceDocument) -> tuple[Fault, ...]:
    """Everything that a valid invoice needs and this one lacks, each with its JSON pointer; empty when all is there."""
    return tuple([fault for rule in RULES for fault in rule(invoice)])
