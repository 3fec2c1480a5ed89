"""The VAT breakdown of an invoice (EN 16931 BG-23)."""

from collections.abc import Sequence
from itertools import groupby
from operator import attrgetter

from attrs import frozen

from otcore.invoicing.amounts import LIMIT, money, percent_of
from otcore.values.fast_init import fast_init
from otcore.values.money import Money
from otcore.values.other_tax import OtherTax
from otcore.values.tax import TaxCategory


@fast_init
@frozen
class TaxSubtotal:
    """One VAT category and rate: what it is due on (BT-116), how much is due (BT-117)."""

    category: TaxCategory
    taxable: Money
    tax: Money


@frozen
class OtherTaxTotal:
    """A tax beside VAT: what it is due on, how much it is. All lines with the same tax share one."""

    tax: OtherTax
    taxable: Money
    amount: Money


Taxable = tuple[dict[int, int], list[TaxCategory]]
"""What tax is due on, in minor units by the id of a category object; and the categories in the order they came.

Most lines share a few category objects, and an object's id is far cheaper to look up than its four fields.
"""


def tax_subtotals(taxable: Taxable, currency: str) -> tuple[tuple[TaxSubtotal, ...], int]:
    """One subtotal for each category code and rate, in that order; and all tax, in minor units.

    Taxable = line nets - document allowances + document charges of the category and rate (BR-S-08 and its like); tax is
    taken once, on the sum (BR-CO-17). Categories that differ only in why no tax is due share a subtotal (BR-E-01).
    """
    by_id, categories = taxable
    subtotals: list[TaxSubtotal] = []
    from_minor = Money.from_minor
    tax, last = 0, None
    for category in sorted(categories, key=_code_and_rate):
        if last is not None and category.rate == last.rate and category.code == last.code:
            return tax_subtotals(_one_each(taxable), currency)
        base = by_id[id(category)]
        due = percent_of(base, category.rate)
        if not (-LIMIT < base < LIMIT and -LIMIT < due < LIMIT):
            money(max(abs(base), abs(due)), currency)  # refuses it
        subtotals.append(TaxSubtotal(category, from_minor(base, currency), from_minor(due, currency)))
        tax, last = tax + due, category
    return tuple(subtotals), tax


def _one_each(taxable: Taxable) -> Taxable:
    """The same with one category for each code and rate."""
    by_id, categories = taxable
    found: Taxable = ({}, [])
    for _, members in groupby(sorted(categories, key=_code_and_rate), _code_and_rate):
        same = list(members)
        found[1].append(merged(same))
        found[0][id(found[1][-1])] = sum([by_id[id(each)] for each in same])
    return found


_code_and_rate = attrgetter("code", "rate")


def merged(categories: Sequence[TaxCategory]) -> TaxCategory:
    """One category for a breakdown group: every reason is kept; a reason code only where all share it.

    An invoice has one exemption reason and one code for a category (BT-120, BT-121), so codes that differ become text.
    """
    first = categories[0]
    if len({(category.exemption_reason, category.exemption_code) for category in categories}) == 1:
        return first
    codes = {category.exemption_code for category in categories}
    reasons = {category.exemption_reason or category.exemption_code for category in categories} - {""}
    shared = codes.pop() if len(codes) == 1 else ""
    return TaxCategory(first.code, first.rate, "; ".join(sorted(reasons)), shared)
