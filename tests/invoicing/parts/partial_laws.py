"""What any sequence of partial invoices keeps. Also called by the benchmarks, with a million orders."""

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from random import Random

from otcore.invoicing.calculation import Totals, calculate
from otcore.invoicing.inputs import InvoiceInput
from otcore.invoicing.partial import part_of
from otcore.invoicing.parts.fitting import amount_of, charged
from otcore.invoicing.profile import Level
from tests.invoicing.identities import broken
from tests.invoicing.parts.marks import Marks, marks
from tests.invoicing.parts.small_orders import some_of_each


def orders_from_seed(seed: int, count: int) -> None:
    """The law on so many orders; one in a hundred with everything an invoice may have."""
    random = Random(seed)
    for whole in some_of_each(random, seed, count):
        billed_in_parts_is_billed_exactly(whole, marks(random, whole))


def billed_in_parts_is_billed_exactly(whole: InvoiceInput, steps: Iterable[Marks]) -> None:
    """Lines, allowances, charges and payable amounts of all parts add up to those of the whole."""
    parts = list(_parts(whole, steps))
    once = calculate(whole)
    assert sum(part.payable.minor for part in parts) == once.payable.minor
    if whole.profile.level is Level.LINE:
        assert by_line(parts) == by_line([once])
        assert by_document(parts) == by_document([once])


def billed_beyond_is_billed_as_once(whole: InvoiceInput, steps: Sequence[Marks]) -> None:
    """Parts that go beyond the whole come to what one invoice of so much would."""
    parts = list(_parts(whole, steps))
    once = calculate(part_of(whole, {}, steps[-1]))
    assert sum(part.payable.minor for part in parts) == once.payable.minor
    assert (by_line(parts), by_document(parts)) == (by_line([once]), by_document([once]))


def _parts(whole: InvoiceInput, steps: Iterable[Marks]) -> Iterator[Totals]:
    before: Marks = {}
    for after in steps:
        yield calculated(part_of(whole, before, after))
        before = after


def calculated(bill: InvoiceInput) -> Totals:
    """What a bill comes to, by figures that follow from each other."""
    totals = calculate(bill)
    assert broken(bill, totals) == []
    return totals


def by_line(parts: Iterable[Totals]) -> dict[str, int]:
    """What each line came to in all parts; with the tax where prices include it."""
    sums: Counter[str] = Counter()
    for part in parts:
        for line in part.lines:
            sums[line.id] += amount_of(line)
    return {line: amount for line, amount in sums.items() if amount}


def by_document(parts: Iterable[Totals]) -> dict[tuple[bool, str], int]:
    """What the document's allowances and charges came to in all parts, by tax."""
    sums: Counter[tuple[bool, str]] = Counter()
    for part in parts:
        for item in part.adjustments:
            sums[item.charge, str(item.tax)] += charged(item)
    return {item: amount for item, amount in sums.items() if amount}
