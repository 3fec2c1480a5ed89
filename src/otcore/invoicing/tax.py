"""The VAT breakdown of an invoice (EN 16931 BG-23)."""

from collections.abc import Iterable, Sequence
from decimal import Decimal

from attrs import frozen

from otcore.invoicing.amounts import money, percent_of
from otcore.values.money import Money
from otcore.values.other_tax import OtherTax
from otcore.values.tax import TaxCategory


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


def tax_subtotals(amounts: Iterable[tuple[TaxCategory, int]], currency: str) -> tuple[TaxSubtotal, ...]:
    """One subtotal for each category code and rate, in that order, from signed amounts in minor units.

    Taxable = line nets - document allowances + document charges of the category and rate (BR-S-08 and its like); tax is
    taken once, on the sum (BR-CO-17). Categories that differ only in why no tax is due share a subtotal (BR-E-01).
    """
    taxable: dict[int, int] = {}
    stated: list[TaxCategory] = []
    for category, minor in amounts:
        # Most lines share a few category objects, and an object's id is far cheaper to look up than its four fields.
        key = id(category)
        if key in taxable:
            taxable[key] += minor
        else:
            taxable[key] = minor
            stated.append(category)
    groups: dict[tuple[str, Decimal], list[TaxCategory]] = {}
    for category in stated:
        groups.setdefault((category.code, category.rate), []).append(category)
    return tuple([_subtotal(groups[key], taxable, currency) for key in sorted(groups)])


def _subtotal(categories: list[TaxCategory], taxable: dict[int, int], currency: str) -> TaxSubtotal:
    category = categories[0] if len(categories) == 1 else merged(categories)
    minor = sum([taxable[id(category)] for category in categories])
    return TaxSubtotal(category, money(minor, currency), money(percent_of(minor, category.rate), currency))


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
