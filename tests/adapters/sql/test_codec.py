"""States and events as JSON: nothing is lost, old documents load, unknown ones are refused."""

import json
from collections.abc import Mapping
from datetime import UTC, date, datetime
from decimal import Decimal
from enum import StrEnum
from typing import Any, NewType

import pytest
from attrs import Factory, field, frozen
from hypothesis import given
from hypothesis import strategies as st

from otcore.adapters.sql.codec import Codec
from otcore.ports.kinds import Kind
from otcore.testing import strategies as values
from otcore.testing.tally import TALLY, Part, Tally, TallyClosed, TallyStatus
from otcore.values.facets import Facets
from otcore.values.faults import Invalid
from otcore.values.money import Money
from otcore.values.percentage import Percentage
from otcore.values.price import UnitPrice
from otcore.values.quantity import Quantity
from otcore.values.tax import TaxCategory

Sku = NewType("Sku", str)


class Colour(StrEnum):
    RED = "red"


@frozen
class Circle:
    radius: Decimal


@frozen
class Square:
    side: int
    colour: Colour = Colour.RED


@frozen
class Everything:
    """One field of every type that a state may have."""

    sku: Sku
    flag: bool
    count: int
    number: Decimal
    money: Money
    day: date
    at: datetime
    colour: Colour
    shape: Circle | Square
    perhaps_shape: Circle | Square | None
    perhaps_day: date | None
    perhaps_text: str | None
    shapes: tuple[Circle | Square, ...]
    pair: tuple[str, Decimal]
    pairs: tuple[tuple[str, tuple[Money, ...]], ...]
    labels: frozenset[Sku]
    prices: Mapping[str, UnitPrice]
    by_colour: Mapping[Colour, date]
    quantity: Quantity
    share: Percentage
    tax: TaxCategory


@frozen
class Happened:
    state: Everything


class Loose:
    """Not an attrs class."""


@frozen
class Vague:
    what: int | Loose


def kind(state: type, *events: type, schema: int = 1) -> Kind[Any]:
    return Kind("thing", state, events, lambda state, event: state, lambda state: Facets(), schema)


THING = kind(Everything, Happened)

shapes = st.builds(Circle, values.decimals()) | st.builds(Square, st.integers())
texts = st.text(st.characters(exclude_categories=()), max_size=5)
everything = st.builds(
    Everything,
    sku=texts.map(Sku),
    flag=st.booleans(),
    count=st.integers(),
    number=st.decimals(allow_nan=False, allow_infinity=False),
    money=values.money(),
    day=values.days(),
    at=st.datetimes(timezones=st.just(UTC)),
    colour=st.sampled_from(Colour),
    shape=shapes,
    perhaps_shape=st.none() | shapes,
    perhaps_day=st.none() | values.days(),
    perhaps_text=st.none() | texts,
    shapes=st.lists(shapes, max_size=3).map(tuple),
    pair=st.tuples(texts, values.decimals()),
    pairs=st.lists(st.tuples(texts, st.lists(values.money(), max_size=2).map(tuple)), max_size=2).map(tuple),
    labels=st.frozensets(texts.map(Sku), max_size=3),
    prices=st.dictionaries(texts, values.unit_prices(), max_size=2),
    by_colour=st.dictionaries(st.sampled_from(Colour), values.days()),
    quantity=values.quantities(),
    share=values.percentages(),
    tax=values.tax_categories(),
)


@given(everything)
def test_what_is_written_is_read_as_it_was(state):
    codec = Codec([THING])
    text = codec.write(state)
    read = codec.read_state(THING, "1", 1, text)
    assert read == state
    assert codec.write(read) == text
    assert codec.read_event(THING, "1", "Happened", 1, codec.write(Happened(state))) == Happened(state)
    assert (type(read.flag), type(read.colour), str(read.number)) == (bool, Colour, str(state.number))


@given(everything)
def test_mappings_that_are_read_cannot_be_changed(state):
    codec = Codec([THING])
    read = codec.read_state(THING, "1", 1, codec.write(state))
    with pytest.raises(TypeError):
        read.prices["key"] = None


def test_money_is_minor_units_and_a_currency_and_decimals_are_strings():
    document = json.loads(Codec().write(Part(Money("12.30", "EUR"), Decimal("1.50"), {"a": "b"})))
    assert document == {"amount": [1230, "EUR"], "share": "1.50", "note": {"a": "b"}}


def test_defaults_are_written_so_that_a_later_release_may_change_them():
    document = json.loads(Codec().write(Tally("a", "", "", None, Money("0", "EUR"))))
    assert document["status"] == "open"
    assert document["day"] is None


def test_a_set_is_written_in_one_order():
    @frozen
    class Tagged:
        tags: frozenset[str]

    assert Codec().write(Tagged(frozenset({"c", "a", "b"}))) == '{"tags":["a","b","c"]}'


