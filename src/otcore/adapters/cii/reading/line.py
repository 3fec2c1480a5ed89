"""The lines of a CII document, with their amounts."""

from typing import Any

from otcore.adapters.cii.reading.cursor import CiiCursor
from otcore.adapters.cii.reading.price import read_price
from otcore.adapters.cii.reading.references import number_of, read_object
from otcore.adapters.cii.reading.tax import read_adjustments, read_bare_category
from otcore.adapters.xml.records import each
from otcore.invoicing.invoice_line import Classification, InvoiceLine, ItemAttribute
from otcore.invoicing.lines import LineTotal
from otcore.invoicing.stating.totals import stated_line

_SETTLEMENT = "ram:SpecifiedLineTradeSettlement"
_SUM = "ram:SpecifiedTradeSettlementLineMonetarySummation"


def read_line(cursor: CiiCursor, currency: str) -> InvoiceLine:
    """A line's texts, quantity, price and references."""
    settlement = cursor.one(_SETTLEMENT)
    agreement = cursor.one("ram:SpecifiedLineTradeAgreement")
    delivery = cursor.one("ram:SpecifiedLineTradeDelivery")
    quantity = delivery.quantity("ram:BilledQuantity")
    return cursor.record(
        _made,
        id=lambda: cursor.one("ram:AssociatedDocumentLineDocument").id("ram:LineID"),
        note=lambda: cursor.notes("ram:AssociatedDocumentLineDocument/ram:IncludedNote/ram:Content"),
        product=lambda: _product(cursor.one("ram:SpecifiedTradeProduct")),
        order=lambda: number_of(agreement, "ram:BuyerOrderReferencedDocument"),
        order_line=lambda: agreement.words("ram:BuyerOrderReferencedDocument/ram:LineID"),
        despatch=lambda: number_of(delivery, "ram:DespatchAdviceReferencedDocument"),
        price=lambda: read_price(agreement, quantity.unit, currency),
        quantity=lambda: quantity,
        tax=lambda: read_bare_category(settlement.one("ram:ApplicableTradeTax")),
        period=lambda: settlement.period("ram:BillingSpecifiedPeriod"),
        object=lambda: read_object(settlement),
        accounting_cost=lambda: settlement.words("ram:ReceivableSpecifiedTradeAccountingAccount/ram:ID"),
    )


def read_line_total(cursor: CiiCursor, currency: str) -> LineTotal:
    """What a line is stated to come to."""
    settlement = cursor.one(_SETTLEMENT)
    return settlement.record(
        _total,
        line=lambda: cursor.peek("ram:AssociatedDocumentLineDocument/ram:LineID"),
        net=lambda: settlement.part(_SUM).amount("ram:LineTotalAmount", currency),
        adjustments=lambda: read_adjustments(settlement, currency, taxed=False),
    )


def _total(*, line: str, net: Any, adjustments: Any) -> LineTotal:
    return stated_line(LineTotal(line, net, net, adjustments))


def _made(*, product: dict[str, Any], **others: Any) -> InvoiceLine:
    return InvoiceLine(**product, **others)


def _product(product: CiiCursor) -> dict[str, Any]:
    """What is billed (BG-31, BG-32)."""
    classes = "ram:DesignatedProductClassification/ram:ClassCode"
    return product.record(
        dict,
        name=lambda: product.prose("ram:Name"),
        description=lambda: product.prose("ram:Description"),
        seller_item=lambda: product.words("ram:SellerAssignedID"),
        buyer_item=lambda: product.words("ram:BuyerAssignedID"),
        standard_item=lambda: product.identifier("ram:GlobalID"),
        attributes=lambda: each(product.children("ram:ApplicableProductCharacteristic"), _attribute),
        classifications=lambda: each(product.children(classes), _classification),
        origin=lambda: product.words("ram:OriginTradeCountry/ram:ID"),
    )


def _attribute(cursor: CiiCursor) -> ItemAttribute:
    return cursor.record(
        ItemAttribute, name=lambda: cursor.words("ram:Description"), value=lambda: cursor.prose("ram:Value")
    )


def _classification(code: CiiCursor) -> Classification:
    return code.record(
        Classification,
        code=lambda: code.required(""),
        list_id=lambda: code.attribute("listID"),
        version=lambda: code.attribute("listVersionID"),
    )
