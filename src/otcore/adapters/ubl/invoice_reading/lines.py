"""The lines of an invoice (BG-25 to BG-32)."""

from typing import Any

from otcore.adapters.ubl.invoice_form import InvoiceForm
from otcore.adapters.ubl.invoice_reading.amounts import read_allowances_and_charges
from otcore.adapters.ubl.invoice_reading.head import read_period
from otcore.adapters.ubl.invoice_reading.item import CATEGORY, read_item
from otcore.adapters.ubl.invoice_reading.price import read_price
from otcore.adapters.ubl.invoice_reading.references import object_of_line
from otcore.adapters.ubl.reading import UblCursor, each, every
from otcore.adapters.xml.records import distinct_ids
from otcore.invoicing.adjustments import AllowanceCharge
from otcore.invoicing.invoice_line import InvoiceLine
from otcore.invoicing.lines import LineTotal
from otcore.invoicing.stating.document import NOT_KNOWN
from otcore.invoicing.stating.totals import stated_line
from otcore.values.money import Money

Line = tuple[InvoiceLine, LineTotal]

_NET = "cbc:LineExtensionAmount"
_ORDER = "cac:OrderLineReference"
_DESPATCH = "cac:DespatchLineReference"


def read_lines(root: UblCursor, form: InvoiceForm) -> tuple[Line, ...]:
    """Every line, its texts and its amounts. NO_LINES, DUPLICATE_LINE, and what is wrong with each line."""
    lines = root.children(form.line)
    if not lines:
        raise root.fault("NO_LINES", "an invoice has at least one line (BR-16)")
    read: tuple[Line, ...]
    read, _ = every(lambda: each(lines, lambda line: _line(line, form)), lambda: distinct_ids(lines, "cbc:ID"))
    return read


def _line(cursor: UblCursor, form: InvoiceForm) -> Line:
    id, net, adjustments, parts, texts = every(
        cursor.id,
        lambda: cursor.money(_NET),
        lambda: read_allowances_and_charges(cursor, taxed=False),
        lambda: _parts(cursor, form),
        lambda: _texts(cursor, form),
    )
    return (
        InvoiceLine(id=id, parts=tuple([part for part, _ in parts]), **texts),
        _total(id, net, adjustments, tuple([part for _, part in parts])),
    )


def _total(id: str, net: Money, adjustments: tuple[AllowanceCharge, ...], parts: tuple[LineTotal, ...]) -> LineTotal:
    return stated_line(LineTotal(id, net, net, adjustments, parts=parts))


def _texts(cursor: UblCursor, form: InvoiceForm) -> dict[str, Any]:
    fields: dict[str, Any] = cursor.record(
        dict,
        quantity=lambda: cursor.quantity(form.quantity),
        price=lambda: read_price(cursor, form),
        item=lambda: read_item(cursor.one("cac:Item")),
        note=lambda: cursor.notes("cbc:Note"),
        order_line=lambda: _order_line(cursor),
        order=lambda: cursor.words(f"{_ORDER}/cac:OrderReference/cbc:ID"),
        despatch=lambda: _despatch(cursor),
        accounting_cost=lambda: cursor.words("cbc:AccountingCost"),
        period=lambda: read_period(cursor),
        object=lambda: object_of_line(cursor),
    )
    item: dict[str, Any] = fields.pop("item")
    return fields | item


def _order_line(cursor: UblCursor) -> str:
    """The line of the order; UBL wants one wherever the order is named, "NA" stands in for it."""
    line = cursor.words(f"{_ORDER}/cbc:LineID")
    return "" if line == NOT_KNOWN and cursor.peek(f"{_ORDER}/cac:OrderReference/cbc:ID") else line


def _despatch(cursor: UblCursor) -> str:
    if cursor.peek(f"{_DESPATCH}/cbc:LineID") == NOT_KNOWN:
        cursor.text(f"{_DESPATCH}/cbc:LineID")
    return cursor.words(f"{_DESPATCH}/cac:DocumentReference/cbc:ID")


def _parts(cursor: UblCursor, form: InvoiceForm) -> tuple[Line, ...]:
    """The lines within the line; where one of them lacks what a line has, they all stay unread."""
    parts = cursor.children(form.part)
    return each(parts, lambda part: _line(part, form)) if all(_is_whole(part, form) for part in parts) else ()


def _is_whole(part: UblCursor, form: InvoiceForm) -> bool:
    quantity = part.child(form.quantity)
    needed = (form.quantity, _NET, "cac:Price/cbc:PriceAmount", f"cac:Item/{CATEGORY}/cbc:ID")
    said = all(part.peek(path) for path in needed) and quantity is not None and bool(quantity.element.get("unitCode"))
    return said and all(_is_whole(inner, form) for inner in part.children(form.part))
