"""The camt.053 document: its statements, their accounts and balances."""

from datetime import date
from functools import partial

from lxml import etree

from otcore.adapters.statements.camt.amounts import amount_in, credit_in, day_in
from otcore.adapters.statements.camt.entry import read_entry
from otcore.adapters.statements.camt.words import account_in, words_in
from otcore.adapters.xml import Cursor, read_each, read_xml
from otcore.payments.statement import BankStatement, BankTransaction, NotCash
from otcore.values import Invalid, Money, digits, identifier

_STATEMENT = "BkToCstmrStmt"
_OTHERS = {
    "BkToCstmrAcctRpt": "a camt.052 account report, which is not final",
    "BkToCstmrDbtCdtNtfctn": "a camt.054 notification, which repeats what the statement will say",
}
_OPENING = ("OPBD", "PRCD")
_CLOSING = ("CLBD",)


def read_camt053(data: bytes, source: str = "", *, check: bool = True) -> tuple[BankStatement, ...]:
    """The statements of a camt.053 document (ISO 20022 BankToCustomerStatement), versions 1 to 13.

    `source` names the file in faults. With `check` each statement is checked too (`BankStatement.check`); without, a
    statement that does not add up is returned as it is. `opened` and `closed` are the days of the two balances.

    Raises `Invalid` with the faults of every statement and entry, each with file, line and path: the codes of
    `read_xml` and `Cursor`; CAMT_KIND for another document (camt.052 and camt.054 are named: taking them in beside the
    statement would count the money twice); STATEMENT_BALANCE also without `check` when the opening (OPBD, else PRCD) or
    closing balance (CLBD) is missing or given twice; BATCH_SUM; MONEY_TOO_PRECISE; AMOUNT_NEGATIVE; DATE_FORMAT.
    """
    root = read_xml(data, source=source)
    namespace = etree.QName(root).namespace
    message = _message(Cursor(root, {"": namespace or ""}, source))
    statements = message.children("Stmt")
    if not statements:
        raise message.missing("Stmt")
    return read_each(statements, partial(_read_statement, check=check))


def _message(root: Cursor) -> Cursor:
    for child in root.children("*"):
        if child.name.startswith(_STATEMENT):
            return child
    seen = [word for child in root.children("*") for name, word in _OTHERS.items() if child.name.startswith(name)]
    what = seen[0] if seen else f"a document of {root.name}"
    raise root.fault("CAMT_KIND", f"this is {what}, not a camt.053 bank statement")


def _read_statement(statement: Cursor, check: bool) -> BankStatement:
    opened, opening = _balance(statement, "opening", _OPENING)
    closed, closing = _balance(statement, "closing", _CLOSING)
    account = account_in(statement, "Acct")
    if not account:
        raise statement.missing("Acct/Id")
    entries = [line for lines in read_each(statement.children("Ntry"), read_entry) for line in lines]
    result = BankStatement(
        account=account,
        statement_id=statement.required_value("Id", identifier),
        currency=statement.value("Acct/Ccy", _currency) or opening.currency,
        opened=opened,
        closed=closed,
        opening=opening,
        closing=closing,
        transactions=tuple(line for line in entries if isinstance(line, BankTransaction)),
        sequence=words_in(statement, "ElctrncSeqNb") or words_in(statement, "LglSeqNb"),
        not_cash=tuple(line for line in entries if isinstance(line, NotCash)),
    )
    if check:
        _check(result, statement)
    return result


def _check(result: BankStatement, statement: Cursor) -> None:
    try:
        result.check()
    except Invalid as error:
        raise statement.placed(error) from None


def _currency(text: str) -> str:
    digits(text)
    return text


def _balance(statement: Cursor, which: str, kinds: tuple[str, ...]) -> tuple[date, Money]:
    """Day and signed amount of the balance of the first of these kinds that is there."""
    for kind in kinds:
        found = [balance for balance in statement.children("Bal") if _kind(balance) == kind]
        if len(found) > 1:
            raise found[1].fault("STATEMENT_BALANCE", f"there are {len(found)} {which} balances ({kind})")
        if found:
            return _dated(found[0])
    raise statement.fault("STATEMENT_BALANCE", f"there is no {which} balance ({' or '.join(kinds)})")


def _kind(balance: Cursor) -> str:
    return balance.text("Tp/CdOrPrtry/Cd") or balance.text("Tp/Cd")


def _dated(balance: Cursor) -> tuple[date, Money]:
    day = day_in(balance, "Dt")
    if day is None:
        raise balance.missing("Dt")
    amount = amount_in(balance.one("Amt"))
    return day, amount if credit_in(balance) else -amount
