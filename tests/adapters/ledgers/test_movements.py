"""A row a movement: invoices, and what closes them."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from otcore.adapters.ledgers import Layout, Signs
from otcore.receivables.ledger import control, unapplied
from tests.adapters.ledgers.files import EUR, codes, faults, read, rows

HEAD = "date,type,number,applies to,customer,amount,due"
INVOICE = "2026-01-05,invoice,I1,,C1,100,2026-02-04"


def test_a_payment_closes_the_invoice_that_it_names_and_the_rest_is_unapplied():
    assert rows(read(HEAD, INVOICE, "2026-02-01,payment,P1,I1,C1,130,")) == [
        "issued 2026-01-05 100.00 EUR C1 I1",
        "received 2026-02-01 130.00 EUR C1 P1",
        "allocated 2026-02-01 100.00 EUR C1 I1 P1",
    ]


def test_a_payment_that_names_none_is_unapplied_and_may_be_of_nobody_known():
    ledger = read(HEAD, "2026-02-01,payment,,,,30,")
    assert rows(ledger) == ["received 2026-02-01 30.00 EUR line 2"]
    assert str(unapplied(ledger.entries, "EUR")) == "30.00 EUR"


def test_the_column_of_the_invoice_may_be_the_reference():
    head = "date,kind,invoice,customer,amount"
    found = rows(read(head, "2026-01-05,invoice,I1,C1,100", "2026-02-01,payment,I1,,40"))
    assert found[1:] == ["received 2026-02-01 40.00 EUR C1 line 3", "allocated 2026-02-01 40.00 EUR C1 I1 line 3"]


def test_the_order_of_the_lines_makes_no_difference_but_days_do():
    late, early = "2026-02-09,payment,P2,I1,C1,80,", "2026-02-01,payment,P1,I1,C1,70,"
    found = rows(read(HEAD, late, early, INVOICE))
    assert found == rows(read(HEAD, INVOICE, early, late))
    assert found[-1] == "allocated 2026-02-09 30.00 EUR C1 I1 P2"


def test_a_payment_may_come_before_its_invoice():
    assert rows(read(HEAD, "2026-01-02,payment,P1,I1,C1,100,", INVOICE))[1].startswith("allocated 2026-01-02")


def test_a_credit_note_closes_what_it_can_and_the_rest_stands_by_itself():
    found = rows(read(HEAD, INVOICE, "2026-01-20,credit note,G1,I1,C1,120,", "2026-01-21,credit memo,G2,,C1,7,"))
    assert found[1:] == [
        "credited 2026-01-20 100.00 EUR C1 I1 G1",
        "credited 2026-01-20 20.00 EUR C1 G1 G1",
        "credited 2026-01-21 7.00 EUR C1 G2 G2",
    ]


def test_a_negative_invoice_is_a_credit_note():
    found = rows(read(HEAD, INVOICE, "2026-01-20,invoice,I2,I1,C1,-25,"))
    assert found[1:] == ["credited 2026-01-20 25.00 EUR C1 I1 I2"]


def test_a_credit_note_under_the_number_of_its_invoice_closes_that():
    found = rows(read(HEAD, INVOICE, "2026-01-20,credit note,I1,,C1,120,"))
    assert found[1:] == [
        "credited 2026-01-20 100.00 EUR C1 I1 I1 line 3",
        "credited 2026-01-20 20.00 EUR C1 I1 line 3 I1 line 3",
    ]


def test_what_is_given_up_closes_without_cash():
    found = rows(read(HEAD, INVOICE, "2026-02-01,bad debt,,I1,,60,", "2026-02-02,Skonto,,I1,,2,"))
    assert found[1:] == [
        "write_off 2026-02-01 60.00 EUR C1 I1 line 3",
        "discount 2026-02-02 2.00 EUR C1 I1 line 4",
    ]


def test_money_that_went_back_lessens_what_is_unapplied():
    ledger = read(HEAD, "2026-02-01,payment,P1,,C1,30,", "2026-02-09,refund,F1,,C1,-10,")
    assert str(unapplied(ledger.entries, "EUR")) == "20.00 EUR"


def test_payments_may_be_negative_as_accounts_have_them():
    found = rows(read(HEAD, INVOICE, "2026-02-01,payment,P1,I1,C1,-60,", "2026-02-02,write-off,,I1,,-40,"))
    assert found[2] == "allocated 2026-02-01 60.00 EUR C1 I1 P1"
    assert control(read(HEAD, INVOICE, "2026-02-01,payment,P1,I1,C1,-60,").entries, "EUR").minor == 4000


def test_signs_that_differ_have_to_be_explained():
    bounced = (HEAD, INVOICE, "2026-02-01,payment,P1,I1,C1,-60,", "2026-02-05,payment,P2,I1,C1,60,")
    (fault,) = faults(*bounced)
    assert (fault.code, fault.path) == ("SIGNS_MIXED", "line 4")
    assert "--signs plain or accounting" in fault.message
    ledger = read(*bounced, layout=Layout(currency="EUR", signs=Signs.ACCOUNTING))
    assert str(control(ledger.entries, "EUR")) == "100.00 EUR"
    assert str(unapplied(ledger.entries, "EUR")) == "0.00 EUR"


def test_debit_and_credit_are_the_signs_of_accounts():
    head = "Datum;Belegart;Belegnr;Bezug;Konto;Soll;Haben"
    ledger = read(
        head,
        "05.01.2026;RE;I1;;C1;100,00;",
        "01.02.2026;ZE;P1;I1;C1;;60,00",
        "02.02.2026;Skonto;;I1;C1;0,50;2,50",
    )
    assert str(control(ledger.entries, "EUR")) == "38.00 EUR"


def test_a_row_without_debit_and_credit_has_no_amount():
    assert codes("date,kind,invoice,customer,debit", "2026-01-05,invoice,I1,C1,") == [("FIELD_MISSING", "line 2")]


def test_instalments_of_an_invoice_are_one_item():
    ledger = read(HEAD, "2026-01-05,invoice,I1,,C1,50,2026-03-04", INVOICE, "2026-02-01,payment,P1,I1,C1,120,")
    assert rows(ledger)[-1] == "allocated 2026-02-01 120.00 EUR C1 I1 P1"


def test_words_of_a_house_are_explained():
    layout = Layout(currency="EUR", kinds={"Faktura": "invoice"})
    assert read(HEAD, "2026-01-05,faktura,I1,,C1,100,", layout=layout).read == 1


def test_words_that_nobody_knows_are_told_once_each():
    found = faults(HEAD, "2026-01-05,foo,I1,,C1,1,", "2026-01-05,foo,I2,,C1,1,", "2026-01-05,bar,I3,,C1,1,")
    assert [(fault.code, fault.path) for fault in found] == [
        ("KIND_UNKNOWN", "line 2 type"),
        ("KIND_UNKNOWN", "line 4 type"),
    ]
    assert "--kind 'foo'=invoice" in found[0].message


@pytest.mark.parametrize(
    ("line", "code"),
    [
        ("2026-02-01,payment,P1,I9,C1,10,", "REFERENCE_UNKNOWN"),
        ("2026-02-01,write-off,W1,,C1,10,", "REFERENCE_MISSING"),
        ("2026-02-01,write-off,W1,I1,C1,110,", "CLOSES_TOO_MUCH"),
        ("2026-02-01,payment,P1,I1,C1,10 USD,", "CURRENCY_DIFFERS"),
        ("2026-02-01,invoice,I1,,C1,10,2026-02-04", "INVOICE_TWICE"),
        ("2026-02-01,invoice,I1,,C2,10,2026-03-04", "INVOICE_TWICE"),
        ("2026-02-01,invoice,,,C1,10,", "FIELD_MISSING"),
        ("2026-02-01,,I2,,C1,10,", "FIELD_MISSING"),
    ],
)
def test_what_does_not_fit_is_told_with_its_line(line: str, code: str):
    assert [(found, place.split()[1]) for found, place in codes(HEAD, INVOICE, line)] == [(code, "3")] * len(
        codes(HEAD, INVOICE, line)
    )


payments = st.lists(st.tuples(st.sampled_from(["I1", "I2", ""]), st.integers(1, 20_000)), max_size=6)


@given(payments)
def test_no_cent_of_a_payment_is_lost(given_payments: list[tuple[str, int]]):
    lines = [
        f"2026-02-{day:02d},payment,P{day},{name},C1,{minor / 100:.2f},"
        for day, (name, minor) in enumerate(given_payments, 1)
    ]
    ledger = read(HEAD, INVOICE, "2026-01-06,invoice,I2,,C1,50.00,", *lines, layout=EUR)
    paid = sum(minor for _, minor in given_payments)
    assert control(ledger.entries, "EUR").minor - unapplied(ledger.entries, "EUR").minor == 15000 - paid
    assert control(ledger.entries, "EUR").minor >= 0
