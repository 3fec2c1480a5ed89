"""Remittance advices as CSV: a row for each document, the rows of one payment reference an advice."""

from collections.abc import Iterator
from datetime import date

from attrs import frozen

from otcore.adapters.cash_files.columns import AS_IT_SAYS, Layout, Names
from otcore.adapters.cash_files.reading import Shape, read
from otcore.adapters.cash_files.record import Record
from otcore.adapters.remittance.advice_file import AdviceFile
from otcore.payments.remittance_advice import AdviceLine, RemittanceAdvice
from otcore.values.faults import Fault, Invalid
from otcore.values.money import Money, total

COLUMNS: Names = {
    "payment_reference": ("payment_reference", "payment", "reference", "payment_number", "check_number", "trace"),
    "payer": ("payer", "payer_name", "customer", "customer_name", "name"),
    "payer_account": ("payer_account", "payer_iban", "iban", "account"),
    "day": ("day", "payment_date", "date", "paid_on"),
    "total": ("total", "payment_amount", "payment_total"),
    "currency": ("currency", "ccy", "currency_code"),
    "document": ("document", "document_number", "invoice", "invoice_number", "invoice_no", "number"),
    "paid": ("paid", "amount_paid", "net", "net_amount", "amount"),
    "discount": ("discount", "discount_taken", "discount_amount"),
    "deduction": ("deduction", "deduction_amount", "adjustment"),
    "reason": ("reason", "deduction_reason", "reason_code", "comment"),
    "order": ("order", "order_number", "po", "po_number", "purchase_order"),
    "stated": ("stated", "gross", "gross_amount", "invoice_amount"),
    "issued": ("issued", "invoice_date", "document_date"),
}
"""Fact -> the names of its column that are usual; `Layout.columns` gives others."""

_NO_DAY = date(1900, 1, 1)


@frozen
class _Row:
    """A row: its line, of which payment it is, the total that it states, and the document."""

    line: int
    payment: tuple[str, str, str, date]
    total: Money | None
    document: AdviceLine


def read_csv_advices(data: bytes, source: str = "", layout: Layout = AS_IT_SAYS) -> AdviceFile:
    """The advices of a CSV file. Its delimiter is the one of comma, semicolon and tab that the header has.

    Rows with the same reference, payer, account and day are one advice; it states its total in each of them, or not at
    all: then it is their sum. Raises `Invalid` with every fault and its line: COLUMN_MISSING, FIELD_MISSING,
    REMITTANCE_TOTAL (rows of one advice differ), the codes of `cash_files` and of `RemittanceAdvice.check`.
    """
    try:
        taken = read(data, _SHAPE, layout)
        faults = taken.faults or tuple(_differing(taken.records))
        if faults:
            raise Invalid(*faults)
        return AdviceFile(tuple(_advices(taken.records)))
    except Invalid as error:
        raise error.at(source) from None


def _row(record: Record) -> _Row:
    currency = record.currency()
    nothing = Money.from_minor(0, "XXX")
    amounts = {name: record.money(name, currency, nothing) if record.has(name) else None for name in _AMOUNTS}
    day = record.day("day", _NO_DAY)
    document = AdviceLine(
        document=record.name("document"),
        paid=record.money("paid", currency, nothing),
        reason=record.name("reason"),
        order=record.name("order"),
        issued=record.day("issued", _NO_DAY) if record.has("issued") else None,
        **amounts,
    )
    payment = record.name("payment_reference"), record.name("payer"), record.name("payer_account"), day
    stated = record.money("total", currency, nothing) if record.has("total") else None
    return _Row(record.row.line, payment, stated, document)


_NEEDED = ("payment_reference",), ("payer",), ("day",), ("paid",)
_AMOUNTS = ("discount", "deduction", "stated")
_SHAPE = Shape(COLUMNS, _row, lambda row: str(row.line), frozenset(), "", _NEEDED)


def _by_payment(rows: tuple[_Row, ...]) -> dict[tuple[str, str, str, date], list[_Row]]:
    found: dict[tuple[str, str, str, date], list[_Row]] = {}
    for row in rows:
        found.setdefault(row.payment, []).append(row)
    return found


def _differing(rows: tuple[_Row, ...]) -> Iterator[Fault]:
    for those in _by_payment(rows).values():
        for row in those[1:]:
            if row.total != those[0].total:
                message = f"the total {row.total} is not that of line {those[0].line}, {those[0].total}"
                yield Fault("REMITTANCE_TOTAL", message, f"line {row.line} total")


def _advices(rows: tuple[_Row, ...]) -> Iterator[RemittanceAdvice]:
    faults: list[Fault] = []
    for (reference, payer, account, day), those in _by_payment(rows).items():
        stated, first = those[0].total, those[0].document.paid
        try:
            advice = RemittanceAdvice(
                id=reference,
                payer=payer,
                payment_reference=reference,
                day=day,
                total=total((row.document.paid for row in those), first.currency) if stated is None else stated,
                lines=tuple(row.document for row in those),
                payer_account=account,
            )
            advice.check()
            yield advice
        except Invalid as error:
            faults += _placed(error, those)
    if faults:
        raise Invalid(*faults)


def _placed(error: Invalid, rows: list[_Row]) -> Iterator[Fault]:
    """The faults at the lines of the file that they are about."""
    for fault in error.faults:
        _, place, number, *fact = (*fault.path.split("/"), "", "")
        line = rows[int(number)].line if place == "lines" and number else rows[0].line
        yield Fault(fault.code, fault.message, " ".join((f"line {line}", *filter(None, fact))), fault.facts)
