"""BAI2: records, their order, counts and control totals, balances, types, funds."""

from datetime import date

import pytest

from otcore.adapters.statements.bai2 import read_bai2
from otcore.payments.statement import BankStatement, BankTransaction, NotCash, Returned, StatementKind
from otcore.values import Fault, Invalid, Money
from tests.adapters.statements.bank_files import BAI2


def usd(text: str) -> Money:
    return Money(text, "USD")


def file(*accounts: str, group: str = "US,BANK,1,260331,,USD,2") -> str:
    """A file of one group whose counts are right and whose control totals are blank."""
    parts = [f"{account}\n49,,{account.count(chr(10)) + 2}/" for account in accounts]
    count = sum(part.count("\n") + 1 for part in parts) + 2
    group_end = f"98,,{len(accounts)},{count}/"
    return "\n".join(["01,BANK,US,260331,0800,1,,,2/", f"02,{group}/", *parts, group_end, f"99,,1,{count + 2}/", ""])


def account(*details: str, summary: str = "") -> str:
    return "\n".join([f"03,123,,{summary}/", *details])


def only(text: str, check: bool = True) -> BankStatement:
    (taken,) = read_bai2(text.encode(), check=check)
    return taken


def row(detail: str) -> BankTransaction:
    return only(file(account(detail))).transactions[0]


def fault_of(text: str, check: bool = True) -> Fault:
    with pytest.raises(Invalid) as refused:
        read_bai2(text.encode(), "march.bai", check=check)
    return refused.value.faults[0]


def test_an_account_with_both_ledger_balances_is_a_statement():
    (taken,) = read_bai2(BAI2)
    assert (taken.account, taken.currency, taken.kind) == ("00123", "USD", StatementKind.STATEMENT)
    assert (taken.opening, taken.closing, taken.opened) == (usd("100"), usd("110"), date(2026, 3, 31))
    assert taken.transactions == (
        BankTransaction(
            amount=usd("10"),
            credit=True,
            reversal=False,
            booked=date(2026, 3, 31),
            value_date=date(2026, 3, 31),
            bank_reference="B1",
            end_to_end="PO-77",
            text=("INV 4711",),
            code="165",
        ),
    )


def test_an_account_without_balances_is_a_listing():
    assert only(file(account())).kind is StatementKind.LISTING
    assert only(file(account(summary="015,500,,"))).closing == usd("5")


def test_an_interim_group_is_a_report_of_the_day():
    taken = only(file(account(summary="010,0,,,015,7,,"), group="US,BANK,1,260331,,USD,3"))
    assert (taken.kind, taken.opening, taken.closing) == (StatementKind.INTRADAY, None, None)


def test_balances_that_do_not_tie_refuse_the_file():
    text = file(account("16,165,1000,,B1,,", summary="010,0,,,015,999,,"))
    fault = fault_of(text)
    assert (fault.code, fault.path) == ("STATEMENT_BALANCE", "march.bai line 3 03")
    assert len(only(text, check=False).transactions) == 1


@pytest.mark.parametrize(
    ("wrong", "right", "code"),
    [
        (b"49,22001,3/", b"49,22000,3/", "STATEMENT_TOTALS"),
        (b"98,22001,1,5/", b"98,22000,1,5/", "STATEMENT_TOTALS"),
        (b"99,22001,1,7/", b"99,22000,1,7/", "STATEMENT_TOTALS"),
        (b"49,22000,4/", b"49,22000,3/", "BAI2_COUNT"),
        (b"98,22000,2,5/", b"98,22000,1,5/", "BAI2_COUNT"),
        (b"98,22000,1,6/", b"98,22000,1,5/", "BAI2_COUNT"),
        (b"99,22000,1,8/", b"99,22000,1,7/", "BAI2_COUNT"),
        (b"99,22000,1,x/", b"99,22000,1,7/", "NUMBER_FORMAT"),
    ],
)
def test_counts_and_control_totals_are_compared(wrong, right, code):
    assert right in BAI2
    text = BAI2.replace(right, wrong).decode()
    assert fault_of(text).code == code
    assert len(only(text, check=False).transactions) == 1


@pytest.mark.parametrize(
    ("text", "code", "where"),
    [
        ("", "NO_STATEMENT", "march.bai"),
        ("hello\n", "BAI2_RECORD", "march.bai line 1"),
        ("88,x/\n", "BAI2_RECORD", "march.bai line 1"),
        ("02,US,BANK,1,260331,,USD,2/\n", "BAI2_STRUCTURE", "march.bai line 1 02"),
        ("01,BANK,US,260331,0800,1,,,2/\n", "BAI2_STRUCTURE", "march.bai line 1 01"),
        ("01,BANK,US,260331,0800,1,,,2/\n16,165,1,,,,\n", "BAI2_STRUCTURE", "march.bai line 2 16"),
        ("01,BANK,US,260331,0800,1,,,2/\n99,0,0,2/\n99,0,0,2/\n", "BAI2_STRUCTURE", "march.bai line 3 99"),
        ("01,BANK,US,260331,0800,1,,,2/\n99,0,0,2/\n", "NO_STATEMENT", "march.bai"),
    ],
)
def test_a_file_that_is_none_is_refused_with_its_place(text, code, where):
    fault = fault_of(text)
    assert (fault.code, fault.path) == (code, where)


