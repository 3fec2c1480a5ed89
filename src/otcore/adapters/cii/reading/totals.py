"""The amounts of a CII document, as they are stated."""

from otcore.adapters.cii.reading.cursor import CiiCursor
from otcore.adapters.cii.reading.line import read_line_total
from otcore.adapters.cii.reading.tax import read_adjustments, read_breakdown
from otcore.adapters.xml.records import each
from otcore.invoicing.calculation import Totals
from otcore.values.money import Money

_SUMS = "ram:SpecifiedTradeSettlementHeaderMonetarySummation"


def read_totals(lines: tuple[CiiCursor, ...], settlement: CiiCursor, currency: str) -> Totals:
    """The document totals (BG-22) with what they are sums of. A sum that is left out is zero."""
    sums, nothing = settlement.one(_SUMS), Money.zero(currency)
    tax_currency = settlement.peek("ram:TaxCurrencyCode")
    return sums.record(
        Totals,
        lines=lambda: each(lines, lambda line: read_line_total(line, currency)),
        line_net=lambda: sums.amount("ram:LineTotalAmount", currency),
        allowances=lambda: sums.optional_amount("ram:AllowanceTotalAmount", currency) or nothing,
        charges=lambda: sums.optional_amount("ram:ChargeTotalAmount", currency) or nothing,
        tax_exclusive=lambda: sums.amount("ram:TaxBasisTotalAmount", currency),
        subtotals=lambda: read_breakdown(settlement, currency),
        tax=lambda: _tax(sums, currency, None) or nothing,
        tax_inclusive=lambda: sums.amount("ram:GrandTotalAmount", currency),
        prepaid=lambda: sums.optional_amount("ram:TotalPrepaidAmount", currency) or nothing,
        rounding=lambda: sums.optional_amount("ram:RoundingAmount", currency) or nothing,
        payable=lambda: sums.amount("ram:DuePayableAmount", currency),
        adjustments=lambda: read_adjustments(settlement, currency, taxed=True),
        tax_accounted=lambda: _tax(sums, tax_currency) if tax_currency not in ("", currency) else None,
    )


def _tax(sums: CiiCursor, *currencies: str | None) -> Money | None:
    """The first total tax in one of these currencies (None: it names none); the others stay unread."""
    for found in sums.children("ram:TaxTotalAmount"):
        if found.element.get("currencyID") in currencies:
            return found.amount("", currencies[0] or "")
    return None
