"""An OFX file: a listing for each of its bank and card accounts."""

from datetime import date
from functools import partial

from otcore.adapters.gathering import gathered
from otcore.adapters.statements.decoding import decoded
from otcore.adapters.statements.gathering import cash_and_rest, check_at
from otcore.adapters.statements.numbering import unnumbered
from otcore.adapters.statements.ofx.transaction import transaction_of
from otcore.adapters.statements.ofx.tree import Element, tree_of
from otcore.adapters.statements.ofx.values import day_in, missing, money_in, required_day
from otcore.adapters.xml.place import place
from otcore.payments.statement import BankStatement, BankTransaction, NotCash, StatementKind
from otcore.values import Invalid, Money, digits, identifier

_STATEMENTS = ("STMTRS", "CCSTMTRS")
_INVESTMENTS = ("INVSTMTRS",)
_ACCOUNTS = ("BANKACCTFROM/ACCTID", "CCACCTFROM/ACCTID")
_ROWS = ("STMTTRN", "STMTTRNP")


def read_ofx(data: bytes, source: str = "", *, check: bool = True, encoding: str = "") -> tuple[BankStatement, ...]:
    """The bank and card accounts of an OFX file (Open Financial Exchange 1.x or 2.x): `kind` LISTING.

    OFX states a closing balance at most, so nothing proves that a listing is complete; `opened` and `closed` are the
    days that it covers. With `check` all its amounts must be in the currency of the account.

    Raises `Invalid` with every fault, each with file, line and element: FILE_TOO_LARGE, FILE_ENCODING, OFX_DOCTYPE,
    OFX_STRUCTURE, OFX_TOO_DEEP, OFX_TOO_MANY_ELEMENTS; OFX_ERROR (the bank answered with an error), OFX_INVESTMENT (a
    statement of an investment account), NO_STATEMENT (a list of accounts, a sign-on); OFX_MISSING, OFX_CORRECTION;
    DATE_FORMAT, NUMBER_FORMAT, CURRENCY_UNKNOWN, MONEY_TOO_PRECISE, STATEMENT_CURRENCY, TEXT_TOO_LONG, ID_FORMAT.
    """
    root = tree_of(decoded(data, source, encoding), source)
    _refuse_error(root)
    for investment in root.all(*_INVESTMENTS):
        raise investment.fault("OFX_INVESTMENT", "a statement of an investment account is not taken in")
    found = tuple(root.all(*_STATEMENTS))
    if not found:
        raise Invalid.one("NO_STATEMENT", f"there is no bank statement in the file, {_what(root)}", place(source, 0))
    return gathered(found, partial(_statement, check=check))


def _refuse_error(root: Element) -> None:
    for status in root.all("STATUS"):
        if status.value("SEVERITY").upper() == "ERROR":
            said = status.value("MESSAGE")[:200]
            message = f"the bank answered with error {status.value('CODE')[:20]}: {said!a}"
            raise status.fault("OFX_ERROR", message, status=status.value("CODE")[:20])


def _what(root: Element) -> str:
    if next(root.all("ACCTINFO"), None):
        return "it lists accounts"
    return "it is a sign-on" if next(root.all("SONRS"), None) else "it is empty"


def _statement(element: Element, check: bool) -> BankStatement:
    currency = _currency(element)
    rows, aside = cash_and_rest(gathered(element.all(*_ROWS), partial(_row, currency=currency)))
    balance, day = _balance(element, currency)
    opened, closed = _days(element, rows, day)
    statement = BankStatement(
        account=_account(element),
        statement_id=unnumbered(opened, closed, (balance,), rows),
        currency=currency,
        opened=opened,
        closed=closed,
        opening=None,
        closing=balance,
        transactions=rows,
        not_cash=aside,
        kind=StatementKind.LISTING,
    )
    if check:
        check_at(statement, element.place)
    return statement


def _row(element: Element, currency: str) -> BankTransaction | NotCash:
    try:
        return transaction_of(element, currency)
    except Invalid as error:
        raise error if error.faults[0].path else error.at(element.place) from None


def _currency(element: Element) -> str:
    """That of the account, else the one that its transactions name."""
    stated = element.value("CURDEF") or next((each.text for each in element.all("CURSYM") if each.text), "")
    if not stated:
        raise missing(element, "CURDEF")
    try:
        digits(stated)
    except Invalid as error:
        raise error.at(element.place) from None
    return stated


def _account(element: Element) -> str:
    number = next(filter(None, map(element.value, _ACCOUNTS)), "")
    if not number:
        raise missing(element, "ACCTID")
    try:
        return identifier(number, "account")
    except Invalid as error:
        raise error.at(element.place) from None


def _balance(element: Element, currency: str) -> tuple[Money | None, date | None]:
    """The ledger balance and its day; none where the element is missing or says nothing at all."""
    ledger = element.child("LEDGERBAL")
    if ledger is None or not (ledger.value("BALAMT") or ledger.value("DTASOF")):
        return None, None
    return money_in(ledger, "BALAMT", currency), required_day(ledger, "DTASOF")


def _days(element: Element, rows: tuple[BankTransaction, ...], balance: date | None) -> tuple[date, date]:
    listed = element.child("BANKTRANLIST") or element
    days = [row.booked for row in rows] + ([balance] if balance else [])
    opened, closed = day_in(listed, "DTSTART"), day_in(listed, "DTEND")
    if not days and not (opened and closed):
        raise missing(element, "DTASOF")
    return opened or min(days), closed or max(days)
