"""The lines of an invoice (BG-25 to BG-32)."""

from collections.abc import Iterator

from otcore.adapters.ubl.common_writing import amount, identifier, quantity, tax_category
from otcore.adapters.ubl.invoice_form import InvoiceForm
from otcore.adapters.ubl.invoice_writing.amounts import adjustment
from otcore.adapters.ubl.invoice_writing.head import period
from otcore.adapters.ubl.invoice_writing.price import invoice_price
from otcore.adapters.ubl.invoice_writing.references import object_reference
from otcore.adapters.ubl.writing import Element, group, leaf
from otcore.invoicing.invoice_line import Classification, InvoiceLine, ItemAttribute
from otcore.invoicing.lines import LineTotal
from otcore.invoicing.stating.document import NOT_KNOWN


def lines(
    name: str, texts: tuple[InvoiceLine, ...], totals: tuple[LineTotal, ...], form: InvoiceForm
) -> Iterator[Element | None]:
    """Each line, with the lines it is made of within it."""
    for line, total in zip(texts, totals, strict=True):
        yield _line(name, line, total, form)


def _line(name: str, line: InvoiceLine, total: LineTotal, form: InvoiceForm) -> Element | None:
    return group(
        name,
        leaf("cbc:ID", line.id),
        leaf("cbc:Note", line.note),
        quantity(form.quantity, line.quantity),
        amount("cbc:LineExtensionAmount", total.net),
        leaf("cbc:AccountingCost", line.accounting_cost),
        period(line.period),
        _order(line),
        _despatch(line),
        object_reference("cac:DocumentReference", line.object),
        *map(adjustment, total.adjustments),
        _item(line),
        invoice_price(line.price, line.quantity.unit),
        *lines(form.part, line.parts, total.parts, form),
    )


def _order(line: InvoiceLine) -> Element | None:
    """The line of the order, and the order where the line names one: then UBL wants a line of it, "NA" if unknown."""
    order = group("cac:OrderReference", leaf("cbc:ID", line.order))
    return group("cac:OrderLineReference", leaf("cbc:LineID", line.order_line or (NOT_KNOWN if order else "")), order)


def _despatch(line: InvoiceLine) -> Element | None:
    despatch = group("cac:DocumentReference", leaf("cbc:ID", line.despatch))
    return group("cac:DespatchLineReference", leaf("cbc:LineID", NOT_KNOWN), despatch) if despatch else None


def _item(line: InvoiceLine) -> Element | None:
    return group(
        "cac:Item",
        leaf("cbc:Description", line.description),
        leaf("cbc:Name", line.name),
        group("cac:BuyersItemIdentification", leaf("cbc:ID", line.buyer_item)),
        group("cac:SellersItemIdentification", leaf("cbc:ID", line.seller_item)),
        group("cac:StandardItemIdentification", identifier("cbc:ID", line.standard_item)),
        group("cac:OriginCountry", leaf("cbc:IdentificationCode", line.origin)),
        *map(_classification, line.classifications),
        tax_category("cac:ClassifiedTaxCategory", line.tax),
        *map(_attribute, line.attributes),
    )


def _classification(value: Classification) -> Element | None:
    code = leaf("cbc:ItemClassificationCode", value.code, listID=value.list_id, listVersionID=value.version)
    return group("cac:CommodityClassification", code)


def _attribute(value: ItemAttribute) -> Element | None:
    return group("cac:AdditionalItemProperty", leaf("cbc:Name", value.name), leaf("cbc:Value", value.value))
