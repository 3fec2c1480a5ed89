"""A row an invoice: what is open of it, or the day it was paid."""

from hypothesis import given
from hypothesis import strategies as st

from otcore.adapters.ledgers import Layout, Shape
from otcore.receivables.ledger import control, unapplied
from tests.adapters.ledgers.files import codes, read, rows

PAID = "invoice,customer,date,due,amount,paid on"
OPEN = "invoice,type,customer,date,due,amount,open"


def test_an_invoice_that_was_paid_is_money_in_and_its_allocation_on_that_day():
    ledger = read(PAID, "I1,C1,2026-01-05,2026-02-04,100,2026-02-10")
    assert rows(ledger) == [
        "issued 2026-01-05 100.00 EUR C1 I1",
        "received 2026-02-10 100.00 EUR C1 I1",
        "allocated 2026-02-10 100.00 EUR C1 I1 I1",
    ]
    assert str(ledger.entries[0].due) == "2026-02-04"
    assert (ledger.shape, ledger.sales_known, ledger.days_known) == (Shape.INVOICES, True, True)


def test_a_negative_invoice_is_a_credit_note():
    ledger = read(PAID, "I1,C1,2026-01-05,,100,2026-02-10", "G1,C1,2026-01-20,,-30,2026-02-10", "G2,C1,2026-01-21,,-5,")
    assert rows(ledger)[3:] == [
        "credited 2026-01-20 30.00 EUR C1 G1",
        "received 2026-02-10 -30.00 EUR C1 G1",
        "allocated 2026-02-10 -30.00 EUR C1 G1 G1",
        "credited 2026-01-21 5.00 EUR C1 G2",
    ]
    assert str(control(ledger.entries, "EUR")) == "-5.00 EUR"


def test_a_credit_note_is_known_by_its_kind_whatever_its_sign():
    ledger = read(OPEN, "G1,Gutschrift,C1,2026-01-05,,30,10", "G2,credit note,C1,2026-01-05,,-30,-10")
    assert str(control(ledger.entries, "EUR")) == "-20.00 EUR"


def test_a_list_of_open_items_knows_neither_sales_nor_days():
    ledger = read("invoice,customer,date,open", "I1,C1,2026-01-05,100", "I2,C1,2026-01-06,50")
    assert str(control(ledger.entries, "EUR")) == "150.00 EUR"
    assert not ledger.sales_known
    assert ledger.days_known


def test_what_was_paid_on_no_day_is_booked_with_its_invoice():
    ledger = read(OPEN, "I1,RV,C1,2026-01-05,,100,40", "I2,RV,C1,2026-01-05,,50,0")
    assert rows(ledger)[:3] == [
        "issued 2026-01-05 100.00 EUR C1 I1",
        "received 2026-01-05 60.00 EUR C1 I1",
        "allocated 2026-01-05 60.00 EUR C1 I1 I1",
    ]
    assert ledger.sales_known
    assert not ledger.days_known


def test_a_part_that_was_paid_has_its_day():
    ledger = read(PAID + ",open", "I1,C1,2026-01-05,,100,2026-02-10,40")
    assert rows(ledger)[1] == "received 2026-02-10 60.00 EUR C1 I1"
    assert ledger.days_known


def test_a_payment_among_open_items_is_unapplied():
    ledger = read(OPEN, "P1,payment,C1,2026-01-05,,-100,-40", "P2,DZ,C1,2026-01-05,,-9,0")
    assert rows(ledger) == ["received 2026-01-05 40.00 EUR C1 P1"]
    assert str(unapplied(ledger.entries, "EUR")) == "40.00 EUR"


def test_a_number_with_another_due_date_is_another_instalment():
    ledger = read(
        PAID + ",salesperson",
        "I1,C1,2026-01-05,2026-02-05,50,2026-02-05,Ana",
        "I1,C1,2026-01-05,2026-03-05,50,,Bob",
        "I1,C1,2026-01-05,2026-04-05,50,,Bob",
    )
    items = [entry.item for entry in ledger.entries if entry.kind == "issued"]
    assert items == ["I1", "I1 (2)", "I1 (3)"]
    assert ledger.salespeople == {"I1": "Ana", "I1 (2)": "Bob", "I1 (3)": "Bob"}


def test_a_number_that_comes_again_otherwise_is_refused():
    same_due = (PAID, "I1,C1,2026-01-05,2026-02-05,50,", "I1,C1,2026-01-05,2026-02-05,50,")
    assert codes(*same_due) == [("INVOICE_TWICE", "line 3")]
    assert codes(PAID, "I1,C1,2026-01-05,,50,", "I1,C2,2026-01-05,2026-02-05,50,") == [("INVOICE_TWICE", "line 3")]


def test_rows_that_contradict_themselves_are_told_all_of_them():
    assert codes(
        OPEN + ",paid on",
        "I1,RV,C1,2026-01-05,,100,120,",
        "I2,RV,C1,2026-01-05,,100,-20,",
        "I3,RV,C1,2026-01-05,,100,100,2026-02-05",
        "I4,RV,C1,2026-01-05,,100 EUR,20 USD,",
        "W1,write-off,C1,2026-01-05,,100,0,",
        "P1,payment,C1,2026-01-05,,100,,2026-01-05",
    ) == [
        ("OPEN_EXCEEDS", "line 2"),
        ("OPEN_EXCEEDS", "line 3"),
        ("PAID_AND_OPEN", "line 4"),
        ("CURRENCY_DIFFERS", "line 5"),
        ("KIND_UNEXPECTED", "line 6"),
        ("KIND_UNEXPECTED", "line 7"),
    ]


def test_what_an_invoice_lacks_is_told_with_its_column():
    assert codes(PAID, ",C1,2026-01-05,,100,", "I2,,2026-01-05,,100,", "I3,C1,,,100,", "I4,C1,2026-01-05,,,") == [
        ("FIELD_MISSING", "line 2 invoice"),
        ("FIELD_MISSING", "line 3 customer"),
        ("FIELD_MISSING", "line 4 date"),
        ("FIELD_MISSING", "line 5 amount"),
    ]


def test_ids_that_are_none_are_told():
    assert codes(PAID, "I\u202e1,C1,2026-01-05,,100,") == [("ID_FORMAT", "line 2 invoice")]


def test_all_of_it_is_open_where_that_is_said():
    ledger = read("invoice,customer,date,amount", "I1,C1,2026-01-05,7", layout=Layout(currency="EUR", shape=Shape.OPEN))
    assert rows(ledger) == ["issued 2026-01-05 7.00 EUR C1 I1"]
    assert not ledger.sales_known


def test_after_a_hundred_faults_it_is_enough():
    found = codes(PAID, *(f"I{number},C1,2026-01-05,,x,," for number in range(150)))
    assert len(found) == 101
    assert found[-1][0] == "TOO_MANY_FAULTS"


amounts = st.integers(1, 10**6)


@given(st.lists(st.tuples(amounts, st.integers(0, 100), st.booleans()), min_size=1, max_size=8))
def test_what_is_open_is_what_the_file_says_is_open(invoices: list[tuple[int, int, bool]]):
    lines, left = [], 0
    for number, (minor, percent, credit) in enumerate(invoices):
        still = minor * percent // 100
        sign = -1 if credit else 1
        left += sign * still
        lines.append(f"I{number},,C1,2026-01-05,,{sign * minor / 100:.2f},{sign * still / 100:.2f}")
    ledger = read(OPEN, *lines, layout=Layout(currency="EUR"))
    assert control(ledger.entries, "EUR").minor == left
    assert unapplied(ledger.entries, "EUR").minor == 0
