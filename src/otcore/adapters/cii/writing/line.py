"""The lines of an invoice in CII (BG-25 to BG-32)."""

from otcore.adapters.cii.names import OBJECT
from otcore.adapters.cii.writing.tax import adjustment, trade_tax
from otcore.adapters.cii.writing.values import (
    account,
    amount,
    billed_object,
    identifier,
    indicator,
    period,
    quantity,
    reference,
)
from otcore.adapters.xml.writing import Element, group, leaf
from otcore.invoicing.invoice_line import Classification, InvoiceLine, ItemAttribute
from otcore.invoicing.lines import LineTotal
from otcore.values.decimals import plain
from otcore.values.price import UnitPrice


def line_item(line: InvoiceLine, total: LineTotal) -> Element | None:
    """A line with its amounts."""
    return group(
        "ram:IncludedSupplyChainTradeLineItem",
        group(
            "ram:AssociatedDocumentLineDocument",
            leaf("ram:LineID", line.id),
            group("ram:IncludedNote", leaf("ram:Content", line.note)),
        ),
        _product(line),
        _agreement(line),
        group(
            "ram:SpecifiedLineTradeDelivery",
            quantity("ram:BilledQuantity", line.quantity),
            reference("ram:DespatchAdviceReferencedDocument", line.despatch),
        ),
        _settlement(line, total),
    )


def _product(line: InvoiceLine) -> Element | None:
    return group(
        "ram:SpecifiedTradeProduct",
        identifier("ram:GlobalID", line.standard_item),
        leaf("ram:SellerAssignedID", line.seller_item),
        leaf("ram:BuyerAssignedID", line.buyer_item),
        leaf("ram:Name", line.name),
        leaf("ram:Description", line.description),
        *[_attribute(item) for item in line.attributes],
        *[_classification(item) for item in line.classifications],
        group("ram:OriginTradeCountry", leaf("ram:ID", line.origin)),
    )


def _attribute(item: ItemAttribute) -> Element | None:
    return group(
        "ram:ApplicableProductCharacteristic", leaf("ram:Description", item.name), leaf("ram:Value", item.value)
    )


def _classification(item: Classification) -> Element | None:
    code = leaf("ram:ClassCode", item.code, listID=item.list_id, listVersionID=item.version)
    return group("ram:DesignatedProductClassification", code)


def _agreement(line: InvoiceLine) -> Element | None:
    return group(
        "ram:SpecifiedLineTradeAgreement",
        group(
            "ram:BuyerOrderReferencedDocument",
            leaf("ram:IssuerAssignedID", line.order),
            leaf("ram:LineID", line.order_line),
        ),
        _gross_price(line.price, line.quantity.unit),
        group(
            "ram:NetPriceProductTradePrice",
            leaf("ram:ChargeAmount", plain(line.price.amount)),
            _base(line.price, line.quantity.unit),
        ),
    )


def _gross_price(price: UnitPrice, unit: str) -> Element | None:
    """The price before the discount (BT-147, BT-148), where there is a discount."""
    if not price.discount:
        return None
    return group(
        "ram:GrossPriceProductTradePrice",
        leaf("ram:ChargeAmount", plain(price.gross)),
        _base(price, unit),
        group(
            "ram:AppliedTradeAllowanceCharge",
            indicator("ram:ChargeIndicator", False),
            leaf("ram:ActualAmount", plain(price.discount)),
        ),
    )


def _base(price: UnitPrice, unit: str) -> Element | None:
    """The quantity that the price is for (BT-149), only when it is not one unit."""
    return None if price.per == 1 else leaf("ram:BasisQuantity", plain(price.per), unitCode=unit)


def _settlement(line: InvoiceLine, total: LineTotal) -> Element | None:
    return group(
        "ram:SpecifiedLineTradeSettlement",
        trade_tax("ram:ApplicableTradeTax", line.tax),
        period("ram:BillingSpecifiedPeriod", line.period),
        *[adjustment(item) for item in total.adjustments],
        group("ram:SpecifiedTradeSettlementLineMonetarySummation", amount("ram:LineTotalAmount", total.net)),
        billed_object(line.object, OBJECT),
        account(line.accounting_cost),
    )
