"""A camt document: its statements, reports or notifications, their accounts and balances."""

from datetime import date
from functools import partial

from otcore.adapters.gathering import gathered
from otcore.adapters.statements.camt.balances import balances_of, page_ends
from otcore.adapters.statements.camt.entry import read_entry
from otcore.adapters.statements.camt.kinds import CAMT052, CAMT053, CAMT054, Message, message_of, only, root_of
from otcore.adapters.statements.camt.totals import check_totals
from otcore.adapters.statements.camt.words import account_in, words_in
from otcore.adapters.statements.gathering import cash_and_rest, check_at
from otcore.adapters.xml import Cursor, day_of
from otcore.payments.statement import BankStatement, StatementKind
from otcore.values import Money, digits, identifier

_FROM = ("FrToDt/FrDtTm", "FrToDt/FrDt", "CreDtTm")
_UNTIL = ("FrToDt/ToDtTm", "FrToDt/ToDt", "CreDtTm")


def read_camt(data: bytes, source: str = "", *, check: bool = True) -> tuple[BankStatement, ...]:
    """The statements of a camt.053, the reports of a camt.052 or the notifications of a camt.054 document: what it is,
    is told by its content. As `read_camt052`, `read_camt053` and `read_camt054`, which want one of them.
    """
    message, element = message_of(root_of(data, source))
    return _read(message, element, check)


def read_camt052(data: bytes, source: str = "", *, check: bool = True) -> tuple[BankStatement, ...]:
    """The reports of a camt.052 document (ISO 20022 BankToCustomerAccountReport), versions 1 to 13: `kind` INTRADAY.

    A report is not final: its balances are left aside, and `opened` and `closed` are the days that it covers. Raises
    `Invalid` as `read_camt053`, but for the balances.
    """
    return _read(CAMT052, only(root_of(data, source), CAMT052), check)


def read_camt053(data: bytes, source: str = "", *, check: bool = True) -> tuple[BankStatement, ...]:
    """The statements of a camt.053 document (ISO 20022 BankToCustomerStatement), versions 1 to 13.

    `source` names the file in faults. With `check` each statement is checked too (`BankStatement.check`, and the
    summary that it may have of its entries); without, a statement that does not add up is returned as it is. `opened`
    and `closed` are the days of the two balances. A statement that is split over pages is a statement a page, each with
    its interim balances (ITBD).

    Raises `Invalid` with the faults of every statement and entry, each with file, line and path: the codes of
    `read_xml` and `Cursor`; CAMT_KIND for another document; STATEMENT_BALANCE also without `check` when the opening
    (OPBD, else PRCD) or closing balance (CLBD) is missing or given twice; STATEMENT_TOTALS; BATCH_SUM;
    MONEY_TOO_PRECISE; AMOUNT_NEGATIVE; DATE_FORMAT.
    """
    return _read(CAMT053, only(root_of(data, source), CAMT053), check)


def read_camt054(data: bytes, source: str = "", *, check: bool = True) -> tuple[BankStatement, ...]:
    """The notifications of a camt.054 document (ISO 20022 BankToCustomerDebitCreditNotification), versions 1 to 13:
    `kind` NOTIFICATION. As `read_camt052`.
    """
    return _read(CAMT054, only(root_of(data, source), CAMT054), check)


def _read(message: Message, element: Cursor, check: bool) -> tuple[BankStatement, ...]:
    accounts = element.children(message.part)
    if not accounts:
        raise element.missing(message.part)
    made = element.value("GrpHdr/CreDtTm", day_of)
    page = words_in(element, "GrpHdr/MsgPgntn/PgNb")
    return gathered(accounts, partial(_read_account, kind=message.kind, made=made, page=page, check=check))


def _read_account(account: Cursor, kind: StatementKind, made: date | None, page: str, check: bool) -> BankStatement:
    final = kind is StatementKind.STATEMENT
    (opened, opening), (closed, closing) = balances_of(account) if final else _days(account, made)
    number = account_in(account, "Acct")
    if not number:
        raise account.missing("Acct/Id")
    told = None if final else closed
    rows, aside = cash_and_rest(
        line for lines in gathered(account.children("Ntry"), partial(read_entry, told=told)) for line in lines
    )
    result = BankStatement(
        account=number,
        statement_id=account.required_value("Id", identifier) + (_page(account, page) if final else ""),
        currency=_currency_of(account, opening),
        opened=opened,
        closed=closed,
        opening=opening,
        closing=closing,
        transactions=rows,
        sequence=words_in(account, "ElctrncSeqNb") or words_in(account, "LglSeqNb"),
        not_cash=aside,
        kind=kind,
    )
    if check:
        check_totals(account)
        check_at(result, account.place)
    return result


def _page(account: Cursor, page: str) -> str:
    """Which page of a statement that is split over several, which may all have its id; "" of a whole one."""
    number = words_in(account, "StmtPgntn/PgNb") or page
    return f"/{number}" if number and page_ends(account) else ""


def _days(account: Cursor, made: date | None) -> tuple[tuple[date, None], tuple[date, None]]:
    """The days that a report covers, which has no balances that are final."""
    return (_day(account, _FROM, made), None), (_day(account, _UNTIL, made), None)


def _day(account: Cursor, paths: tuple[str, ...], made: date | None) -> date:
    day = next(filter(None, (account.value(path, day_of) for path in paths)), None) or made
    if day is None:
        raise account.missing("CreDtTm")
    return day


def _currency_of(account: Cursor, opening: Money | None) -> str:
    """The account's own, else that of its balance, else that of the first amount there is."""
    stated = account.value("Acct/Ccy", _currency)
    if stated or opening is not None:
        return stated or (opening.currency if opening is not None else "")
    for amount in (*account.children("Bal/Amt"), *account.children("Ntry/Amt")):
        return _currency(amount.required_attribute("Ccy"))
    raise account.missing("Acct/Ccy")


def _currency(text: str) -> str:
    digits(text)
    return text
