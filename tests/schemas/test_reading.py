"""One command read from JSON: strictly, and with every fault at its place."""

from collections.abc import Mapping
from decimal import Decimal

import pytest
from attrs import field, frozen

from otcore.orders.commands import CancelOrder, PlaceOrder, ReleaseHold
from otcore.orders.hold import HoldKind
from otcore.payments.recording import RecordReceipt
from otcore.schemas import command_of, json_of, json_schema, model_of, read_json
from otcore.schemas.limits import FAULTS, LIST, LONG_TEXT, TEXT, VALUES
from otcore.stock.commands import ReceiveStock
from otcore.values import Identifier, Invalid, Money, Quantity, UnitPrice

LINE = {"id": "1", "quantity": {"value": "10", "unit": "C62"}}
ORDER = {"order": "A-1", "customer": "acme", "day": "2026-03-31", "currency": "EUR", "lines": [LINE]}


def faults(document, of=PlaceOrder):
    with pytest.raises(Invalid) as error:
        command_of(document, of)
    return [(fault.path, fault.code) for fault in error.value.faults]


def order(**changes):
    return {**ORDER, **changes}


def line(**changes):
    return order(lines=[{**LINE, **changes}])


def test_a_command_reads_as_it_is_written():
    read = command_of(line(price={"amount": "1.50", "currency": "EUR", "per": "100"}), PlaceOrder)
    assert read.lines[0].quantity == Quantity("10", "C62")
    assert read.lines[0].price == UnitPrice("1.50", "EUR", 100)
    assert read.details.reference == ""


def test_money_is_an_amount_as_text_and_a_currency():
    document = {"receipt": "R", "account": "A", "day": "2026-01-02", "amount": {"amount": "12.3", "currency": "EUR"}}
    command = command_of(document, RecordReceipt)
    assert command.amount == Money("12.30", "EUR")
    assert json_of(command)["amount"] == {"amount": "12.30", "currency": "EUR"}


def test_every_fault_is_told_with_its_json_pointer():
    assert faults(
        {
            "order": "",
            "customer": 5,
            "day": "10",
            "currency": "eur",
            "lines": [
                LINE,
                {"id": "2", "quantity": {"value": 1.5, "unit": "pieces"}, "price": {"amount": "-1", "currency": "EUR"}},
                7,
            ],
            "adjustments": {},
            "details": {"unread": [{"path": "/a", "text": "b", "attributes": [["a"], "b", ["a", "b", "c"]]}]},
            "a/b~c": 1,
        }
    ) == [
        ("/order", "ID_FORMAT"),
        ("/customer", "TEXT_EXPECTED"),
        ("/day", "DATE_FORMAT"),
        ("/currency", "CURRENCY_UNKNOWN"),
        ("/lines/1/quantity/value", "TEXT_EXPECTED"),
        ("/lines/1/quantity/unit", "UNIT_FORMAT"),
        ("/lines/1/price/amount", "PRICE_NEGATIVE"),
        ("/lines/2", "OBJECT_EXPECTED"),
        ("/adjustments", "LIST_EXPECTED"),
        ("/details/unread/0/attributes/0/1", "FIELD_MISSING"),
        ("/details/unread/0/attributes/1", "LIST_EXPECTED"),
        ("/details/unread/0/attributes/2", "LIST_TOO_LONG"),
        ("/a~1b~0c", "FIELD_UNKNOWN"),
    ]


def test_a_fault_of_two_facts_together_is_at_their_object():
    assert faults(line(tax={"code": "S", "rate": "0"})) == [("/lines/0/tax", "TAX_RATE")]
    assert faults(line(requested={"start": "2026-02-02", "end": "2026-02-01"})) == [
        ("/lines/0/requested", "PERIOD_ORDER")
    ]
    amount = {"charge": True, "amount": {"amount": "1.001", "currency": "EUR"}}
    assert faults(order(adjustments=[amount])) == [("/adjustments/0/amount", "MONEY_TOO_PRECISE")]


