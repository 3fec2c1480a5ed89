"""Sharing a printed total out to its parts, so that they add up to it."""

from collections.abc import Sequence

from otcore.invoicing.calculation.figures import Exact


def shared(total: int, ideals: Sequence[Exact]) -> list[int]:
    """Whole parts close to their ideal values that add up to the total, by the largest remainder.

    Each ideal is cut to a whole number towards zero; the units that are left over, or too many, go where most was cut
    off, the earlier part first among equals. Negated ideals and total give the negated parts; what is ideally zero
    gets a unit only where all are. With no parts there is nothing to share.
    """
    parts = [int(ideal) for ideal in ideals]
    left = total - sum(parts)
    if not left or not parts:
        return parts
    sign = 1 if left > 0 else -1
    cut = [sign * (part - ideal) for part, ideal in zip(parts, ideals, strict=True)]
    order = sorted(range(len(parts)), key=lambda at: (not ideals[at], cut[at]))
    some = sum([1 for ideal in ideals if ideal]) or len(parts)
    for turn in range(abs(left)):
        parts[order[turn % some]] += sign
    return parts
