"""Invoices out: UBL 2.1 by the rules of Peppol BIS Billing 3 (EN 16931)."""

from collections.abc import Iterable

from otcore.adapters.ubl.common_writing import (
    address,
    amount,
    day,
    identifier,
    party,
    percent,
    price,
    quantity,
    tax_category,
)
from otcore.adapters.ubl.writing import Element, document, group, leaf
from otcore.invoicing.adjustments import AllowanceCharge
from otcore.invoicing.document import DeliveryInformation, InvoiceDocument, InvoiceLine, PaymentInstructions
from otcore.invoicing.lines import LineTotal
from otcore.invoicing.requirements import requirement_faults
from otcore.invoicing.tax import TaxSubtotal
from otcore.invoicing.tax_requirements import exemption
from otcore.values.faults import Invalid

CUSTOMIZATION = "urn:cen.eu:en16931:2017#compliant#urn:fdc:peppol.eu:2017:poacc:billing:3.0"
PROFILE = "urn:fdc:peppol.eu:2017:poacc:billing:01:1.0"
NAMESPACE = "urn:oasis:names:specification:ubl:schema:xsd:Invoice-2"

_NO_ORDER = "NA"


def write_invoice(invoice: InvoiceDocument) -> bytes:
    """The invoice as UBL: the same document always gives the same bytes.

    Raises `Invalid` with all `requirement_faults`, and TEXT_NOT_XML for text that XML cannot carry.
    """
    faults = requirement_faults(invoice)
    if faults:
        raise Invalid(*faults)
    return document("Invoice", NAMESPACE, *_header(invoice), *_parties(invoice), *_amounts(invoice), *_lines(invoice))


def _header(invoice: InvoiceDocument) -> Iterable[Element | None]:
    yield leaf("cbc:CustomizationID", CUSTOMIZATION)
    yield leaf("cbc:ProfileID", PROFILE)
    yield leaf("cbc:ID", invoice.number)
    yield day("cbc:IssueDate", invoice.issued)
    yield day("cbc:DueDate", invoice.due)
    yield leaf("cbc:InvoiceTypeCode", invoice.type_code)
    yield leaf("cbc:Note", invoice.note)
    yield leaf("cbc:DocumentCurrencyCode", invoice.currency)
    yield leaf("cbc:AccountingCost", invoice.accounting_cost)
    yield leaf("cbc:BuyerReference", invoice.buyer_reference)
    yield _order(invoice)
    yield group("cac:DespatchDocumentReference", leaf("cbc:ID", invoice.despatch_reference))
    yield group("cac:ContractDocumentReference", leaf("cbc:ID", invoice.contract))


def _order(invoice: InvoiceDocument) -> Element | None:
    """The buyer's order and the seller's. UBL wants the first wherever the second stands: "NA" when there is none."""
    sales_order = leaf("cbc:SalesOrderID", invoice.sales_order)
    fallback = _NO_ORDER if sales_order else ""
    return group("cac:OrderReference", leaf("cbc:ID", invoice.order_reference or fallback), sales_order)


def _parties(invoice: InvoiceDocument) -> Iterable[Element | None]:
    seller, buyer = invoice.seller, invoice.buyer
    yield group("cac:AccountingSupplierParty", party(seller, seller.identifiers))
    # A buyer has room for one identifier (UBL-SR-16).
    yield group("cac:AccountingCustomerParty", party(buyer, buyer.identifiers[:1]))
    yield _delivery(invoice.delivery)
    yield _payment(invoice.payment)
    yield group("cac:PaymentTerms", leaf("cbc:Note", invoice.terms_note))


def _delivery(delivery: DeliveryInformation | None) -> Element | None:
    if delivery is None:
        return None
    return group(
        "cac:Delivery",
        day("cbc:ActualDeliveryDate", delivery.day),
        group(
            "cac:DeliveryLocation",
            identifier("cbc:ID", delivery.location),
            address("cac:Address", delivery.address),
        ),
        group("cac:DeliveryParty", group("cac:PartyName", leaf("cbc:Name", delivery.party_name))),
    )


def _payment(payment: PaymentInstructions) -> Element | None:
    return group(
        "cac:PaymentMeans",
        leaf("cbc:PaymentMeansCode", payment.means),
        leaf("cbc:PaymentID", payment.payment_id),
        _account(payment),
    )


def _account(payment: PaymentInstructions) -> Element | None:
    """The account to pay to; its holder and bank mean nothing without it (BR-50)."""
    account = leaf("cbc:ID", payment.iban)
    if account is None:
        return None
    return group(
        "cac:PayeeFinancialAccount",
        account,
        leaf("cbc:Name", payment.account_name),
        group("cac:FinancialInstitutionBranch", leaf("cbc:ID", payment.bic)),
    )


def _amounts(invoice: InvoiceDocument) -> Iterable[Element | None]:
    totals = invoice.totals
    yield from [_adjustment(item) for item in totals.adjustments]
    yield group("cac:TaxTotal", amount("cbc:TaxAmount", totals.tax), *[_subtotal(item) for item in totals.subtotals])
    allowances = [item for item in totals.adjustments if not item.charge]
    yield group(
        "cac:LegalMonetaryTotal",
        amount("cbc:LineExtensionAmount", totals.line_net),
        amount("cbc:TaxExclusiveAmount", totals.tax_exclusive),
        amount("cbc:TaxInclusiveAmount", totals.tax_inclusive),
        amount("cbc:AllowanceTotalAmount", totals.allowances if allowances else None),
        amount("cbc:ChargeTotalAmount", totals.charges if len(allowances) < len(totals.adjustments) else None),
        amount("cbc:PrepaidAmount", totals.prepaid or None),
        amount("cbc:PayableRoundingAmount", totals.rounding or None),
        amount("cbc:PayableAmount", totals.payable),
    )


def _adjustment(item: AllowanceCharge) -> Element | None:
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
    return group(
        "cac:TaxSubtotal",
        amount("cbc:TaxableAmount", subtotal.taxable),
        amount("cbc:TaxAmount", subtotal.tax),
        tax_category("cac:TaxCategory", subtotal.category, *exemption(subtotal.category)),
    )


def _lines(invoice: InvoiceDocument) -> Iterable[Element | None]:
    return [_line(line, total) for line, total in zip(invoice.lines, invoice.totals.lines, strict=True)]


def _line(line: InvoiceLine, total: LineTotal) -> Element | None:
    return group(
        "cac:InvoiceLine",
        leaf("cbc:ID", line.id),
        leaf("cbc:Note", line.note),
        quantity("cbc:InvoicedQuantity", line.quantity),
        amount("cbc:LineExtensionAmount", total.net),
        leaf("cbc:AccountingCost", line.accounting_cost),
        group("cac:OrderLineReference", leaf("cbc:LineID", line.order_line)),
        *[_adjustment(item) for item in total.adjustments],
        _item(line),
        price(line.price, line.quantity.unit),
    )


def _item(line: InvoiceLine) -> Element | None:
    return group(
        "cac:Item",
        leaf("cbc:Description", line.description),
        leaf("cbc:Name", line.name),
        group("cac:BuyersItemIdentification", leaf("cbc:ID", line.buyer_item)),
        group("cac:SellersItemIdentification", leaf("cbc:ID", line.seller_item)),
        group("cac:StandardItemIdentification", identifier("cbc:ID", line.standard_item)),
        tax_category("cac:ClassifiedTaxCategory", line.tax),
    )
