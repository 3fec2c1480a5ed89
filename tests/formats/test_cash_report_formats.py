import csv
from io import StringIO

from hypothesis import given

from otcore.formats.cash_report import COLUMNS, HEADINGS, cash_csv, cash_rows
from otcore.kpi.cash import cash_report, cash_reports
from tests.formats.hostile import names
from tests.kpi.ledgers import TODAY
from tests.kpi.receipts import receipt

PAID = receipt("R1", "90.00", customer="ACME", paid={"INV-1": "50.00", "INV-2": "30.00"}, reason="OVERPAYMENT")
UNKNOWN = receipt("R2", "1200.00", payer="=HYPERLINK(1)", reason="")


def test_the_csv_has_a_line_a_receipt_with_plain_numbers():
    assert cash_csv(cash_reports([PAID], TODAY)) == (
        "receipt,booked,customer,payer,currency,received,applied,on_account,unidentified,standing,rule,reason,invoices"
        ",unapplied,returned\n"
        "R1,2025-03-31,ACME,Acme Ltd,EUR,90.00,80.00,10.00,0.00,on account,NUMBERS_EXACT_SUM,OVERPAYMENT,"
        "INV-1=50.00 INV-2=30.00,0.00,0.00\n"
    )


def test_the_csv_holds_every_currency():
    reports = cash_reports([PAID, receipt("R3", "5", currency="JPY")], TODAY)
    rows = list(csv.DictReader(StringIO(cash_csv(reports))))
    assert [(row["currency"], row["received"]) for row in rows] == [("EUR", "90.00"), ("JPY", "5")]


def test_the_csv_of_nothing_is_its_header():
    assert cash_csv(()) == ",".join(COLUMNS) + "\n"


def test_a_payers_name_is_no_formula():
    (row,) = csv.DictReader(StringIO(cash_csv(cash_reports([UNKNOWN], TODAY))))
    assert row["payer"] == "'=HYPERLINK(1)"


def test_terminal_rows_end_with_the_totals():
    rows = cash_rows(cash_report([PAID, UNKNOWN], TODAY, "EUR"))
    assert rows == (
        ("Mar 31, 2025", "R1", "ACME", "Acme Ltd", "90.00", "80.00", "10.00", "0.00", "0.00", "0.00", "OVERPAYMENT"),
        ("Mar 31, 2025", "R2", "", "=HYPERLINK(1)", "1,200.00", "0.00", "0.00", "0.00", "1,200.00", "0.00", ""),
        ("Total", "", "", "", "1,290.00", "80.00", "10.00", "0.00", "1,200.00", "0.00", ""),
    )
    assert {len(row) for row in rows} == {len(HEADINGS)}


def test_terminal_rows_say_the_rule_where_nothing_is_special():
    (row, _) = cash_rows(cash_report([receipt("R1", "5", customer="ACME", paid={"A": "5"})], TODAY, "EUR"))
    assert row[-1] == "NUMBERS_EXACT_SUM"


@given(names)
def test_no_payers_name_acts_on_the_terminal(name):
    for row in cash_rows(cash_report([receipt("R1", "5", payer=name)], TODAY, "EUR")):
        assert not any("\x1b" in cell or "\u202e" in cell or "\x07" in cell for cell in row)
