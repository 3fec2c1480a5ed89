"""The example set of open items and payments meets what cash application meets.

To write the allocations that are expected anew: `OTCORE_UPDATE=1 pytest tests/cli/match/test_example.py`.
"""

import csv
import json
import os
from pathlib import Path
from typing import Any

import pytest

from otcore.formats.cash_application.words import FINDINGS, REASONS, RULES
from otcore.values.money import Money
from tests.cli.typed import otcore

EXAMPLE = Path(__file__).parents[3] / "examples" / "cash"
EXPECTED = EXAMPLE / "expected" / "allocations.csv"
OPTIONS = {
    "open-items": "open-items.csv",
    "payments": "payments.csv",
    "customers": "customers.csv",
    "policy": "policy.json",
}


@pytest.fixture(scope="module")
def out(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder: Path = tmp_path_factory.mktemp("example") / "out"
    files = [word for name, file in OPTIONS.items() for word in (f"--{name}", EXAMPLE / file)]
    assert otcore("match", *files, "--out", folder).status == 0
    return folder


@pytest.fixture(scope="module")
def decisions(out: Path) -> dict[str, Any]:
    lines = (out / "allocations.jsonl").read_text(encoding="utf-8").splitlines()
    return {each["payment"]: each for each in map(json.loads, lines)}


def rows(path: Path) -> list[dict[str, str]]:
    """What a file says, but for how many rivals were seen, by payment and item."""
    with path.open(encoding="utf-8", newline="") as file:
        found = [{name: cell for name, cell in row.items() if name != "rivals"} for row in csv.DictReader(file)]
    return sorted(found, key=lambda row: (row["payment"], row["item"]))


def test_what_is_posted_is_what_the_example_expects(out: Path):
    written = out / "allocations.csv"
    if os.environ.get("OTCORE_UPDATE"):
        EXPECTED.parent.mkdir(exist_ok=True)
        EXPECTED.write_bytes(written.read_bytes())
    assert rows(written) == rows(EXPECTED)


def test_what_is_certain_is_posted_and_nothing_else(decisions: dict[str, Any]):
    posted = {id for id, each in decisions.items() if each["outcome"] == "posted"}
    assert posted == {"P-01", "P-02", "P-03", "P-05", "P-06", "P-07"}


@pytest.mark.parametrize(("payment", "rivals"), [("P-04", {"2026-1044", "2026-1051"}), ("P-11", {"2026-1054"})])
def test_what_is_left_has_its_rivals(decisions: dict[str, Any], payment: str, rivals: set[str]):
    found = decisions[payment]["rivals"]
    assert rivals <= {part["number"] for rival in found for part in rival["allocations"]}
    assert decisions[payment]["reasons"]


@pytest.mark.parametrize("payment", ["P-08", "P-12", "P-13"])
def test_what_pays_nothing_of_the_books_is_not_explained(decisions: dict[str, Any], payment: str):
    assert decisions[payment]["outcome"] == "unmatched"


def test_the_lines_of_a_payment_come_to_its_amount(out: Path):
    posted = rows(out / "allocations.csv")
    for payment in {row["payment"] for row in posted}:
        mine = [row for row in posted if row["payment"] == payment]
        assert sum(Money(row["cash"], "EUR").minor for row in mine) == Money(mine[0]["amount"], "EUR").minor


def test_every_code_of_the_example_has_words(decisions: dict[str, Any]):
    proposals = [each for found in decisions.values() for each in (found["posted"], *found["rivals"]) if each]
    assert {each["rule"] for each in proposals} <= set(RULES)
    assert {code for found in decisions.values() for code in found["reasons"]} <= set(REASONS)
    assert {finding["kind"] for each in proposals for finding in each["findings"]} <= set(FINDINGS)
