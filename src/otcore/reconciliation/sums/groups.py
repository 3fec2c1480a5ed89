"""A question about signed amounts, put as one about sizes above zero: the form in which sums are searched."""

from collections.abc import Sequence
from math import gcd

from attrs import frozen

from otcore.values.fast_init import fast_init


@fast_init
@frozen
class Group:
    """Items of one size: `count` of them may be taken.

    `flipped`: taking one here is leaving one out there. `most`: as many as can fit below the top of the window.
    """

    size: int
    items: tuple[int, ...]
    flipped: bool
    most: int

    def chosen(self, taken: int) -> tuple[int, ...]:
        """The items that are meant when so many are taken: the earliest ones."""
        return self.items[: len(self.items) - taken if self.flipped else taken]


@fast_init
@frozen
class Question:
    """Which groups, how many of each, add up to the target; in units of what divides all sizes.

    `low` to `high`: the window around the target, cut to what can be reached. `target` is None when it cannot be
    reached. `fixed`: items that are part of every answer, for their group is flipped and does not fit.
    """

    groups: tuple[Group, ...]
    fixed: tuple[int, ...]
    target: int | None
    low: int
    high: int


def question_of(amounts: Sequence[int], target: int, near: int, most: int) -> Question | None:
    """The question in sizes, ascending; None for more than `most` groups.

    A credit is taken as a debit that is left out: then the target is higher by all credits. And what lies above half of
    the whole is asked as what is left out. Both are one to one, so as many subsets answer as before.
    """
    credits = -sum(amount for amount in amounts if amount < 0)
    whole = sum(amounts) + 2 * credits
    target += credits
    mirrored = 2 * target > whole
    target = whole - target if mirrored else target
    unit = gcd(*amounts) or 1
    low, high = max(0, -((near - target) // unit)), min(whole, target + near) // unit
    members: dict[int, list[int]] = {}
    for index, amount in enumerate(amounts):
        members.setdefault(amount, []).append(index)
    members.pop(0, None)
    if sum(abs(amount) <= high * unit for amount in members) > most:
        return None
    groups = [_group(amount, items, mirrored, unit, high) for amount, items in members.items()]
    fixed = tuple(item for group in groups if not group.most and group.flipped for item in group.items)
    fitting = tuple(sorted((each for each in groups if each.most), key=lambda group: group.size))
    return Question(fitting, fixed, target // unit if target >= 0 and target % unit == 0 else None, low, high)


def _group(amount: int, items: Sequence[int], mirrored: bool, unit: int, high: int) -> Group:
    size = abs(amount) // unit
    return Group(size, tuple(items), (amount < 0) != mirrored, max(0, min(len(items), high // size)))
