"""A CSV file of bank rows: a statement for each of its accounts."""

from collections.abc import Sequence
from functools import partial

from otcore.adapters.gathering import gathered
from otcore.adapters.statements.csv.mapping import CsvMapping
from otcore.adapters.statements.csv.rows import rows_of
from otcore.adapters.statements.csv.transaction import Entry, entry_of
from otcore.adapters.statements.decoding import decoded
from otcore.adapters.statements.gathering import cash_and_rest
from otcore.adapters.statements.numbering import unnumbered
from otcore.adapters.xml.place import place
from otcore.payments.statement import BankStatement, StatementKind
from otcore.values import Invalid, Money


def read_csv(data: bytes, mapping: CsvMapping, source: str = "", *, check: bool = True) -> tuple[BankStatement, ...]:
    """The rows of a CSV file, as the mapping says: one statement for each account and currency.

    With a column of balances each is compared with the one before, whether the newest row is first or last, and the
    result is a STATEMENT; without one it is a LISTING, which nothing proves complete. Without `check` the balances are
    not compared, and the result is a LISTING.

    Raises `Invalid` with every fault, each with file and line: FILE_TOO_LARGE, FILE_ENCODING, NO_STATEMENT (no row);
    CSV_HEADER, CSV_CELLS, CSV_QUOTES, CSV_AMOUNT, CSV_DIRECTION; STATEMENT_BALANCE; DATE_FORMAT, NUMBER_FORMAT,
    MONEY_TOO_PRECISE, CURRENCY_UNKNOWN, ID_FORMAT, TEXT_TOO_LONG.
    """
    rows = rows_of(decoded(data, source, mapping.encoding), mapping, source)
    entries = gathered(rows, partial(entry_of, mapping=mapping))
    if not entries:
        raise Invalid.one("NO_STATEMENT", "there is no row in the file", place(source, 0))
    accounts: dict[tuple[str, str], list[Entry]] = {}
    for entry in entries:
        accounts.setdefault((entry.account, entry.currency), []).append(entry)
    return tuple(_statement(each, check) for each in accounts.values())


def _statement(entries: Sequence[Entry], check: bool) -> BankStatement:
    ordered = _ordered(entries) if check else entries
    rows, aside = cash_and_rest(each.content for each in ordered)
    proven = check and ordered[0].balance is not None
    balances = _balances(ordered) if proven else (None, None)
    days = [row.booked for row in rows]
    if not days:
        raise Invalid.one("NO_STATEMENT", "no row moves money", entries[0].row.place)
    first = entries[0]
    return BankStatement(
        account=first.account,
        statement_id=unnumbered(min(days), max(days), balances, rows),
        currency=first.currency,
        opened=min(days),
        closed=max(days),
        opening=balances[0],
        closing=balances[1],
        transactions=rows,
        not_cash=aside,
        kind=StatementKind.STATEMENT if proven else StatementKind.LISTING,
    )


def _balances(entries: Sequence[Entry]) -> tuple[Money | None, Money | None]:
    first, last = entries[0].balance, entries[-1].balance
    return (first - entries[0].signed if first is not None else None), last


def _ordered(entries: Sequence[Entry]) -> Sequence[Entry]:
    """The entries, oldest first as the balances tell. Raises `Invalid` STATEMENT_BALANCE."""
    if entries[0].balance is None:
        return entries
    broken = _broken(entries)
    if broken is None:
        return entries
    if _broken(entries[::-1]) is None:
        return entries[::-1]
    message = f"the balance {broken.balance} is not the one before and the row's amount of {broken.signed}"
    raise Invalid.one("STATEMENT_BALANCE", message, broken.row.place, balance=broken.balance, amount=broken.signed)


def _broken(entries: Sequence[Entry]) -> Entry | None:
    """The first entry whose balance does not follow from the one before."""
    balance = entries[0].balance
    for entry in entries[1:]:
        if balance is None or entry.balance != balance + entry.signed:
            return entry
        balance = entry.balance
    return None
