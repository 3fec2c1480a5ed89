"""What document numbers look like: a running number, the day of issue and a customer's place in the list, as text."""

from collections.abc import Callable, Hashable
from datetime import date

from attrs import frozen

from benchmarks.workloads.check_digits import luhn

LETTERS = "ABCDEFGHKLMNPRTUVWXY"


@frozen
class Issue:
    """What a number may show: `running` counts within the series' `apart`, `whose` is the customer's place."""

    running: int
    day: date
    whose: int


@frozen
class Series:
    """`write` makes the text; numbers with another `apart` (month, branch, customer) are counted on their own."""

    write: Callable[[Issue], str]
    apart: Callable[[date, int], Hashable] = lambda day, whose: None


def _same_month(day: date, whose: int) -> Hashable:
    return day.year, day.month


def _same_branch(day: date, whose: int) -> Hashable:
    return whose % 12, day.year


def _same_day(day: date, whose: int) -> Hashable:
    return day


def _same_customer(day: date, whose: int) -> Hashable:
    return whose


def _same_letter(day: date, whose: int) -> Hashable:
    return whose % len(LETTERS)


def _letter(whose: int) -> str:
    return LETTERS[whose % len(LETTERS)]


PLAIN = Series(lambda i: str(i.running + 10_400))
PLAIN_LONGER = Series(lambda i: str(i.running + 310_000))
SLASHED_YEAR = Series(lambda i: f"{i.running}/{i.day:%Y}")
SUFFIXED = Series(lambda i: f"{i.running + 24_000}{'ABCD'[i.whose % 4]}")
MONTHLY = Series(lambda i: f"{i.day:%Y%m}-{i.running:05d}", _same_month)
MONTHLY_CREDIT = Series(lambda i: f"{i.day:%Y%m}-G{i.running:04d}", _same_month)
BRANCH = Series(lambda i: f"{i.whose % 12 + 1:02d}/{i.running:03d}/{i.day:%y}", _same_branch)
POLISH = Series(lambda i: f"FV/{i.running:04d}/{i.day:%m/%Y}", _same_month)
MIXED = Series(lambda i: f"{_letter(i.whose)}{i.whose % 9 + 1}{_letter(i.whose // 3)}-{i.running:05d}", _same_letter)
DAYLIKE = Series(lambda i: f"{i.day:%y%m%d}{i.running:03d}", _same_day)
GERMAN_DAYLIKE = Series(lambda i: f"{i.day:%d%m%Y}{i.running}", _same_day)
SHORT = Series(lambda i: str(i.running + 1_000))
OWN = Series(lambda i: f"{1000 + i.whose}-{i.running:04d}", _same_customer)
OWN_LETTERED = Series(lambda i: f"{_letter(i.whose)}{_letter(i.whose // 20)}{i.running:04d}", _same_customer)
CHECKED = Series(lambda i: f"{40_000_000 + 3 * i.running}{luhn(str(40_000_000 + 3 * i.running))}")
LONG = Series(lambda i: f"8{i.whose:07d}{i.day:%Y%m}{i.running:08d}")
LONG_GROUPED = Series(lambda i: f"{i.whose:06d}.{i.day:%Y}.{i.running:09d}")
TYPED = Series(lambda i: f"SI{i.running + 200_000}")
CREDIT = Series(lambda i: f"CR{i.running + 7_000}")
PLAIN_CREDIT = Series(lambda i: str(i.running + 900_000))


class Numbering:
    """Hands out numbers, each once; what a series counts apart is counted apart."""

    def __init__(self) -> None:
        self._last: dict[Hashable, int] = {}

    def next(self, series: Series, day: date, whose: int) -> str:
        """The next number of a series."""
        key = id(series), series.apart(day, whose)
        running = self._last[key] = self._last.get(key, 0) + 1
        return series.write(Issue(running, day, whose))
