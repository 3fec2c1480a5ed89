"""The tax in what was closed of an invoice without cash: how much of a discount was tax (2006/112/EC, articles 79, 90).

The parts of the invoice are reduced alike, so each has its share of the reduction by what it comes to with tax, and in
that share the tax that it has itself. Shares are cumulative: they sum to the reduction, and of the whole invoice they
are its own tax to the cent.
"""

from collections.abc import Sequence

from attrs import frozen

from otcore.invoicing.tax import TaxSubtotal
from otcore.receivables.adjustment import Why
from otcore.receivables.receivable import Receivable
from otcore.values.command import Query
from otcore.values.money import Money, total
from otcore.values.rounding import round_ratio
from otcore.values.tax import TaxCategory


@frozen
class ReducedTax:
    """Of one tax category and rate: how much less there is of it with tax (`gross`), and how much of that is `tax`."""

    category: TaxCategory
    gross: Money
    tax: Money

    @property
    def net(self) -> Money:
        """How much less tax is due on."""
        return self.gross - self.tax


@frozen
class AskReducedTax(Query[tuple[ReducedTax, ...]]):
    """The tax in what was closed of an invoice without cash for these reasons, by category and rate; () for nothing.

    What was undone counts no more. Whether and when tax may be corrected for it, the law says: for a discount that was
    taken nearly everywhere, for debts that were given up not. `NotFound` for an invoice that is not stored.
    """

    invoice: str
    why: tuple[Why, ...] = (Why.DISCOUNT,)


def reduced_tax(item: Receivable, subtotals: Sequence[TaxSubtotal], why: Sequence[Why]) -> tuple[ReducedTax, ...]:
    """The tax in the reductions of an item for these reasons."""
    currency = item.amount.currency
    amount = total((each.amount for each in item.adjusted if each.why in why), currency)
    return tax_in(amount, subtotals)


def tax_in(amount: Money, subtotals: Sequence[TaxSubtotal]) -> tuple[ReducedTax, ...]:
    """An amount of an invoice, tax included, by the invoice's categories and rates. Law: the `gross` sum to it."""
    gross = [each.taxable.minor + each.tax.minor for each in subtotals]
    whole = sum(gross)
    if not whole or not amount:
        return ()
    found, upto, before = [], 0, 0
    for each, part in zip(subtotals, gross, strict=True):
        upto += part
        share = round_ratio(amount.minor * upto, whole) - before
        before += share
        tax = round_ratio(share * each.tax.minor, part) if part else 0
        found.append(ReducedTax(each.category, *(Money.from_minor(minor, amount.currency) for minor in (share, tax))))
    return tuple(found)
