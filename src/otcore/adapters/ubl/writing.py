"""UBL documents to bytes: the elements of `adapters.xml.writing` in UBL's namespaces."""

from otcore.adapters.xml.writing import Element, group, leaf
from otcore.adapters.xml.writing import document as written

__all__ = ["CAC", "CBC", "Element", "document", "group", "leaf"]

CAC = "urn:oasis:names:specification:ubl:schema:xsd:CommonAggregateComponents-2"
CBC = "urn:oasis:names:specification:ubl:schema:xsd:CommonBasicComponents-2"


def document(name: str, namespace: str, *children: Element | None) -> bytes:
    """The whole document, of this root and its namespace. Raises `Invalid` TEXT_NOT_XML as `adapters.xml.writing`."""
    return written(name, {"": namespace, "cac": CAC, "cbc": CBC}, *children)
