"""A statement written as MT940 or CSV reads back equal; a damaged file of any format is read or refused."""

import csv
from datetime import date
from io import StringIO

from attrs import evolve
from hypothesis import given, settings
from hypothesis import strategies as st

from otcore.adapters.statements import CsvMapping, read_csv, read_mt940, read_statements
from otcore.adapters.statements.numbering import unnumbered
from otcore.payments.statement import BankStatement, BankTransaction, StatementKind
from otcore.values import Fault, Invalid, Money, total
from tests.adapters.statements import mt940_writing as swift
from tests.adapters.statements.bank_files import BAI2, MT940, OFX
from tests.adapters.statements.camt_writing import details, entry, with_entries

SIGNS = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-.,()'/"
WORDS = st.text(SIGNS + " ", max_size=27).map(lambda text: " ".join(text.split()))
LINES = st.lists(WORDS.filter(bool), max_size=4).map(tuple)
CODES = st.from_regex(r"[A-Z0-9]{1,16}", fullmatch=True).filter(
    lambda code: code not in {"NONREF", "EREF", "PREF", "MARF"}
)
DAYS = st.dates(date(2001, 1, 1), date(2078, 1, 1))
CURRENCIES = st.sampled_from(["EUR", "SEK", "JPY", "KWD"])


@st.composite
def rows(draw, currency: str) -> BankTransaction:
    day, credit = draw(DAYS), draw(st.booleans())
    name, account = draw(WORDS), draw(CODES | st.just(""))
    end_to_end = draw(CODES)
    return BankTransaction(
        amount=Money.from_minor(draw(st.integers(1, 10**12)), currency),
        credit=credit,
        reversal=False,
        booked=day,
        value_date=day,
        bank_reference=draw(CODES | st.just("")),
        end_to_end=end_to_end,
        payer_name=name if credit else "",
        payer_account=account if credit else "",
        text=(f"EREF+{end_to_end}", *(line for line in draw(LINES))),
        payee_name="" if credit else name,
        payee_account="" if credit else account,
        code="NTRF/166",
    )


@st.composite
def statements(draw) -> BankStatement:
    currency = draw(CURRENCIES)
    entries = tuple(draw(st.lists(rows(currency), max_size=5)))
    opening = Money.from_minor(draw(st.integers(-(10**12), 10**12)), currency)
    number = f"{draw(st.integers(1, 99_999)):05}/{draw(st.integers(1, 999)):03}"
    return BankStatement(
        account=draw(CODES),
        statement_id=number,
        currency=currency,
        opened=draw(DAYS),
        closed=draw(DAYS),
        opening=opening,
        closing=opening + total((row.signed for row in entries), currency),
        transactions=entries,
        sequence=number,
    )


def written(statement: BankStatement) -> bytes:
    """As MT940: the text in subfields of 27 characters, the field in lines of 65."""
    assert statement.opening is not None
    assert statement.closing is not None
    parts = [
        f":20:START\n:25:{statement.account}\n:28C:{statement.sequence}",
        swift.balance("60F", statement.opening, statement.opened),
        *map(line, statement.transactions),
        swift.balance("62F", statement.closing, statement.closed),
        "-\n",
    ]
    return "\n".join(parts).encode()


def line(row: BankTransaction) -> str:
    mark, days = "C" if row.credit else "D", f"{row.booked:%y%m%d}{row.booked:%m%d}"
    head = f":61:{days}{mark}{swift.amount(row.amount)}NTRFNONREF//{row.bank_reference or 'NONREF'}"
    texts = "".join(f"?{20 + place}{text}" for place, text in enumerate(row.text))
    name, account = row.payer_name or row.payee_name, row.payer_account or row.payee_account
    field = f"166{texts}?31{account}?32{name}"
    return head + "\n:86:" + "\n".join(field[at : at + 65] for at in range(0, len(field), 65))


@settings(max_examples=100)
@given(statement=statements())
def test_a_statement_written_as_mt940_reads_back_equal(statement):
    assert read_mt940(written(statement)) == (statement,)


MAPPING = CsvMapping(
    booked="day",
    value_date="value",
    amount="amount",
    account="DE1",
    currency_column="currency",
    name="name",
    counterpart="account",
    text=("one", "two"),
    bank_reference="reference",
    end_to_end="own",
    balance="balance",
    day="%d.%m.%Y",
    decimal=",",
    delimiter=";",
)


@settings(max_examples=100)
@given(statement=statements().filter(lambda each: bool(each.transactions)))
def test_a_statement_written_as_csv_reads_back_equal(statement):
    shown = tuple(evolve(row, text=row.text[:2], code="") for row in statement.transactions)
    days = [row.booked for row in shown]
    opened, closed, balances = min(days), max(days), (statement.opening, statement.closing)
    expected = evolve(
        statement,
        account="DE1",
        statement_id=unnumbered(opened, closed, balances, shown),
        opened=opened,
        closed=closed,
        transactions=shown,
        sequence="",
        kind=StatementKind.STATEMENT,
    )
    assert read_csv(as_csv(evolve(statement, transactions=shown)), MAPPING) == (expected,)


def as_csv(statement: BankStatement) -> bytes:
    out = StringIO(newline="")
    writer = csv.writer(out, delimiter=";")
    writer.writerow(
        ["day", "value", "amount", "currency", "name", "account", "one", "two", "reference", "own", "balance"]
    )
    assert statement.opening is not None
    balance = statement.opening
    for row in statement.transactions:
        balance += row.signed
        figures = (str(row.signed.amount).replace(".", ","), str(balance.amount).replace(".", ","))
        one, two = (*row.text, "", "")[:2]
        party = (row.payer_name or row.payee_name, row.payer_account or row.payee_account)
        days = (f"{row.booked:%d.%m.%Y}", f"{row.value_date:%d.%m.%Y}")
        writer.writerow(
            [*days, figures[0], statement.currency, *party, one, two, row.bank_reference, row.end_to_end, figures[1]]
        )
    return out.getvalue().encode()


def outcome(data: bytes, kind: str | None = None) -> tuple[Fault, ...]:
    """The faults of a file; none when its statements are read."""
    try:
        read_statements(data, kind=kind, check=False)
    except Invalid as refused:
        return refused.faults
    return ()


FILES = [MT940, BAI2, OFX, with_entries("0", "10", entry("10", details("<Amt Ccy='EUR'>10</Amt>")))]


@settings(max_examples=300)
@given(data=st.data(), file=st.sampled_from(FILES))
def test_a_damaged_file_is_read_or_refused_as_invalid(data, file):
    start = data.draw(st.integers(0, len(file)))
    end = data.draw(st.integers(start, min(len(file), start + 40)))
    damaged = file[:start] + data.draw(st.binary(max_size=6)) + file[end:]
    assert all(fault.code and fault.message for fault in outcome(damaged))


@settings(max_examples=200)
@given(data=st.binary(max_size=200))
def test_whatever_comes_is_read_or_refused_as_invalid(data):
    for kind in ("mt940", "bai2", "ofx", "camt"):
        assert all(fault.code and fault.message for fault in outcome(data, kind))
