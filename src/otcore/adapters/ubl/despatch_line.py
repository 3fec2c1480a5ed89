"""The lines of a UBL despatch advice, one for each order line they report on."""

from functools import partial

from otcore.adapters.ubl.reading import UblCursor, each, every
from otcore.orders.shipments.shipment import DespatchLine
from otcore.values.faults import Invalid
from otcore.values.quantity import Quantity

_Part = tuple[UblCursor, DespatchLine]


def read_despatch_lines(root: UblCursor) -> tuple[DespatchLine, ...]:
    """Every cac:DespatchLine; those that report on the same order line (one a lot, say) are added up.

    Raises `Invalid`: NO_LINES; XML_MISSING where a line names no order line or no delivered quantity; UNIT_MISMATCH;
    QUANTITY_NEGATIVE; DESPATCH_OUTSTANDING_DIFFERS where two reports on one order line disagree on what is outstanding.
    """
    found = root.children("cac:DespatchLine")
    if not found:
        raise root.fault("NO_LINES", "a despatch advice has at least one line")
    by_order_line: dict[str, list[_Part]] = {}
    for cursor, line in zip(found, each(found, _line), strict=True):
        by_order_line.setdefault(line.line, []).append((cursor, line))
    return every(*(partial(_merged, parts) for parts in by_order_line.values()))


def _line(cursor: UblCursor) -> DespatchLine:
    line = cursor.record(
        DespatchLine,
        line=lambda: cursor.one("cac:OrderLineReference").id("cbc:LineID"),
        quantity=lambda: _not_negative(cursor, "cbc:DeliveredQuantity"),
        outstanding=lambda: _outstanding(cursor),
        reason=lambda: cursor.notes("cbc:OutstandingReason"),
    )
    if line.outstanding is not None and line.outstanding.unit != line.quantity.unit:
        left, right = line.quantity.unit, line.outstanding.unit
        raise cursor.fault("UNIT_MISMATCH", f"delivered in {left}, outstanding in {right}", left=left, right=right)
    return line


def _outstanding(cursor: UblCursor) -> Quantity | None:
    stated = cursor.child("cbc:OutstandingQuantity")
    return _not_negative(cursor, "cbc:OutstandingQuantity") if stated else None


def _not_negative(cursor: UblCursor, path: str) -> Quantity:
    quantity = cursor.quantity(path)
    if quantity.value < 0:
        raise cursor.one(path).fault("QUANTITY_NEGATIVE", f"{quantity} is below zero", quantity=quantity)
    return quantity


def _merged(parts: list[_Part]) -> DespatchLine:
    (_, line), *others = parts
    for cursor, other in others:
        line = _added(line, other, cursor)
    return line


def _added(line: DespatchLine, other: DespatchLine, cursor: UblCursor) -> DespatchLine:
    try:
        quantity = line.quantity + other.quantity
    except Invalid as error:
        raise cursor.placed(error) from None
    stated = [each for each in (line.outstanding, other.outstanding) if each is not None]
    if len(set(stated)) > 1:
        message = f"order line {line.line}: {stated[0]} outstanding said first, then {stated[1]}"
        raise cursor.fault("DESPATCH_OUTSTANDING_DIFFERS", message, first=stated[0], then=stated[1])
    reasons = dict.fromkeys(filter(None, (line.reason, other.reason)))
    return DespatchLine(line.line, quantity, stated[0] if stated else None, "\n".join(reasons))
