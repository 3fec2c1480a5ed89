"""Customers from JSON and CSV: the same records, the same checks, and every fault with file and place."""

import json

import pytest

from otcore.customers.customer import OnboardCustomer, Profile
from otcore.schemas.inbox import read_customers
from otcore.values import Address, Contact, Identifier, Money, Party, PaymentTerms, Percentage

ACME = {"id": "ACME", "name": "Acme Ltd", "country": "GB", "currency": "GBP"}
FULL = {
    "id": "C-1",
    "name": "Wood & Co",
    "legal_name": "Wood & Co GmbH",
    "tax_id": "DE123456789",
    "company_id": "0204:991-1",
    "endpoint": "0088:7300010000001",
    "identifiers": ["0088:7300010000001", "4711"],
    "street": "Ringstr. 1",
    "additional_street": "Hof 2",
    "city": "Köln",
    "postal_zone": "50667",
    "subdivision": "NW",
    "country": "DE",
    "contact": "Eva",
    "telephone": "+49 221 1",
    "email": "eva@wood.example",
    "currency": "EUR",
    "bank_accounts": ["DE89 3704 0044 0532 0130 00", "12345"],
    "terms_days": 14,
    "end_of_month": True,
    "terms_note": "no discount",
    "credit_limit": "5000",
    "accepts_changes": True,
    "over_delivery": "2.5",
    "delivery_street": "Hafen 3",
    "delivery_city": "Bonn",
    "delivery_postal_zone": "53111",
    "delivery_country": "DE",
}
WOOD = OnboardCustomer(
    "C-1",
    Profile(
        party=Party(
            name="Wood & Co",
            legal_name="Wood & Co GmbH",
            endpoint=Identifier("7300010000001", "0088"),
            identifiers=(Identifier("7300010000001", "0088"), Identifier("4711")),
            tax_id="DE123456789",
            company_id=Identifier("991-1", "0204"),
            address=Address("Ringstr. 1", "Hof 2", "Köln", "50667", "NW", "", "DE"),
            contact=Contact("Eva", "+49 221 1", "eva@wood.example"),
        ),
        currency="EUR",
        terms=PaymentTerms(14, True, "no discount"),
        credit_limit=Money("5000.00", "EUR"),
        bank_accounts=("DE89 3704 0044 0532 0130 00", "12345"),
        delivery=Address(street="Hafen 3", city="Bonn", postal_zone="53111", country="DE"),
        accepts_changes=True,
        over_delivery=Percentage("2.5"),
    ),
)


def as_json(*records):
    return json.dumps({"customers": records}, indent=1).encode()


def as_csv(*records, delimiter=","):
    names = list(dict.fromkeys(name for record in records for name in record))
    rows = [names, *([_cell(record.get(name, "")) for name in names] for record in records)]
    return "".join(delimiter.join(row) + "\n" for row in rows).encode()


def _cell(value):
    text = ";".join(value) if isinstance(value, list) else str(value)
    return f'"{text}"' if any(sign in text for sign in ',;\t"\n') else text


def faults(reading):
    return [(fault.path, fault.code) for fault in reading.faults]


def found(**changes):
    """The codes and members that one changed record is refused for; the same from JSON and from CSV."""
    record = ACME | changes
    in_json, in_csv = (read_customers(make(record), "c") for make in (as_json, as_csv))
    assert not in_json.documents
    assert not in_csv.documents
    pointers = [(fault.code, fault.facts["pointer"].split("/")[3]) for fault in in_json.faults]
    assert pointers == [(fault.code, fault.facts["column"]) for fault in in_csv.faults]
    return pointers


def test_a_full_record_becomes_a_profile():
    assert read_customers(as_json(FULL), "c.json").commands == (WOOD,)


@pytest.mark.parametrize("delimiter", [",", ";", "\t"])
def test_a_row_says_the_same_as_a_record(delimiter):
    reading = read_customers(as_csv(FULL, ACME, delimiter=delimiter), "c.csv")
    assert reading.faults == ()
    assert reading.commands == read_customers(as_json(FULL, ACME), "c.json").commands


def test_a_short_record_has_the_usual_terms():
    (command,) = read_customers(as_json(ACME), "c.json").commands
    profile = Profile(party=Party("Acme Ltd", address=Address(country="GB")), currency="GBP")
    assert command == OnboardCustomer("ACME", profile)


def test_a_document_knows_where_it_stands():
    in_json = read_customers(as_json(ACME, FULL), "c.json").documents
    assert [(each.id, each.source, each.line) for each in in_json] == [("ACME", "c.json", 3), ("C-1", "c.json", 9)]
    in_csv = read_customers(as_csv(ACME, FULL), "c.csv").documents
    assert [(each.id, each.source, each.line) for each in in_csv] == [("ACME", "c.csv", 2), ("C-1", "c.csv", 3)]


def test_good_records_are_taken_and_every_fault_of_the_others_is_told():
    records = (ACME, {"id": "B", "name": " ", "currency": "gbp"}, FULL, ACME | {"id": "D", "credit_limit": "x"})
    reading = read_customers(as_json(*records), "c.json")
    assert [document.id for document in reading.documents] == ["ACME", "C-1"]
    assert faults(reading) == [
        ("c.json line 11 /customers/1/name", "NAME_EMPTY"),
        ("c.json line 9 /customers/1/country", "FIELD_MISSING"),
        ("c.json line 12 /customers/1/currency", "CURRENCY_UNKNOWN"),
        ("c.json line 55 /customers/3/credit_limit", "NUMBER_FORMAT"),
    ]
    assert reading.faults[0].facts == {"file": "c.json", "line": "11", "pointer": "/customers/1/name"}


