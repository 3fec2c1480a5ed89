"""OFX: SGML and XML, accounts, transactions, what is refused by name."""

from datetime import date

import pytest

from otcore.adapters.statements.ofx import read_ofx
from otcore.payments.statement import BankStatement, BankTransaction, NotCash, StatementKind
from otcore.values import Fault, Invalid, Money
from tests.adapters.statements.bank_files import OFX

DAY = date(2026, 3, 31)


def usd(text: str) -> Money:
    return Money(text, "USD")


def file(
    *rows: str,
    head: str = "",
    balance: str = "",
    account: str = "<BANKACCTFROM><BANKID>9<ACCTID>00123</BANKACCTFROM>",
    listed: str = "",
    statement: str = "STMTRS",
    currency: str = "USD",
) -> str:
    listing = f"<BANKTRANLIST>{listed}{''.join(rows)}</BANKTRANLIST>"
    return f"{head}<OFX><{statement}><CURDEF>{currency}\n{account}{listing}{balance}</{statement}></OFX>"


def transaction(
    *values: str, amount: str = "10.00", day: str = "20260331", kind: str = "CREDIT", end: str = "STMTTRN"
) -> str:
    inner = "".join(values)
    return f"<{end}><TRNTYPE>{kind}<DTPOSTED>{day}<TRNAMT>{amount}\n<FITID>B1{inner}</{end}>"


def read(text: str, check: bool = True) -> tuple[BankStatement, ...]:
    return read_ofx(text.encode(), "march.ofx", check=check)


def only(text: str) -> BankStatement:
    (taken,) = read(text)
    return taken


def row(text: str) -> BankTransaction:
    return only(file(text)).transactions[0]


def faults_of(text: str) -> tuple[Fault, ...]:
    with pytest.raises(Invalid) as refused:
        read(text)
    return refused.value.faults


def fault_of(text: str) -> Fault:
    return faults_of(text)[0]


def test_an_account_is_a_listing_with_its_closing_balance():
    (taken,) = read_ofx(OFX)
    assert (taken.account, taken.currency, taken.kind) == ("00123", "USD", StatementKind.LISTING)
    assert (taken.opening, taken.closing) == (None, usd("110"))
    assert (taken.opened, taken.closed) == (date(2026, 3, 1), DAY)
    assert taken.transactions == (
        BankTransaction(
            amount=usd("10"),
            credit=True,
            reversal=False,
            booked=DAY,
            value_date=DAY,
            bank_reference="B1",
            payer_name="Nobel AB",
            text=("INV 4711",),
            code="CREDIT",
        ),
    )


def test_the_same_file_has_the_same_id_and_another_extract_another():
    one, more = file(transaction()), file(transaction(), transaction())
    assert only(one).statement_id == only(one).statement_id != only(more).statement_id


@pytest.mark.parametrize(
    "text",
    [
        OFX.decode().replace("\n", ""),
        OFX.decode()
        .replace("<MEMO>INV 4711", "<MEMO>INV 4711</MEMO>")
        .replace("<TRNAMT>10.00", "<TRNAMT>10.00</TRNAMT>"),
        OFX.decode().replace("<NAME>Nobel AB<MEMO>INV 4711", "<NAME><![CDATA[Nobel AB]]></NAME><MEMO>INV 4711</MEMO>"),
        OFX.decode().replace(
            "OFXHEADER:100\nDATA:OFXSGML\nVERSION:102", '<?xml version="1.0"?><?OFX OFXHEADER="200"?>'
        ),
        OFX.decode().replace("<STMTTRN>", "<!-- one --><STMTTRN><EXTDNAME/>"),
        OFX.decode()
        .lower()
        .replace("credit", "CREDIT")
        .replace("nobel ab", "Nobel AB")
        .replace("inv 4711", "INV 4711")
        .replace("usd", "USD")
        .replace("<fitid>b1", "<fitid>B1"),
    ],
    ids=["one line", "closed", "cdata", "xml", "comment", "small letters"],
)
def test_sgml_and_xml_and_mixtures_are_read_alike(text):
    assert read(text) == read_ofx(OFX)