def test_a_class_of_several_is_told_by_its_name():
    @frozen
    class Drawn:
        shape: Circle | Square

    drawing = kind(Drawn)
    text = Codec().write(Drawn(Square(3)))
    assert json.loads(text)["shape"] == {"_type": "Square", "side": 3, "colour": "red"}
    assert Codec().read_state(drawing, "1", 1, text) == Drawn(Square(3))


def test_a_member_that_is_missing_gets_the_fields_default():
    @frozen
    class Grown:
        id: str
        colour: Colour = Colour.RED
        parts: tuple[str, ...] = ()
        notes: Mapping[str, str] = field(default=Factory(lambda: {"new": "yes"}))

    grown = kind(Grown)
    assert Codec().read_state(grown, "1", 1, '{"id":"a"}') == Grown("a")


def test_an_inherited_field_is_kept():
    @frozen(slots=False)
    class Base:
        id: str

    @frozen(slots=False)
    class Derived(Base):
        day: date

    derived = kind(Derived)
    text = Codec().write(Derived("a", date(2026, 1, 31)))
    assert Codec().read_state(derived, "1", 1, text) == Derived("a", date(2026, 1, 31))


@pytest.mark.parametrize(
    "text",
    [
        "",
        "{",
        "[]",
        "null",
        '"text"',
        '{"id":"a"}',
        '{"unknown":1}',
        '{"amount":[1,"EUR"],"share":"much","note":{}}',
        '{"amount":[1],"share":"1","note":{}}',
        '{"amount":null,"share":"1","note":{}}',
        '{"amount":[1,"EUR"],"share":"1","note":{},"more":1}',
        '{"amount":[1,"EUR"],"share":"1","note":[]}',
    ],
)
def test_a_document_that_cannot_be_read_is_refused_with_its_place(text):
    with pytest.raises(Invalid) as refused:
        Codec().read_state(kind(Part), "7", 1, text)
    assert [fault.code for fault in refused.value.faults] == ["STORED_DOCUMENT"]
    assert "thing '7'" in str(refused.value)


def test_an_unknown_event_type_is_refused():
    with pytest.raises(Invalid, match=r"STORED_TYPE_UNKNOWN tally 'a': event type 'TallyBurnt' is not known"):
        Codec([TALLY]).read_event(TALLY, "a", "TallyBurnt", 1, "{}")


def test_an_event_of_an_unknown_kind_is_refused():
    with pytest.raises(Invalid, match=r"STORED_KIND_UNKNOWN parcel '7': its kind is not known"):
        Codec([TALLY]).read_stored("parcel", "7", "Sent", 1, "{}")


def test_a_newer_schema_is_refused():
    with pytest.raises(Invalid, match=r"STORED_SCHEMA_NEWER tally 'a': schema 2 was written by a newer release"):
        Codec([TALLY]).read_state(TALLY, "a", 2, "{}")


def test_an_older_document_is_brought_up_to_date_step_by_step():
    third = kind(Square, TallyClosed, schema=3)
    upcasts = {
        ("thing", "", 1): lambda document: {"width": document["size"]},
        ("thing", "", 2): lambda document: {"side": document["width"], "colour": "red"},
    }
    codec = Codec([third], upcasts)
    assert codec.read_state(third, "1", 1, '{"size":3}') == Square(3)
    assert codec.read_state(third, "1", 2, '{"width":3}') == Square(3)
    assert codec.read_state(third, "1", 3, '{"side":3,"colour":"red"}') == Square(3)
    assert codec.read_event(third, "1", "TallyClosed", 1, "{}") == TallyClosed(), "what is not listed kept its shape"


def test_an_unchanged_text_is_read_once():
    codec = Codec([TALLY], remember=2)
    tallies = [Tally(id, "", "", None, Money("0", "EUR")) for id in "abc"]
    texts = [codec.write_state(TALLY, tally) for tally in tallies]
    again = [codec.read_state(TALLY, tally.id, 1, text) for tally, text in zip(tallies, texts, strict=True)]
    assert again == tallies
    assert codec.read_state(TALLY, "c", 1, texts[2]) is codec.read_state(TALLY, "c", 1, texts[2])
    forgetful = Codec([TALLY])
    assert forgetful.read_state(TALLY, "a", 1, texts[0]) is not forgetful.read_state(TALLY, "a", 1, texts[0])


def test_a_field_that_cannot_be_stored_is_refused_when_the_store_is_opened():
    with pytest.raises(TypeError, match="cannot be stored: only classes of attrs can be told apart"):
        Codec([kind(Vague)])


def test_a_not_finite_number_cannot_get_in():
    with pytest.raises(ValueError, match="not JSON compliant"):
        Codec().write(Measured(float("nan")))


@frozen
class Measured:
    by: float


def test_enums_are_their_values():
    assert (
        json.loads(Codec().write(Tally("a", "", "", None, Money("0", "EUR"), status=TallyStatus.CLOSED)))["status"]
        == "closed"
    )
