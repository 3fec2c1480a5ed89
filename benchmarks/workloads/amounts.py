"""How much documents are over, in minor units of a currency with two digits."""

from collections.abc import Callable

from benchmarks.workloads.chance import Chance

Amounts = Callable[[Chance, int], int]

PRICES = (999, 1_490, 1_999, 2_990, 4_990, 9_900)


def trade(chance: Chance, whose: int) -> int:
    """Between businesses: a few hundred, with a long tail."""
    return max(500, int(chance.skewed(45_000, 1.3)))


def large(chance: Chance, whose: int) -> int:
    """Tens of thousands and more."""
    return max(50_000, int(chance.skewed(2_500_000, 1.4)))


def tiny(chance: Chance, whose: int) -> int:
    """A few euros."""
    return max(5, int(chance.skewed(700, 0.9)))


def whole(chance: Chance, whose: int) -> int:
    """Round hundreds."""
    return chance.number(1, 80) * 10_000


def subscribed(chance: Chance, whose: int) -> int:
    """A plan's price: the same for a customer every time, and for thousands of others."""
    return PRICES[whose % len(PRICES)]
