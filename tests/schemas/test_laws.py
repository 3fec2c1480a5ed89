"""What a command becomes as JSON reads as the same command, and the schema allows it."""

import json

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from otcore.app.routes import COMMANDS as SERVED
from otcore.schemas import COMMANDS, canonical_json, command_of, json_of, json_schema, read_json
from otcore.stock.commands import ReceiveStock
from otcore.values import Quantity
from tests.schemas.conformance import faults, subschemas
from tests.schemas.strategies import instances

every_command = pytest.mark.parametrize("name", COMMANDS)
few = settings(
    max_examples=min(40, settings().max_examples),
    suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large],
)


def test_every_command_that_is_served_can_come_as_json():
    assert set(COMMANDS.values()) == set(SERVED)


@every_command
def test_a_command_is_named_for_its_class(name):
    assert "".join(word.capitalize() for word in name.split("-")) == COMMANDS[name].__name__


@few
@every_command
@given(data=st.data())
def test_command_to_json_to_command_is_equal(name, data):
    command = data.draw(instances(COMMANDS[name]))
    assert read_json(canonical_json(command), COMMANDS[name]) == command


@few
@every_command
@given(data=st.data())
def test_json_to_command_to_json_is_equal(name, data):
    document = json_of(data.draw(instances(COMMANDS[name])))
    assert json_of(command_of(document, COMMANDS[name])) == document


@few
@every_command
@given(data=st.data())
def test_the_schema_allows_what_is_written(name, data):
    command, schema = data.draw(instances(COMMANDS[name])), json_schema(COMMANDS[name])
    assert faults(json_of(command), schema, schema) == []


def test_the_bytes_of_a_command_are_always_the_same():
    command = ReceiveStock("Müll", "MAIN", Quantity("2.50", "C62"))
    expected = '{"location":"MAIN","product":"Müll","quantity":{"unit":"C62","value":"2.50"}}'
    assert canonical_json(command) == expected.encode()


@every_command
def test_the_schema_bounds_every_string_list_and_object(name):
    for schema in subschemas(json_schema(COMMANDS[name])):
        if schema.get("type") == "string":
            assert schema.keys() & {"maxLength", "enum", "const"}
        if schema.get("type") == "array":
            assert "maxItems" in schema
        if schema.get("type") == "object":
            assert schema["additionalProperties"] is False or "maxProperties" in schema


@every_command
def test_the_schema_is_plain_json_and_says_its_dialect(name):
    schema = json_schema(COMMANDS[name])
    assert json.loads(json.dumps(schema)) == schema
    assert schema["$schema"] == "https://json-schema.org/draft/2020-12/schema"
