"""CSV under a mapping: columns by name, days, amounts, signs, balances, encodings."""

from datetime import date
from typing import Any

import pytest

from otcore.adapters.statements.csv import CsvMapping, read_csv
from otcore.payments.statement import BankStatement, BankTransaction, NotCash, Returned, StatementKind
from otcore.values import Fault, Invalid, Money

DAY = date(2026, 3, 31)


def mapping(**more: Any) -> CsvMapping:
    plain: dict[str, Any] = {"booked": "day", "account": "DE1", "currency": "EUR", "amount": "amount"}
    return CsvMapping(**plain | more)


def read(text: str, rule: CsvMapping | None = None, check: bool = True) -> tuple[BankStatement, ...]:
    return read_csv(text.encode(), rule or mapping(), "march.csv", check=check)


def rows(text: str, **more: Any) -> tuple[BankTransaction, ...]:
    (taken,) = read(text, mapping(**more))
    return taken.transactions


def fault_of(text: str, **more: Any) -> Fault:
    with pytest.raises(Invalid) as refused:
        read(text, mapping(**more))
    return refused.value.faults[0]


def test_columns_are_found_by_name_and_the_others_left():
    rule = CsvMapping(
        booked="Buchung",
        value_date="Valuta",
        amount="Betrag",
        currency_column="Währung",
        account_column="Konto",
        name="Name",
        counterpart="IBAN",
        text=("Zweck", "Zusatz"),
        reference="Referenz",
        bank_reference="Nr",
        end_to_end="E2E",
        mandate="Mandat",
        code="Art",
        day="%d.%m.%Y",
        decimal=",",
        group=".",
        delimiter=";",
    )
    text = (
        "Konto;Buchung;Valuta;Betrag;Währung;Name;IBAN;Zweck;Zusatz;Referenz;Nr;E2E;Mandat;Art;Saldo\n"
        "DE1;31.03.2026;01.04.2026;1.234,50;EUR;Nobel AB;SE1;INV 4711;thanks;RF1;B1;PO-77;M1;GUT;99\n"
        'DE1;31.03.2026;;-7,00;EUR;"Land;lord";SE2;;;;;;;;98\n'
    )
    (taken,) = read(text, rule)
    assert (taken.account, taken.currency, taken.kind) == ("DE1", "EUR", StatementKind.LISTING)
    assert taken.transactions == (
        BankTransaction(
            amount=Money("1234.50", "EUR"),
            credit=True,
            reversal=False,
            booked=DAY,
            value_date=date(2026, 4, 1),
            bank_reference="B1",
            end_to_end="PO-77",
            payer_name="Nobel AB",
            payer_account="SE1",
            structured_reference="RF1",
            text=("INV 4711", "thanks"),
            mandate="M1",
            code="GUT",
        ),
        BankTransaction(Money("7", "EUR"), False, False, DAY, DAY, payee_name="Land;lord", payee_account="SE2"),
    )


def test_each_account_and_currency_is_a_listing():
    text = "who,what,day,amount\nA,EUR,2026-03-31,1\nB,EUR,2026-03-30,2\nA,USD,2026-03-31,3\nA,EUR,2026-03-29,4\n"
    found = read(text, mapping(account="", currency="", account_column="who", currency_column="what"))
    assert [(each.account, each.currency, len(each.transactions)) for each in found] == [
        ("A", "EUR", 2),
        ("B", "EUR", 1),
        ("A", "USD", 1),
    ]
    assert (found[0].opened, found[0].closed) == (date(2026, 3, 29), DAY)


@pytest.mark.parametrize(
    ("written", "minor"),
    [("10", 1000), ("+10.5", 1050), ("-10.00", -1000), ("10.00-", -1000), ("10.00 +", 1000), ("- 10.5000", -1050)],
)
def test_a_sign_stands_before_or_behind(written, minor):
    assert [row.signed.minor for row in rows(f"day,amount\n2026-03-31,{written}\n")] == [minor]


@pytest.mark.parametrize("written", ["1,5", "1.2.3", "-1-", "1'000", "", "€ 5", "12.345"])
def test_an_amount_that_is_none_is_refused_with_its_line(written):
    fault = fault_of(f'day,amount\n2026-03-31,"{written}"\n')
    assert fault.code in {"NUMBER_FORMAT", "MONEY_TOO_PRECISE"}
    assert fault.path == "march.csv line 2"


