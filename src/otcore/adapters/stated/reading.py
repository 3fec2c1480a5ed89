"""From the bytes of a file to the figures that it states."""

from collections.abc import Callable, Mapping

from attrs import frozen

from otcore.adapters.stated import cii, ubl
from otcore.adapters.stated.node import Node, Sheet
from otcore.adapters.xml import read_xml
from otcore.adapters.xml.names import Names
from otcore.adapters.xml.place import place
from otcore.invoicing.checking import StatedInvoice
from otcore.values.faults import Invalid


@frozen
class _Syntax:
    prefixes: Mapping[str, str]
    kinds: Mapping[str, str]
    read: Callable[[Node, str, Sheet], StatedInvoice]


_SYNTAXES = (
    _Syntax(ubl.PREFIXES, ubl.KINDS, ubl.read),
    _Syntax(cii.PREFIXES, cii.KINDS, cii.read),
)


def read_stated(data: bytes, source: str = "") -> StatedInvoice:
    """The figures of an invoice or credit note in UBL 2.1 or CII D16B, right or wrong.

    `source` names the file in messages. What is wrong with figures is in `StatedInvoice.faults`. Raises `Invalid`:
    the codes of `read_xml`, and KIND_UNKNOWN for any other document.
    """
    root = read_xml(data, source=source)
    for syntax in _SYNTAXES:
        if root.tag in syntax.kinds:
            sheet = Sheet(Names(syntax.prefixes))
            top = Node(root, f"/{sheet.names.shown(root.tag)}", sheet)
            return syntax.read(top, syntax.kinds[root.tag], sheet)
    message = "this is neither an invoice nor a credit note in UBL 2 or CII"
    raise Invalid.one("KIND_UNKNOWN", message, place(source, root.sourceline or 0), found=str(root.tag))
