"""For the reference: shows the fields of attrs classes as the signatures that they are called with.

The documentation is read from the source, which has no `__init__` for them. Not a page; used by mkdocs.yml.
"""

from collections.abc import Iterator
from typing import Any

from griffe import (
    Attribute,
    Class,
    ExprCall,
    ExprKeyword,
    Extension,
    Function,
    Module,
    Object,
    Parameter,
    ParameterKind,
    Parameters,
)


class FieldsInSignatures(Extension):
    """Gives every class below `@frozen` the `__init__` that attrs gives it."""

    def on_package(self, *, pkg: Module, **kwargs: Any) -> None:
        """Called once the package was read."""
        for each in _classes(pkg):
            said = _frozen(each)
            if said is not None and "__init__" not in each.members:
                each.set_member("__init__", _init(each, kw_only="kw_only=True" in said))


def _classes(within: Object) -> Iterator[Class]:
    for member in list(within.members.values()):
        if isinstance(member, Class):
            yield member
        if isinstance(member, Module | Class):
            yield from _classes(member)


def _frozen(cls: Class) -> str | None:
    """How the class is decorated, None when attrs does not make its `__init__`."""
    return next((str(each.value) for each in cls.decorators if str(each.value).split("(")[0] == "frozen"), None)


def _init(cls: Class, kw_only: bool) -> Function:
    kind = ParameterKind.keyword_only if kw_only else ParameterKind.positional_or_keyword
    fields = [
        Parameter(name, annotation=field.annotation, kind=kind, default=_default(field.value))
        for name, field in cls.members.items()
        if isinstance(field, Attribute) and "instance-attribute" in field.labels and field.annotation is not None
    ]
    itself = Parameter("self", kind=ParameterKind.positional_or_keyword)
    return Function("__init__", parent=cls, parameters=Parameters(itself, *fields), returns="None")


def _default(value: Any) -> Any:
    """The default of a field; what stands in `field(...)` for one that says more."""
    if not isinstance(value, ExprCall) or str(value.function) != "field":
        return value
    said = {each.name: each.value for each in value.arguments if isinstance(each, ExprKeyword)}
    return said.get("default", "..." if "factory" in said else None)
