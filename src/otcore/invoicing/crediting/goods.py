"""What goods that come back are worth to their buyer: the part of their invoice that is to be credited.

By the arithmetic of credit notes themselves, so that it is what they credit.
"""

from collections.abc import Mapping
from decimal import Decimal

from otcore.invoicing.credited import ZERO, Credited
from otcore.invoicing.crediting.asked import CreditQuantity
from otcore.invoicing.crediting.charged import Charged, charged_by
from otcore.invoicing.crediting.line_by_line import line_by_line
from otcore.invoicing.crediting.standing import Standing, standing_of
from otcore.invoicing.crediting.worth import worth
from otcore.invoicing.document import InvoiceDocument
from otcore.values.money import Money


def credit_until(document: InvoiceDocument, back: Mapping[str, Decimal]) -> Money:
    """What is to be credited when so much of each line of an invoice has come back, tax included.

    Allowances and charges go along: a line's by its quantity, the document's by the value of the lines (by quantities
    where all is free of charge). It is no limit: beside lines below zero, goods may be worth more than their invoice.
    """
    of = charged_by(document)
    return _money(of, worth(of, _back(of, standing_of(of, Credited()), back)))


def credit_between(
    document: InvoiceDocument,
    before: Mapping[str, Decimal],
    now: Mapping[str, Decimal],
    credited: Credited | None = None,
) -> Money:
    """What is to be credited for what came back `now`, when so much had come back `before`.

    `credited`: what the invoice's credit notes credited so far, of what came back before or otherwise.
    """
    of = charged_by(document)
    after = {line: before.get(line, ZERO) + now.get(line, ZERO) for line in {*before, *now}}
    standing = standing_of(of, credited or Credited())
    earlier = _back(of, standing, before)
    known = standing.payable if earlier == standing else worth(of, earlier)
    return _money(of, worth(of, _back(of, earlier, after)) - known)


def _back(of: Charged, standing: Standing, back: Mapping[str, Decimal]) -> Standing:
    """The standing once so much of each line went back, and not more than it has."""
    items = []
    for charged, was in zip(of.lines, standing.lines, strict=True):
        whole = charged.line.quantity.value
        quantity = min(back.get(charged.line.id, ZERO), whole, key=abs) - was.quantity
        if quantity * whole > 0:
            items.append(CreditQuantity(line=charged.line.id, quantity=quantity))
    return line_by_line(of, standing, items)[0]


def _money(of: Charged, minor: int) -> Money:
    return Money.from_minor(minor, of.document.currency)
