"""A message as a bank statement."""

import re
from datetime import date

from otcore.adapters.gathering import gathered
from otcore.adapters.statements.gathering import cash_and_rest
from otcore.adapters.statements.mt940.details import details_of
from otcore.adapters.statements.mt940.fields import Field
from otcore.adapters.statements.mt940.line import line_of
from otcore.adapters.statements.mt940.message import Message
from otcore.adapters.statements.numbering import unnumbered
from otcore.payments.statement import BankStatement, BankTransaction, NotCash, StatementKind
from otcore.values import Invalid, digits, identifier, total

_ZEROS = re.compile(r"[0/]*")
_BOOKED, _EXPECTED = "BOOK", "EXPECTED"


def statement_of(message: Message) -> BankStatement:
    """The statement of an MT940.

    Raises `Invalid` STATEMENT_BALANCE when a balance is missing, MT940_MISSING, and the faults of every line.
    """
    opening = message.balance("opening", "60F", "60M")
    closing = message.balance("closing", "62F", "62M")
    rows, aside = _rows(message, opening.amount.currency)
    balances = (opening.amount, closing.amount)
    return BankStatement(
        account=_account(message, opening.amount.currency),
        statement_id=_number(message) or unnumbered(opening.day, closing.day, balances, rows),
        currency=opening.amount.currency,
        opened=opening.day,
        closed=closing.day,
        opening=opening.amount,
        closing=closing.amount,
        transactions=rows,
        sequence=_number(message),
        not_cash=aside,
    )


def report_of(message: Message) -> BankStatement:
    """The report of an MT942: `kind` INTRADAY, without balances. Raises `Invalid` MT940_MISSING among others."""
    currency = _currency(message)
    rows, aside = _rows(message, currency)
    made = message.made()
    opened, closed = _days(message, made, rows)
    time = f"{_number(message)} {made[1]}" if made else unnumbered(opened, closed, (), rows)
    return BankStatement(
        account=_account(message, currency),
        statement_id=time.strip(),
        currency=currency,
        opened=opened,
        closed=closed,
        opening=None,
        closing=None,
        transactions=rows,
        sequence=_number(message),
        not_cash=aside,
        kind=StatementKind.INTRADAY,
    )


def check_totals(message: Message, report: BankStatement) -> None:
    """Compare the rows of a report with what it says of them. Raises `Invalid` STATEMENT_TOTALS."""
    for stated, credit, said in message.totals():
        amounts = [row.amount for row in report.transactions if row.credit is credit]
        found = total(amounts, report.currency)
        if (len(amounts), found) != (said.count, said.amount):
            text = f"the total says {said.count} of {said.amount}, the lines make {len(amounts)} of {found}"
            raise stated.fault("STATEMENT_TOTALS", text, said=said.amount, found=found)


def _rows(message: Message, currency: str) -> tuple[tuple[BankTransaction, ...], tuple[NotCash, ...]]:
    """Every line; the faults of them all are raised together (it stops after 100)."""
    return cash_and_rest(gathered(message.lines, lambda each: _row(*each, currency)))


def _row(field: Field, texts: list[Field], currency: str) -> BankTransaction | NotCash:
    line = line_of(field, currency)
    if line.expected or not line.amount:
        return NotCash(_EXPECTED if line.expected else _BOOKED, line.amount, line.credit, line.bank_reference)
    try:
        details = details_of(tuple(each for text in texts for each in text.lines), line)
    except Invalid as error:
        raise error.at((texts or [field])[0].place) from None
    returned = details.returned(line)
    reversal = line.reversal or returned is not None
    pays = line.credit == reversal  # the other party is the payee, of what we paid
    return BankTransaction(
        amount=line.amount,
        credit=line.credit,
        reversal=reversal,
        booked=line.booked,
        value_date=line.value_date,
        bank_reference=line.bank_reference,
        end_to_end=details.end_to_end,
        payer_name="" if pays else details.name,
        payer_account="" if pays else details.account,
        text=details.text,
        additional="\n".join(details.words),
        mandate=details.mandate,
        original=details.original if details.original != line.amount else None,
        charges=details.charges,
        returned=returned,
        payee_name=details.name if pays else "",
        payee_account=details.account if pays else "",
        batch_reference=details.batch,
        code="/".join(filter(None, (line.code, details.business))),
    )


def _account(message: Message, currency: str) -> str:
    """The account without the currency that some banks write behind the number."""
    field = message.first("25", "25P")
    if field is None or not field.first:
        raise message.start.fault("MT940_MISSING", "there is no account (:25:)")
    try:
        return identifier(re.sub(rf"(?<=[0-9]){currency}$", "", field.first), "account")
    except Invalid as error:
        raise error.at(field.place) from None


def _number(message: Message) -> str:
    """The number of the statement and the page, "" when the bank counts nothing."""
    number = message.text("28C", "28")
    return "" if _ZEROS.fullmatch(number.partition("/")[0]) else number


def _currency(message: Message) -> str:
    currency = message.floor_currency() or next((said.amount.currency for _, _, said in message.totals()), "")
    if not currency:
        raise message.start.fault("MT940_MISSING", "there is no currency (:34F:, :90D:, :90C:)")
    digits(currency)
    return currency


def _days(message: Message, made: tuple[date, str] | None, rows: tuple[BankTransaction, ...]) -> tuple[date, date]:
    days = [row.booked for row in rows]
    if made:
        return min([*days, made[0]]), made[0]
    if not days:
        raise message.start.fault("MT940_MISSING", "there is no day (:13D:)")
    return min(days), max(days)
