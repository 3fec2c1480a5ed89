"""`python -m benchmarks.reachable FOLDER`: how often any ranking could show the truth among three, at most.

Of each payment that the engine leaves open and that pays items, the answers are counted that fit it just as well as the
truth; if there are `k`, whoever ranks them has the truth among the first three with a chance of min(3 / k, 1) at most.

An answer counts as just as good only where all of this holds, so that `k` is too small rather than too large, and the
chance too large rather than too small:

- it has as many items as the truth, all paid in full, of the same customer, with the same sum, and differs in at most
  three of them; of more than 120 others in at most two, for more are not counted quickly;
- it keeps every item that the payment names, in any spelling that the engine reads, and takes no other that is named;
- an item is exchanged only for one of which the text says the same: every run of two digits or more that is part of
  the number of one, or near it, is so for the other too;
- of several items those exchanged fall due between the first and the last of the truth: it is no wider apart;
- where the truth's numbers begin and end with named ones, the others lie between; where all that is not named comes
  after what is named, in the order of numbers, so do they.

Two things are assumed: which of several single items, or credits, of one amount is meant is not told by its age, and a
set is as likely as another of the same size, sum and days. A single payment of nobody who is known may be for anybody's
item of the amount. Where the truth is not whole items of one customer, one answer is counted.
"""

import sys
from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from fractions import Fraction
from itertools import combinations
from pathlib import Path

from benchmarks.matching import Engine, engine, payment_of
from benchmarks.workloads.labelled import Labelled, Row, read
from otcore.reconciliation.evidence.nearness import nearness, runs
from otcore.reconciliation.index.entry import Entry
from otcore.reconciliation.reading import Reading
from otcore.reconciliation.reading import read as understood

SHOWN = 3
MOST = 120
SHORTEST = 2


def exchanges(taken: Sequence[int], others: Sequence[int]) -> int:
    """In how many ways one, two or three of the amounts taken can be exchanged for as many others of the same sum."""
    return sum(_exchanges(count, taken, others) for count in (1, 2, 3) if count < SHOWN or len(others) <= MOST)


def _exchanges(count: int, taken: Sequence[int], others: Sequence[int]) -> int:
    sums = Counter(map(sum, combinations(taken, count)))
    if count == 2:
        return sum(ways * _pairs(others, total) for total, ways in sums.items())
    return sum(sums[total] for total in map(sum, combinations(others, count)) if total in sums)


def _pairs(amounts: Sequence[int], total: int) -> int:
    counts = Counter(amounts)
    ordered = sum(count * counts[total - amount] for amount, count in counts.items())
    return (ordered - (counts[total // 2] if total % 2 == 0 else 0)) // 2


def answers(truth: Row, reading: Reading, now: Engine) -> int:
    """How many answers fit a payment as well as the truth, which is one of them."""
    paid = [now.book.entries[each["invoice"]] for each in truth["allocs"]]
    whole = all(entry.open == each["cash"] for entry, each in zip(paid, truth["allocs"], strict=True))
    if not whole or len({(entry.customer, entry.currency) for entry in paid}) > 1:
        return 1
    said = {digits for digits, _, _ in runs(reading.pieces)}
    said |= {piece.digits for piece in reading.pieces if len(piece.digits) >= SHORTEST}
    named = {cite.entry.id for cite in reading.cites}
    classes: dict[tuple[bool, frozenset[str]], tuple[list[int], list[int]]] = defaultdict(lambda: ([], []))
    for entry in paid:
        if entry.id not in named:
            classes[_alike(entry, said)][0].append(entry.open)
    for entry in _others(paid, named, reading, now) if classes else ():
        kind = _alike(entry, said)
        if kind in classes:
            classes[kind][1].append(entry.open)
    return 1 + sum(exchanges(taken, others) for taken, others in classes.values())


def _alike(entry: Entry, said: set[str]) -> tuple[bool, frozenset[str]]:
    """Whether it is a debt, and what the text says of its number."""
    return entry.open > 0, frozenset(each for each in said if each in entry.digits or nearness(each, entry.digits))


def _others(paid: Sequence[Entry], named: set[str], reading: Reading, now: Engine) -> Iterator[Entry]:
    """Items that might be meant instead of some that are paid and not named."""
    standing = now.book.standing(paid[0].customer, paid[0].currency)
    ids = {entry.id for entry in paid}
    if len(paid) == 1 and not reading.payers.found:
        everybody = now.book.amounts.of(reading.currency, reading.amount)
        yield from (entry for entry in everybody if entry.id not in ids | named)
        return
    dues = [entry.due for entry in paid if entry.open > 0]
    low, high = _numbers([entry for entry in paid if entry.open > 0], named)
    for entry in standing.debts:
        within = len(paid) == 1 or (min(dues) <= entry.due <= max(dues) and low <= entry.digits <= high)
        if within and entry.id not in ids | named:
            yield entry
    yield from (entry for entry in standing.credits if entry.id not in ids | named)


def _numbers(debts: Sequence[Entry], named: set[str]) -> tuple[str, str]:
    """From which number to which the others lie."""
    told = [entry.digits for entry in debts if entry.id in named]
    rest = [entry.digits for entry in debts if entry.id not in named]
    if not told or not rest:
        return "", "~"
    if min(told) < min(rest) and max(rest) < max(told):
        return min(told), max(told)
    return (max(told), "~") if max(told) < min(rest) else ("", "~")


def shares(work: Labelled) -> Iterator[tuple[str, bool, Fraction]]:
    """Of each payment that pays items and is left open: its scenario, whether the truth is among three, its chance."""
    now = engine(work.customers, work.invoices)
    left = {row["id"]: row["open"] for row in work.invoices}
    for row in work.payments:
        truth, out = work.truth[row["id"]], now.propose(row)
        if truth["allocs"] and not out["posted"]:
            count = answers(truth, understood(payment_of(row), now.book, now.policies), now)
            yield truth["scenario"].split(":")[0], _is_shown(truth, out), min(Fraction(1), Fraction(SHOWN, count))
        now.settle(row, [{**each, "closes": _closed(each, left)} for each in truth["allocs"]])


def _closed(given: Row, left: dict[str, int]) -> int:
    of = given["invoice"]
    closes = left[of] if str(given["reason"]).startswith("fx") else given["cash"] + given["adjust"]
    left[of] -= closes
    return int(closes)


def _is_shown(truth: Row, out: Row) -> bool:
    want = {(each["invoice"], each["cash"]) for each in truth["allocs"]}
    return any({(each["invoice"], each["cash"]) for each in shown} == want for shown in out["suggestions"][:SHOWN])


def main(folder: Path) -> None:
    """Print what is shown and what could be, by scenario."""
    found: dict[str, list[tuple[bool, Fraction]]] = defaultdict(list)
    for scenario, shown, share in shares(read(folder)):
        found[scenario].append((shown, share))
        found["all"].append((shown, share))
    for scenario, each in sorted(found.items(), key=lambda one: len(one[1])):
        right, most = sum(shown for shown, _ in each), float(sum(share for _, share in each))
        print(f"{scenario:16} {len(each):5} left open, shown {right / len(each):.3f}, at most {most / len(each):.3f}")


if __name__ == "__main__":
    main(Path(sys.argv[1]))
