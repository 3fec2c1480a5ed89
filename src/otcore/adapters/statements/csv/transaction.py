"""A row of a CSV file as a bank transaction."""

from attrs import frozen

from otcore.adapters.statements.csv.mapping import CsvMapping
from otcore.adapters.statements.csv.rows import Row
from otcore.adapters.statements.csv.values import day_of, money_of
from otcore.adapters.statements.words import plain, plain_lines
from otcore.payments.statement import BankTransaction, NotCash, Returned
from otcore.values import Invalid, Money, digits, identifier

_BOOKED = "BOOK"


@frozen
class Entry:
    """A row read: whose account it is on, what it is, what it moved, and the balance after it where that is stated."""

    account: str
    currency: str
    content: BankTransaction | NotCash
    signed: Money
    balance: Money | None
    row: Row


def entry_of(row: Row, mapping: CsvMapping) -> Entry:
    """Raises `Invalid`, with the line: CSV_AMOUNT, CSV_DIRECTION, DATE_FORMAT, NUMBER_FORMAT, CURRENCY_UNKNOWN, the
    codes of `Money`, ID_FORMAT, TEXT_TOO_LONG.
    """
    try:
        return _entry(row, mapping)
    except Invalid as error:
        raise error.at(row.place) from None


def _entry(row: Row, mapping: CsvMapping) -> Entry:
    currency = mapping.currency or row[mapping.currency_column]
    digits(currency)
    signed = _signed(row, mapping, currency)
    balance = money_of(row[mapping.balance], currency, mapping) if mapping.balance else None
    account = identifier(mapping.account or row[mapping.account_column], "account")
    return Entry(account, currency, _content(row, mapping, signed), signed, balance, row)


def _content(row: Row, mapping: CsvMapping, signed: Money) -> BankTransaction | NotCash:
    credit, reference = signed.minor > 0, plain(row[mapping.bank_reference])
    if not signed:
        return NotCash(_BOOKED, signed, True, reference)
    booked = day_of(row[mapping.booked], mapping)
    name, counterpart = plain(row[mapping.name]), plain(row[mapping.counterpart])
    code, own = plain(row[mapping.code]), plain(row[mapping.end_to_end])
    back = code in mapping.returns
    paid = credit is not back  # the other side of the row paid us, now or before
    return BankTransaction(
        amount=abs(signed),
        credit=credit,
        reversal=back,
        booked=booked,
        value_date=day_of(row[mapping.value_date], mapping) if row[mapping.value_date] else booked,
        bank_reference=reference,
        end_to_end=own,
        payer_name=name if paid else "",
        payer_account=counterpart if paid else "",
        structured_reference=plain(row[mapping.reference]),
        text=plain_lines([row[column] for column in mapping.text]),
        mandate=plain(row[mapping.mandate]),
        payee_name="" if paid else name,
        payee_account="" if paid else counterpart,
        returned=Returned(code, "", own) if back else None,
        code=code,
    )


def _signed(row: Row, mapping: CsvMapping, currency: str) -> Money:
    if mapping.direction:
        return _directed(row, mapping, money_of(row[mapping.amount], currency, mapping))
    if mapping.amount:
        return money_of(row[mapping.amount], currency, mapping)
    credit, debit = (
        money_of(row[column], currency, mapping) if row[column] else Money.zero(currency)
        for column in (mapping.credit, mapping.debit)
    )
    if (credit and debit) or credit.minor < 0 or not (row[mapping.credit] or row[mapping.debit]):
        raise Invalid.one("CSV_AMOUNT", "the amount stands in one of credit and debit, and a credit is positive")
    return credit - abs(debit)


def _directed(row: Row, mapping: CsvMapping, amount: Money) -> Money:
    word = row[mapping.direction]
    if amount.minor < 0:
        raise Invalid.one("CSV_AMOUNT", f"the amount {amount} is negative and has a direction beside it")
    if word in mapping.credits:
        return amount
    if word in mapping.debits:
        return -amount
    raise Invalid.one("CSV_DIRECTION", f"{word[:40]!a} is neither a credit nor a debit", value=word[:40])