def test_a_value_without_text_holds_nothing():
    taken = row(transaction("<MEMO><NAME>Nobel AB"))
    assert (taken.payer_name, taken.text) == ("Nobel AB", ())


def test_entities_are_signs_and_unknown_ones_are_text():
    assert row(transaction("<NAME>A &amp; B &#38; &lt;C&gt; &xyz;")).payer_name == "A & B & <C> &xyz;"


@pytest.mark.parametrize("amount", ["-10.00", "-10", "-10,00", "-10.000", "-.10"])
def test_a_negative_amount_is_money_out(amount):
    taken = row(transaction("<NAME>Landlord<BANKACCTTO><ACCTID>77</BANKACCTTO>", amount=amount))
    assert (taken.credit, taken.payee_name, taken.payee_account, taken.payer_name) == (False, "Landlord", "77", "")


def test_the_other_party_may_be_a_payee_with_an_account():
    taken = row(
        transaction("<PAYEE><NAME>Nobel AB<CITY>X</PAYEE><CCACCTTO><ACCTID>77</CCACCTTO><REFNUM>PO-77", amount="+1")
    )
    assert (taken.payer_name, taken.payer_account, taken.end_to_end) == ("Nobel AB", "77", "PO-77")


def test_a_day_may_have_a_time_and_a_zone():
    taken = row(transaction("<DTAVAIL>20260401", day="20260331235959.000[-5:EST]"))
    assert (taken.booked, taken.value_date) == (DAY, date(2026, 4, 1))


def test_a_cheque_and_a_rate_are_words():
    taken = row(transaction("<CHECKNUM>0319<ORIGCURRENCY><CURRATE>1.1<CURSYM>EUR</ORIGCURRENCY>"))
    assert taken.additional == "cheque 319, from EUR at 1.1"


def test_pending_held_and_empty_amounts_are_not_cash():
    pending = transaction(end="STMTTRNP").replace("<DTPOSTED>20260331", "")
    taken = only(file(pending, transaction(kind="HOLD"), transaction(amount="0"), balance=BALANCE))
    assert [each.status for each in taken.not_cash] == ["PDNG", "HOLD", "BOOK"]
    assert taken.not_cash[0] == NotCash("PDNG", usd("10"), True, "B1")


BALANCE = "<LEDGERBAL><BALAMT>1<DTASOF>20260331</LEDGERBAL>"


def test_card_accounts_are_read_too():
    card = file(transaction(), account="<CCACCTFROM><ACCTID>4111</CCACCTFROM>", statement="CCSTMTRS")
    assert only(card).account == "4111"


@pytest.mark.parametrize(
    ("balance", "closing"),
    [("", None), ("<LEDGERBAL><BALAMT></BALAMT><DTASOF></DTASOF></LEDGERBAL>", None), (BALANCE, usd("1"))],
)
def test_a_balance_may_be_missing_or_say_nothing(balance, closing):
    assert only(file(transaction(), balance=balance)).closing == closing


def test_the_days_are_those_of_the_list_else_of_the_rows_and_the_balance():
    assert (only(file(transaction(day="20260330"), balance=BALANCE)).opened) == date(2026, 3, 30)
    assert only(file(transaction(day="20260330"), balance=BALANCE)).closed == DAY
    assert only(file(listed="<DTSTART>20260301<DTEND>20260302")).closed == date(2026, 3, 2)
    assert fault_of(file()).code == "OFX_MISSING"


def test_an_account_without_a_list_of_transactions_is_read():
    text = file(balance=BALANCE).replace("<BANKTRANLIST></BANKTRANLIST>", "")
    assert (only(text).transactions, only(text).closed) == ((), DAY)


def test_a_currency_may_stand_with_the_transaction_alone():
    named = transaction("<CURRENCY><CURRATE>1<CURSYM>AUD</CURRENCY>")
    assert only(file(named, currency="")).currency == "AUD"
    assert fault_of(file(transaction(), currency="")).message == "CURDEF is missing or blank"
    assert fault_of(file(transaction(), currency="XXQ")).code == "CURRENCY_UNKNOWN"


