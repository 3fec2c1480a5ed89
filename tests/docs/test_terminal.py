"""What the documents tell people to type is a command with these options, and the requests they show are taken."""

import re
from pathlib import Path

import pytest
from typer.main import get_command

from otcore.cli.commands import app
from otcore.schemas.calculation import calculated

ROOT = Path(__file__).parents[2]
SHELL = re.compile(r"^```sh\n(.*?)^```$", re.MULTILINE | re.DOTALL)
TYPED = re.compile(r"(?:^|\| )otcore ([a-z][^#|>\n]*)", re.MULTILINE)
INLINE = re.compile(r"`otcore ([a-z][^`\n]*)`")
REQUEST = re.compile(r"^```json\n(.*?)^```$", re.MULTILINE | re.DOTALL)
DOCUMENTS = [ROOT / "README.md", *sorted((ROOT / "docs").rglob("*.md")), *sorted((ROOT / "examples").rglob("*.md"))]


def typed(document: Path) -> list[str]:
    """Every `otcore ...` of a document, without the program's name."""
    text = document.read_text(encoding="utf-8")
    return [words.strip() for words in (*TYPED.findall("".join(SHELL.findall(text))), *INLINE.findall(text))]


WITH_COMMANDS = [document for document in DOCUMENTS if typed(document)]


@pytest.mark.parametrize("document", WITH_COMMANDS, ids=lambda path: path.relative_to(ROOT).as_posix())
def test_what_a_document_types_is_there(document: Path):
    known = get_command(app).commands  # type: ignore[attr-defined]  # a group, since there are several commands
    for words in typed(document):
        name, *rest = words.split()
        options = {option for each in known[name].params for option in each.opts}
        assert {word for word in rest if word.startswith("--")} <= options, words


def test_commands_are_found():
    assert {words.split()[0] for document in WITH_COMMANDS for words in typed(document)} >= {"run", "check", "store"}


def test_the_request_that_is_shown_is_calculated():
    (request,) = REQUEST.findall((ROOT / "docs" / "howto" / "calculating.md").read_text(encoding="utf-8"))
    figures = ["/payable", "/lines/0/net"]
    assert list(calculated(request.encode(), figures)["explained"]) == figures
