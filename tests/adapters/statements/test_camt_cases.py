"""The public camt files: what each gives, or why it is refused. Each verdict was made by looking at the file."""

from pathlib import Path

import pytest

from otcore.adapters.statements.camt import read_camt053
from otcore.values import Invalid

FOLDER = "statements/camt-genkgo"

# File; what it gives; what it gives without the check. A number is the transactions of each statement.
STATEMENTS = [
    # Opening 1.01 + 8.85 is not the closing 4.04: it shows the kinds of balance, no real day.
    ("camt053.v2.all-balance-types.xml", "STATEMENT_BALANCE", [1]),
    # Opening 18.150 + 8.850 is 27.00; the closing says 27.050.
    ("camt053.v2.five.decimals.xml", "STATEMENT_BALANCE", [1]),
    # An account in EUR, its closing balance in SEK.
    ("camt053.v2.minimal.ultimate.xml", "STATEMENT_CURRENCY", [1]),
    ("camt053.v2.minimal.xml", "STATEMENT_CURRENCY", [1]),
    # 18.15 + 8.85 = 27.00, and 27.00 - 7.00 = 20.00.
    ("camt053.v2.multi.statement.xml", [1, 1], [1, 1]),
    # Its only balance is an available one (CLAV).
    ("camt053.v2.with-account-name.xml", "STATEMENT_BALANCE", "STATEMENT_BALANCE"),
    ("camt053.v2.with-party-ids.xml", "STATEMENT_CURRENCY", [1]),
    # No statement at all.
    ("camt053.v2.wrong.xml", "XML_MISSING", "XML_MISSING"),
    # An entry of 8.85 whose one payment says 105.750.
    ("camt053.v3.xml", "BATCH_SUM", "BATCH_SUM"),
    # SEK again; the payment states 0 SEK, so the entry's 8.85 EUR counts.
    ("camt053.v4.xml", "STATEMENT_CURRENCY", [1]),
    ("camt053.v8.xml", "STATEMENT_CURRENCY", [1]),
    # No closing balance.
    ("camt53.only-Dt-with-DtTm.xml", "STATEMENT_BALANCE", "STATEMENT_BALANCE"),
]


def outcome(path: Path, check: bool) -> list[int] | str:
    try:
        return [len(statement.transactions) for statement in read_camt053(path.read_bytes(), path.name, check=check)]
    except Invalid as refused:
        return " ".join(sorted({fault.code for fault in refused.faults}))


@pytest.mark.parametrize(("name", "checked", "unchecked"), STATEMENTS)
def test_each_statement_file_has_its_verdict(cases, name, checked, unchecked):
    path = cases / FOLDER / f"test__data__{name}"
    assert (outcome(path, check=True), outcome(path, check=False)) == (checked, unchecked)


def test_every_statement_file_is_judged(cases):
    files = {path.name.removeprefix("test__data__") for path in (cases / FOLDER).glob("*camt*53*.xml")}
    assert files == {name for name, _, _ in STATEMENTS}


def test_reports_and_notifications_are_named_and_refused(cases):
    others = [*(cases / FOLDER).glob("*camt052*.xml"), *(cases / FOLDER).glob("*camt054*.xml")]
    assert {outcome(path, check=False) for path in others} == {"CAMT_KIND"}
