"""`import otcore` offers every name it promises, and loads each when it is first used."""

import ast
import subprocess
import sys
from collections.abc import Iterator
from importlib import import_module
from pathlib import Path
from typing import Any, get_args, get_type_hints

import attrs
import pytest

import otcore

STUB = Path(otcore.__file__).with_suffix(".pyi").read_text(encoding="utf-8")


def typed_names() -> dict[str, str]:
    """Name and home of every import that type checkers see."""
    names: dict[str, str] = {}
    for node in ast.parse(STUB).body:
        if isinstance(node, ast.AnnAssign):  # the version, the table
            continue
        assert isinstance(node, ast.ImportFrom), ast.dump(node)
        for alias in node.names:
            assert alias.name == alias.asname, f"{alias.name} is not re-exported"
            names[alias.name] = str(node.module)
    return names


def test_type_checkers_and_the_table_see_the_same_names():
    assert typed_names() == otcore._HOME


@pytest.mark.parametrize("name", sorted(typed_names()))
def test_a_name_is_what_its_home_has(name: str):
    assert getattr(otcore, name) is getattr(import_module(typed_names()[name]), name)


def test_dir_lists_every_name():
    assert {*typed_names(), "__version__"} <= set(dir(otcore))


def test_a_name_it_does_not_have_is_an_attribute_error():
    with pytest.raises(AttributeError, match="module 'otcore' has no attribute 'Unheard'"):
        _ = otcore.Unheard  # type: ignore[attr-defined]  # that is the point


def test_every_command_and_query_of_the_face_is_served():
    from otcore.app.routes import COMMANDS
    from otcore.values.command import Command, Query
    from otcore.workflows.ask import QUERIES

    offered = {getattr(otcore, name) for name in typed_names()}
    kinds = [each for each in offered if isinstance(each, type)]
    assert {each for each in kinds if issubclass(each, Command)} == set(COMMANDS)
    assert {each for each in kinds if issubclass(each, Query)} == set(QUERIES)


ELSEWHERE = {
    "AccessPolicy": "a host writes its own function",
    "Adjustment": "of what an allocation closes and of document charges: two of one name, the other is in the face",
    "Anchor": "a word of its spec's default",
    "AsyncGateway": "a host writes its own, or takes one of `adapters.gateways`",
    "Better": "a word of its target's default",
    "CheckResult": "only hosts with credit checks of their own make one",
    "DayBasis": "a word of its spec's default",
    "Finding": "only hosts with placing rules of their own make one",
    "Gateway": "a host writes its own, or takes one of `adapters.gateways`",
    "NoSales": "a word of its spec's default",
    "NotCash": "readers of bank files make it",
    "OrderKpi": "a host takes those of `ORDER_KPIS`",
    "Printing": "any specification of a figure",
    "RateDay": "a word of its spec's default",
    "Rates": "a host writes its own function, or takes `RateTable`",
    "ReceivablesBasis": "a word of its spec's default",
    "Rounding": "a word of its spec's default",
    "SalesBasis": "a word of its spec's default",
    "TaxBasis": "a word of its spec's default",
    "Treatment": "a word of its spec's default",
    "Unread": "readers of documents make it",
    "Verdict": "of findings and of check results: two of one name, each beside what it belongs to",
}


def classes_in(hint: Any) -> Iterator[type]:
    """Every class that a type hint names."""
    if isinstance(hint, type) and not get_args(hint):
        yield hint
    for part in get_args(hint):
        yield from classes_in(part)


def taken(cls: type, seen: set[type]) -> set[type]:
    """The class and all that its fields, and theirs, are made of."""
    if cls not in seen and cls.__module__.startswith("otcore"):
        seen.add(cls)
        for hint in get_type_hints(cls).values() if attrs.has(cls) else ():
            for each in classes_in(hint):
                taken(each, seen)
    return seen


def test_what_commands_questions_and_the_house_are_made_of_is_offered():
    from otcore.app.routes import COMMANDS
    from otcore.workflows.ask import QUERIES

    offered = {getattr(otcore, name) for name in typed_names()}
    made_of: set[type] = set()
    for each in (*COMMANDS, *QUERIES, otcore.House):
        taken(each, made_of)
    assert {each.__name__ for each in made_of - offered} == set(ELSEWHERE)


def test_a_star_import_brings_the_face_and_nothing_else():
    assert set(otcore.__all__) == set(typed_names())
    assert dir(otcore) == sorted({*typed_names(), "__version__"})


def test_names_are_listed_before_any_is_loaded():
    code = "import otcore, sys; assert 'Money' in dir(otcore); assert 'otcore.values.money' not in sys.modules"
    subprocess.run([sys.executable, "-c", code], check=True)