def test_an_amount_in_another_currency_refuses_the_account():
    named = file(transaction("<CURRENCY><CURRATE>1<CURSYM>AUD</CURRENCY>"))
    assert fault_of(named).code == "STATEMENT_CURRENCY"
    assert len(read(named, check=False)[0].transactions) == 1


@pytest.mark.parametrize(
    ("text", "code", "where"),
    [
        (file(transaction(amount="$120")), "NUMBER_FORMAT", "march.ofx line 2 TRNAMT"),
        (file(transaction(amount="1.234,50")), "NUMBER_FORMAT", "march.ofx line 2 TRNAMT"),
        (file(transaction(amount="")), "OFX_MISSING", "march.ofx line 2 STMTTRN"),
        (file(transaction(amount="1.005")), "MONEY_TOO_PRECISE", "march.ofx line 2 TRNAMT"),
        (file(transaction(day="")), "OFX_MISSING", "march.ofx line 2 STMTTRN"),
        (file(transaction(day="20260332")), "DATE_FORMAT", "march.ofx line 2 DTPOSTED"),
        (file(transaction(day="tomorrow")), "DATE_FORMAT", "march.ofx line 2 DTPOSTED"),
        (file(transaction("<CORRECTFITID>B0<CORRECTACTION>DELETE")), "OFX_CORRECTION", "march.ofx line 2 STMTTRN"),
        (file(transaction("<MEMO>" + "x" * 1_001)), "TEXT_TOO_LONG", "march.ofx line 2 STMTTRN"),
        (file(balance="<LEDGERBAL><BALAMT> <DTASOF>20260331</LEDGERBAL>"), "OFX_MISSING", "march.ofx line 2 LEDGERBAL"),
        (
            file(account="<BANKACCTFROM><BANKID>9</BANKACCTFROM>", balance=BALANCE),
            "OFX_MISSING",
            "march.ofx line 1 STMTRS",
        ),
        (
            file(account="<BANKACCTFROM><ACCTID>\u200b9</BANKACCTFROM>", balance=BALANCE),
            "ID_FORMAT",
            "march.ofx line 1 STMTRS",
        ),
        ("<OFX></OFX>", "NO_STATEMENT", "march.ofx"),
        ("<OFX><SONRS><X>1</SONRS></OFX>", "NO_STATEMENT", "march.ofx"),
        ("<OFX><ACCTINFO></ACCTINFO></OFX>", "NO_STATEMENT", "march.ofx"),
        ("<OFX><INVSTMTRS></INVSTMTRS></OFX>", "OFX_INVESTMENT", "march.ofx line 1 INVSTMTRS"),
        ("<OFX><STATUS><CODE>2000<SEVERITY>ERROR</STATUS></OFX>", "OFX_ERROR", "march.ofx line 1 STATUS"),
        ("<OFX><STMTRS>", "OFX_STRUCTURE", "march.ofx line 1 STMTRS"),
        ("<OFX></OFX></OFX>", "OFX_STRUCTURE", "march.ofx line 1"),
        ("<OFX>a < b</OFX>", "OFX_STRUCTURE", "march.ofx line 1"),
        ("<!DOCTYPE OFX><OFX></OFX>", "OFX_DOCTYPE", "march.ofx line 1"),
        ("<A>" * 200, "OFX_TOO_DEEP", "march.ofx line 1"),
    ],
)
def test_what_is_wrong_is_named_with_its_place(text, code, where):
    fault = fault_of(text)
    assert (fault.code, fault.path) == (code, where)


def test_the_faults_of_every_row_and_account_are_named():
    text = file(transaction(amount="x"), transaction(day="y")) + file(transaction(amount="z"))
    assert [fault.code for fault in faults_of(text)] == ["NUMBER_FORMAT", "DATE_FORMAT", "NUMBER_FORMAT"]


def test_a_file_of_too_many_elements_is_refused(monkeypatch):
    monkeypatch.setattr("otcore.adapters.statements.ofx.tree.MAX_ELEMENTS", 10)
    assert fault_of("<A/>" * 21).code == "OFX_TOO_MANY_ELEMENTS"