@pytest.mark.parametrize(("status", "what"), [("2", "a deletion"), ("4", "a test"), ("9", "of status '9'")])
def test_a_group_that_is_no_update_is_refused_by_name(status, what):
    fault = fault_of(file(account(), group=f"US,BANK,{status},260331,,USD,2"))
    assert (fault.code, fault.message) == ("BAI2_STATUS", f"the group is {what}, which is not taken in")


@pytest.mark.parametrize(
    ("code", "credit"),
    [("100", True), ("399", True), ("400", False), ("699", False), ("920", True), ("959", True), ("960", False)],
)
def test_the_type_code_says_the_direction(code, credit):
    assert row(f"16,{code},100,,,,").credit is credit


def test_a_negative_amount_goes_the_other_way():
    taken = row("16,165,-100,,,,")
    assert (taken.amount, taken.credit) == (usd("1"), False)


@pytest.mark.parametrize("code", ["910", "721", "x"])
def test_a_type_code_of_no_known_direction_is_refused(code):
    assert fault_of(file(account(f"16,{code},100,,,,"))).code == "BAI2_TYPE"


def test_information_and_zero_are_not_cash():
    taken = only(file(account("16,890,,,B1,,look", "16,165,0,,B2,,", "16,165,,,B3,,")))
    assert [each.bank_reference for each in taken.not_cash] == ["B1", "B2", "B3"]
    assert taken.not_cash[0] == NotCash("890", usd("0"), True, "B1")


@pytest.mark.parametrize(
    ("funds", "value"),
    [
        ("V,260401,,", date(2026, 4, 1)),
        ("V,,,", date(2026, 3, 31)),
        ("S,100,0,0,", date(2026, 3, 31)),
        ("D,2,1,50,2,50,", date(2026, 3, 31)),
        ("0,", date(2026, 3, 31)),
    ],
)
def test_the_type_of_funds_takes_its_own_fields(funds, value):
    taken = row(f"16,165,100,{funds}B1,PO-77,text")
    assert (taken.value_date, taken.bank_reference, taken.end_to_end, taken.text) == (value, "B1", "PO-77", ("text",))


@pytest.mark.parametrize(
    ("funds", "code"),
    [("Q,", "BAI2_FUNDS"), ("V,260432,,", "DATE_FORMAT"), ("V,soon,,", "DATE_FORMAT"), ("D,x,", "NUMBER_FORMAT")],
)
def test_funds_of_no_known_type_are_refused(funds, code):
    assert fault_of(file(account(f"16,165,100,{funds}B1,,"))).code == code


def test_a_text_goes_on_in_the_next_records_and_may_hold_commas():
    assert row("16,165,100,,,,INV 1, INV 2\n88,22/03/66\n88,more/").text == ("INV 1, INV 2", "22/03/66", "more")


def test_a_returned_item_is_a_reversal():
    taken = row("16,557,100,,B1,PO-77,RETURN R01 INSUFFICIENT FUNDS")
    assert (taken.reversal, taken.credit, taken.returned) == (True, False, Returned("R01", "", "PO-77"))
    assert row("16,257,100,,,,").returned == Returned()


def test_summaries_go_on_in_the_next_records():
    taken = only(file("03,123,EUR,010,100,,,015,100,,/\n88,,,040,7,2,V,260401,,072,,,"))
    assert (taken.opening, taken.currency) == (Money("1", "EUR"), "EUR")


def test_a_summary_of_no_type_is_refused():
    assert fault_of(file(account(summary="10,100,,"))).code == "BAI2_TYPE"


def test_an_account_has_a_number_and_a_currency():
    assert only(file(account(), group="US,BANK,1,260331,,,2")).currency == "USD"
    assert fault_of(file("03,,,/")).code == "ID_FORMAT"
    assert fault_of(file("03,123,XXQ,/")).code == "CURRENCY_UNKNOWN"


def test_the_faults_of_every_account_are_named():
    wrong = account("16,165,x,,,,")
    with pytest.raises(Invalid) as refused:
        read_bai2(file(wrong, wrong).encode(), check=False)
    assert [fault.code for fault in refused.value.faults] == ["NUMBER_FORMAT", "NUMBER_FORMAT"]


@pytest.mark.parametrize(("day", "code"), [("991231", ""), ("261331", "DATE_FORMAT"), ("", "DATE_FORMAT")])
def test_a_group_has_a_day(day, code):
    text = file(account(), group=f"US,BANK,1,{day},,USD,2")
    if code:
        assert fault_of(text).code == code
    else:
        assert only(text).closed == date(1999, 12, 31)


def test_a_record_of_too_many_continuations_is_refused():
    assert fault_of(file(account("16,165,1,,,," + "\n88,x" * 1_001))).code == "BAI2_RECORD"
