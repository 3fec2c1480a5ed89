"""Columns are found by known names, or by those that are given."""

import pytest

from otcore.adapters.ledgers import Layout
from otcore.adapters.ledgers.names import COLUMNS, KINDS, folded
from tests.adapters.ledgers.files import codes, faults, read

ROW = "R1,K1,2026-01-05,100.00"


@pytest.mark.parametrize(
    "head",
    [
        "Invoice No.,Customer ID,Invoice Date,Open Amount",
        "invoiceNumber,customerID,InvoiceDate,open_amount",
        "INVOICE_ID,CUST_NUMBER,DOCUMENT_DATE,AMOUNT_DUE",
        "Belegnummer,Debitor,Belegdatum,Offener Betrag",
        "Rechnungsnr.,Kundennr.,Rechnungsdatum,Restbetrag",
    ],
)
def test_usual_names_are_known_in_english_and_german(head: str):
    (entry,) = read(head, ROW).entries
    assert (entry.item, entry.party, str(entry.day), entry.amount.minor) == ("R1", "K1", "2026-01-05", 10000)


def test_a_name_means_one_fact():
    every = [folded(name) for names in COLUMNS.values() for name in names]
    assert len(every) == len(set(every))
    words = [folded(word) for words in KINDS.values() for word in words]
    assert len(words) == len(set(words))


def test_columns_that_are_given_go_before_those_that_are_known():
    layout = Layout(currency="EUR", columns={"invoice": "Ref", "open": "Rest"})
    ledger = read("invoice,Ref,customer,date,Rest", "no,R1,K1,2026-01-05,9", layout=layout)
    assert [(entry.item, entry.amount.minor) for entry in ledger.entries] == [("R1", 900)]
    assert ledger.unused == ("invoice",)
    assert ledger.columns == {"invoice": "Ref", "customer": "customer", "date": "date", "open": "Rest"}


def test_a_column_can_be_taken_from_what_it_is_known_for():
    layout = Layout(currency="EUR", columns={"due": "paid on", "paid": ""})
    ledger = read("invoice,customer,date,paid on,open", "R1,K1,2026-01-05,2026-02-05,9", layout=layout)
    assert str(ledger.entries[0].due) == "2026-02-05"
    assert len(ledger.entries) == 1


def test_a_column_that_is_not_there_is_told_with_those_that_are():
    layout = Layout(currency="EUR", columns={"invoice": "Belegnr"})
    (fault,) = faults("Beleg,Kunde,Datum,Offen", ROW, layout=layout)
    assert (fault.code, fault.path) == ("COLUMN_MISSING", "line 1")
    assert "Beleg, Kunde, Datum, Offen" in fault.message


def test_a_column_that_stands_twice_is_refused_where_it_is_needed():
    assert codes("Beleg,Kunde,Datum,Offen,Offen", ROW + ",1") == [("COLUMN_TWICE", "line 1")]
    assert read("Beleg,Kunde,Datum,Offen,Text,Text", ROW + ",a,b").read == 1


def test_facts_that_no_column_says_are_told_together():
    assert codes("Offen,Text", "1,x") == [("COLUMN_MISSING", "line 1")] * 3


def test_a_file_that_does_not_say_what_is_paid_is_refused():
    head = "Rechnung,Kunde,Datum,Betrag"
    (fault,) = faults(head, ROW)
    assert fault.code == "SHAPE_UNKNOWN"
    assert "--shape open" in fault.message


def test_a_ledger_knows_names_groups_and_salespeople():
    ledger = read(
        "invoice,customer,customer name,customer group,salesperson,date,open",
        "R1,K1,Clinic,Clinics,Ana,2026-01-05,1",
        "R2,K2,,,,2026-01-05,1",
        "R3,K1,Clinic North,,Bob,2026-01-06,1",
    )
    assert ledger.names == {"K1": "Clinic"}
    assert ledger.groups == {"K1": "Clinics"}
    assert ledger.salespeople == {"R1": "Ana", "R3": "Bob"}


def test_a_customer_without_an_id_goes_by_its_name():
    ledger = read("invoice,customer name,date,open", "R1,Clinic,2026-01-05,1")
    assert ledger.entries[0].party == "Clinic"
    assert ledger.names == {}
