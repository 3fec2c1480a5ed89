"""What is owed and how it is settled, in CII: payment, tax, allowances, totals, the invoices referred to."""

from collections.abc import Iterator

from otcore.adapters.cii.writing.party import payee
from otcore.adapters.cii.writing.payment import payment_means
from otcore.adapters.cii.writing.tax import adjustment, breakdown
from otcore.adapters.cii.writing.terms import payment_terms
from otcore.adapters.cii.writing.values import account, amount, day, period
from otcore.adapters.xml.writing import Element, amount_text, group, leaf
from otcore.invoicing.calculation import Totals
from otcore.invoicing.document import InvoiceDocument
from otcore.invoicing.references import PrecedingInvoice
from otcore.values.money import Money


def settlement(invoice: InvoiceDocument) -> Element | None:
    """The ram:ApplicableHeaderTradeSettlement."""
    debit = invoice.payment.direct_debit
    return group(
        "ram:ApplicableHeaderTradeSettlement",
        None if debit is None else leaf("ram:CreditorReferenceID", debit.creditor),
        leaf("ram:PaymentReference", invoice.payment.payment_id),
        leaf("ram:TaxCurrencyCode", invoice.tax_currency),
        leaf("ram:InvoiceCurrencyCode", invoice.currency),
        payee(invoice.payee),
        *payment_means(invoice.payment),
        *[breakdown(invoice, subtotal) for subtotal in invoice.totals.subtotals],
        period("ram:BillingSpecifiedPeriod", invoice.period),
        *[adjustment(item) for item in invoice.totals.adjustments],
        *payment_terms(invoice),
        _totals(invoice.totals),
        *[_preceding(item) for item in invoice.preceding],
        account(invoice.accounting_cost),
    )


def _totals(totals: Totals) -> Element | None:
    """The document totals (BG-22). Sums of nothing are left out, and what was neither prepaid nor rounded."""
    allowed = totals.allowances or not all(item.charge for item in totals.adjustments)
    charged = totals.charges or any(item.charge for item in totals.adjustments)
    return group(
        "ram:SpecifiedTradeSettlementHeaderMonetarySummation",
        amount("ram:LineTotalAmount", totals.line_net),
        amount("ram:ChargeTotalAmount", totals.charges if charged else None),
        amount("ram:AllowanceTotalAmount", totals.allowances if allowed else None),
        amount("ram:TaxBasisTotalAmount", totals.tax_exclusive),
        *_tax_totals(totals),
        amount("ram:RoundingAmount", totals.rounding or None),
        amount("ram:GrandTotalAmount", totals.tax_inclusive),
        amount("ram:TotalPrepaidAmount", totals.prepaid or None),
        amount("ram:DuePayableAmount", totals.payable),
    )


def _tax_totals(totals: Totals) -> Iterator[Element | None]:
    """The tax in the document's currency, and in the one it is accounted in (BT-110, BT-111)."""
    yield _tax_total(totals.tax)
    if totals.tax_accounted is not None:
        yield _tax_total(totals.tax_accounted)


def _tax_total(tax: Money) -> Element | None:
    return leaf("ram:TaxTotalAmount", amount_text(tax), currencyID=tax.currency)


def _preceding(item: PrecedingInvoice) -> Element | None:
    return group(
        "ram:InvoiceReferencedDocument",
        leaf("ram:IssuerAssignedID", item.number),
        day("ram:FormattedIssueDateTime", item.issued, "qdt:DateTimeString"),
    )
