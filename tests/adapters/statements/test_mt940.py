"""MT940: the statement, its fields in their order, its account, number, balances and pages."""

from datetime import date

import pytest

from otcore.adapters.statements.mt940 import read_mt940
from otcore.payments.statement import BankStatement, NotCash, StatementKind
from otcore.values import Fault, Invalid, Money
from tests.adapters.statements.mt940_writing import line, report, statement

PLAIN = "2603310331C10,00NTRFNONREF//B1"


def read(text: str, check: bool = True) -> tuple[BankStatement, ...]:
    return read_mt940(text.encode(), "march.sta", check=check)


def only(text: str, check: bool = True) -> BankStatement:
    (taken,) = read(text, check)
    return taken


def faults_of(text: str, check: bool = True) -> tuple[Fault, ...]:
    with pytest.raises(Invalid) as refused:
        read(text, check)
    return refused.value.faults


def fault_of(text: str, check: bool = True) -> Fault:
    (fault,) = faults_of(text, check)
    return fault


def test_a_statement_carries_account_number_and_balances():
    taken = only(statement(line(PLAIN), opening="-5", closing="5"))
    assert (taken.account, taken.statement_id, taken.sequence) == ("DE89370400440532013000", "00007/001", "00007/001")
    assert (taken.opening, taken.closing, taken.currency) == (Money("-5", "EUR"), Money("5", "EUR"), "EUR")
    assert (taken.opened, taken.closed, taken.kind) == (date(2026, 3, 31), date(2026, 3, 31), StatementKind.STATEMENT)


def test_every_statement_of_a_file_is_read_with_or_without_a_dash_between():
    one, two = statement(), statement(number="00008/001")
    assert [each.sequence for each in read(one + two)] == ["00007/001", "00008/001"]
    assert len(read(one.replace("\n-\n", "\n") + two)) == 2


@pytest.mark.parametrize(
    "header",
    ["{1:F01BANKDEFF}{2:I940}{4:\n", "0000 01INGBNL2AXXXX00001\n940 00\n", "ABNANL2A\n940\n\n", ":940:\n", "\x01\n"],
)
def test_the_headers_of_the_transport_are_passed_over(header):
    assert only(header + statement()).account == "DE89370400440532013000"


@pytest.mark.parametrize("end", ["-}{5:{CHK:1}}", "-\x03", "-XXX", "-  "])
def test_a_statement_ends_with_a_dash_and_what_the_transport_adds(end):
    assert len(read(statement().replace("\n-\n", f"\n{end}\n") + statement(number="8/1"))) == 2


def test_a_line_that_belongs_to_no_statement_is_refused():
    fault = fault_of("What a day!\n" + statement())
    assert (fault.code, fault.path) == ("MT940_FIELD", "march.sta line 1")


def test_a_transaction_outside_of_a_statement_is_refused():
    fault = fault_of(statement() + line(PLAIN))
    assert (fault.code, fault.message) == ("MT940_FIELD", "a field :61: stands outside of any statement")


def test_a_field_in_the_wrong_place_is_refused():
    fault = fault_of(statement(line(PLAIN), ":25:166?00GUTSCHRIFT"))
    assert (fault.code, fault.message) == ("MT940_FIELD", ":25: may not stand behind :61:")
    assert fault.path == "march.sta line 6 :25:"


def test_a_field_that_stands_twice_is_refused():
    assert fault_of(statement(":60F:C260331EUR0,")).code == "MT940_FIELD"


def test_a_text_without_a_statement_line_is_refused():
    assert fault_of(statement(":86:hello")).message == "a text :86: belongs to no statement line"


def test_a_text_behind_the_closing_balance_is_for_people():
    assert only(statement().replace("\n-\n", "\n:64:C260331EUR0,\n:86:call us\n-\n")).transactions == ()


def test_a_time_cut_in_two_is_no_field():
    cut = statement(line("2603310331D6,00NMSCNONREF", "106?00CARD?20AT 16", ":20:37 IN TOWN"), closing="-6")
    assert "".join(only(cut).transactions[0].text) == "AT 16:20:37 IN TOWN"


def test_what_no_swift_field_is_called_is_a_piece_of_the_text():
    (row,) = only(statement(line(PLAIN, "106?00CARD?20AT 12", ":26:37 o'clock"), closing="10")).transactions
    assert row.text == ("AT 12:26:37 o'clock",)