@pytest.mark.parametrize(
    ("written", "minor"), [("1.234.567,89", 123456789), ("1234567,89", 123456789), ("234,", 23400)]
)
def test_groups_are_of_three_digits(written, minor):
    text = f"day;amount\n2026-03-31;{written}\n"
    assert rows(text, decimal=",", group=".", delimiter=";")[0].signed.minor == minor
    assert fault_of("day;amount\n2026-03-31;12.34,00\n", decimal=",", group=".", delimiter=";").code == "NUMBER_FORMAT"


@pytest.mark.parametrize(("word", "moves"), [("C", 500), ("Soll", -500)])
def test_a_direction_may_stand_beside_the_amount(word, moves):
    text = f"day,amount,side\n2026-03-31,5,{word}\n"
    assert rows(text, direction="side", debits=("Soll",))[0].signed.minor == moves


@pytest.mark.parametrize(("amount", "word", "code"), [("5", "X", "CSV_DIRECTION"), ("-5", "C", "CSV_AMOUNT")])
def test_a_direction_that_is_none_or_doubled_is_refused(amount, word, code):
    assert fault_of(f"day,amount,side\n2026-03-31,{amount},{word}\n", direction="side").code == code


@pytest.mark.parametrize(
    ("credit", "debit", "minor"), [("5", "", 500), ("", "5", -500), ("", "-5", -500), ("5", "0.00", 500)]
)
def test_credit_and_debit_may_be_columns_of_their_own(credit, debit, minor):
    text = f"day,in,out\n2026-03-31,{credit},{debit}\n"
    assert rows(text, amount="", credit="in", debit="out")[0].signed.minor == minor


@pytest.mark.parametrize(("credit", "debit"), [("5", "5"), ("-5", ""), ("", "")])
def test_an_amount_stands_in_one_of_the_two_columns(credit, debit):
    text = f"day,in,out\n2026-03-31,{credit},{debit}\n"
    assert fault_of(text, amount="", credit="in", debit="out").code == "CSV_AMOUNT"


def test_an_amount_of_zero_is_not_cash():
    (taken,) = read("day,amount\n,0\n2026-03-31,1\n")
    assert taken.not_cash == (NotCash("BOOK", Money("0", "EUR"), True),)


@pytest.mark.parametrize(
    ("day", "written"), [("%d.%m.%Y", "31.03.2026"), ("%m/%d/%y", "3/31/26"), ("%Y%m%d", "20260331")]
)
def test_days_are_read_as_the_mapping_writes_them(day, written):
    assert rows(f"day,amount\n{written},1\n", day=day)[0].booked == DAY


@pytest.mark.parametrize("written", ["31.03.2026", "2026-02-30", "", "2026-03-31 10:00"])
def test_another_day_is_refused(written):
    assert fault_of(f"day,amount\n{written},1\n").code == "DATE_FORMAT"


@pytest.mark.parametrize(
    "text",
    ["day,amount,left\n2026-03-30,1,11\n2026-03-31,-2,9\n", "day,amount,left\n2026-03-31,-2,9\n2026-03-30,1,11\n"],
    ids=["oldest first", "newest first"],
)
def test_a_column_of_balances_proves_the_rows_complete(text):
    (taken,) = read(text, mapping(balance="left"))
    assert (taken.kind, taken.opening, taken.closing) == (
        StatementKind.STATEMENT,
        Money("10", "EUR"),
        Money("9", "EUR"),
    )
    assert [row.signed.minor for row in taken.transactions] == [100, -200]
    taken.check()


def test_a_row_that_was_left_out_is_noticed():
    text = "day,amount,left\n2026-03-30,1,11\n2026-03-31,-2,8\n"
    fault = fault_of(text, balance="left")
    assert (fault.code, fault.path) == ("STATEMENT_BALANCE", "march.csv line 3")
    (taken,) = read(text, mapping(balance="left"), check=False)
    assert (taken.kind, taken.opening) == (StatementKind.LISTING, None)


