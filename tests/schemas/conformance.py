"""A JSON Schema validator for the keywords that the exported schemas use; an unknown keyword is an error."""

import re
from collections.abc import Iterator
from typing import Any

_SILENT = {"$schema", "$defs", "title", "description", "default", "format"}
_TYPES: dict[str, type] = {
    "object": dict,
    "array": list,
    "string": str,
    "null": type(None),
    "boolean": bool,
    "integer": int,
}


def faults(value: Any, schema: dict[str, Any], root: dict[str, Any]) -> list[str]:
    """What a schema has against a value; of a wrong type, the other keywords say nothing."""
    wrong = _type(value, schema["type"], schema, root) if "type" in schema else []
    if wrong:
        return wrong
    return [fault for keyword in schema for fault in _keyword(keyword, value, schema, root)]


def subschemas(schema: Any) -> Iterator[dict[str, Any]]:
    """Every schema inside a schema, itself included."""
    inner = schema.values() if isinstance(schema, dict) else schema if isinstance(schema, list) else ()
    if isinstance(schema, dict):
        yield schema
    for each in inner:
        yield from subschemas(each)


def _keyword(keyword: str, value: Any, schema: dict[str, Any], root: dict[str, Any]) -> list[str]:
    if keyword in _SILENT:
        return []
    return _CHECKS[keyword](value, schema[keyword], schema, root)


def _if(wrong: bool, fault: str) -> list[str]:
    return [fault] if wrong else []


def _ref(value: Any, ref: str, schema: Any, root: dict[str, Any]) -> list[str]:
    return faults(value, root["$defs"][ref.removeprefix("#/$defs/")], root)


def _all_of(value: Any, parts: Any, schema: Any, root: dict[str, Any]) -> list[str]:
    return [fault for part in parts for fault in faults(value, part, root)]


def _any_of(value: Any, parts: Any, schema: Any, root: dict[str, Any]) -> list[str]:
    found = [faults(value, part, root) for part in parts]
    return [] if [] in found else found[0]


def _type(value: Any, name: str, schema: Any, root: Any) -> list[str]:
    right = isinstance(value, _TYPES[name]) and (name == "boolean" or not isinstance(value, bool))
    return _if(not right, f"{value!r} is no {name}")


def _properties(value: dict[str, Any], properties: Any, schema: Any, root: dict[str, Any]) -> list[str]:
    known = [name for name in value if name in properties]
    return [fault for name in known for fault in faults(value[name], properties[name], root)]


def _additional(value: dict[str, Any], allowed: Any, schema: Any, root: dict[str, Any]) -> list[str]:
    others = [name for name in value if name not in schema.get("properties", {})]
    if allowed is False:
        return [f"unknown {name}" for name in others]
    return [fault for name in others for fault in faults(value[name], allowed, root)]


_CHECKS = {
    "$ref": _ref,
    "allOf": _all_of,
    "anyOf": _any_of,
    "type": _type,
    "properties": _properties,
    "additionalProperties": _additional,
    "required": lambda value, names, *_: [f"{name} is missing" for name in names if name not in value],
    "items": lambda value, item, _, root: [fault for each in value for fault in faults(each, item, root)],
    "prefixItems": lambda value, parts, _, root: [
        fault for each, part in zip(value, parts, strict=True) for fault in faults(each, part, root)
    ],
    "maxItems": lambda value, limit, *_: _if(len(value) > limit, "too many items"),
    "minItems": lambda value, limit, *_: _if(len(value) < limit, "too few items"),
    "maxProperties": lambda value, limit, *_: _if(len(value) > limit, "too many members"),
    "maxLength": lambda value, limit, *_: _if(len(value) > limit, "too long"),
    "minLength": lambda value, limit, *_: _if(len(value) < limit, "too short"),
    "pattern": lambda value, pattern, *_: _if(not re.search(pattern, value), f"{value!r} is not {pattern}"),
    "enum": lambda value, values, *_: _if(value not in values, f"{value!r} is not one of {values}"),
    "minimum": lambda value, limit, *_: _if(value < limit, "too small"),
    "maximum": lambda value, limit, *_: _if(value > limit, "too large"),
}
