"""Remittance advices as CSV."""

from datetime import date

import pytest

from otcore.adapters.cash_files import Layout
from otcore.adapters.remittance import read_csv_advices
from otcore.values import Invalid
from tests.payments.advices import eur

HEADER = "payment_reference,payer,day,currency,document,paid"


def read(*rows: str, header: str = HEADER, **layout):
    """The advices of a CSV file of these rows."""
    return read_csv_advices("\n".join((header, *rows)).encode(), "a.csv", Layout(**layout)).advices


def faults(*rows: str, header: str = HEADER) -> list[tuple[str, str]]:
    """Codes and places."""
    with pytest.raises(Invalid) as caught:
        read(*rows, header=header)
    return [(fault.code, fault.path) for fault in caught.value.faults]


def test_rows_of_one_payment_are_one_advice():
    one, two = read("P1,Acme,2026-03-02,EUR,I1,10.00", "P2,Acme,2026-03-02,EUR,I3,7.00", "P1,Acme,2026-03-02,EUR,I2,5")
    assert (one.id, one.payment_reference, one.payer, one.day) == ("P1", "P1", "Acme", date(2026, 3, 2))
    assert [(line.document, line.paid) for line in one.lines] == [("I1", eur("10.00")), ("I2", eur("5.00"))]
    assert (one.total, two.total) == (eur("15.00"), eur("7.00"))


def test_everything_that_a_row_may_say():
    header = f"{HEADER},discount,deduction,reason,order,gross,invoice_date,total,iban"
    (one,) = read("P1,Acme,2026-03-02,EUR,I1,87,3,10,damaged,PO-1,100,2026-02-01,87,DE02", header=header)
    (line,) = one.lines
    assert (line.discount, line.deduction, line.reason, line.order) == (eur("3"), eur("10"), "damaged", "PO-1")
    assert (line.stated, line.issued, one.payer_account) == (eur("100"), date(2026, 2, 1), "DE02")


def test_a_mapping_gives_columns_their_meaning_and_amounts_their_form():
    (one,) = read(
        "P1;Acme;2026-03-02;I1;1.234,56",
        header="Zahlung;Wer;Datum;Beleg;Betrag",
        columns={"payment_reference": "Zahlung", "payer": "Wer", "day": "Datum", "document": "Beleg", "paid": "Betrag"},
        currency="EUR",
        decimal_comma=True,
    )
    assert one.total == eur("1234.56")


def test_a_total_that_is_stated_is_checked():
    header = f"{HEADER},total"
    rows = ("P0,Acme,2026-03-02,EUR,I0,1,1", "P1,Acme,2026-03-02,EUR,I1,10,14", "P1,Acme,2026-03-02,EUR,I2,5,14")
    assert faults(*rows, header=header) == [("REMITTANCE_SUM", "a.csv line 3")]


def test_rows_of_one_payment_agree_on_its_total():
    header = f"{HEADER},total"
    rows = ("P1,Acme,2026-03-02,EUR,I1,10,15", "P1,Acme,2026-03-02,EUR,I2,5,")
    assert faults(*rows, header=header) == [("REMITTANCE_TOTAL", "a.csv line 3 total")]


def test_faults_of_a_line_are_told_with_its_line():
    rows = ("P1,Acme,2026-03-02,EUR,I1,10.00", "P1,Acme,2026-03-02,EUR,,5")
    assert faults(*rows) == [("REMITTANCE_DOCUMENT", "a.csv line 3 document")]


def test_currencies_of_one_payment_agree():
    rows = ("P1,Acme,2026-03-02,EUR,I1,10.00", "P1,Acme,2026-03-02,USD,I2,5")
    assert faults(*rows) == [("CURRENCY_MISMATCH", "a.csv line 2")]


@pytest.mark.parametrize(
    ("row", "fault"),
    [
        ("P1,Acme,2026-03-02,EUR,I1,ten", ("NUMBER_FORMAT", "a.csv line 2 paid")),
        ("P1,Acme,02.03.2026,EUR,I1,10", ("DATE_FORMAT", "a.csv line 2 day")),
        ("P1,,2026-03-02,EUR,I1,10", ("FIELD_MISSING", "a.csv line 2")),
        ("P1,Acme,2026-03-02,EUR,I1", ("CSV_CELLS", "a.csv line 2")),
    ],
)
def test_one_wrong_row_refuses_the_file(row, fault):
    assert faults(row, "P2,Acme,2026-03-02,EUR,I1,10") == [fault]


def test_columns_that_are_needed_are_there():
    assert faults("P1,10", header="payment_reference,paid") == [("COLUMN_MISSING", "a.csv line 1")] * 2


def test_what_is_no_csv_is_refused():
    with pytest.raises(Invalid, match=r"a\.csv"):
        read_csv_advices(b"\xff\xfe", "a.csv")
