"""Every rule that is checked, in the order in which differences are told."""

from collections.abc import Callable, Iterator

from otcore.invoicing.checking import adjustments, breakdown, decimals, lines, presence, totals
from otcore.invoicing.checking.comparing import Subject
from otcore.invoicing.checking.difference import Difference

Rule = Callable[[Subject], Iterator[Difference]]


def _of_categories(make: Callable[[str], Rule]) -> tuple[Rule, ...]:
    return tuple(make(letter) for letter in breakdown.RULE_NAMES)


RULES: tuple[Rule, ...] = (
    presence.currencies,
    presence.lines,
    presence.figures,
    totals.line_net,
    totals.allowances,
    totals.charges,
    totals.exclusive,
    breakdown.tax_total,
    totals.inclusive,
    totals.payable,
    totals.payable_with_third_parties,
    *_of_categories(breakdown.in_breakdown),
    *_of_categories(breakdown.taxable_amount),
    breakdown.taxable_of_others,
    breakdown.tax_of_category,
    *_of_categories(breakdown.tax_amount),
    adjustments.amount,
    adjustments.base_of_percentage,
    adjustments.percentage_of_base,
    lines.net_amount,
    lines.base_quantity,
    lines.net_price,
    lines.price_not_negative,
    lines.gross_price_not_negative,
    lines.sub_lines,
    decimals.decimals,
)