@pytest.mark.parametrize(
    ("value", "code"),
    [
        ("NaN", "NUMBER_NOT_FINITE"),
        ("1e9", "NUMBER_FORMAT"),
        ("1_000", "NUMBER_FORMAT"),
        (" 1", "NUMBER_FORMAT"),
        ("9" * 400, "NUMBER_TOO_LONG"),
        ("0." + "3" * 30, "QUANTITY_TOO_PRECISE"),
        (True, "TEXT_EXPECTED"),
        (None, "TEXT_EXPECTED"),
    ],
)
def test_a_number_is_plain_digits_in_a_string(value, code):
    assert faults(line(quantity={"value": value, "unit": "C62"})) == [("/lines/0/quantity/value", code)]


def test_a_quantity_is_no_zero_with_a_sign():
    assert faults(line(quantity={"value": "-0.00", "unit": "C62"})) == [
        ("/lines/0/quantity/value", "NUMBER_NEGATIVE_ZERO")
    ]


@pytest.mark.parametrize(
    ("day", "code"),
    [
        ("2026-02-29", "DATE_FORMAT"),
        ("20260101", "DATE_FORMAT"),
        ("2026-W01-1", "DATE_FORMAT"),
        ("2026-01-01T00:00:00", "DATE_FORMAT"),
        ("\uff12026-01-01", "DATE_FORMAT"),
        ("0001-01-01", "DATE_RANGE"),
        ("1899-12-31", "DATE_RANGE"),
        ("2201-01-01", "DATE_RANGE"),
        ("9999-12-31", "DATE_RANGE"),
    ],
)
def test_a_date_is_iso_8601_within_three_centuries(day, code):
    assert faults(order(day=day)) == [("/day", code)]


@pytest.mark.parametrize("day", ["1900-01-01", "2024-02-29", "2200-12-31"])
def test_a_date_within_them_is_taken(day):
    assert command_of(order(day=day), PlaceOrder).day.isoformat() == day


@pytest.mark.parametrize("value", [1, 0, "true", None])
def test_a_boolean_is_true_or_false(value):
    assert faults(order(adjustments=[{"charge": value}])) == [("/adjustments/0/charge", "BOOLEAN_EXPECTED")]


def test_a_value_of_an_enumeration_is_one_of_it():
    release = {"order": "A", "kind": "credit", "reason": "paid", "day": "2026-01-02"}
    assert command_of(release, ReleaseHold).kind is HoldKind.CREDIT
    assert faults({**release, "kind": "CREDIT"}, ReleaseHold) == [("/kind", "VALUE_UNKNOWN")]


def test_text_is_normalised_and_ids_too():
    read = command_of(order(order="MU\u0308LLER", details={"note": "fu\u0308r"}), PlaceOrder)
    assert read.order == "MÜLLER"
    assert read.details.note == "für"


@pytest.mark.parametrize("bad", ["a\u202eb", "a\x00b", "\ud800"])
def test_no_text_holds_a_hostile_sign(bad):
    assert faults(order(order=bad)) == [("/order", "ID_FORMAT")]
    assert faults(order(details={"note": bad})) == [("/details/note", "TEXT_FORMAT")]


def test_text_is_bounded_and_notes_are_longer():
    assert faults(order(details={"reference": "x" * (TEXT + 1)})) == [("/details/reference", "TEXT_TOO_LONG")]
    assert len(command_of(order(details={"note": "x" * LONG_TEXT}), PlaceOrder).details.note) == LONG_TEXT
    assert faults(order(details={"note": "x" * (LONG_TEXT + 1)})) == [("/details/note", "TEXT_TOO_LONG")]


def test_an_id_that_may_be_left_out_may_be_empty():
    assert command_of(line(product=""), PlaceOrder).lines[0].product == ""
    assert faults(line(product=" ")) == [("/lines/0/product", "ID_FORMAT")]


def test_a_list_is_bounded():
    assert len(command_of(order(lines=[LINE] * LIST), PlaceOrder).lines) == LIST
    assert faults(order(lines=[LINE] * (LIST + 1))) == [("/lines", "LIST_TOO_LONG")]


def test_a_document_of_endless_values_is_refused_before_they_are_looked_at():
    assert faults(order(lines=[["x"] * VALUES])) == [("", "TOO_MANY_VALUES")]


def test_a_document_of_endless_faults_is_answered_with_their_number():
    assert faults(order(lines=[7] * (FAULTS + 1))) == [("", "TOO_MANY_FAULTS")]
    assert len(faults(order(lines=[7] * FAULTS))) == FAULTS


