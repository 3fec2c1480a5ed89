"""What a line bills (BG-30 to BG-32)."""

from typing import Any

from otcore.adapters.ubl.party import read_identifier
from otcore.adapters.ubl.reading import UblCursor, each
from otcore.adapters.ubl.tax import read_category
from otcore.invoicing.invoice_line import Classification, ItemAttribute

CATEGORY = "cac:ClassifiedTaxCategory"
_CODES = "cac:CommodityClassification/cbc:ItemClassificationCode"


def read_item(item: UblCursor) -> dict[str, Any]:
    """The fields of a line that say what is billed."""
    fields: dict[str, Any] = item.record(
        dict,
        name=lambda: item.prose("cbc:Name"),
        description=lambda: item.notes("cbc:Description"),
        seller_item=lambda: item.words("cac:SellersItemIdentification/cbc:ID"),
        buyer_item=lambda: item.words("cac:BuyersItemIdentification/cbc:ID"),
        standard_item=lambda: read_identifier(item, "cac:StandardItemIdentification/cbc:ID"),
        origin=lambda: item.words("cac:OriginCountry/cbc:IdentificationCode"),
        classifications=lambda: each(item.children(_CODES), _classification),
        tax=lambda: read_category(item.one(CATEGORY)),
        attributes=lambda: each(item.children("cac:AdditionalItemProperty"), _attribute),
    )
    return fields


def _classification(code: UblCursor) -> Classification:
    return code.record(
        Classification,
        code=lambda: code.words(""),
        list_id=lambda: code.attribute("listID"),
        version=lambda: code.attribute("listVersionID"),
    )


def _attribute(value: UblCursor) -> ItemAttribute:
    return value.record(ItemAttribute, name=lambda: value.words("cbc:Name"), value=lambda: value.prose("cbc:Value"))
