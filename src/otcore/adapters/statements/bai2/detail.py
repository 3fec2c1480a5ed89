"""The transaction record 16: type, amount, funds, references, text."""

import re
from datetime import date

from otcore.adapters.statements.bai2.funds import funds_of
from otcore.adapters.statements.bai2.records import Record
from otcore.adapters.statements.bai2.values import field, money_of, number_of
from otcore.adapters.statements.words import plain, plain_lines
from otcore.payments.statement import BankTransaction, NotCash, Returned

_TYPE = re.compile(r"[0-9]{3}")
# 1xx to 3xx are credits, 4xx to 6xx debits; of the bank's own codes 920 to 959 credits, 960 to 999 debits.
_CREDITS = (range(100, 400), range(920, 960))
_DEBITS = (range(400, 700), range(960, 1000))
_INFORMATION = "890"
# Reversed debit and credit, and returned items: a cheque, an ACH payment.
_RETURNS = frozenset({"252", "255", "257", "552", "555", "557"})
_ACH_REASON = re.compile(r"\bR[0-9]{2}\b")


def detail_of(record: Record, currency: str, day: date) -> BankTransaction | NotCash:
    """The transaction of a record 16; a `NotCash` for information (890) and for an amount of zero.

    Raises `Invalid` BAI2_TYPE for a type code of no known direction, and the codes of its fields.
    """
    code, amount, *rest = (*record.fields, "", "")
    minor = number_of(record, amount) if amount else 0
    funds = funds_of(record, rest)
    bank, own = (*rest[funds.width :], "", "")[:2]
    first, *more = (line.rstrip().removesuffix("/") for line in record.lines)
    lines = plain_lines([field(first.split(",", 4 + funds.width), 4 + funds.width), *more])
    if code == _INFORMATION or not minor:
        return NotCash(code, money_of(record, abs(minor), currency), minor >= 0, plain(bank))
    credit = _credit(record, code) == (minor > 0)
    return BankTransaction(
        amount=money_of(record, abs(minor), currency),
        credit=credit,
        reversal=code in _RETURNS,
        booked=day,
        value_date=funds.value_date or day,
        bank_reference=plain(bank),
        end_to_end=plain(own),
        text=lines,
        returned=_returned(" ".join(lines), plain(own)) if code in _RETURNS else None,
        code=code,
    )


def control_of(record: Record) -> int:
    """What the record adds to the control total of its account."""
    amount = field(record.fields, 1)
    return number_of(record, amount) if amount else 0


def _credit(record: Record, code: str) -> bool:
    number = int(code) if _TYPE.fullmatch(code) else -1
    if any(number in codes for codes in _CREDITS):
        return True
    if any(number in codes for codes in _DEBITS):
        return False
    raise record.fault("BAI2_TYPE", f"{code[:10]!a} is no transaction whose direction is known", value=code[:10])


def _returned(text: str, own: str) -> Returned:
    found = _ACH_REASON.search(text)
    return Returned(found[0] if found else "", "", own)
