"""Splitting money so that no minor unit is lost or invented."""

from collections.abc import Sequence
from decimal import Decimal
from math import lcm

from otcore.values.faults import Invalid
from otcore.values.money import Money
from otcore.values.rounding import round_ratio

_WIDEST = 100


def allocate(total: Money, weights: Sequence[Decimal | int]) -> tuple[Money, ...]:
    """The total split in proportion to the weights, by the largest remainder.

    The parts add up to the total; each differs from its ideal share by less than one minor unit; a negative total gives
    the negated parts; a zero weight gets nothing. Units left over go to the largest remainders, the earlier part first
    among equals.

    Raises `Invalid` ALLOCATION_WEIGHTS for no weights, a negative or non-finite weight, or weights that are all zero.
    """
    currency = total.currency
    return tuple(Money.from_minor(part, currency) for part in allocate_minor(total.minor, weights))


def allocate_minor(total: int, weights: Sequence[Decimal | int]) -> tuple[int, ...]:
    """`allocate` on minor units."""
    shares = _whole(weights)
    whole = sum(shares)
    if not whole or min(shares) < 0:
        raise _refused("weights must be zero or more, and not all zero")
    size = abs(total)
    parts = [size * share // whole for share in shares]
    left = size - sum(parts)
    # As each remainder is below `whole`, fewer units are left than there are remainders above zero: a zero weight never
    # gets one.
    if left:
        remainders = [-(size * share % whole) for share in shares]
        for index in sorted(range(len(parts)), key=remainders.__getitem__)[:left]:
            parts[index] += 1
    return tuple(parts) if total >= 0 else tuple(-part for part in parts)


def share_until(total: int, part: Decimal, whole: Decimal) -> int:
    """The share of `total` that belongs to the first `part` of `whole`, rounded half up; all of it once part >= whole.

    Billing each part as the difference of two of these bills exactly the total, whatever the steps.
    Raises `Invalid` SHARE_RANGE for a negative or non-finite part or whole.
    """
    if not (part.is_finite() and whole.is_finite()) or part < 0 or whole < 0:
        raise Invalid.one("SHARE_RANGE", f"no share of {part} in {whole}", part=part, whole=whole)
    if part >= whole:
        return total
    share, unit = part.as_integer_ratio()
    all_shares, all_unit = whole.as_integer_ratio()
    return round_ratio(total * share * all_unit, all_shares * unit)


def _whole(weights: Sequence[Decimal | int]) -> list[int]:
    """The weights as whole numbers in the same proportions."""
    ratios = [_ratio(weight) for weight in weights]
    scale = lcm(*(denominator for _, denominator in ratios))
    return [numerator * (scale // denominator) for numerator, denominator in ratios]


def _ratio(weight: Decimal | int) -> tuple[int, int]:
    if isinstance(weight, Decimal) and not (weight.is_finite() and abs(weight.adjusted()) < _WIDEST):
        raise _refused("weights must be finite numbers of a sane size")
    return weight.as_integer_ratio()


def _refused(reason: str) -> Invalid:
    return Invalid.one("ALLOCATION_WEIGHTS", reason)
