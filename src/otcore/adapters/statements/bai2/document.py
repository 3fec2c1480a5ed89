"""A BAI2 file: a bank statement for each of its accounts."""

from collections.abc import Iterator
from datetime import date

from attrs import frozen

from otcore.adapters.gathering import gathered
from otcore.adapters.statements.bai2.detail import control_of, detail_of
from otcore.adapters.statements.bai2.records import Record, records_of
from otcore.adapters.statements.bai2.structure import Part, check_counts, check_total, structure_of
from otcore.adapters.statements.bai2.summary import Account, account_of
from otcore.adapters.statements.bai2.values import day_of, field, money_of
from otcore.adapters.statements.decoding import decoded
from otcore.adapters.statements.gathering import cash_and_rest, check_at
from otcore.adapters.statements.numbering import unnumbered
from otcore.adapters.xml.place import place
from otcore.payments.statement import BankStatement, StatementKind
from otcore.values import Invalid, Money, identifier

_OPENING, _CLOSING = "010", "015"
_UPDATE = frozenset({"", "1", "3"})  # an update or a correction; 2 is a deletion, 4 a test
_INTERIM = frozenset({"1", "3"})  # as-of-date modifier: interim, of the day before or of the same day
_DEFAULT_CURRENCY = "USD"


@frozen
class _Group:
    """What the accounts of a group share."""

    day: date
    currency: str
    interim: bool
    file: str


def read_bai2(data: bytes, source: str = "", *, check: bool = True, encoding: str = "") -> tuple[BankStatement, ...]:
    """The statements of a BAI2 file, one for each account of each group.

    Counts of records and control totals of accounts, groups and file are compared, and each statement's balances. A
    group that is interim gives reports (`kind` INTRADAY) without balances, an account without both ledger balances
    (010, 015) a LISTING. Without `check` neither counts, totals nor balances are compared.

    Raises `Invalid` with every fault, each with file, line and record: FILE_TOO_LARGE, FILE_ENCODING, NO_STATEMENT;
    BAI2_RECORD, BAI2_STRUCTURE, BAI2_STATUS (a deletion, a test), BAI2_TYPE, BAI2_FUNDS, BAI2_COUNT; STATEMENT_TOTALS,
    STATEMENT_BALANCE; DATE_FORMAT, NUMBER_FORMAT, CURRENCY_UNKNOWN, MONEY_TOO_LARGE, TEXT_TOO_LONG, ID_FORMAT.
    """
    records = list(records_of(decoded(data, source, encoding), source))
    if not records:
        raise Invalid.one("NO_STATEMENT", "there is no record in the file", place(source, 0))
    file = structure_of(records)
    if check:
        check_counts(file)
        _check_file(file)
    statements = gathered(_accounts(file), lambda each: _statement(*each, check))
    if not statements:
        raise Invalid.one("NO_STATEMENT", "there is no account in the file", place(source, 0))
    return statements


def _check_file(file: Part) -> None:
    total = 0
    for group in file.parts:
        totals = [_check_account(account) for account in group.parts]
        check_total(group, sum(totals))
        total += sum(totals)
    check_total(file, total)


def _check_account(account: Part) -> int:
    total = account_of(account.header).control + sum(map(control_of, account.details))
    check_total(account, total)
    return total


def _accounts(file: Part) -> Iterator[tuple[_Group, Part]]:
    for part in file.parts:
        group = _group(part.header, field(file.header.fields, 4))
        for account in part.parts:
            yield group, account


def _group(header: Record, file: str) -> _Group:
    fields = header.fields
    status = field(fields, 2)
    if status not in _UPDATE:
        what = {"2": "a deletion", "4": "a test"}.get(status, f"of status {status[:10]!a}")
        raise header.fault("BAI2_STATUS", f"the group is {what}, which is not taken in", status=status[:10])
    day = day_of(header, field(fields, 3))
    return _Group(day, field(fields, 5), field(fields, 6) in _INTERIM, file)


def _statement(group: _Group, part: Part, check: bool) -> BankStatement:
    account = account_of(part.header)
    currency = account.currency or group.currency or _DEFAULT_CURRENCY
    money_of(part.header, 0, currency)
    rows, aside = cash_and_rest(gathered(part.details, lambda record: detail_of(record, currency, group.day)))
    kind, opening, closing = _balances(account, currency, group)
    statement = BankStatement(
        account=_number(account),
        statement_id=unnumbered(group.day, group.day, (opening, closing), rows),
        currency=currency,
        opened=group.day,
        closed=group.day,
        opening=opening,
        closing=closing,
        transactions=rows,
        sequence=group.file,
        not_cash=aside,
        kind=kind,
    )
    if check:
        check_at(statement, part.header.place)
    return statement


def _balances(account: Account, currency: str, group: _Group) -> tuple[StatementKind, Money | None, Money | None]:
    if group.interim:
        return StatementKind.INTRADAY, None, None
    opening, closing = (
        money_of(account.record, account.amounts[code], currency) if code in account.amounts else None
        for code in (_OPENING, _CLOSING)
    )
    proven = opening is not None and closing is not None
    return StatementKind.STATEMENT if proven else StatementKind.LISTING, opening, closing


def _number(account: Account) -> str:
    try:
        return identifier(account.number, "account")
    except Invalid as error:
        raise error.at(account.record.place) from None
