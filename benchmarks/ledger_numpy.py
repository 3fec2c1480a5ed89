"""Aging, DSO and countback by month-end and customer as one writes them by hand with pandas and NumPy: the baseline.

Vectorised throughout: item numbers are hashed once, allocations are sorted once and taken off month by month, and every
sum over customers is one addition by index. Sums are of integers; the quotients are binary floats.
"""

from calendar import monthrange
from collections.abc import Iterator, Sequence
from datetime import date
from typing import Any

import numpy as np
import pandas as pd

EDGES = np.array([0, 30, 60, 90])
COLUMNS = ["current", "1-30", "31-60", "61-90", "over 90"]
_EPOCH = date(1970, 1, 1)


def figures(invoices: pd.DataFrame, allocations: pd.DataFrame, ends: Sequence[date]) -> pd.DataFrame:
    """A row for each month-end and customer: the buckets, open, sales_90, dso and countback."""
    code, parties = pd.factorize(invoices["party"], sort=True)
    day, due, month = _days(invoices["day"]), _days(invoices["due"]), _months(invoices["day"])
    sold = invoices["amount_minor"].to_numpy()
    at, paid_on, paid = _by_day(invoices["item"], allocations)
    first = month.min()
    sales = _sums((month - first) * len(parties) + code, sold, (month.max() - first + 1, len(parties)))
    left, found = sold.copy(), []
    taken: Any = 0
    for end in ends:
        until = (end - _EPOCH).days
        upto = np.searchsorted(paid_on, until, side="right")
        np.subtract.at(left, at[taken:upto], paid[taken:upto])
        taken = upto
        here = np.flatnonzero((day <= until) & (left != 0))
        bucket = np.searchsorted(EDGES, until - due[here])
        ages = _sums(code[here] * len(COLUMNS) + bucket, left[here], (len(parties), len(COLUMNS)))
        window = np.flatnonzero((day <= until) & (day > until - 90))
        sales_90 = _sums(code[window], sold[window], (len(parties),))
        frame = pd.DataFrame(ages, columns=COLUMNS)
        frame["as_of"], frame["party"], frame["open"], frame["sales_90"] = end, parties, ages.sum(axis=1), sales_90
        frame["dso"] = np.where(sales_90 > 0, frame["open"] * 90 / np.maximum(sales_90, 1), np.nan)
        frame["countback"] = _countback(frame["open"].to_numpy(), sales, end, first)
        found.append(frame)
    return pd.concat(found, ignore_index=True)


def _by_day(items: Any, allocations: pd.DataFrame) -> tuple[Any, Any, Any]:
    """Of each allocation the place of its invoice, its day and its amount, in the order of days.

    Numbers of invoices are unique, so the invoices' own codes are their places; faster than `get_indexer`.
    """
    codes, _ = pd.factorize(pd.concat([items, allocations["item"]], ignore_index=True))
    on = _days(allocations["day"])
    order = np.argsort(on, kind="stable")
    return codes[len(items) :][order], on[order], allocations["amount_minor"].to_numpy()[order]


def _countback(receivables: Any, sales: Any, end: date, first: int) -> Any:
    """All customers walk back together, until the sales of a month are more than what is left."""
    left, days = receivables.copy(), np.zeros(len(receivables))
    walking = left > 0
    for month, length in _months_back(end, first):
        sold = sales[month - first]
        whole = walking & (left >= sold)
        part = walking & ~whole
        days[part] += left[part] / sold[part] * length
        days[whole] += length
        left[whole] -= sold[whole]
        walking = whole & (left > 0)
    return days


def _months_back(end: date, first: int) -> Iterator[tuple[int, int]]:
    for month in range(end.year * 12 + end.month - 1, first - 1, -1):
        yield month, monthrange(month // 12, month % 12 + 1)[1]


def _sums(index: Any, amounts: Any, shape: tuple[int, ...]) -> Any:
    """The amounts added up by flat index: integers, as `bincount` with weights would not keep them."""
    sums = np.zeros(shape, dtype=np.int64)
    np.add.at(sums.reshape(-1), index, amounts)
    return sums


def _days(column: Any) -> Any:
    return column.to_numpy().astype("datetime64[D]").astype(np.int64)


def _months(column: Any) -> Any:
    return column.to_numpy().astype("datetime64[M]").astype(np.int64) + 1970 * 12
