"""How values become plain JSON and come back: hooks for cattrs, each built once a type."""

from collections.abc import Callable, Mapping
from datetime import date, datetime
from decimal import Decimal
from types import MappingProxyType, NoneType, UnionType
from typing import Any, Union, get_args, get_origin

from attrs import has, resolve_types
from cattrs import Converter
from cattrs.gen import make_dict_unstructure_fn

from otcore.adapters.sql.nesting import once_a_class
from otcore.adapters.sql.rebuilding import reader
from otcore.values.money import Money

Read = Callable[[Any, Any], Any]
"""From plain JSON, and the type wanted, to a value."""

Write = Callable[[Any], Any]
"""From a value to plain JSON."""

TAG = "_type"
"""The member that names the class where several are possible."""


def converter() -> Converter:
    """A converter for stored documents. Where several hooks fit a type, the one registered last is taken."""
    made = Converter(detailed_validation=False)
    _classes(made)
    _containers(made)
    _leaves(made)
    return made


def _classes(made: Converter) -> None:
    made.register_structure_hook_factory(has, once_a_class(lambda of: reader(of, made)))
    made.register_unstructure_hook_factory(has, once_a_class(lambda of: _class_writer(made, of)))
    made.register_structure_hook_factory(is_union, lambda of: _union_reader(made, of))
    made.register_unstructure_hook_factory(is_union, lambda of: _union_writer(made, of))


def _containers(made: Converter) -> None:
    made.register_structure_hook_factory(is_list, lambda of: _list_reader(made, of))
    made.register_unstructure_hook_factory(is_list, lambda of: _list_writer(made, of))
    made.register_structure_hook_factory(_is_set, lambda of: _set_reader(made, of))
    made.register_unstructure_hook_factory(_is_set, lambda of: _set_writer(made, of))
    made.register_structure_hook_factory(_is_mapping, lambda of: _mapping_reader(made, of))
    made.register_unstructure_hook_factory(_is_mapping, lambda of: _mapping_writer(made, of))


def _leaves(made: Converter) -> None:
    made.register_structure_hook_func(lambda of: of is Money, lambda value, _: Money.from_minor(value[0], value[1]))
    made.register_unstructure_hook_func(lambda of: of is Money, lambda money: (money.minor, money.currency))
    made.register_structure_hook(Decimal, lambda value, _: Decimal(value))
    made.register_unstructure_hook(Decimal, str)
    made.register_structure_hook(date, lambda value, _: date.fromisoformat(value))
    made.register_unstructure_hook(date, date.isoformat)
    made.register_structure_hook(datetime, lambda value, _: datetime.fromisoformat(value))
    made.register_unstructure_hook(datetime, datetime.isoformat)


def _class_writer(made: Converter, of: Any) -> Write:
    resolve_types(of)
    return make_dict_unstructure_fn(of, made, _cattrs_include_init_false=True, _cattrs_use_alias=False)


def is_union(of: Any) -> bool:
    """Several classes, or one and None."""
    return get_origin(of) in (Union, UnionType)


def is_list(of: Any) -> bool:
    """A tuple of any number of one type."""
    return get_origin(of) is tuple and get_args(of)[1:] == (...,)


def _is_set(of: Any) -> bool:
    return get_origin(of) is frozenset


def _is_mapping(of: Any) -> bool:
    return get_origin(of) in (Mapping, dict)


def _list_reader(made: Converter, of: Any) -> Read:
    inner = get_args(of)[0]
    read = made.get_structure_hook(inner)
    return lambda values, _: tuple([read(value, inner) for value in values])


def _list_writer(made: Converter, of: Any) -> Write:
    write = made.get_unstructure_hook(get_args(of)[0])
    return lambda values: [write(value) for value in values]


def _set_reader(made: Converter, of: Any) -> Read:
    inner = get_args(of)[0]
    read = made.get_structure_hook(inner)
    return lambda values, _: frozenset(read(value, inner) for value in values)


def _set_writer(made: Converter, of: Any) -> Write:
    """Sorted, so that the same state is the same text in every process."""
    write = made.get_unstructure_hook(get_args(of)[0])
    return lambda values: sorted(map(write, values))


def _mapping_reader(made: Converter, of: Any) -> Read:
    key, inner = get_args(of)
    read_key, read = made.get_structure_hook(key), made.get_structure_hook(inner)
    return lambda document, _: MappingProxyType(
        {read_key(name, key): read(value, inner) for name, value in document.items()}
    )


def _mapping_writer(made: Converter, of: Any) -> Write:
    key, inner = get_args(of)
    write_key, write = made.get_unstructure_hook(key), made.get_unstructure_hook(inner)
    return lambda mapping: {write_key(name): write(value) for name, value in mapping.items()}


def _union_reader(made: Converter, of: Any) -> Read:
    found = members(of)
    if len(found) == 1:
        inner, read = found[0], made.get_structure_hook(found[0])
        return lambda value, _: None if value is None else read(value, inner)
    classes = {member.__name__: (made.get_structure_hook(member), member) for member in found}

    def read_tagged(document: Any, _: Any) -> Any:
        if document is None:
            return None
        read, member = classes[document[TAG]]
        return read({name: value for name, value in document.items() if name != TAG}, member)

    return read_tagged


def _union_writer(made: Converter, of: Any) -> Write:
    found = members(of)
    if len(found) == 1:
        write_one = made.get_unstructure_hook(found[0])
        return lambda value: None if value is None else write_one(value)
    writers = {member: made.get_unstructure_hook(member) for member in found}

    def write_tagged(value: Any) -> Any:
        return None if value is None else {TAG: type(value).__name__, **writers[type(value)](value)}

    return write_tagged


def members(of: Any) -> list[Any]:
    """Those of a union, without None; `TypeError` when they cannot be told apart."""
    found = [member for member in get_args(of) if member is not NoneType]
    if len(found) > 1 and not all(map(has, found)):
        raise TypeError(f"{of} cannot be stored: only classes of attrs can be told apart")
    return found
