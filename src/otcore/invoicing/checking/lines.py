"""What is stated of a line follows from its quantity and price (Peppol R046, R120, R121; EN 16931 BR-27, BR-28)."""

from collections.abc import Iterator
from decimal import Decimal

from otcore.invoicing.checking.arithmetic import less, over, rounded, times, total
from otcore.invoicing.checking.comparing import Slack, Subject
from otcore.invoicing.checking.difference import Difference
from otcore.invoicing.checking.figure import Figure
from otcore.invoicing.checking.stated import StatedLine, StatedPrice

_NOTHING = Decimal(0)
_ONE = Decimal(1)
_SLACK = Slack(Decimal("0.02"), inclusive=True)
_SLACK_OF_FORINTS = Slack(Decimal("0.5"), inclusive=True)


def net_amount(subject: Subject) -> Iterator[Difference]:
    """PEPPOL-EN16931-R120: quantity x price / base quantity + charges - allowances of the line.

    Rounded once: the product before the others are added to it, or the result.
    """
    slack = line_slack(subject)
    for line in subject.stated.all_lines:
        gross, others = _gross(line), _others(line)
        if gross is None or others is None or line.net.missing:
            continue
        if all(line.net.value != total((rounded(gross, places), others)) for places in subject.places):
            yield from subject.compare("PEPPOL-EN16931-R120", line.net, total((gross, others)), slack, rounds=True)


def base_quantity(subject: Subject) -> Iterator[Difference]:
    """PEPPOL-EN16931-R121: what a price is for is more than nothing."""
    for line in subject.stated.all_lines:
        base = line.price.base_quantity
        if base.value is not None and base.value <= 0:
            yield Difference("PEPPOL-EN16931-R121", base.path, base.text, None, base.line)


def net_price(subject: Subject) -> Iterator[Difference]:
    """PEPPOL-EN16931-R046: gross price - discount, exactly, where both are given for the same base quantity."""
    for line in subject.stated.all_lines:
        net, gross, discount = line.price.net, line.price.gross.value, line.price.discount.value
        if net.value is None or gross is None or discount is None or _of_different_quantities(line.price):
            continue
        exact = less(gross, discount)
        if net.value != exact:
            yield Difference("PEPPOL-EN16931-R046", net.path, net.text, exact, net.line)


def _of_different_quantities(price: StatedPrice) -> bool:
    net, gross = price.base_quantity.value, price.gross_base.value
    return net is not None and gross is not None and net != gross


def price_not_negative(subject: Subject) -> Iterator[Difference]:
    """BR-27: the net price is not below zero."""
    for line in subject.stated.all_lines:
        yield from _not_below_zero(line.price.net, "BR-27")


def gross_price_not_negative(subject: Subject) -> Iterator[Difference]:
    """BR-28: the gross price is not below zero."""
    for line in subject.stated.all_lines:
        yield from _not_below_zero(line.price.gross, "BR-28")


def sub_lines(subject: Subject) -> Iterator[Difference]:
    """BR-DEX-02: a line that is made up of sub lines has the sum of their net amounts."""
    for line in subject.stated.all_lines:
        if line.lines:
            parts = [part.net.value for part in line.lines if part.net.value is not None]
            yield from subject.compare("BR-DEX-02", line.net, total(parts), rounds=subject.lenient)


def line_slack(subject: Subject) -> Slack:
    """The slack of R040 and R120. XRechnung has a wider one for the forint, which is rounded to whole ones."""
    return _SLACK_OF_FORINTS if subject.stated.currency.text == "HUF" else _SLACK


def _gross(line: StatedLine) -> Decimal | None:
    price, quantity, base = line.price.net.value, line.quantity.value, line.price.base_quantity
    divisor = _ONE if base.missing else base.value
    if price is None or quantity is None or not divisor:
        return None
    return over(times(quantity, price), divisor)


def _others(line: StatedLine) -> Decimal | None:
    signed = []
    for item in line.adjustments:
        if item.amount.value is None or item.charge is None:
            return None
        signed.append(item.amount.value if item.charge else less(_NOTHING, item.amount.value))
    return total(signed)


def _not_below_zero(figure: Figure, rule: str) -> Iterator[Difference]:
    if figure.value is not None and figure.value < 0:
        yield Difference(rule, figure.path, figure.text, None, figure.line)