def test_a_file_without_a_statement_is_refused():
    assert fault_of("1\n2\n3\n").code == "NO_STATEMENT"


@pytest.mark.parametrize(
    ("gone", "code", "message"),
    [
        (":60F:C260331EUR0\n", "STATEMENT_BALANCE", "there is no opening balance (60F or 60M)"),
        (":62F:C260331EUR0\n", "STATEMENT_BALANCE", "there is no closing balance (62F or 62M)"),
        (":25:DE89370400440532013000\n", "MT940_MISSING", "there is no account (:25:)"),
    ],
)
@pytest.mark.parametrize("check", [True, False])
def test_what_a_statement_must_have_is_asked_for(gone, code, message, check):
    text = statement().replace("EUR0,00", "EUR0")
    assert gone in text
    fault = fault_of(text.replace(gone, ""), check=check)
    assert (fault.code, fault.message) == (code, message)


def test_a_balance_that_does_not_tie_refuses_the_statement():
    text = statement(line(PLAIN), closing="11")
    fault = fault_of(text)
    assert (fault.code, fault.facts["difference"]) == ("STATEMENT_BALANCE", "1.00 EUR")
    assert len(only(text, check=False).transactions) == 1


@pytest.mark.parametrize(
    ("written", "code"),
    [
        ("C260331XXQ0,", "CURRENCY_UNKNOWN"),
        ("C260331105000,00", "MT940_BALANCE"),
        ("C260332EUR0,", "DATE_FORMAT"),
        ("C260331EUR0,001", "MONEY_TOO_PRECISE"),
        ("C260331EUR1,0,0", "NUMBER_FORMAT"),
        ("0,", "MT940_BALANCE"),
    ],
)
def test_a_balance_that_is_none_is_refused_with_its_place(written, code):
    fault = fault_of(statement().replace(":60F:C260331EUR0,00", f":60F:{written}"))
    assert (fault.code, fault.path) == (code, "march.sta line 4 :60F:")


def test_a_balance_may_have_zeros_before_and_behind():
    assert only(statement().replace("C260331EUR0,00", "C260331EUR0000000000000000,000")).opening == Money("0", "EUR")


def test_a_currency_behind_the_account_number_is_no_part_of_it():
    assert only(statement(account="1291.99.348EUR")).account == "1291.99.348"
    assert only(statement(account="1291.99.348EUR", currency="USD")).account == "1291.99.348EUR"


def test_an_account_that_cannot_be_seen_is_refused():
    fault = fault_of(statement(account="12\u200b3"))
    assert (fault.code, fault.path) == ("ID_FORMAT", "march.sta line 2 :25:")


@pytest.mark.parametrize("number", ["0", "00000/00", ""])
def test_a_bank_that_does_not_count_has_its_statements_named_by_their_content(number):
    one = only(statement(number=number))
    other = only(statement(line("2603310331C1,00NTRFNONREF"), closing="1", number=number))
    assert one.statement_id.startswith("2026-03-31..2026-03-31 ")
    assert one.statement_id == only(statement(number=number)).statement_id != other.statement_id
    assert one.sequence == ""


def test_pages_of_a_statement_go_on_from_each_other():
    pages = statement(line(PLAIN), closing="10", number="7/1", tags=("60F", "62M")) + statement(
        line(PLAIN), opening="10", closing="20", number="7/2", tags=("60M", "62F")
    )
    assert [each.statement_id for each in read(pages)] == ["7/1", "7/2"]


@pytest.mark.parametrize(("opening", "tag"), [("11", "60M"), ("10", "60F")])
def test_a_page_that_does_not_go_on_is_refused(opening, tag):
    first = statement(line(PLAIN), closing="10", number="7/1", tags=("60F", "62M"))
    second = statement(opening=opening, closing=opening, number="7/2", tags=(tag, "62F"))
    fault = fault_of(first + second)
    assert (fault.code, fault.message) == ("STATEMENT_SEQUENCE", "page 7/2 does not go on from page 7/1")
    assert len(read(first + second, check=False)) == 2


def test_the_faults_of_every_statement_and_line_are_named():
    text = statement(line("x"), line("y")) + statement(closing="1")
    assert [fault.code for fault in faults_of(text)] == ["MT940_LINE", "MT940_LINE", "STATEMENT_BALANCE"]


