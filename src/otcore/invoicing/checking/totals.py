"""The document totals follow from one another (EN 16931 BR-CO-10 to BR-CO-16, XRechnung BR-DEX-09).

These are sums of printed figures, which need no rounding; the schematrons round most of them all the same.
"""

from collections.abc import Iterable, Iterator
from decimal import Decimal

from otcore.invoicing.checking.arithmetic import less, total
from otcore.invoicing.checking.comparing import Subject
from otcore.invoicing.checking.difference import Difference
from otcore.invoicing.checking.figure import Figure
from otcore.invoicing.checking.stated import StatedTaxTotal


def line_net(subject: Subject) -> Iterator[Difference]:
    """BR-CO-10: the sum of the net amounts of the lines. Sub lines are in the lines that they make up."""
    figure, lines = subject.stated.totals.line_net, subject.stated.lines
    if lines or not figure.missing:
        yield from subject.compare(
            "BR-CO-10", figure, total(_values(line.net for line in lines)), rounds=subject.lenient
        )


def allowances(subject: Subject) -> Iterator[Difference]:
    """BR-CO-11: the sum of the document's allowances, which may be left out when there is none."""
    yield from _adjusted(subject, "BR-CO-11", subject.stated.totals.allowances, False)


def charges(subject: Subject) -> Iterator[Difference]:
    """BR-CO-12: the sum of the document's charges, which may be left out when there is none."""
    yield from _adjusted(subject, "BR-CO-12", subject.stated.totals.charges, True)


def exclusive(subject: Subject) -> Iterator[Difference]:
    """BR-CO-13: sum of the lines - allowances + charges."""
    totals = subject.stated.totals
    exact = _sum((totals.line_net,), added=(totals.charges,), taken=(totals.allowances,))
    rounds = subject.lenient and not (totals.charges.missing and totals.allowances.missing)
    yield from subject.compare("BR-CO-13", totals.exclusive, exact, rounds=rounds)


def inclusive(subject: Subject) -> Iterator[Difference]:
    """BR-CO-15: the total without VAT + the VAT in the invoice's currency, of which there is one total only."""
    totals, taxes = subject.stated.totals, _in_invoice_currency(subject)
    if taxes is None:
        return
    exact = _sum((totals.exclusive,), added=[tax.amount for tax in taxes])
    found = tuple(subject.compare("BR-CO-15", totals.inclusive, exact, rounds=subject.lenient))
    yield from found
    several = [tax.amount for tax in taxes if not tax.amount.missing][1:]
    if several and not found:
        yield Difference("BR-CO-15", several[0].path, several[0].text, None, several[0].line)


def payable(subject: Subject) -> Iterator[Difference]:
    """BR-CO-16: the total with VAT - what was prepaid + the rounding amount."""
    totals = subject.stated.totals
    exact = _sum((totals.inclusive,), added=(totals.rounding,), taken=(totals.prepaid,))
    several = not (totals.prepaid.missing and totals.rounding.missing)
    rounds = subject.lenient and several and subject.stated.syntax == "UBL"
    yield from subject.compare("BR-CO-16", totals.payable, exact, rounds=rounds)


def payable_with_third_parties(subject: Subject) -> Iterator[Difference]:
    """BR-DEX-09, which the XRechnung extension has in place of BR-CO-16: payments for third parties are due too."""
    if subject.stated.third_party is None:
        return
    totals = subject.stated.totals
    added = (totals.rounding, *subject.stated.third_party)
    exact = _sum((totals.inclusive,), added=added, taken=(totals.prepaid,))
    yield from subject.compare("BR-DEX-09", totals.payable, exact, rounds=subject.lenient)


def _adjusted(subject: Subject, rule: str, figure: Figure, charge: bool) -> Iterator[Difference]:
    amounts = [item.amount for item in subject.stated.adjustments if item.charge is charge]
    if amounts or not figure.missing:
        yield from subject.compare(rule, figure, total(_values(amounts)), rounds=subject.lenient)


def _in_invoice_currency(subject: Subject) -> tuple[StatedTaxTotal, ...] | None:
    """The totals of VAT that count. Where the document names no currency, its only one; None where there are more."""
    totals, currency = subject.stated.tax_totals, subject.stated.currency.text
    if currency:
        return tuple(total for total in totals if total.currency == currency)
    return totals if len({total.currency for total in totals}) <= 1 else None


def _sum(needed: Iterable[Figure], added: Iterable[Figure] = (), taken: Iterable[Figure] = ()) -> Decimal | None:
    """What is needed, and of the rest what is stated; None when that cannot be known."""
    if any(figure.value is None for figure in needed):
        return None
    added, taken = tuple(added), tuple(taken)
    if any(figure.value is None and not figure.missing for figure in (*added, *taken)):
        return None
    return less(total(_values((*needed, *added))), total(_values(taken)))


def _values(figures: Iterable[Figure]) -> Iterator[Decimal]:
    return (figure.value for figure in figures if figure.value is not None)
