"""The amounts of an invoice: allowances and charges, taxes, totals (BG-20 to BG-23)."""

from collections.abc import Iterator

from otcore.adapters.ubl.common_writing import amount, percent, tax_category
from otcore.adapters.ubl.writing import Element, group, leaf
from otcore.invoicing.adjustments import AllowanceCharge
from otcore.invoicing.calculation import Totals
from otcore.invoicing.document import InvoiceDocument
from otcore.invoicing.tax import TaxSubtotal


def amounts(invoice: InvoiceDocument) -> Iterator[Element | None]:
    """All amounts of the document itself; the tax in the accounting currency is a total without a breakdown."""
    totals = invoice.totals
    yield from map(adjustment, totals.adjustments)
    yield group("cac:TaxTotal", amount("cbc:TaxAmount", totals.tax), *map(_subtotal, totals.subtotals))
    yield group("cac:TaxTotal", amount("cbc:TaxAmount", totals.tax_accounted))
    yield _monetary_total(totals)


def _monetary_total(totals: Totals) -> Element | None:
    allowed = totals.allowances or not all(item.charge for item in totals.adjustments)
    charged = totals.charges or any(item.charge for item in totals.adjustments)
    return group(
        "cac:LegalMonetaryTotal",
        amount("cbc:LineExtensionAmount", totals.line_net),
        amount("cbc:TaxExclusiveAmount", totals.tax_exclusive),
        amount("cbc:TaxInclusiveAmount", totals.tax_inclusive),
        amount("cbc:AllowanceTotalAmount", totals.allowances if allowed else None),
        amount("cbc:ChargeTotalAmount", totals.charges if charged else None),
        amount("cbc:PrepaidAmount", totals.prepaid or None),
        amount("cbc:PayableRoundingAmount", totals.rounding or None),
        amount("cbc:PayableAmount", totals.payable),
    )


def adjustment(item: AllowanceCharge) -> Element | None:
    """An allowance or a charge, of the document or of a line."""
    return group(
        "cac:AllowanceCharge",
        leaf("cbc:ChargeIndicator", "true" if item.charge else "false"),
        leaf("cbc:AllowanceChargeReasonCode", item.reason_code),
        leaf("cbc:AllowanceChargeReason", item.reason),
        percent("cbc:MultiplierFactorNumeric", item.percent),
        amount("cbc:Amount", item.amount),
        amount("cbc:BaseAmount", item.base),
        None if item.tax is None else tax_category("cac:TaxCategory", item.tax),
    )


def _subtotal(subtotal: TaxSubtotal) -> Element | None:
    category = subtotal.category
    return group(
        "cac:TaxSubtotal",
        amount("cbc:TaxableAmount", subtotal.taxable),
        amount("cbc:TaxAmount", subtotal.tax),
        tax_category("cac:TaxCategory", category, category.exemption_reason, category.exemption_code),
    )
