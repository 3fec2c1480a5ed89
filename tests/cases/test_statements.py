"""The public bank files: what each gives, or why it is refused, as `statements.csv` says; and that nothing is lost.

Each verdict was made by looking at the file. `transactions` are those of each statement; of a refused file those that
it gives without the check, where that is enough.
"""

import csv
import re
from collections.abc import Callable, Mapping
from pathlib import Path

import pytest
from lxml import etree

from otcore.adapters.statements import read_statements
from otcore.payments.statement import BankStatement
from otcore.values import Invalid

with (Path(__file__).parent / "statements.csv").open(encoding="utf-8", newline="") as table:
    VERDICTS = {row["file"]: row for row in csv.DictReader(table)}

_WHOLE = re.compile(r"([0-9]+) payments without an amount")


def read(path: Path, check: bool = True) -> tuple[BankStatement, ...] | str:
    try:
        return read_statements(path.read_bytes(), path.name, check=check)
    except Invalid as refused:
        return " ".join(sorted({fault.code for fault in refused.faults}))


def counts(statements: tuple[BankStatement, ...]) -> tuple[str, str, str]:
    kinds = sorted({statement.kind for statement in statements})
    rows = [str(len(statement.transactions)) for statement in statements]
    return " ".join(kinds), " ".join(rows), str(sum(len(statement.not_cash) for statement in statements))


@pytest.mark.parametrize("name", VERDICTS)
def test_each_file_has_its_verdict(cases, name):
    verdict, path = VERDICTS[name], cases / "statements" / name
    checked, unchecked = read(path), read(path, check=False)
    assert (checked if isinstance(checked, str) else "") == verdict["refused"]
    assert bool(verdict["refused"]) == bool(verdict["why"])
    expected = (verdict["kind"], verdict["transactions"], verdict["not_cash"])
    assert (("", "", "") if isinstance(unchecked, str) else counts(unchecked)) == expected


def test_every_file_has_a_verdict(cases):
    folder = cases / "statements"
    assert {str(path.relative_to(folder)) for path in folder.rglob("*") if path.is_file()} == VERDICTS.keys()


@pytest.mark.parametrize("name", [name for name, verdict in VERDICTS.items() if verdict["transactions"]])
def test_nothing_of_a_file_is_dropped(cases, name):
    data = (cases / "statements" / name).read_bytes()
    statements = read_statements(data, check=False)
    taken = sum(len(statement.transactions) + len(statement.not_cash) for statement in statements)
    assert taken + _inside_wholes(statements) == _WRITTEN[name.partition("/")[0]](data)


@pytest.mark.parametrize("name", [name for name, verdict in VERDICTS.items() if verdict["refused"]])
def test_a_refusal_names_what_is_wrong_and_where(cases, name):
    with pytest.raises(Invalid) as refused:
        read_statements((cases / "statements" / name).read_bytes(), "bank.file")
    assert all(fault.code and fault.message and fault.path.startswith("bank.file") for fault in refused.value.faults)


def test_a_file_that_tells_itself_needs_no_kind(cases):
    for name, verdict in VERDICTS.items():
        kind = {"camt-genkgo": "camt"}.get(name.partition("/")[0], name.partition("/")[0])
        if not verdict["refused"]:
            data = (cases / "statements" / name).read_bytes()
            assert read_statements(data, kind=kind) == read_statements(data)


def _inside_wholes(statements: tuple[BankStatement, ...]) -> int:
    """The payments of batches that are taken whole, one of which is the transaction itself."""
    rows = (row for statement in statements for row in statement.transactions)
    return sum(int(found[1]) - 1 for row in rows if (found := _WHOLE.search(row.additional)))


def _entries(data: bytes) -> int:
    root = etree.fromstring(data)
    return sum(max(1, len(entry.findall(".//{*}TxDtls"))) for entry in root.iter("{*}Ntry"))


_WRITTEN: Mapping[str, Callable[[bytes], int]] = {
    "mt940": lambda data: len(re.findall(rb"(?m)^:61:", data)),
    "camt-genkgo": _entries,
    "bai2": lambda data: len(re.findall(rb"(?m)^16,", data)),
    "ofx": lambda data: len(re.findall(rb"<STMTTRNP?>", data)),
}
