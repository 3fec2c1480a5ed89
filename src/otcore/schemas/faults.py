"""What pydantic finds, said as our faults; and our faults, said to pydantic."""

from collections.abc import Callable, Iterator, Mapping
from functools import wraps
from typing import Any, ParamSpec, TypeVar

from pydantic import ValidationError
from pydantic_core import ErrorDetails, PydanticCustomError

from otcore.schemas.limits import FAULTS
from otcore.schemas.pointers import pointer
from otcore.values.faults import Fault, Invalid

P = ParamSpec("P")
R = TypeVar("R")

_OURS = "otcore"
_KEY = "[key]"  # what pydantic puts behind the name of a mapping's entry when the name itself is wrong
_OBJECT = ("OBJECT_EXPECTED", "must be an object {...}")
_LIST = ("LIST_EXPECTED", "must be a list [...]")

_CODES: Mapping[str, tuple[str, str]] = {
    "missing": ("FIELD_MISSING", "is required"),
    "extra_forbidden": ("FIELD_UNKNOWN", "is not a field of this document"),
    "string_type": ("TEXT_EXPECTED", 'must be a string; amounts and numbers with decimals too: "12.30"'),
    "string_unicode": ("TEXT_FORMAT", "a lone surrogate is no character"),
    "bool_type": ("BOOLEAN_EXPECTED", "must be true or false"),
    "int_type": ("INTEGER_EXPECTED", "must be a whole number, without quotes"),
    "less_than_equal": ("INTEGER_RANGE", "is too large"),
    "greater_than_equal": ("INTEGER_RANGE", "is too small"),
    "literal_error": ("VALUE_UNKNOWN", "is not one of the values that may stand here"),
    "list_type": _LIST,
    "tuple_type": _LIST,
    "model_type": _OBJECT,
    "dict_type": _OBJECT,
    "too_long": ("LIST_TOO_LONG", "has more items than allowed"),
}


def told(check: Callable[P, R]) -> Callable[P, R]:
    """A check whose `Invalid` pydantic collects with its place, beside all that it finds itself."""

    @wraps(check, updated=())
    def telling(*args: P.args, **kwargs: P.kwargs) -> R:
        try:
            return check(*args, **kwargs)
        except Invalid as error:
            raise PydanticCustomError(_OURS, "invalid", {"faults": error.faults}) from None

    return telling


def faults_of(error: ValidationError) -> tuple[Fault, ...]:
    """Every fault with its JSON pointer; only their number when there are more than `limits.FAULTS`."""
    count = error.error_count()
    if count > FAULTS:
        return (Fault("TOO_MANY_FAULTS", f"{count} faults: this is another kind of document"),)
    return tuple(fault for details in error.errors(include_url=False) for fault in _faults(details))


def _faults(details: ErrorDetails) -> Iterator[Fault]:
    where = pointer(part for part in details["loc"] if part != _KEY)
    if details["type"] == _OURS:
        found: Any = details["ctx"]["faults"]
        yield from (fault.at(where) for fault in found)
        return
    code, message = _CODES.get(details["type"], ("VALUE_REFUSED", details["msg"]))
    yield Fault(code, message, where)