def test_a_report_has_no_balances_and_the_totals_are_compared():
    text = report(line(PLAIN), line("2603310331D3,NTRFNONREF"), totals=(":90D:1EUR3,", ":90C:1EUR10,"))
    taken = only(text)
    assert (taken.kind, taken.opening, taken.closing) == (StatementKind.INTRADAY, None, None)
    assert (taken.statement_id, taken.closed) == ("00007/001 2603311200+0100", date(2026, 3, 31))
    fault = fault_of(text.replace(":90C:1EUR10,", ":90C:2EUR10,"))
    assert fault.message == "the total says 2 of 10.00 EUR, the lines make 1 of 10.00 EUR"
    assert len(only(text.replace(":90C:1", ":90C:2"), check=False).transactions) == 2


def test_a_report_without_a_time_covers_the_days_of_its_lines():
    taken = only(report(line(PLAIN), line("2603300330C1,NTRFNONREF"), time=""))
    assert (taken.opened, taken.closed) == (date(2026, 3, 30), date(2026, 3, 31))
    assert fault_of(report(time="")).code == "MT940_MISSING"


def test_a_report_has_its_currency_from_its_floor_limit_or_its_totals():
    assert only(report(floor="SEKD0,00")).currency == "SEK"
    assert only(report(floor="", totals=(":90C:0SEK0,",))).currency == "SEK"
    assert fault_of(report(floor="")).message == "there is no currency (:34F:, :90D:, :90C:)"
    assert fault_of(report(floor="XXQ0,")).code == "CURRENCY_UNKNOWN"


@pytest.mark.parametrize(("wrong", "code"), [(":90C:EUR0,", "MT940_TOTAL"), (":90C:1XXQ1,", "CURRENCY_UNKNOWN")])
def test_a_total_that_is_none_is_refused(wrong, code):
    assert fault_of(report(totals=(wrong,))).code == code


def test_a_report_of_no_day_is_refused():
    assert fault_of(report(time="2613311200")).code == "DATE_FORMAT"
    assert fault_of(report(time="noon")).code == "MT940_MISSING"


def test_an_expected_or_empty_amount_is_not_cash():
    taken = only(report(line("2603310331EC10,00NTRFNONREF//B1"), line("2603310331C0,00NTRFNONREF//B2")))
    assert taken.not_cash == (
        NotCash("EXPECTED", Money("10", "EUR"), True, "B1"),
        NotCash("BOOK", Money("0", "EUR"), True, "B2"),
    )


@pytest.mark.parametrize(
    ("data", "code"),
    [
        (b"\x00", "FILE_ENCODING"),
        (":20:A\n".encode("utf-16"), "FILE_ENCODING"),
        (b" " * (20 * 2**20 + 1), "FILE_TOO_LARGE"),
        (b"\n" * 500_001, "FILE_TOO_LARGE"),
        (b"", "NO_STATEMENT"),
    ],
    ids=["nul", "utf-16", "large", "lines", "empty"],
)
def test_a_hostile_file_is_refused(data, code):
    with pytest.raises(Invalid) as refused:
        read_mt940(data)
    assert [fault.code for fault in refused.value.faults] == [code]


def test_letters_are_read_in_utf_8_or_windows_1252_or_the_encoding_that_is_known():
    text = statement(line(PLAIN, "Gebühr"), closing="10")
    for data in (text.encode(), text.encode("utf-8-sig"), text.encode("cp1252")):
        assert read_mt940(data)[0].transactions[0].text == ("Gebühr",)
    assert read_mt940(text.encode("cp850"), encoding="cp850")[0].transactions[0].text == ("Gebühr",)
    assert read_mt940(text.encode("cp850"))[0].transactions[0].text == ("Geb\ufffdhr",)
    with pytest.raises(Invalid, match="FILE_ENCODING"):
        read_mt940(text.encode("cp1252"), encoding="utf-8")
    with pytest.raises(Invalid, match="FILE_ENCODING"):
        read_mt940(text.encode(), encoding="no-such")


def test_a_field_of_too_many_lines_is_refused():
    assert fault_of(statement(line(PLAIN, *["x"] * 1_001))).message == "the field has more than 1000 lines"
