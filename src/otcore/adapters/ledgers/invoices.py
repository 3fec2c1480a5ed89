"""Rows that are invoices: what is paid of each, and when."""

from collections import Counter, defaultdict
from collections.abc import Iterator

from attrs import evolve

from otcore.adapters.ledgers.rows import Row
from otcore.receivables.ledger import Entry, EntryKind
from otcore.values.faults import Fault
from otcore.values.money import Money

Faults = list[Fault]


def book_invoices(rows: tuple[Row, ...], faults: Faults) -> tuple[Entry, ...]:
    """The entries of invoices, credit notes, and of payments that are listed as open among them.

    Faults: OPEN_EXCEEDS, PAID_AND_OPEN, KIND_UNEXPECTED, CURRENCY_DIFFERS.
    """
    return tuple(entry for row in rows for entry in _entries(row, faults))


def numbered(rows: tuple[Row, ...], faults: Faults) -> tuple[Row, ...]:
    """The rows, each an item of its own: an invoice number that comes again is an instalment where customer and date
    are the same and the due date is another, and becomes `NUMBER (2)`; else it is the fault INVOICE_TWICE.
    """
    return tuple(_numbered(rows, faults))


def days_known(rows: tuple[Row, ...]) -> bool:
    """Whether every payment has its day."""
    return all(row.paid or row.open is None or row.open == row.amount for row in rows)


def sales_known(rows: tuple[Row, ...]) -> bool:
    """Whether settled invoices are among them: a list in which nothing is settled is one of open items."""
    return any(row.paid or (row.open is not None and not row.open) for row in rows)


def _numbered(rows: tuple[Row, ...], faults: Faults) -> Iterator[Row]:
    first: dict[str, Row] = {}
    dues: defaultdict[str, set[object]] = defaultdict(set)
    count: Counter[str] = Counter()
    for row in rows:
        before = first.setdefault(row.invoice, row)
        count[row.invoice] += 1
        if before is row:
            yield row
        elif (row.customer, row.day) != (before.customer, before.day) or row.due in dues[row.invoice]:
            message = f"{row.invoice} stands in line {before.line} already"
            faults.append(Fault("INVOICE_TWICE", message, f"line {row.line}"))
        else:
            yield evolve(row, invoice=f"{row.invoice} ({count[row.invoice]})")
        dues[row.invoice].add(row.due)


def _entries(row: Row, faults: Faults) -> Iterator[Entry]:
    fault = _fault(row)
    if fault:
        faults.append(Fault(*fault, f"line {row.line}"))
    elif row.kind == "payment":
        yield from _listed(row)
    else:
        yield from _billed(row, _signed(row))


def _listed(row: Row) -> Iterator[Entry]:
    """A payment among open items: what is open of it is unapplied."""
    if row.open:
        yield Entry(EntryKind.RECEIVED, row.day, abs(row.open), row.customer, receipt=row.invoice)


def _billed(row: Row, amount: Money) -> Iterator[Entry]:
    """The invoice or credit note, and what closed it; of a credit note money goes the other way."""
    kind, told = (EntryKind.CREDITED, -amount) if amount.minor < 0 else (EntryKind.ISSUED, amount)
    yield Entry(kind, row.day, told, row.customer, row.invoice, due=row.due)
    closed = amount - _left(row, amount)
    if closed:
        day = row.paid or row.day
        yield Entry(EntryKind.RECEIVED, day, closed, row.customer, receipt=row.invoice)
        yield Entry(EntryKind.ALLOCATED, day, closed, row.customer, row.invoice, row.invoice)


def _signed(row: Row) -> Money:
    return -abs(row.amount) if row.kind == "credit_note" else row.amount


def _left(row: Row, amount: Money) -> Money:
    if row.open is None:
        return Money.zero(amount.currency) if row.paid else amount
    return -abs(row.open) if row.kind == "credit_note" else row.open


def _fault(row: Row) -> tuple[str, str] | None:
    """What the row contradicts itself in."""
    if row.kind not in ("", "invoice", "credit_note", "payment"):
        return "KIND_UNEXPECTED", f"a {row.kind} is no row of invoices: say --shape movements"
    if row.kind == "payment" and row.open is None:
        return "KIND_UNEXPECTED", "a payment is a row of invoices only where it says what is open of it"
    if row.open is None or row.kind == "payment":
        return None
    amount, left = _signed(row), _left(row, row.amount)
    if left.currency != amount.currency:
        return "CURRENCY_DIFFERS", f"{left} cannot be open of {amount}"
    if not (0 <= left.minor <= amount.minor or amount.minor <= left.minor <= 0):
        return "OPEN_EXCEEDS", f"{left} cannot be open of {amount}"
    if row.paid and left == amount and amount:
        return "PAID_AND_OPEN", f"it was paid on {row.paid}, and is open in full"
    return None
