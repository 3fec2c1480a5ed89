"""When an invoice falls due."""

from datetime import date

from otcore.values.terms import PaymentTerms


def due_date(terms: PaymentTerms, issued: date) -> date:
    """The due date (EN 16931 BT-9): net days after the day of issue, then on to the month's end if so agreed.

    Raises `Invalid` DATE_RANGE when it lies beyond the year 9999.
    """
    return terms.due(issued)