@pytest.mark.parametrize("document", [None, [], "x", 5, 1.5, True])
def test_a_command_is_an_object(document):
    assert faults(document) == [("", "OBJECT_EXPECTED")]


def test_only_what_json_has_is_taken():
    assert faults(order(order=b"A")) == [("/order", "TEXT_EXPECTED")]


def test_a_name_that_is_no_text_is_refused():
    assert faults(order() | {7: 1}) == [("/7", "VALUE_REFUSED")]


def test_a_card_number_is_refused_in_text_and_not_in_identifiers():
    card = "4111 1111 1111 1111"
    assert faults(order(details={"note": f"pay with {card}"})) == [("/details/note", "CARD_NUMBER")]
    assert faults(order(details={"buyer": {"name": card}})) == [("/details/buyer/name", "CARD_NUMBER")]
    item = {"value": "4111111111111111", "scheme": "0160"}
    assert command_of(line(standard_item=item), PlaceOrder).lines[0].standard_item == Identifier(**item)


def test_json_with_doubts_is_refused_with_them_and_the_other_faults():
    data = b'{"order": "A", "order": "B", "day": NaN, "reason": 5}'
    with pytest.raises(Invalid) as error:
        read_json(data, CancelOrder)
    assert [(fault.path, fault.code) for fault in error.value.faults] == [
        ("/order", "JSON_MEMBER_TWICE"),
        ("/day", "JSON_NOT_FINITE"),
        ("/reason", "TEXT_EXPECTED"),
    ]


def test_json_that_is_right_but_for_a_doubt_is_refused():
    data = b'{"order": "A", "day": "2026-01-02", "reason": "x", "reason": "x"}'
    with pytest.raises(Invalid, match="JSON_MEMBER_TWICE /reason"):
        read_json(data, CancelOrder)


def test_json_reads_as_a_command():
    data = b'{"product": "P", "location": "MAIN", "quantity": {"value": "2", "unit": "C62"}}'
    assert read_json(data, ReceiveStock) == ReceiveStock("P", "MAIN", Quantity("2", "C62"))


def test_a_model_is_derived_once():
    assert model_of(PlaceOrder) is model_of(PlaceOrder)
    assert model_of(PlaceOrder).model_config["extra"] == "forbid"


@frozen
class Shelf:
    stock: Mapping[str, Decimal] = field(factory=dict)
    count: int = 0


def test_a_mapping_has_names_and_values_of_its_types():
    assert command_of({"stock": {"MAIN": "1.5"}, "count": 3}, Shelf) == Shelf({"MAIN": Decimal("1.5")}, 3)
    assert json_of(Shelf({"MAIN": Decimal("1.5")})) == {"stock": {"MAIN": "1.5"}}
    assert faults({"stock": {"": "1", "A": 1}}, Shelf) == [("/stock/", "ID_FORMAT"), ("/stock/A", "TEXT_EXPECTED")]
    assert faults({"stock": []}, Shelf) == [("/stock", "OBJECT_EXPECTED")]
    assert faults({"stock": {str(each): "1" for each in range(101)}}, Shelf) == [("/stock", "LIST_TOO_LONG")]


@pytest.mark.parametrize(
    ("count", "code"),
    [
        (True, "INTEGER_EXPECTED"),
        ("1", "INTEGER_EXPECTED"),
        (1.0, "INTEGER_EXPECTED"),
        (10**15 + 1, "INTEGER_RANGE"),
        (-(10**15) - 1, "INTEGER_RANGE"),
    ],
)
def test_an_integer_is_a_whole_number_of_bounded_size(count, code):
    assert faults({"count": count}, Shelf) == [("/count", code)]


def test_the_schema_of_a_mapping_is_bounded():
    assert json_schema(Shelf)["properties"]["stock"]["maxProperties"] == 100


@frozen
class Weight:
    grams: float


@frozen
class Either:
    one: Quantity | Money


@pytest.mark.parametrize("of", [Weight, Either])
def test_a_class_with_a_field_of_no_json_form_is_a_mistake_of_the_programmer(of):
    with pytest.raises(TypeError, match="has no JSON form"):
        model_of(of)


def test_a_value_of_no_json_form_is_not_written():
    with pytest.raises(TypeError, match="float has no JSON form"):
        json_of(Weight(1.5))
