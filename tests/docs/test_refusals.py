"""The page of refusals is drawn from what the commands say of themselves, and every code on it is one that is given.

To draw it anew after a command changed: `OTCORE_UPDATE=1 pytest tests/docs/test_refusals.py`.
"""

import os
import re
from pathlib import Path

import pytest

from otcore.schemas import COMMANDS
from tests.architecture import house

PAGE = Path(__file__).parents[2] / "docs" / "refusals.md"
CODE = re.compile(r"`([A-Z]+(?:_[A-Z]+)+)`")
TABLE = re.compile(r"(?<=\n)\| command \| refused with \|\n.*?(?=\n\n|\Z)", re.DOTALL)
BUILT = ("BELOW_",)
"""Beginnings of codes that are put together where they are given."""


def codes(name: str) -> list[str]:
    """What a command says that it is refused with, in its own order."""
    return list(dict.fromkeys(CODE.findall(COMMANDS[name].__doc__ or "")))


REFUSED = {name: codes(name) for name in COMMANDS if codes(name)}


def table() -> str:
    rows = (f"| {name} | {', '.join(found)} |" for name, found in REFUSED.items())
    return "\n".join(["| command | refused with |", "| --- | --- |", *rows]) + "\n"


def test_the_page_says_what_the_commands_say():
    page = PAGE.read_text(encoding="utf-8")
    if os.environ.get("OTCORE_UPDATE"):
        page = TABLE.sub(lambda _: table(), page)
        PAGE.write_text(page, encoding="utf-8")
    assert TABLE.findall(page) == [table()]


@pytest.fixture(scope="module")
def given() -> str:
    """The library's source."""
    return "\n".join(module.read_text(encoding="utf-8") for module in house.modules())


@pytest.mark.parametrize("code", sorted({code for found in REFUSED.values() for code in found}))
def test_every_code_on_the_page_is_one_that_is_given(code: str, given: str):
    assert f'"{code}"' in given or any(code.startswith(each) and f'"{each}' in given for each in BUILT)
