"""The camt.053 document: its kind, its statements, their account and balances."""

from datetime import date

import pytest

from otcore.adapters.statements.camt import read_camt053
from otcore.values import Money
from tests.adapters.statements.camt_writing import balance, document, entry, leaf, line_of, statement, tag, with_entries
from tests.adapters.statements.reading import faults_of


def codes(data: bytes) -> list[str]:
    return [fault.code for fault in faults_of(data)]


def test_a_statement_carries_account_balances_and_numbers():
    written = statement(
        leaf("ElctrncSeqNb", "12"),
        balance("OPBD", "18.15", "2026-03-30"),
        balance("CLBD", "-1.85", "2026-03-31"),
        entry("20.00", credit=False),
    )
    (taken,) = read_camt053(document(written))
    assert (taken.account, taken.statement_id, taken.sequence) == ("NL26VAYB8060476890", "S7", "12")
    assert (taken.currency, taken.opening, taken.closing) == ("EUR", Money("18.15", "EUR"), Money("-1.85", "EUR"))
    assert (taken.opened, taken.closed) == (date(2026, 3, 30), date(2026, 3, 31))


def test_every_statement_is_read():
    one = statement(balance("OPBD", "1"), balance("CLBD", "1"), id="A")
    two = statement(balance("OPBD", "2"), balance("CLBD", "2"), id="B")
    assert [taken.statement_id for taken in read_camt053(document(one, two))] == ["A", "B"]


def test_the_closing_balance_of_the_day_before_may_stand_for_the_opening():
    (taken,) = read_camt053(document(statement(balance("PRCD", "5"), balance("CLBD", "5"))))
    assert taken.opening == Money("5", "EUR")


def test_an_opening_balance_goes_before_the_closing_of_the_day_before():
    (taken,) = read_camt053(document(statement(balance("PRCD", "4"), balance("OPBD", "5"), balance("CLBD", "5"))))
    assert taken.opening == Money("5", "EUR")


def test_available_balances_do_not_count():
    available = balance("OPAV", "77", currency="CHF") + balance("CLAV", "78", currency="CHF")
    (taken,) = read_camt053(document(statement(available, balance("OPBD", "5"), balance("CLBD", "5"))))
    assert (taken.opening, taken.closing) == (Money("5", "EUR"), Money("5", "EUR"))


def test_an_account_without_currency_has_that_of_its_opening_balance():
    written = statement(balance("OPBD", "5", currency="SEK"), balance("CLBD", "5", currency="SEK"), currency="")
    (taken,) = read_camt053(document(written))
    assert taken.currency == "SEK"


@pytest.mark.parametrize("path", ["Id/Othr/Id", "Id/BBAN", "Id/UPIC", "Id/PrtryAcct/Id"])
def test_an_account_may_have_the_number_of_its_bank(path):
    written = tag(
        "Stmt", leaf("Id", "1"), tag("Acct", leaf(path, "4711-1")), balance("OPBD", "5"), balance("CLBD", "5")
    )
    (taken,) = read_camt053(document(written))
    assert taken.account == "4711-1"


def test_the_legal_number_stands_in_for_the_electronic_one():
    written = statement(leaf("LglSeqNb", "44"), balance("OPBD", "5"), balance("CLBD", "5"))
    (taken,) = read_camt053(document(written))
    assert taken.sequence == "44"


def test_a_balance_may_have_a_time():
    timed = balance("OPBD", "5").replace("<Dt>2026-03-31</Dt>", "<DtTm>2026-03-30T23:00:00.000000000-05:00</DtTm>")
    (taken,) = read_camt053(document(statement(timed, balance("CLBD", "5"))))
    assert taken.opened == date(2026, 3, 30)


def test_a_balance_that_does_not_tie_refuses_the_statement():
    data = with_entries("18.15", "27.05", entry("8.85"))
    (fault,) = faults_of(data, "march.xml")
    assert fault.code == "STATEMENT_BALANCE"
    assert fault.path == f"march.xml line {line_of(data, b'<Stmt>')} /Document/BkToCstmrStmt/Stmt"
    assert fault.facts["difference"] == "0.05 EUR"


def test_without_the_check_a_statement_is_read_as_it_is():
    (taken,) = read_camt053(with_entries("18.15", "27.05", entry("8.85")), check=False)
    assert taken.closing == Money("27.05", "EUR")


def test_a_closing_balance_in_another_currency_refuses_the_statement():
    written = statement(balance("OPBD", "5"), balance("CLBD", "5", currency="SEK"))
    assert codes(document(written)) == ["STATEMENT_CURRENCY"]


def test_a_left_out_entry_is_noticed_by_the_balance():
    assert read_camt053(with_entries("0", "30", entry("10"), entry("20")))
    assert codes(with_entries("0", "30", entry("10"))) == ["STATEMENT_BALANCE"]


@pytest.mark.parametrize(
    ("balances", "message"),
    [
        ([("OPBD", "1")], "there is no closing balance (CLBD)"),
        ([("CLBD", "1")], "there is no opening balance (OPBD or PRCD)"),
        ([("OPBD", "1"), ("OPBD", "1"), ("CLBD", "1")], "there are 2 opening balances (OPBD)"),
        ([("OPBD", "1"), ("CLBD", "1"), ("CLBD", "2")], "there are 2 closing balances (CLBD)"),
    ],
)
@pytest.mark.parametrize("check", [True, False])
def test_there_is_one_opening_and_one_closing_balance(balances, message, check):
    written = statement(*(balance(kind, text) for kind, text in balances))
    (fault,) = faults_of(document(written), check=check)
    assert (fault.code, fault.message) == ("STATEMENT_BALANCE", message)


