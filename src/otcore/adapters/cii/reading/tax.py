"""Tax categories, the VAT breakdown, allowances and charges of a CII document."""

from collections.abc import Iterable
from decimal import Decimal
from typing import Any

from otcore.adapters.cii.names import TAX_POINTS
from otcore.adapters.cii.reading.cursor import CiiCursor
from otcore.adapters.xml.records import each
from otcore.invoicing.adjustments import AllowanceCharge
from otcore.invoicing.tax import TaxSubtotal
from otcore.values.tax import TaxCategory

_RATE = "ram:RateApplicablePercent"
_UNTAXED = {"Z", "E", "AE", "K", "G", "O"}
_CODES = {code: day for day, code in TAX_POINTS.items()}


def read_bare_category(tax: CiiCursor) -> TaxCategory:
    """The VAT category of a line, an allowance or a charge: code and rate. The reasons stand in the breakdown.

    One in which no tax is due may leave its rate out. Raises `Invalid` TAX_CATEGORY_UNKNOWN, TAX_RATE.
    """
    _see_vat(tax)
    return tax.record(TaxCategory, code=lambda: tax.required("ram:CategoryCode"), rate=lambda: _rate(tax))


def _category(tax: CiiCursor) -> TaxCategory:
    _see_vat(tax)
    return tax.record(
        TaxCategory,
        code=lambda: tax.required("ram:CategoryCode"),
        rate=lambda: _rate(tax),
        exemption_reason=lambda: tax.prose("ram:ExemptionReason"),
        exemption_code=lambda: tax.words("ram:ExemptionReasonCode"),
    )


def _see_vat(tax: CiiCursor) -> None:
    """The kind of tax says what is meant anyway, where it is VAT; another stays unread."""
    if tax.peek("ram:TypeCode") == "VAT":
        tax.text("ram:TypeCode")


def read_breakdown(settlement: CiiCursor, currency: str) -> tuple[TaxSubtotal, ...]:
    """The VAT breakdown (BG-23)."""
    return each(
        settlement.children("ram:ApplicableTradeTax"),
        lambda tax: tax.record(
            TaxSubtotal,
            category=lambda: _category(tax),
            taxable=lambda: tax.amount("ram:BasisAmount", currency),
            tax=lambda: tax.amount("ram:CalculatedAmount", currency),
        ),
    )


def read_tax_point(settlement: CiiCursor) -> dict[str, Any]:
    """When the tax falls due (BT-7, BT-8). Groups of the breakdown may say it; one that says otherwise stays unread."""
    taxes = settlement.children("ram:ApplicableTradeTax")
    days = _agreeing(taxes, "ram:TaxPointDate/udt:DateString")
    codes = _agreeing(taxes, "ram:DueDateTypeCode")
    day = [tax.day("ram:TaxPointDate/udt:DateString") for tax in days]
    code = [tax.words("ram:DueDateTypeCode") for tax in codes]
    said = {"tax_point": day[0]} if day else {}
    return said | ({"tax_point_code": _CODES.get(code[0], code[0])} if code else {})


def read_adjustments(cursor: CiiCursor, currency: str, *, taxed: bool) -> tuple[AllowanceCharge, ...]:
    """The allowances and charges of an element. `taxed`: each states its tax category, as those of a document do."""
    found = cursor.children("ram:SpecifiedTradeAllowanceCharge")
    return each(found, lambda item: _adjustment(item, currency, taxed))


def _adjustment(item: CiiCursor, currency: str, taxed: bool) -> AllowanceCharge:
    """As it is stated. A percentage without its base, or a base without its percentage, explains nothing: unread."""
    explained = bool(item.peek("ram:CalculationPercent") and item.peek("ram:BasisAmount"))
    return item.record(
        AllowanceCharge,
        charge=lambda: item.part("ram:ChargeIndicator").indicator("udt:Indicator"),
        amount=lambda: item.amount("ram:ActualAmount", currency),
        percent=lambda: item.percentage("ram:CalculationPercent") if explained else None,
        base=lambda: item.amount("ram:BasisAmount", currency) if explained else None,
        reason=lambda: item.prose("ram:Reason"),
        reason_code=lambda: item.words("ram:ReasonCode"),
        tax=lambda: read_bare_category(item.one("ram:CategoryTradeTax")) if taxed else None,
    )


def _agreeing(taxes: Iterable[CiiCursor], path: str) -> list[CiiCursor]:
    """Those that say the same as the first that says something."""
    said = [tax for tax in taxes if tax.peek(path)]
    return [tax for tax in said if tax.peek(path) == said[0].peek(path)]


def _rate(tax: CiiCursor) -> Decimal:
    if tax.peek("ram:CategoryCode") in _UNTAXED and not tax.text(_RATE):
        return Decimal(0)
    return tax.number(_RATE)