def test_a_row_is_told_with_line_and_column():
    records = (ACME, ACME | {"id": "B", "name": " ", "country": ""}, ACME | {"id": "C", "street": "one\ntwo"}, ACME)
    reading = read_customers(as_csv(*records), "c.csv")
    assert [document.line for document in reading.documents] == [2, 4]
    assert faults(reading) == [
        ("c.csv line 3 column name", "NAME_EMPTY"),
        ("c.csv line 3 column country", "FIELD_MISSING"),
        ("c.csv line 6 column id", "ID_TWICE"),
    ]
    assert reading.faults[0].facts == {"file": "c.csv", "line": "3", "column": "name"}


def test_an_id_that_came_before_is_a_fault_even_if_its_record_was_bad():
    bad = ACME | {"currency": "XXX"}
    reading = read_customers(as_json(bad, ACME), "c.json")
    assert reading.documents == ()
    assert faults(reading)[1] == ("c.json line 10 /customers/1/id", "ID_TWICE")
    assert "on line 3 before" in reading.faults[1].message


def test_ids_on_one_line_and_ids_that_only_look_different_are_told_too():
    data = json.dumps({"customers": [ACME | {"id": "MÜ"}, ACME | {"id": "MU\u0308"}]}).encode()
    assert faults(read_customers(data, "c.json")) == [("c.json line 1 /customers/1/id", "ID_TWICE")]


@pytest.mark.parametrize("id", [None, 5, ""])
def test_an_id_that_is_none_is_told_each_time(id):
    reading = read_customers(as_json(ACME | {"id": id}, ACME | {"id": id}), "c.json")
    assert len(reading.faults) == 2
    assert "ID_TWICE" not in [fault.code for fault in reading.faults]


@pytest.mark.parametrize(
    ("member", "value", "code"),
    [
        ("id", "a\u200bb", "ID_FORMAT"),
        ("id", " a", "ID_FORMAT"),
        ("name", "a\u202eb", "TEXT_FORMAT"),
        ("name", "x" * 501, "TEXT_TOO_LONG"),
        ("tax_id", "123456789", "TAX_ID_FORMAT"),
        ("company_id", "0204:" + "x" * 101, "ID_FORMAT"),
        ("endpoint", "7300010000001", "ENDPOINT_FORMAT"),
        ("endpoint", ":7300010000001", "ENDPOINT_FORMAT"),
        ("endpoint", "0088:", "ID_FORMAT"),
        ("identifiers", ["0088:1", "x" * 41 + ":1"], "TEXT_TOO_LONG"),
        ("country", "UK of GB", "COUNTRY_FORMAT"),
        ("delivery_country", "gb", "COUNTRY_FORMAT"),
        ("delivery_city", "Bonn", "COUNTRY_FORMAT"),
        ("currency", "XXX", "CURRENCY_UNKNOWN"),
        ("bank_accounts", ["1", "DE88370400440532013000"], "IBAN_CHECK_DIGITS"),
        ("bank_accounts", ["1", "DE8937040044053201300"], "IBAN_FORMAT"),
        ("terms_days", -1, "TERMS_DAYS"),
        ("terms_days", 3651, "TERMS_DAYS"),
        ("terms_note", "x" * 501, "TEXT_TOO_LONG"),
        ("credit_limit", "1e3", "NUMBER_FORMAT"),
        ("credit_limit", "1,5", "NUMBER_FORMAT"),
        ("credit_limit", "-1", "NUMBER_NEGATIVE"),
        ("credit_limit", "1.005", "MONEY_TOO_PRECISE"),
        ("credit_limit", "9" * 20, "MONEY_TOO_LARGE"),
        ("over_delivery", "1001", "PERCENTAGE_RANGE"),
    ],
)
def test_a_wrong_fact_is_told_alike_from_json_and_csv(member, value, code):
    told = {"delivery_city": "delivery_country"}.get(member, member)
    assert found(**{member: value}) == [(code, told)]


def test_the_place_of_a_wrong_item_is_its_own_in_json():
    bad = ACME | {"bank_accounts": ["1", "DE88370400440532013000"]}
    (fault,) = read_customers(as_json(bad), "c.json").faults
    assert fault.facts["pointer"] == "/customers/0/bank_accounts/1"


def test_an_empty_country_of_a_record_is_told():
    assert [fault.code for fault in read_customers(as_json(ACME | {"country": ""}), "c").faults] == ["COUNTRY_FORMAT"]


@pytest.mark.parametrize(
    ("column", "text", "code"),
    [
        ("end_of_month", "yes", "BOOLEAN_EXPECTED"),
        ("end_of_month", "1", "BOOLEAN_EXPECTED"),
        ("terms_days", "30.0", "INTEGER_EXPECTED"),
        ("terms_days", " 30", "INTEGER_EXPECTED"),
        ("terms_days", "9" * 16, "INTEGER_EXPECTED"),
        ("terms_days", "\uff13\uff10", "INTEGER_EXPECTED"),
    ],
)
def test_a_cell_is_as_strict_as_a_member(column, text, code):
    (fault,) = read_customers(as_csv(ACME | {column: text}), "c.csv").faults
    assert (fault.code, fault.facts["column"]) == (code, column)


@pytest.mark.parametrize("text", ["true", "TRUE", "True"])
def test_a_boolean_cell_is_true_or_false_in_any_case(text):
    (command,) = read_customers(as_csv(ACME | {"end_of_month": text}), "c.csv").commands
    assert isinstance(command, OnboardCustomer)
    assert command.profile.terms.end_of_month