@pytest.mark.parametrize(
    ("text", "code", "where"),
    [
        ("", "CSV_HEADER", "march.csv line 1"),
        ("day\n2026-03-31\n", "CSV_HEADER", "march.csv line 1"),
        ("day,amount,amount\n", "CSV_HEADER", "march.csv line 1"),
        ("day,amount\n", "NO_STATEMENT", "march.csv"),
        ("day,amount\n,0\n", "NO_STATEMENT", "march.csv line 2"),
        ("day,amount\n2026-03-31,1,2\n", "CSV_CELLS", "march.csv line 2"),
        ('day,amount\n"2026-03-31"x,1\n', "CSV_QUOTES", "march.csv line 2"),
        ('day,amount\n"2026-03-31,1\n', "CSV_QUOTES", "march.csv line 2"),
    ],
)
def test_a_file_that_does_not_fit_is_refused_with_its_place(text, code, where):
    fault = fault_of(text)
    assert (fault.code, fault.path) == (code, where)


def test_the_faults_of_every_row_are_named_and_after_a_hundred_it_is_enough():
    with pytest.raises(Invalid) as refused:
        read("day,amount\n" + "x,1\n" * 200)
    assert len(refused.value.faults) == 100


def test_lines_above_the_header_and_empty_ones_are_passed_over():
    text = "Account DE1\nMarch\nday,amount\n,\n\n2026-03-31,1\n"
    assert len(rows(text, skip=2)) == 1
    assert fault_of("a\nb\nday,amount\nx,1\n", skip=2).path == "march.csv line 4"


def test_an_encoding_may_be_named():
    rule = mapping(name="naïve", encoding="cp850")
    data = "day,amount,naïve\n2026-03-31,1,Müller\n".encode("cp850")
    assert read_csv(data, rule)[0].transactions[0].payer_name == "Müller"
    with pytest.raises(Invalid, match="FILE_ENCODING"):
        read_csv(data, mapping(encoding="utf-8"))


@pytest.mark.parametrize(("account", "code"), [("", "ID_FORMAT"), ("\u200b1", "ID_FORMAT")])
def test_an_account_that_is_none_is_refused(account, code):
    assert fault_of(f"who,day,amount\n{account},2026-03-31,1\n", account="", account_column="who").code == code


def test_a_currency_that_is_none_is_refused():
    assert (
        fault_of("what,day,amount\nXXQ,2026-03-31,1\n", currency="", currency_column="what").code == "CURRENCY_UNKNOWN"
    )


@pytest.mark.parametrize(
    "wrong",
    [
        {"account": ""},
        {"account_column": "a"},
        {"currency": ""},
        {"currency_column": "c"},
        {"amount": ""},
        {"credit": "in", "debit": "out"},
        {"credit": "in"},
        {"amount": "", "credit": "in", "debit": "out", "direction": "side"},
        {"delimiter": ";;"},
        {"decimal": ""},
        {"decimal": ",", "group": ","},
        {"day": "%d.%m"},
        {"day": "%d.%m.%Y %H"},
        {"day": "%d.%d.%Y"},
    ],
)
def test_a_mapping_that_contradicts_itself_is_refused(wrong):
    with pytest.raises(Invalid, match="CSV_MAPPING"):
        mapping(**wrong)


def test_a_row_of_a_kind_that_is_a_return_takes_its_payers_money_back_or_brings_ours():
    rule: dict[str, Any] = {
        "code": "kind",
        "returns": ("RETURN",),
        "name": "who",
        "counterpart": "iban",
        "end_to_end": "e2e",
    }
    text = (
        "day,amount,kind,who,iban,e2e\n"
        "2026-03-31,-5,RETURN,Nobel AB,SE1,PO-77\n"
        "2026-03-31,7,RETURN,Landlord,SE2,\n"
        "2026-03-31,-9,FEE,Bank,,\n"
    )
    back, ours, fee = rows(text, **rule)
    assert (back.credit, back.reversal, back.payer_name, back.payer_account) == (False, True, "Nobel AB", "SE1")
    assert back.returned == Returned("RETURN", "", "PO-77")
    assert (ours.credit, ours.reversal, ours.payer_name, ours.payee_name) == (True, True, "", "Landlord")
    assert (fee.reversal, fee.returned, fee.payee_name) == (False, None, "Bank")


def test_returns_are_told_by_a_column():
    with pytest.raises(Invalid, match="CSV_MAPPING returns are cells of code"):
        mapping(returns=("RETURN",))
