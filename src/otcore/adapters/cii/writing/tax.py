"""Tax categories, the VAT breakdown, allowances and charges in CII."""

from otcore.adapters.cii.names import TAX_POINTS
from otcore.adapters.cii.writing.values import amount, day, indicator, percent
from otcore.adapters.xml.writing import Element, group, leaf
from otcore.invoicing.adjustments import AllowanceCharge
from otcore.invoicing.document import InvoiceDocument
from otcore.invoicing.tax import TaxSubtotal
from otcore.values.tax import TaxCategory

_NO_RATE = "O"


def trade_tax(name: str, tax: TaxCategory) -> Element | None:
    """A VAT category and rate. Why no tax is due is said in the breakdown alone."""
    return group(name, _vat(), leaf("ram:CategoryCode", tax.code), _rate(tax))


def breakdown(invoice: InvoiceDocument, subtotal: TaxSubtotal) -> Element | None:
    """A group of the VAT breakdown (BG-23). When the tax falls due (BT-7, BT-8) is said in each of them."""
    tax = subtotal.category
    return group(
        "ram:ApplicableTradeTax",
        amount("ram:CalculatedAmount", subtotal.tax),
        _vat(),
        leaf("ram:ExemptionReason", tax.exemption_reason),
        amount("ram:BasisAmount", subtotal.taxable),
        leaf("ram:CategoryCode", tax.code),
        leaf("ram:ExemptionReasonCode", tax.exemption_code),
        day("ram:TaxPointDate", invoice.tax_point, "udt:DateString"),
        leaf("ram:DueDateTypeCode", TAX_POINTS.get(invoice.tax_point_code, invoice.tax_point_code)),
        _rate(tax),
    )


def adjustment(item: AllowanceCharge) -> Element | None:
    """An allowance or a charge, of a line or of the document."""
    return group(
        "ram:SpecifiedTradeAllowanceCharge",
        indicator("ram:ChargeIndicator", item.charge),
        percent("ram:CalculationPercent", item.percent),
        amount("ram:BasisAmount", item.base),
        amount("ram:ActualAmount", item.amount),
        leaf("ram:ReasonCode", item.reason_code),
        leaf("ram:Reason", item.reason),
        None if item.tax is None else trade_tax("ram:CategoryTradeTax", item.tax),
    )


def _vat() -> Element | None:
    """The only kind of tax that EN 16931 has."""
    return leaf("ram:TypeCode", "VAT")


def _rate(tax: TaxCategory) -> Element | None:
    """What is not subject to VAT has no rate (BR-O-05 to BR-O-07)."""
    return None if tax.code == _NO_RATE else percent("ram:RateApplicablePercent", tax.rate)
