"""A statement written as camt.053 reads back equal, whatever the version; a damaged one is read or refused."""

from datetime import date
from unicodedata import normalize

from attrs import evolve
from hypothesis import given, settings
from hypothesis import strategies as st

from otcore.adapters.statements.camt import read_camt053
from otcore.payments.statement import BankStatement, BankTransaction, NotCash
from otcore.values import Fault, Invalid, Money, total
from tests.adapters.statements import camt_writing as camt

VERSIONS = range(1, 14)

SIGNS = st.characters(codec="utf-8", exclude_categories=("Cc", "Cf", "Cs", "Cn", "Co"))
WORDS = st.text(SIGNS, max_size=30).map(lambda text: normalize("NFC", " ".join(text.split())))
LINES = st.lists(WORDS.filter(bool), max_size=3).map(tuple)
CODES = st.from_regex(r"[A-Z0-9]{1,30}", fullmatch=True)
DAYS = st.dates(date(1990, 1, 1), date(2090, 1, 1))
CURRENCIES = st.sampled_from(["EUR", "SEK", "JPY", "KWD"])


@st.composite
def payments(draw, currency: str) -> list[BankTransaction]:
    """The payments of one entry: one, or a batch that shares day, direction and the bank's words."""
    shared = BankTransaction(
        amount=Money.from_minor(1, currency),
        credit=draw(st.booleans()),
        reversal=draw(st.booleans()),
        booked=draw(DAYS),
        value_date=draw(DAYS),
        additional=draw(WORDS),
    )
    one = st.builds(
        evolve,
        st.just(shared),
        amount=st.integers(1, 10**12).map(lambda minor: Money.from_minor(minor, currency)),
        bank_reference=CODES,
        end_to_end=CODES | st.just(""),
        payer_name=WORDS,
        payer_account=CODES | st.just(""),
        structured_reference=CODES | st.just(""),
        text=LINES,
    )
    rows: list[BankTransaction] = draw(st.lists(one, min_size=1, max_size=3))
    return rows


@st.composite
def statements(draw) -> tuple[BankStatement, list[list[BankTransaction]]]:
    currency = draw(CURRENCIES)
    entries = draw(st.lists(payments(currency), max_size=4))
    rows = tuple(row for entry in entries for row in entry)
    opening = Money.from_minor(draw(st.integers(-(10**14), 10**14)), currency)
    pending = st.builds(
        NotCash,
        st.sampled_from(["PDNG", "INFO", "FUTR"]),
        st.integers(0, 10**12).map(lambda minor: Money.from_minor(minor, currency)),
        st.booleans(),
        CODES,
    )
    statement = BankStatement(
        account=draw(CODES),
        statement_id=draw(CODES),
        currency=currency,
        opened=draw(DAYS),
        closed=draw(DAYS),
        opening=opening,
        closing=opening + total((row.signed for row in rows), currency),
        transactions=rows,
        sequence=draw(CODES | st.just("")),
        not_cash=tuple(draw(st.lists(pending, max_size=2))),
    )
    return statement, entries


def written(statement: BankStatement, entries: list[list[BankTransaction]], version: int) -> bytes:
    currency = statement.currency
    assert statement.opening is not None
    assert statement.closing is not None
    balances = [
        camt.balance(kind, str(money.amount), day.isoformat(), currency=currency, version=version)
        for kind, money, day in (
            (camt.OPENING, statement.opening, statement.opened),
            (camt.CLOSING, statement.closing, statement.closed),
        )
    ]
    aside = [
        camt.entry(
            str(each.amount.amount),
            camt.leaf("AcctSvcrRef", each.bank_reference),
            credit=each.credit,
            word=each.status,
            currency=currency,
            version=version,
        )
        for each in statement.not_cash
    ]
    content = camt.statement(
        camt.leaf("ElctrncSeqNb", statement.sequence),
        *balances,
        *aside,
        *(written_entry(rows, version) for rows in entries),
        account=statement.account,
        id=statement.statement_id,
        currency=currency,
    )
    return camt.document(content, version=version)


def written_entry(rows: list[BankTransaction], version: int) -> str:
    first = rows[0]
    return camt.entry(
        str(total((row.amount for row in rows), first.amount.currency).amount),
        camt.leaf("RvslInd", "true" if first.reversal else ""),
        camt.leaf("BookgDt/Dt", first.booked.isoformat()),
        camt.leaf("ValDt/Dt", first.value_date.isoformat()),
        camt.details(*(written_payment(row, version) for row in rows), version=version),
        camt.leaf("AddtlNtryInf", first.additional),
        credit=first.credit,
        currency=first.amount.currency,
        version=version,
    )


def written_payment(row: BankTransaction, version: int) -> str:
    account = "DbtrAcct/Id/PrtryAcct/Id" if version == 1 else "DbtrAcct/Id/Othr/Id"
    reference = "Strd/CdtrRefInf/CdtrRef" if version == 1 else "Strd/CdtrRefInf/Ref"
    return "".join(
        (
            camt.leaf("Refs/AcctSvcrRef", row.bank_reference),
            camt.leaf("Refs/EndToEndId", row.end_to_end),
            camt.amount(
                str(row.amount.amount), row.amount.currency, path="Amt" if version > 2 else "AmtDtls/TxAmt/Amt"
            ),
            camt.tag(
                "RltdPties",
                camt.leaf("Dbtr/Pty/Nm" if version >= 8 else "Dbtr/Nm", row.payer_name),
                camt.leaf(account, row.payer_account),
            ),
            camt.tag(
                "RmtInf",
                *(camt.leaf("Ustrd", line) for line in row.text),
                camt.leaf(reference, row.structured_reference),
            ),
        )
    )


def outcome(data: bytes) -> tuple[Fault, ...]:
    """The faults of a document; none when its statements are read and in order."""
    try:
        for statement in read_camt053(data, check=False):
            statement.check()
    except Invalid as refused:
        return refused.faults
    return ()


@settings(max_examples=50)
@given(statement=statements(), version=st.sampled_from(VERSIONS))
def test_a_written_statement_reads_back_equal(statement, version):
    expected, entries = statement
    assert read_camt053(written(expected, entries, version)) == (expected,)


@settings(max_examples=50)
@given(statement=statements(), data=st.data())
def test_a_damaged_statement_is_read_or_refused_as_invalid(statement, data):
    document = written(statement[0], statement[1], 8)
    start = data.draw(st.integers(0, len(document)))
    end = data.draw(st.integers(start, min(len(document), start + 40)))
    damaged = document[:start] + data.draw(st.binary(max_size=4)) + document[end:]
    assert all(fault.code and fault.message for fault in outcome(damaged))
