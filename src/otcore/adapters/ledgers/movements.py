"""Rows that are movements: each closes the invoice it names, as far as that is open."""

from collections import defaultdict
from collections.abc import Callable, Iterator

from attrs import define, evolve, field

from otcore.adapters.ledgers.layout import Signs
from otcore.adapters.ledgers.rows import Row
from otcore.receivables.ledger import Entry, EntryKind
from otcore.values.faults import Fault
from otcore.values.money import Money

_WITHOUT_CASH = {"write_off": EntryKind.WRITE_OFF, "discount": EntryKind.DISCOUNT}


def book_movements(rows: tuple[Row, ...], faults: list[Fault], signs: Signs | None) -> tuple[Entry, ...]:
    """The entries of a ledger of movements, by day and line.

    A payment closes the invoice that it names (as its reference, or in the column of the invoice), as far as it is
    open; what is left of it, and a payment that names none, is unapplied. What a credit note cannot close stands as an
    item of its own. A negative invoice is a credit note; a payment the other way is one that went back. Faults:
    SIGNS_MIXED, REFERENCE_UNKNOWN, REFERENCE_MISSING, CLOSES_TOO_MUCH, CURRENCY_DIFFERS, INVOICE_TWICE.
    """
    plain = _plain(rows, signs, faults)
    book = _Book(faults)
    for row in plain:
        if row.kind == "invoice":
            book.know(row)
    for row in sorted(plain, key=lambda each: (each.day, each.line)):
        book.take(row)
    return tuple(book.entries)


def _plain(rows: tuple[Row, ...], signs: Signs | None, faults: list[Fault]) -> tuple[Row, ...]:
    """The rows with what lessens a debt as positive amounts; a negative invoice as the credit note it is."""
    others = [row for row in rows if row.kind not in ("invoice", "refund") and row.amount]
    if signs is None and {row.amount.minor < 0 for row in others} == {True, False}:
        differing = next(row for row in others if (row.amount.minor < 0) != (others[0].amount.minor < 0))
        message = f"payments and credit notes have both signs, other than in line {others[0].line}: say --signs"
        faults.append(Fault("SIGNS_MIXED", f"{message} {' or '.join(Signs)}", f"line {differing.line}"))
    negative = others and others[0].amount.minor < 0 if signs is None else signs is Signs.ACCOUNTING
    return tuple(_turned(row, bool(negative)) for row in rows)


def _turned(row: Row, negative: bool) -> Row:
    if row.kind == "invoice":
        return evolve(row, kind="credit_note", amount=-row.amount) if row.amount.minor < 0 else row
    if row.kind == "refund":
        return evolve(row, amount=abs(row.amount))
    return evolve(row, amount=-row.amount) if negative else row


@define(eq=False)
class _Book:
    """What is open of each invoice while the movements are gone through."""

    faults: list[Fault]
    entries: list[Entry] = field(factory=list)
    _invoices: dict[str, Row] = field(factory=dict)
    _open: defaultdict[str, int] = field(factory=lambda: defaultdict(int))

    def know(self, row: Row) -> None:
        """An invoice; its number again, with another due date, is another instalment."""
        first = self._invoices.setdefault(row.invoice, row)
        if first is not row and (first.customer != row.customer or first.due == row.due):
            message = f"{row.invoice} stands in line {first.line} already"
            self.faults.append(Fault("INVOICE_TWICE", message, f"line {row.line}"))
        self._open[row.invoice] += row.amount.minor

    def take(self, row: Row) -> None:
        """One movement, in its turn."""
        take: dict[str, Callable[[Row], Iterator[Entry]]] = {
            "invoice": _issued,
            "credit_note": self._credited,
            "payment": self._paid,
            "refund": _refunded,
        }
        self.entries += take.get(row.kind, self._given_up)(row)

    def _paid(self, row: Row) -> Iterator[Entry]:
        receipt = row.invoice if row.invoice and row.invoice not in self._invoices else f"line {row.line}"
        item, party = self._named(row), row.customer
        if item:
            party = self._invoices[item].customer
        yield Entry(EntryKind.RECEIVED, row.day, row.amount, row.customer or party, receipt=receipt)
        closed = self._closed(item, row.amount)
        if closed:
            yield Entry(EntryKind.ALLOCATED, row.day, closed, party, item, receipt)

    def _credited(self, row: Row) -> Iterator[Entry]:
        own = row.invoice if row.invoice not in self._invoices else f"{row.invoice} line {row.line}".strip()
        item = self._named(row)
        closed = self._closed(item, row.amount)
        if closed:
            yield Entry(EntryKind.CREDITED, row.day, closed, self._invoices[item].customer, item, own)
        if row.amount != closed:
            yield Entry(EntryKind.CREDITED, row.day, row.amount - closed, row.customer, own, own, row.due)

    def _given_up(self, row: Row) -> Iterator[Entry]:
        """What is closed without cash closes an invoice, and no more than is open of it."""
        item = self._named(row)
        if not item:
            self._fault(row, "REFERENCE_MISSING", f"a {row.kind.replace('_', ' ')} names the invoice that it closes")
            return
        closed = self._closed(item, row.amount)
        if closed != row.amount:
            self._fault(row, "CLOSES_TOO_MUCH", f"{row.amount} closes more of {item} than the {closed} that are open")
        yield Entry(_WITHOUT_CASH[row.kind], row.day, closed, self._invoices[item].customer, item, f"line {row.line}")

    def _named(self, row: Row) -> str:
        """The invoice that a movement names, "" for none."""
        name = row.reference or (row.invoice if row.invoice in self._invoices else "")
        if name and name not in self._invoices:
            self._fault(row, "REFERENCE_UNKNOWN", f"it names the invoice {name}, which the file has not")
            return ""
        if name and self._invoices[name].amount.currency != row.amount.currency:
            self._fault(row, "CURRENCY_DIFFERS", f"it is in {row.amount.currency}, {name} is not")
            return ""
        return name

    def _closed(self, item: str, amount: Money) -> Money:
        """How much of an amount the item takes; one the other way opens it again."""
        minor = min(amount.minor, self._open[item]) if item else 0
        self._open[item] -= minor
        return Money.from_minor(minor, amount.currency)

    def _fault(self, row: Row, code: str, message: str) -> None:
        self.faults.append(Fault(code, message, f"line {row.line}"))


def _issued(row: Row) -> Iterator[Entry]:
    yield Entry(EntryKind.ISSUED, row.day, row.amount, row.customer, row.invoice, due=row.due)


def _refunded(row: Row) -> Iterator[Entry]:
    """Money that went back: cash of the customer the other way."""
    yield Entry(EntryKind.RECEIVED, row.day, -row.amount, row.customer, receipt=row.invoice or f"line {row.line}")
