"""Invoices and credit notes in the syntaxes of EN 16931: read whichever it is, write the one that is asked for."""

from collections.abc import Callable, Mapping
from enum import StrEnum
from types import MappingProxyType

from otcore.adapters import cii
from otcore.adapters.cii.names import RSM
from otcore.adapters.ubl import invoice as ubl
from otcore.adapters.xml import Cursor, read_xml
from otcore.invoicing.document import InvoiceDocument

_UBL = "{urn:oasis:names:specification:ubl:schema:xsd:%s-2}%s"


class Syntax(StrEnum):
    """UBL 2.1 (Invoice, CreditNote by the type code), UN/CEFACT CII D16B."""

    UBL = "UBL"
    CII = "CII"


_ROOTS: Mapping[str, Syntax] = MappingProxyType(
    {
        _UBL % ("Invoice", "Invoice"): Syntax.UBL,
        _UBL % ("CreditNote", "CreditNote"): Syntax.UBL,
        f"{{{RSM}}}CrossIndustryInvoice": Syntax.CII,
    }
)
_READERS: Mapping[Syntax, Callable[[bytes, str], InvoiceDocument]] = MappingProxyType(
    {Syntax.UBL: ubl.read_invoice, Syntax.CII: cii.read_invoice}
)
_WRITERS: Mapping[Syntax, Callable[[InvoiceDocument], bytes]] = MappingProxyType(
    {Syntax.UBL: ubl.write_invoice, Syntax.CII: cii.write_invoice}
)


def syntax_of(data: bytes, source: str = "") -> Syntax:
    """The syntax of an invoice, told by the root of the document, whatever the file is called.

    Raises `Invalid` KIND_UNKNOWN when it is another document (facts: `found`, its root), and the codes of `read_xml`.
    """
    root = Cursor(read_xml(data, source=source), source=source)
    found: str = root.element.tag
    if found not in _ROOTS:
        message = "this is no UBL 2 Invoice or CreditNote, and no Cross Industry Invoice D16B"
        raise root.fault("KIND_UNKNOWN", message, found=found)
    return _ROOTS[found]


def read_invoice(data: bytes, source: str = "") -> InvoiceDocument:
    """The invoice or credit note in a file; `source` names the file in messages. What no field holds is in `unread`.

    Raises `Invalid` with every fault found, each with file, line and path: KIND_UNKNOWN, and the codes of the reader.
    """
    return _READERS[syntax_of(data, source)](data, source)


def write_invoice(invoice: InvoiceDocument, syntax: Syntax) -> bytes:
    """The invoice in a syntax: the same document always gives the same bytes. Raises `Invalid` as its writer does."""
    return _WRITERS[syntax](invoice)
