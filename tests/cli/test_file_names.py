"""File names from ids of strangers: safe everywhere, and never the same for two ids."""

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from otcore.cli.file_names import file_name

ANY = st.text(min_size=1, max_size=200)


@given(ANY, ANY)
def test_a_name_is_safe(customer, document):
    name = file_name(customer, document)
    assert re.fullmatch(r"[A-Za-z0-9%_~][A-Za-z0-9.%_~-]*", name)
    assert len(name) <= 140
    assert not name.endswith(".")


@given(st.tuples(ANY, ANY), st.tuples(ANY, ANY))
def test_different_parts_give_different_names(one, other):
    assert (file_name(*one) == file_name(*other)) == (one == other)


@given(ANY, ANY)
def test_one_part_is_never_two(one, other):
    assert file_name(f"{one}_{other}") != file_name(one, other)


@pytest.mark.parametrize(
    ("parts", "name"),
    [
        (("C1001", "LK-26-0417"), "C1001_LK-26-0417"),
        (("C 1", "2026/BH/77"), "C%201_2026%2FBH%2F77"),
        (("..", "..", "etc", "passwd"), ".._.._etc_passwd~"),
        (("INV-2026-000001",), "INV-2026-000001"),
        (("con",), "con~"),
        (("-rf",), "rf~"),
        (("LPT1.xml",), "LPT1.xml~"),
        (("ends.",), "ends~"),
        (("ü",), "%C3%BC"),
        (("\ud800",), "%ED%A0%80"),
    ],
)
def test_names_people_meet(parts, name):
    found = file_name(*parts)
    assert found == name or (name.endswith("~") and found.startswith(name.lstrip(".-")))


def test_a_long_id_keeps_its_beginning():
    name = file_name("x" * 500)
    assert name.startswith("x" * 120 + "~")
    assert name != file_name("x" * 501)
