"""Rebuilds attrs objects from stored documents, without the checks they passed when they were made."""

from collections.abc import Callable
from types import MemberDescriptorType
from typing import Any

from attrs import NOTHING, Attribute, fields, resolve_types
from cattrs import Converter

_PLAIN = (str, int, bool)


def reader(of: Any, made: Converter) -> Callable[[Any, Any], Any]:
    """A function from a document to an object of this class.

    A member that the document lacks gets the field's default; one that the class does not know would be lost, so it is
    a `ValueError`.
    """
    known = fields(resolve_types(of))
    new, count = object.__new__, len(known)
    plain = [(field.name, _putter(of, field.name)) for field in known if _is_plain(field)]
    other = [(field.name, _putter(of, field.name), *_hook(field, made)) for field in known if not _is_plain(field)]

    def read(document: Any, _: Any) -> Any:
        if len(document) != count:
            document = _complete(document, known, made)
        value = new(of)
        for name, put in plain:
            put(value, document[name])
        for name, put, hook, inner in other:
            put(value, hook(document[name], inner))
        return value

    return read


def _is_plain(field: "Attribute[Any]") -> bool:
    return getattr(field.type, "__supertype__", field.type) in _PLAIN


def _hook(field: "Attribute[Any]", made: Converter) -> tuple[Callable[[Any, Any], Any], Any]:
    return made.get_structure_hook(field.type), field.type


def _putter(of: Any, name: str) -> Callable[[Any, Any], None]:
    """Sets a field of a frozen object: by its slot, which is quick, or past the class's own refusal."""
    slot = getattr(of, name, None)
    if isinstance(slot, MemberDescriptorType):
        return slot.__set__
    return lambda value, item: object.__setattr__(value, name, item)


def _complete(document: Any, known: Any, made: Converter) -> Any:
    unknown = document.keys() - {field.name for field in known}
    if unknown:
        raise ValueError(f"unknown members {sorted(unknown)}")
    return {field.name: _default(field, made) for field in known if field.default is not NOTHING} | document


def _default(field: "Attribute[Any]", made: Converter) -> Any:
    factory = getattr(field.default, "factory", None)
    value = field.default if factory is None else factory()
    return made.get_unstructure_hook(field.type)(value)