def test_the_faults_of_every_statement_are_named():
    broken = statement(balance("OPBD", "1"), balance("CLBD", "2"))
    found = faults_of(document(broken, broken))
    assert [fault.path.partition(" /")[2] for fault in found] == [
        "Document/BkToCstmrStmt/Stmt[1]",
        "Document/BkToCstmrStmt/Stmt[2]",
    ]


def test_a_balance_has_a_day():
    timeless = balance("OPBD", "1").replace("Dt>", "Day>")
    (fault,) = faults_of(document(statement(timeless, balance("CLBD", "1"))))
    assert (fault.code, fault.path.partition(" /")[2]) == ("XML_MISSING", "Document/BkToCstmrStmt/Stmt/Bal[1]/Dt")


def test_a_statement_names_its_account():
    (fault,) = faults_of(document(statement(balance("OPBD", "1"), balance("CLBD", "1"), account="")))
    assert (fault.code, fault.facts) == ("XML_MISSING", {"name": "Acct/Id"})


def test_a_statement_has_an_id():
    assert codes(document(statement(balance("OPBD", "1"), balance("CLBD", "1"), id=""))) == ["XML_MISSING"]


def test_an_unknown_currency_is_refused():
    assert codes(document(statement(balance("OPBD", "1"), balance("CLBD", "1"), currency="XXQ"))) == [
        "CURRENCY_UNKNOWN"
    ]


def test_a_document_has_a_statement():
    (fault,) = faults_of(document(), "march.xml")
    assert str(fault) == "XML_MISSING march.xml line 2 /Document/BkToCstmrStmt/Stmt: Stmt is missing or blank"


@pytest.mark.parametrize(
    ("data", "what"),
    [
        (b"<Document><BkToCstmrAcctRpt/></Document>", "a camt.052 account report, which is not final"),
        (
            b"<Document><BkToCstmrDbtCdtNtfctnV01/></Document>",
            "a camt.054 notification, which repeats what the statement will say",
        ),
        (b"<Invoice xmlns='urn:x'><ID>1</ID></Invoice>", "a document of Invoice"),
        (b"<Document/>", "a document of Document"),
    ],
)
def test_another_document_is_named_and_refused(data, what):
    (fault,) = faults_of(data)
    assert (fault.code, fault.message) == ("CAMT_KIND", f"this is {what}, not a camt.053 bank statement")


@pytest.mark.parametrize(
    ("data", "code"),
    [
        (b"", "XML_MALFORMED"),
        (with_entries("0", "0")[:-20], "XML_MALFORMED"),
        (with_entries("0", "0").replace(b"<Document", b"<!DOCTYPE Document><Document"), "XML_DOCTYPE"),
        (with_entries("0", "0").decode().encode("utf-16"), "XML_ENCODING"),
        (with_entries("0", "0").replace(b"S7", b"S\xff"), "XML_ENCODING"),
        (with_entries("0", "0").replace(b"S7", b"S\x00"), "XML_MALFORMED"),
        (b" " * 50_000_000, "XML_TOO_LARGE"),
        (b"<Document>" * 1_000, "XML_TOO_DEEP"),
    ],
    ids=["empty", "truncated", "doctype", "label", "byte", "nul", "large", "deep"],
)
def test_a_hostile_file_is_refused(data, code):
    (fault,) = faults_of(data, "march.xml")
    assert fault.code == code
    assert fault.path.startswith("march.xml")


def page(number: str, *content: str) -> str:
    paging = tag("StmtPgntn", leaf("PgNb", number), leaf("LastPgInd", "false"))
    return statement(paging, *content)


def test_a_statement_that_is_split_over_pages_is_a_statement_a_page():
    pages = (
        page("1", balance("OPBD", "0"), balance("ITBD", "10"), entry("10")),
        page("2", balance("ITBD", "10"), balance("ITBD", "30"), entry("20")),
        page("3", balance("ITBD", "30"), balance("CLBD", "35"), entry("5")),
    )
    found = read_camt053(document(*pages))
    assert [each.statement_id for each in found] == ["S7/1", "S7/2", "S7/3"]
    assert [(str(each.opening), str(each.closing)) for each in found] == [
        ("0.00 EUR", "10.00 EUR"),
        ("10.00 EUR", "30.00 EUR"),
        ("30.00 EUR", "35.00 EUR"),
    ]


def test_interim_balances_of_a_whole_statement_are_left_aside():
    whole = statement(balance("OPBD", "0"), balance("ITBD", "4"), balance("CLBD", "10"), entry("10"))
    (found,) = read_camt053(document(whole))
    assert (found.statement_id, str(found.closing)) == ("S7", "10.00 EUR")


def test_one_interim_balance_is_no_two_ends_of_a_page():
    codes = [fault.code for fault in faults_of(document(statement(balance("ITBD", "4"), entry("10"))))]
    assert codes == ["STATEMENT_BALANCE"]
