"""An item in the book: how much of it is open now, and its names in the form they are compared in."""

import re
from sys import intern

from otcore.reconciliation.open_item import OpenItem
from otcore.reconciliation.spelling.canonical import canonical
from otcore.reconciliation.spelling.citing import skeleton
from otcore.values.fast_init import changed
from otcore.values.money import Money

_DIGITS = re.compile(r"[0-9]+")


def runs_of(number: str) -> list[str]:
    """The runs of digits of a number."""
    return _DIGITS.findall(canonical(number))


def digits_of(number: str) -> str:
    """All digits of a number."""
    return "".join(runs_of(number)) if number else ""


def first_of(day: int) -> int:
    """What no key of an item that is due on a day, or later, is less than; one number is compared quicker than two."""
    return day << _MOST.bit_length()


_MOST = (1 << 40) - 1


class Entry:
    """An item and its standing.

    `open`: minor units now; `due`: a day number; `key`: the oldest first, of one day in the `order` they came in;
    `paid`: what closed it, the last first; `shape`: the same for numbers of one series; `series`: the letters in front
    of its number (those behind may be check letters); `told`: what never changes of it.
    """

    __slots__ = (
        "currency",
        "customer",
        "digits",
        "due",
        "id",
        "item",
        "key",
        "open",
        "order",
        "paid",
        "series",
        "shape",
        "skeleton",
        "tail",
        "told",
    )

    def __init__(self, item: OpenItem, order: int) -> None:
        self.item = item
        self.id = item.id
        self.customer = item.customer
        self.currency = item.open.currency
        self.open = item.open.minor
        self.due = item.due.toordinal()
        self.order = order
        self.key = first_of(self.due) + order
        self.skeleton = skeleton(item.number)
        runs = runs_of(item.number)
        self.digits = "".join(runs)
        self.tail: str = runs[-1] if runs else ""
        self.shape = intern(_DIGITS.sub("", self.skeleton) + str(len(self.digits)))
        self.series = intern(_DIGITS.split(self.skeleton, 1)[0])
        self.paid: tuple[int, ...] = ()
        self.told = f"{self.id!r}, {self.customer!r}, {self.currency!r}, {self.skeleton!r}, {self.due}"

    @property
    def now(self) -> OpenItem:
        """The item with what is open of it now."""
        if self.open == self.item.open.minor:
            return self.item
        return changed(self.item, open=Money.from_minor(self.open, self.currency))
