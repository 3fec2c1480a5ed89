"""A class with the quicker `__init__` is made, and copied with changes, exactly as attrs does it."""

from inspect import signature
from typing import Any

import attrs
import pytest
from attrs import field, frozen
from hypothesis import given
from hypothesis import strategies as st

from otcore.values.fast_init import changed, fast_init


@frozen
class Plain:
    first: int
    second: str = "two"
    third: tuple[int, ...] = ()


@frozen(kw_only=True)
class Named:
    first: int
    second: str = "two"


@frozen
class Mixed:
    first: int
    second: str = field(default="two", kw_only=True)
    third: int = 3


@frozen
class Nothing:
    """A fact without fields."""


def quick(slow: type) -> Any:
    """The same class once more, made quickly."""
    fields = {attribute.name: _again(attribute) for attribute in attrs.fields(slow)}
    return fast_init(attrs.make_class(slow.__name__, fields, frozen=True, slots=True))


def _again(attribute: Any) -> Any:
    return attrs.field(default=attribute.default, kw_only=attribute.kw_only, type=attribute.type)


def outcome(cls: Any, placed: list[int], named: dict[str, int]) -> object:
    """The fields, or what is wrong with the call."""
    try:
        return attrs.astuple(cls(*placed, **named), recurse=False)
    except TypeError as error:
        return str(error).rpartition("__init__")[2]


@pytest.mark.parametrize("cls", [Plain, Named, Mixed, Nothing])
@given(
    placed=st.lists(st.integers(), max_size=4),
    named=st.dictionaries(st.sampled_from(["first", "second", "third", "fourth"]), st.integers()),
)
def test_whatever_is_given_it_keeps_or_refuses_it_as_attrs_does(cls, placed, named):
    assert outcome(quick(cls), placed, named) == outcome(cls, placed, named)


@pytest.mark.parametrize("cls", [Plain, Named, Mixed, Nothing])
def test_it_tells_the_same_parameters(cls):
    assert signature(quick(cls)) == signature(cls)


@pytest.mark.parametrize("cls", [Plain, Named, Mixed])
@given(changes=st.dictionaries(st.sampled_from(["first", "second", "third"]), st.integers()))
def test_a_changed_copy_is_what_attrs_would_copy(cls, changes):
    made = quick(cls)(first=1)
    changes = {name: value for name, value in changes.items() if hasattr(made, name)}
    assert changed(made, **changes) == attrs.evolve(made, **changes)
    assert made == type(made)(first=1)


def test_a_copy_of_a_fact_without_fields_is_equal():
    assert changed(quick(Nothing)()).__class__.__name__ == "Nothing"


def test_a_field_that_is_not_there_cannot_be_changed():
    with pytest.raises(TypeError, match="fourth"):
        changed(quick(Plain)(1), fourth=4)


def test_a_changed_copy_stays_unchangeable():
    copy = changed(quick(Plain)(1), first=2)
    with pytest.raises(attrs.exceptions.FrozenInstanceError):
        copy.first = 3


def test_it_stays_unchangeable():
    made = quick(Plain)(1)
    with pytest.raises(attrs.exceptions.FrozenInstanceError):
        made.first = 2
    assert attrs.evolve(made, second="zwei") == type(made)(1, "zwei")


@frozen
class Converted:
    value: int = field(converter=int)


@frozen
class Validated:
    value: int = field(validator=attrs.validators.instance_of(int))


@frozen
class Aliased:
    _value: int


@frozen
class Filled:
    value: list[int] = field(factory=list)


@frozen
class Fixed:
    value: int = field(init=False, default=1)


@frozen
class Finished:
    value: int

    def __attrs_post_init__(self) -> None:
        """Anything."""


@pytest.mark.parametrize("cls", [Converted, Validated, Aliased, Filled, Fixed, Finished])
def test_a_class_that_does_more_than_keep_is_refused(cls):
    with pytest.raises(TypeError, match=f"{cls.__name__} does more"):
        fast_init(cls)
