"""Every Python example in the documents runs, and prints what the document says it prints."""

import re
from collections.abc import Iterator
from contextlib import redirect_stdout
from io import StringIO
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
BLOCK = re.compile(r"^```(?P<language>\w+)\n(?P<body>.*?)^```$", re.MULTILINE | re.DOTALL)
DOCUMENTS = [ROOT / "README.md", *sorted((ROOT / "docs").rglob("*.md"))]


def examples(document: Path) -> Iterator[tuple[str, str | None]]:
    """Each Python block with the text block that directly follows it, its output; None when there is none."""
    blocks = [(found["language"], found["body"]) for found in BLOCK.finditer(document.read_text(encoding="utf-8"))]
    for at, (language, body) in enumerate(blocks):
        following = blocks[at + 1] if at + 1 < len(blocks) else ("", "")
        if language == "python":
            yield body, following[1] if following[0] == "text" else None


# What a document needs beyond what every user gets; the oldest dependencies promised come without it.
NEEDS = {"frames.md": "polars"}
WITH_CODE = [document for document in DOCUMENTS if any(examples(document))]


@pytest.mark.parametrize("document", WITH_CODE, ids=lambda path: path.relative_to(ROOT).as_posix())
def test_the_examples_of_a_document_run_from_top_to_bottom(document, tmp_path, monkeypatch):
    if document.name in NEEDS:
        pytest.importorskip(NEEDS[document.name])
    monkeypatch.chdir(tmp_path)
    names: dict[str, object] = {"__name__": "example"}
    for body, output in examples(document):
        printed = StringIO()
        with redirect_stdout(printed):
            exec(compile(body, document.name, "exec"), names)
        if output is not None:
            assert printed.getvalue() == output


def test_the_readme_and_the_tutorial_have_examples():
    assert {document.name for document in WITH_CODE} >= {"README.md", "tutorial.md"}


def test_the_readme_example_takes_twenty_lines():
    body, _ = next(examples(ROOT / "README.md"))
    lines = [line for line in body.splitlines() if line and not line.startswith(("import ", "from "))]
    assert len(lines) <= 20
