"""What a credit of many lines at once moves: an amount of a tax category and rate, or of the whole invoice."""

from collections.abc import Callable, Iterator, Sequence
from decimal import Decimal
from fractions import Fraction

from attrs import frozen

from otcore.invoicing.crediting.asked import CreditGroup, CreditTotal, KeepBack
from otcore.invoicing.crediting.charged import Charged
from otcore.invoicing.crediting.moving import Written, plain_line, positive
from otcore.invoicing.crediting.standing import LineStanding, Standing
from otcore.invoicing.crediting.worth import worth
from otcore.invoicing.lines import LineInput
from otcore.invoicing.parts.fitting import LineTarget
from otcore.invoicing.parts.share import ALL, NOTHING
from otcore.values.adjustment import Adjustment
from otcore.values.allocation import allocate_minor
from otcore.values.fast_init import changed, fast_init
from otcore.values.faults import Rejected
from otcore.values.money import Money
from otcore.values.other_tax import OtherTax
from otcore.values.tax import TaxCategory

Taxed = Callable[[TaxCategory], bool]
Taxes = tuple[str, Decimal, tuple[OtherTax, ...]]


@fast_init
@frozen
class Moved:
    """The standing after a step, and what the credit note says of it."""

    standing: Standing
    written: tuple[Written, ...]


def by_group(of: Charged, standing: Standing, item: CreditGroup) -> Moved:
    """An amount of all that is taxed alike. Refused: `AMOUNT_NOT_POSITIVE`, `CREDIT_EXCEEDS` what is left of it."""
    minor = positive(of, item.amount)

    def taxed(tax: TaxCategory) -> bool:
        return (tax.code, tax.rate) == (item.tax.code, item.tax.rate)

    left = _left(of, standing, taxed)
    if minor > abs(left):
        _exceeds(of, item.amount, left)
    return _shared(of, standing, minor if left > 0 else -minor, taxed, item.reason)


def by_total(of: Charged, standing: Standing, item: CreditTotal) -> Moved:
    """An amount of the whole invoice, tax included: `standing` comes to exactly that more.

    What the lines come to follows the total: so much of what is left of them as is credited of what is left of it.
    Refused: `AMOUNT_NOT_POSITIVE`, `CREDIT_EXCEEDS`.
    """
    minor = positive(of, item.amount) * of.sign
    if abs(minor) > abs(of.total - standing.payable):
        _exceeds(of, item.amount, of.total - standing.payable)
    lines = worth(of, standing)
    ahead = standing.payable + minor - lines
    part = Fraction(ahead, of.total - lines) if of.total != lines else NOTHING
    net = of.share(_left(of, standing, _any), min(max(part, NOTHING), ALL))
    moved = _shared(of, standing, net, _any, item.reason)
    return changed(moved, standing=changed(moved.standing, payable=standing.payable + minor))


def kept_back(of: Charged, before: Standing, after: Standing, item: KeepBack) -> Moved:
    """An amount, tax included, kept of what is credited between two standings, out of each in proportion.

    Refused: `AMOUNT_NOT_POSITIVE`, `CREDIT_EXCEEDS` for more than is credited.
    """
    minor = positive(of, item.amount) * of.sign
    credited = after.payable - before.payable
    if abs(minor) > abs(credited):
        _exceeds(of, item.amount, credited)
    steps = [new.amount - old.amount for new, old in zip(after.lines, before.lines, strict=True)]
    net = of.share(sum(steps), Fraction(-minor, credited))
    moved = _allotted(of, after, net, [*steps, *[0] * len(of.adjustments)], _any, item.reason)
    return changed(moved, standing=changed(moved.standing, payable=after.payable - minor))


def _any(tax: TaxCategory) -> bool:
    return True


def _exceeds(of: Charged, asked: Money, left: int) -> None:
    rest = str(Money.from_minor(left, of.document.currency))
    raise Rejected("CREDIT_EXCEEDS", invoice=of.document.number, credited=str(asked), left=rest)


def _left(of: Charged, standing: Standing, taxed: Taxed) -> int:
    """What is left to be credited of all that is taxed so: lines and charges, less allowances."""
    return sum(_line_lefts(of, standing, taxed)) + sum(_adjustment_lefts(of, standing, taxed))


def _line_lefts(of: Charged, standing: Standing, taxed: Taxed) -> list[int]:
    pairs = zip(of.lines, standing.lines, strict=True)
    return [each.amount - stands.amount if taxed(each.line.tax) else 0 for each, stands in pairs]


def _adjustment_lefts(of: Charged, standing: Standing, taxed: Taxed) -> list[int]:
    """Signed: an allowance counts against what is left."""
    pairs = zip(of.adjustments, standing.adjustments, strict=True)
    return [_signed(each, all_ - done) if each.tax and taxed(each.tax) else 0 for (each, all_), done in pairs]


def _signed(adjustment: Adjustment, amount: int) -> int:
    return amount if adjustment.charge else -amount


def _shared(of: Charged, standing: Standing, net: int, taxed: Taxed, reason: str) -> Moved:
    """`net` shared out over all that has its sign, by what is left of each; a line for each way of being taxed."""
    lefts = _line_lefts(of, standing, taxed) + _adjustment_lefts(of, standing, taxed)
    return _allotted(of, standing, net, [left if left * net > 0 else 0 for left in lefts], taxed, reason)


def _allotted(of: Charged, standing: Standing, net: int, weights: Sequence[int], taxed: Taxed, reason: str) -> Moved:
    units = allocate_minor(net // of.unit, [abs(weight) for weight in weights]) if net else (0,) * len(weights)
    parts = tuple([each * of.unit for each in units])
    lines, adjustments = parts[: len(of.lines)], parts[len(of.lines) :]
    moved = changed(
        standing,
        lines=tuple([_more(*each) for each in zip(standing.lines, lines, strict=True)]),
        adjustments=tuple(_credited(of, standing, adjustments)),
    )
    return Moved(moved, tuple(_written(of, parts, taxed, reason)))


def _more(stands: LineStanding, amount: int) -> LineStanding:
    return changed(stands, amount=stands.amount + amount)


def _credited(of: Charged, standing: Standing, parts: Sequence[int]) -> Iterator[int]:
    for (each, _), done, part in zip(of.adjustments, standing.adjustments, parts, strict=True):
        yield done + _signed(each, part)


def _written(of: Charged, parts: Sequence[int], taxed: Taxed, reason: str) -> Iterator[Written]:
    """Lines of the credit note's own; one of nothing where the amount is too small for any, for a note has a line."""
    groups: dict[Taxes, list[tuple[LineInput, int]]] = {}
    for like, part in zip(_likes(of), parts, strict=True):
        if taxed(like.tax):
            groups.setdefault(_taxes(like), []).append((like, part))
    sums = [(items[0][0], sum([part for _, part in items])) for items in groups.values()]
    for like, amount in [each for each in sums if each[1]] or sums[:1]:
        yield Written(plain_line(like, amount, ""), LineTarget(amount), reason)


def _likes(of: Charged) -> Iterator[LineInput]:
    """The lines, and a line taxed as each adjustment."""
    first = of.lines[0].line
    yield from (each.line for each in of.lines)
    for each, _ in of.adjustments:
        yield changed(first, tax=each.tax or first.tax, taxes=each.taxes, parts=())


def _taxes(line: LineInput) -> Taxes:
    return line.tax.code, line.tax.rate, tuple([tax for tax in line.taxes if tax.rate is not None])
