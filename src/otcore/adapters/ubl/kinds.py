"""What a file is, by its content: the name and namespace of its root element, whatever the file is called."""

from enum import StrEnum

from otcore.adapters.xml import read_xml

_UBL = "{urn:oasis:names:specification:ubl:schema:xsd:%s-2}%s"
_CAMT = tuple(f"{{urn:iso:std:iso:20022:tech:xsd:camt.{number}." for number in ("052", "053", "054"))


class DocumentKind(StrEnum):
    """The kinds of documents that are told apart."""

    ORDER = "order"
    ORDER_CANCELLATION = "order cancellation"
    ORDER_CHANGE = "order change"
    ORDER_RESPONSE = "order response"
    DESPATCH_ADVICE = "despatch advice"
    INVOICE = "invoice"
    BANK_STATEMENT = "bank statement"
    UNKNOWN = "unknown"


_ROOTS = {
    _UBL % (name, name): kind
    for name, kind in {
        "Order": DocumentKind.ORDER,
        "OrderCancellation": DocumentKind.ORDER_CANCELLATION,
        "OrderChange": DocumentKind.ORDER_CHANGE,
        "OrderResponse": DocumentKind.ORDER_RESPONSE,
        "DespatchAdvice": DocumentKind.DESPATCH_ADVICE,
        "Invoice": DocumentKind.INVOICE,
    }.items()
}


def document_kind(data: bytes, source: str = "") -> DocumentKind:
    """The kind of an XML document: UBL 2, or a bank statement, report or notification (camt.053, 052, 054).

    Raises `Invalid` with the codes of `read_xml`; `source` names the file in messages.
    """
    tag: str = read_xml(data, source=source).tag
    if tag.startswith(_CAMT) and tag.endswith("}Document"):
        return DocumentKind.BANK_STATEMENT
    return _ROOTS.get(tag, DocumentKind.UNKNOWN)
