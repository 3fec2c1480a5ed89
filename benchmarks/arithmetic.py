"""The invoice arithmetic, from objects and from JSON, beside a bare Decimal loop for the same totals."""

import json
from typing import Any

from benchmarks.figures import Figure
from benchmarks.ten_lines import bare, invoice, request
from benchmarks.timing import best
from otcore.invoicing.calculation import Totals, calculate
from otcore.schemas.calculation import calculated, calculated_json

TIMES = 1_000
CALCULATED, IN_JSON = 3.0, 12.0
"""How many times the bare loop they may cost."""
_SUMS = ("line_net", "allowances", "tax_exclusive", "tax", "tax_inclusive", "payable")


def measure() -> list[Figure]:
    """Microseconds an invoice."""
    asked, data = invoice(), request()
    assert _by_name(calculate(asked)) == bare()
    assert json.loads(calculated_json(data)) == calculated(data)
    acts = {"bare": bare, "calculate": lambda: calculate(asked), "json": lambda: calculated_json(data)}
    spent = best(acts, TIMES) | best({"clear": lambda: calculated(data)}, TIMES // 20)
    return [
        Figure("invoice of ten lines", spent["calculate"], "µs", spent["bare"], CALCULATED),
        Figure("JSON in to JSON out", spent["json"], "µs", spent["bare"], IN_JSON),
        Figure("JSON in, the clear way", spent["clear"], "µs", spent["bare"]),
    ]


def _by_name(totals: Totals) -> dict[str, Any]:
    groups = totals.subtotals
    return {
        "lines": [line.net.amount for line in totals.lines],
        "taxable": {group.category.rate: group.taxable.amount for group in groups},
        "taxes": {group.category.rate: group.tax.amount for group in groups},
        **{name: getattr(totals, name).amount for name in _SUMS},
    }
