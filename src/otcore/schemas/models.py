"""Strict pydantic models, derived from the attrs classes: one definition a command."""

from collections.abc import Collection, Mapping
from decimal import Decimal
from inspect import cleandoc
from types import GenericAlias, NoneType, UnionType
from typing import Annotated, Any, ForwardRef, TypeVar, Union, get_args, get_origin

from attrs import NOTHING, Attribute, fields, frozen, has, resolve_types
from pydantic import (
    AfterValidator,
    BaseModel,
    BeforeValidator,
    ConfigDict,
    Field,
    TypeAdapter,
    ValidationError,
    conlist,
    create_model,
)

from otcore.schemas.faults import faults_of, told
from otcore.schemas.json_text import json_text
from otcore.schemas.leaves import Spot, leaf
from otcore.schemas.limits import LIST, MEMBERS, VALUES
from otcore.schemas.writing import default_of, json_of
from otcore.values.faults import Fault, Invalid
from otcore.values.money import Money

T = TypeVar("T")

_DIALECT = "https://json-schema.org/draft/2020-12/schema"
_MODELS: dict[Any, type[BaseModel]] = {}
_MAKING: set[Any] = set()
_ADAPTERS: dict[Any, TypeAdapter[Any]] = {}


@frozen
class Amount:
    """A sum of money: a string with no more decimals than the currency has, and an ISO 4217 code."""

    amount: Decimal
    currency: str

    def money(self) -> Money:
        """The value it stands for."""
        return Money(self.amount, self.currency)


def read_json(data: bytes, of: type[T]) -> T:
    """A value from a JSON document. Raises `Invalid` with every fault: path (a JSON pointer), code, message."""
    read = json_text(data)
    return command_of(read.value, of, read.faults)


def command_of(document: Any, of: type[T], doubts: Collection[Fault] = ()) -> T:
    """A value of an attrs class from what a JSON reader found, with the reader's own `doubts`.

    Raises `Invalid` with every fault; the codes of the value's own constructors among them.
    """
    _bounded(document)
    try:
        value: T = _adapter(of).validate_python(document)
    except ValidationError as error:
        doubted = {doubt.path for doubt in doubts}
        raise Invalid(*doubts, *(fault for fault in faults_of(error) if fault.path not in doubted)) from None
    if doubts:
        raise Invalid(*doubts)
    return value


def json_schema(of: type[Any]) -> dict[str, Any]:
    """The JSON Schema (draft 2020-12) of the documents that `command_of` reads.

    It cannot say everything: what fits is within the schema, not all within the schema fits (a currency's decimals).
    """
    return {"$schema": _DIALECT, **_adapter(of).json_schema()}


def model_of(of: type[Any]) -> type[BaseModel]:
    """The strict model of an attrs class: the same fields, unknown ones refused, every string and list bounded.

    Raises `TypeError` for a field whose type has no JSON form.
    """
    if of not in _MODELS:
        _MAKING.add(of)
        model = _derived(resolve_types(of))
        _MAKING.remove(of)
        # Only now can it be found by a class that holds objects of itself.
        model.model_rebuild(_types_namespace={of.__name__: model})
        _MODELS[of] = model
    return _MODELS[of]


def _derived(of: type[Any]) -> type[BaseModel]:
    config = ConfigDict(
        title=of.__name__,
        strict=True,
        extra="forbid",
        frozen=True,
        json_schema_extra={"description": cleandoc(of.__doc__ or "")},
    )
    members: dict[str, Any] = {each.name: _member(each) for each in fields(of)}
    model: type[BaseModel] = create_model(of.__name__, __config__=config, __module__=of.__module__, **members)
    return model


def _adapter(of: type[Any]) -> TypeAdapter[Any]:
    if of not in _ADAPTERS:
        _ADAPTERS[of] = TypeAdapter(_wire(of, Spot("")))
    return _ADAPTERS[of]


def _member(attribute: "Attribute[Any]") -> tuple[Any, Any]:
    default = default_of(attribute)
    return _wire(attribute.type, Spot.of(attribute)), Field() if default is NOTHING else Field(default=json_of(default))


def _wire(of: Any, spot: Spot) -> Any:
    """The pydantic type that reads the JSON form of a type and gives its value."""
    found = leaf(of, spot)
    if found is not None:
        return found
    if of is Money:
        return Annotated[_wire(Amount, spot), AfterValidator(told(Amount.money))]
    if has(of):
        return _object(of)
    return _container(of, spot)


def _object(of: type[Any]) -> Any:
    def build(model: BaseModel) -> Any:
        return of(**{name: getattr(model, name) for name in model.model_fields_set})

    model: Any = ForwardRef(of.__name__) if of in _MAKING else model_of(of)
    return Annotated[model, AfterValidator(told(build))]


def _container(of: Any, spot: Spot) -> Any:
    origin, inner = get_origin(of), get_args(of)
    if origin in (Union, UnionType) and inner[1:] == (NoneType,):
        return _wire(inner[0], spot) | None
    if origin is tuple and inner[1:] == (...,):
        return Annotated[conlist(_wire(inner[0], spot.inner()), max_length=LIST), AfterValidator(tuple)]
    if origin is tuple:
        parts = tuple(_wire(each, spot.inner()) for each in inner)
        return Annotated[GenericAlias(tuple, parts), BeforeValidator(_listed)]
    if origin is Mapping:
        entry = tuple(_wire(each, spot.inner()) for each in inner)
        return Annotated[GenericAlias(dict, entry), Field(max_length=MEMBERS)]
    raise TypeError(f"{of} has no JSON form")


def _listed(value: object) -> object:
    """A JSON list as a tuple: pydantic is strict about which is which."""
    return tuple(value) if isinstance(value, list) else value


def _bounded(document: Any) -> None:
    """Refuse what has more values than a command can have, before anything looks at each of them."""
    count, left = 0, [document]
    while left:
        value = left.pop()
        inner = value.values() if isinstance(value, dict) else value if isinstance(value, list) else ()
        count += len(inner)
        if count > VALUES:
            raise Invalid.one("TOO_MANY_VALUES", f"more than {VALUES} values in one document", limit=VALUES)
        left.extend(inner)
