"""The check: a stated invoice against what follows from its own figures."""

from otcore.invoicing.checking.breakdown import sums
from otcore.invoicing.checking.comparing import Subject, places_of
from otcore.invoicing.checking.difference import Difference, Tolerance
from otcore.invoicing.checking.rules import RULES
from otcore.invoicing.checking.stated import StatedInvoice


def check(stated: StatedInvoice, tolerance: Tolerance = Tolerance.STRICT) -> tuple[Difference, ...]:
    """Every difference between what an invoice states and what follows from its lines, by rule.

    Each rule is checked on the printed figures that it names, so one wrong figure may break several; of a part that is
    missing, what needs it is left out. The reader's own findings come first, then presence, totals, VAT breakdown,
    allowances and charges, lines, decimals.
    """
    by_rate, by_code = sums(stated)
    subject = Subject(stated, tolerance, places_of(stated.currency.text), by_rate, by_code)
    return (*stated.faults, *(difference for rule in RULES for difference in rule(subject)))
