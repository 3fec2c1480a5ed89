"""Amounts that fit by chance are left alone: a known payer sends money that pays nothing, and says nothing."""

from datetime import date
from random import Random

import pytest

from otcore.reconciliation.book import Book
from otcore.reconciliation.deciding import decide
from otcore.reconciliation.open_item import OpenItem
from tests.reconciliation.hostile import ANNA, item, paid

GRAINS = {"hundreds": 10_000, "euros": 100, "cents": 1}
PAYMENTS = 200


def items(random: Random, count: int, grain: int) -> list[OpenItem]:
    months = [date(2026, random.randint(7, 11), random.randint(1, 28)) for _ in range(count)]
    return [item(f"R-{at + 10_000}", amount(random, grain), due=due) for at, due in enumerate(months)]


def amount(random: Random, grain: int) -> int:
    """Of the customer's usual size, in whole grains."""
    return grain * random.randint(1, max(60, 500_000 // grain))


@pytest.mark.parametrize("grain", GRAINS.values(), ids=list(GRAINS))
@pytest.mark.parametrize("count", [1, 3, 10, 25])
def test_hardly_any_is_posted(count: int, grain: int):
    random, posted = Random(f"{count} {grain}"), 0
    for _ in range(PAYMENTS):
        book = Book(items(random, count, grain), (ANNA,))
        money = sum(amount(random, grain) for _ in range(random.choice((1, 1, 2, 4))))
        posted += decide(paid(money), book).posted is not None
    assert posted <= PAYMENTS * 2 / 100
