"""The cash report, as CSV and as rows for a terminal."""

from collections.abc import Iterable

from otcore.formats.dates import day
from otcore.formats.numbers import amount
from otcore.formats.spreadsheet import Cell, csv_text
from otcore.formats.visible import visible
from otcore.kpi.cash import CashLine, CashReport

COLUMNS = (
    "receipt",
    "booked",
    "customer",
    "payer",
    "currency",
    "received",
    "applied",
    "on_account",
    "unidentified",
    "standing",
    "rule",
    "reason",
    "invoices",
    "unapplied",
    "returned",
)
"""The header of the CSV. `invoices` is `number=amount`, separated by blanks."""

_SUMS = ("Received", "Applied", "On account", "Unapplied", "Unidentified", "Returned")
HEADINGS = ("Booked", "Receipt", "Customer", "Payer", *_SUMS, "Why")
"""The headings of the terminal rows."""


def cash_csv(reports: Iterable[CashReport]) -> str:
    """Every receipt of every currency, a line each; amounts are plain numbers with the currency's decimals."""
    return csv_text(COLUMNS, (_cells(line) for report in reports for line in report.lines))


def cash_rows(report: CashReport, locale: str = "en") -> tuple[tuple[str, ...], ...]:
    """The report of one currency under `HEADINGS`, the last row the totals; amounts without currency."""
    total = ("Total", "", "", "", *_sums(report, locale), "")
    return (*(_shown(line, locale) for line in report.lines), total)


def _cells(line: CashLine) -> tuple[Cell, ...]:
    return (
        line.receipt,
        line.day,
        line.customer,
        line.payer,
        line.received.currency,
        line.received.amount,
        line.applied.amount,
        line.on_account.amount,
        line.unidentified.amount,
        line.standing,
        line.rule,
        line.reason,
        " ".join(f"{part.item}={part.amount.amount}" for part in line.allocations),
        line.unapplied.amount,
        line.returned.amount,
    )


def _shown(line: CashLine, locale: str) -> tuple[str, ...]:
    said = (line.receipt, line.customer, line.payer)
    return (
        day(line.day, locale),
        *map(visible, said),
        *_sums(line, locale),
        line.reason or line.rule,
    )


def _sums(of: CashLine | CashReport, locale: str) -> tuple[str, ...]:
    """Under the middle headings."""
    sums = (of.received, of.applied, of.on_account, of.unapplied, of.unidentified, of.returned)
    return tuple(amount(each, locale) for each in sums)
