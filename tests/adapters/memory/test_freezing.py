"""What a store keeps cannot be changed by who handed it in or got it out."""

from collections import OrderedDict
from collections.abc import Mapping
from datetime import date
from decimal import Decimal
from types import MappingProxyType
from typing import Any, NewType

import pytest
from attrs import frozen

from otcore.adapters.freezing import frozen as freeze
from otcore.values.money import Money

Name = NewType("Name", str)


@frozen
class Plain:
    name: Name
    money: Money
    day: date | None
    numbers: tuple[Decimal, ...]
    labels: frozenset[str]
    pair: tuple[str, int]


@frozen
class Noted:
    plain: Plain
    notes: Mapping[str, Any]


@frozen
class Holding:
    noted: tuple[Noted, ...]
    perhaps: Noted | None = None


@frozen
class Tree:
    """A class may hold itself."""

    children: "tuple[Tree, ...]" = ()


@frozen
class Anything:
    what: object
    bare: tuple


PLAIN = Plain(Name("a"), Money("1", "EUR"), None, (Decimal(1),), frozenset("a"), ("b", 2))


@pytest.mark.parametrize("value", [PLAIN, Tree((Tree(),)), "text", 1, None, Decimal(1)])
def test_what_cannot_change_is_kept_as_it_is(value):
    assert freeze(value) is value


def test_a_mapping_inside_is_copied_and_read_only():
    notes: dict[str, Any] = {"list": [1, {"deep": {2}}]}
    kept = freeze(Holding((Noted(PLAIN, notes),), Noted(PLAIN, OrderedDict(a=1))))
    notes["list"][1]["deep"].add(3)
    notes["more"] = True
    assert kept.noted[0].notes == {"list": (1, {"deep": frozenset({2})})}
    assert kept.noted[0].plain is PLAIN
    assert kept.perhaps.notes == {"a": 1}
    with pytest.raises(TypeError):
        kept.noted[0].notes["more"] = True


def test_a_frozen_copy_is_equal():
    value = Holding((Noted(PLAIN, {"a": "b"}),))
    assert freeze(value) == value
    assert freeze(freeze(value)) == value


def test_what_a_type_does_not_tell_is_found_in_the_value():
    assert freeze(Anything({"a": [1]}, ([2],))) == Anything(MappingProxyType({"a": (1,)}), ((2,),))
