"""JSON in and out: untrusted documents become commands, commands become JSON, and JSON Schema says which fit."""

from otcore.schemas.commands import COMMANDS
from otcore.schemas.models import command_of, json_schema, model_of, read_json
from otcore.schemas.writing import canonical_json, json_of

__all__ = ["COMMANDS", "canonical_json", "command_of", "json_of", "json_schema", "model_of", "read_json"]
