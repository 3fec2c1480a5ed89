"""The quick writer says what the hooks and `json` say, letter by letter."""

import json
from pathlib import Path

import pytest
from attrs import frozen
from hypothesis import given

from otcore.adapters.sql.codec import STATE, Codec
from otcore.adapters.sql.hooks import converter
from otcore.adapters.sql.writing import Writers
from otcore.ports.aggregates import KINDS
from tests.adapters.sql.test_codec import Circle, Colour, Everything, everything

STORED = Path(__file__).parents[2] / "golden" / "v2"
WRITERS = Writers(converter())


def both_ways(value: object, of: type) -> tuple[str, str]:
    return WRITERS.of(of)(value), WRITERS.clearly(of)(value)


@given(everything)
def test_every_type_is_written_as_the_clear_version_writes_it(state):
    quick, clear = both_ways(state, Everything)
    assert quick == clear


@pytest.mark.parametrize("kind", KINDS, ids=lambda kind: kind.name)
def test_what_stores_hold_is_written_as_the_clear_version_writes_it(kind):
    codec, stored = Codec([kind]), json.loads((STORED / f"{kind.name}.json").read_text(encoding="utf-8"))
    documents = {STATE: stored["state"], **stored["events"]}
    types = {STATE: kind.state, **{event.__name__: event for event in kind.events}}
    for name, document in documents.items():
        text = json.dumps(document["body"])
        value = (
            codec.read_event(kind, "1", name, document["schema"], text)
            if name
            else codec.read_state(kind, "1", document["schema"], text)
        )
        quick, clear = both_ways(value, types[name])
        assert quick == clear


@frozen
class Blank:
    """Nothing to tell."""


@frozen
class Either:
    one: Blank | Circle
    other: Blank | Circle | None
    day: str | None
    names: tuple[str, ...] | None
    no_more: tuple[()]


def test_a_class_without_fields_is_told_apart_by_its_name_alone():
    quick, clear = both_ways(Either(Blank(), None, None, None, ()), Either)
    assert quick == clear
    assert quick.startswith('{"one":{"_type":"Blank"},"other":null,')


@pytest.mark.parametrize(
    ("of", "value"),
    [
        (str, 'a "q" and \u20ac'),
        (int, -7),
        (bool, True),
        (Colour, Colour.RED),
        (str | None, None),
        (str | None, "a"),
        (tuple[Colour | None, ...], (Colour.RED, None)),
        (tuple[int, bool], (1, False)),
        (frozenset[str], frozenset({"b", "a"})),
    ],
)
def test_a_type_by_itself_is_written_too(of, value):
    quick, clear = both_ways(value, of)
    assert quick == clear
