"""Bank files in an inbox: what they are, is told by what they contain."""

import pytest

from otcore.cli.documents import DocumentKind
from otcore.cli.reading import read_file
from otcore.values.faults import Invalid
from tests.adapters.statements import camt_writing as camt
from tests.adapters.statements.bank_files import BAI2, MT940, OFX


@pytest.mark.parametrize(
    ("data", "place", "id"),
    [
        (MT940, "statement 1", "DE89370400440532013000/2026/00007/001"),
        (BAI2, "statement 1", "00123/2026/2026-03-31..2026-03-31 "),
        (OFX, "listing 1", "00123/2026/listing/2026-03-01..2026-03-31 "),
        (
            camt.with_entries("0", "10", camt.entry("10")),
            "/Document/BkToCstmrStmt/Stmt[1]",
            "NL26VAYB8060476890/2026/S7",
        ),
        (
            camt.report("Rpt", camt.entry("10")),
            "/Document/BkToCstmrAcctRpt/Rpt[1]",
            "NL26VAYB8060476890/2026/intraday/S7",
        ),
    ],
    ids=["mt940", "bai2", "ofx", "camt053", "camt052"],
)
def test_a_bank_file_is_taken_for_what_it_contains(data, place, id):
    ((document,), failures) = read_file("whatever.txt", data)
    assert (document.kind, document.place, failures) == (DocumentKind.STATEMENT, place, ())
    assert document.id.startswith(id)


def test_a_bank_file_that_does_not_add_up_is_refused():
    with pytest.raises(Invalid, match="STATEMENT_BALANCE"):
        read_file("march.sta", MT940.replace(b"62F:C260331EUR110,", b"62F:C260331EUR111,"))
