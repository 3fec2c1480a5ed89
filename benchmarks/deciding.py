"""Deciding on payments beside a plain script: digits looked up in a dictionary, posted where one amount is the same.

The script explains nothing, knows no payer and abstains from nothing: it says how much of the time is the reading.
"""

import re
from collections.abc import Iterator
from itertools import pairwise

from benchmarks.figures import Figure
from benchmarks.matching import Engine, item_of, payer_of, payment_of
from benchmarks.timing import best
from benchmarks.workloads.labelled import Labelled, Row, made
from benchmarks.workloads.styles import STYLES
from otcore.reconciliation.book import Book
from otcore.reconciliation.deciding import decide

ITEMS, PAYMENTS = 10_000, 1_000
SEED = 7
_DIGITS = re.compile(r"[0-9]+")


def measure() -> Iterator[Figure]:
    """Microseconds a payment that is decided on, and an item that a book takes in."""
    work = made(STYLES["mixed"], SEED, ITEMS, PAYMENTS)
    engine, index = Engine(work.customers, work.invoices), plain_index(work)
    payments = [payment_of(row) for row in work.payments]
    spent = best(
        {
            "ours": lambda: [decide(each, engine.book, engine.policies) for each in payments],
            "plain": lambda: [plainly(row, index) for row in work.payments],
        },
        1,
    )
    yield Figure("a payment decided", spent["ours"] / PAYMENTS, "us", spent["plain"] / PAYMENTS)
    built = best({"ours": lambda: _book(work), "plain": lambda: plain_index(work)}, 1, 3)
    yield Figure("an item in a book", built["ours"] / ITEMS, "us", built["plain"] / ITEMS)


def plain_index(work: Labelled) -> dict[str, list[Row]]:
    """Open items by all the digits of their number."""
    index: dict[str, list[Row]] = {}
    for row in work.invoices:
        index.setdefault("".join(_DIGITS.findall(row["number"])), []).append(row)
    return index


def plainly(payment: Row, index: dict[str, list[Row]]) -> list[str]:
    """The items that are named by all their digits and open with the amount."""
    runs = _DIGITS.findall(payment["text"])
    near = [*runs, *(one + other for one, other in pairwise(runs))]
    named = [row for digits in near for row in index.get(digits, ())]
    return [row["id"] for row in named if row["open"] == payment["amount"]]


def _book(work: Labelled) -> Book:
    return Book(map(item_of, work.invoices), map(payer_of, work.customers))
