"""Rows of orders for the tests, written by hand."""

from datetime import UTC, date, datetime, timedelta
from decimal import Decimal
from typing import Any

from otcore.kpi.orders.rows import HoldRow, InvoiceRow, LineRow, Moved, OrderRow, Reached
from otcore.orders.hold import HoldKind

START = date(2026, 3, 2)  # a Monday


def day(after: int) -> date:
    """So many days after the start."""
    return START + timedelta(days=after)


def on(after: int, hour: int | None = None) -> Reached:
    """A milestone on that day; with an hour, at that hour (UTC)."""
    moment = day(after)
    return Reached(moment, None if hour is None else datetime(moment.year, moment.month, moment.day, hour, tzinfo=UTC))


def moved(*parts: tuple[int, int]) -> tuple[Moved, ...]:
    """Quantity and day of each part."""
    return tuple(Moved(Decimal(quantity), on(after)) for quantity, after in parts)


def line(id: str = "1", ordered: int = 10, *sent: tuple[int, int], due: int | None = 5, **more: Any) -> LineRow:
    """A line that leaves and arrives on the same days."""
    parts = moved(*sent)
    return LineRow(
        line=id,
        ordered=Decimal(ordered),
        requested=None if due is None else day(due),
        shipped=parts,
        delivered=parts,
        **more,
    )


def order(id: str = "O1", *lines: LineRow, placed: int = 0, **more: Any) -> OrderRow:
    return OrderRow(order=id, customer="ACME", placed=on(placed), lines=lines or (line(),), **more)


def invoice(
    number: str = "I1", issued: int = 3, settled: int | None = None, corrected: int | None = None
) -> InvoiceRow:
    return InvoiceRow(
        invoice=number,
        issued=on(issued),
        settled=None if settled is None else on(settled),
        corrected=None if corrected is None else on(corrected),
    )


def hold(since: int, until: int | None, kind: HoldKind = HoldKind.CREDIT) -> HoldRow:
    return HoldRow(kind=kind, since=on(since), until=None if until is None else on(until))


def left_out(measure: Any) -> dict[str, tuple[str, ...]]:
    """Ids by the reason for which they are not counted."""
    return {each.reason: each.ids for each in measure.population.left_out}
