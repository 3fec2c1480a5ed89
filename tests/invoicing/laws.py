"""Laws of the invoice arithmetic, held against invoices from a seed: many in a test, a million in a benchmark.

`python -m tests.invoicing.laws SEED COUNT` says how many held.
"""

import sys
from itertools import chain
from operator import attrgetter
from random import Random

from attrs import evolve

from otcore.invoicing.calculation import InvoiceInput, Totals, calculate, full_totals, negated
from tests.invoicing.generator import invoices, plain_invoices
from tests.invoicing.identities import broken

_sums = attrgetter(
    "line_net",
    "allowances",
    "charges",
    "tax_exclusive",
    "tax",
    "tax_inclusive",
    "prepaid",
    "rounding",
    "payable",
    "other_taxes",
    "withheld",
    "tax_included",
    "third_party",
    "tax_accounted",
)


def hold(seed: int, count: int) -> int:
    """Checks so many invoices, four in five of them plain, and says how many. `AssertionError` names what broke a law.

    Every identity of the printed figures; the full way finds what the plain one does; an invoice the other way round,
    its lines in another order, has the negated totals.
    """
    random = Random(-seed - 1)
    plain = count * 4 // 5
    for invoice in plain_invoices(seed, plain):
        totals = calculate(invoice)
        assert full_totals(invoice) == totals, invoice
        holds(invoice, totals, random)
    for invoice in invoices(seed, count - plain):
        holds(invoice, calculate(invoice), random)
    return count


def keep_gross(seed: int, count: int) -> int:
    """Checks so many invoices whose prices include tax, one in ten of them with everything, and says how many."""
    rich = count // 10
    for invoice in chain(plain_invoices(seed, count - rich), invoices(seed, rich)):
        keeps_gross(evolve(invoice, tax_included=True))
    return count


def keeps_gross(invoice: InvoiceInput) -> None:
    """What prices with tax said is what net, tax and the rounding amount come to."""
    assert "gross" not in broken(invoice, calculate(invoice)), invoice


def figures(totals: Totals, sign: int = 1) -> list[object]:
    """The figures that the order of lines does not change, in minor units, or with the other sign."""
    sums = [sign * each.minor if each is not None else None for each in _sums(totals)]
    groups = [(group.category.code, group.category.rate) for group in totals.subtotals]
    others = [each.tax for each in totals.taxes]
    amounts = [(sign * group.taxable.minor, sign * group.tax.minor) for group in totals.subtotals]
    amounts += [(sign * each.taxable.minor, sign * each.amount.minor) for each in totals.taxes]
    return [sums, groups, others, amounts]


def shuffled(invoice: InvoiceInput, random: Random) -> InvoiceInput:
    """The same invoice with its lines in another order."""
    lines = list(invoice.lines)
    random.shuffle(lines)
    return evolve(invoice, lines=tuple(lines))


def holds(invoice: InvoiceInput, totals: Totals, random: Random) -> None:
    """Every identity, and the negated totals of the invoice the other way round."""
    assert not (names := broken(invoice, totals)), (names, invoice)
    other_way = calculate(negated(shuffled(invoice, random) if len(invoice.lines) > 1 else invoice))
    assert figures(other_way) == figures(totals, -1), invoice


if __name__ == "__main__":
    print(hold(int(sys.argv[1]), int(sys.argv[2])))
