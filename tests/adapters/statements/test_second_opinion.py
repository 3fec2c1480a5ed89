"""mt-940 and bai2 count the same transactions as our readers, in every public file that they read as we do."""

import csv
from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest

from otcore.adapters.statements import read_bai2, read_mt940

TABLE = Path(__file__).parents[2] / "cases" / "statements.csv"
with TABLE.open(encoding="utf-8", newline="") as table:
    READ = [row["file"] for row in csv.DictReader(table) if row["transactions"]]
MT940 = [name for name in READ if name.startswith("mt940/")]
BAI2 = [name for name in READ if name.startswith("bai2/")]

pytestmark = pytest.mark.oracle


def booked(row: Any) -> Decimal:
    """What mt-940 says that a row moved. A reversed credit (RC), which it leaves positive, takes money away."""
    amount = Decimal(str(row.data["amount"].amount))
    return -amount if row.data["status"] == "RC" else amount


@pytest.mark.parametrize("name", MT940)
def test_mt940_counts_the_same_amounts(cases, name):
    import mt940

    data = (cases / "statements" / name).read_bytes()
    ours = [row for each in read_mt940(data, check=False) for row in each.transactions]
    theirs: Any = mt940.parse(data, encoding="utf-8" if _is_utf8(data) else "cp1250")
    assert [booked(row) for row in theirs] == [row.signed.amount for row in ours]


@pytest.mark.parametrize("name", BAI2)
def test_bai2_counts_the_same_amounts(cases, name):
    from bai2 import bai2

    data = (cases / "statements" / name).read_bytes()
    ours = [row for each in read_bai2(data, check=False) for row in each.transactions]
    file: Any = bai2.parse_from_string(data.decode())
    theirs = [row for group in file.children for account in group.children for row in account.children]
    assert [(row.type_code.code, row.amount) for row in theirs] == [(row.code, row.amount.minor) for row in ours]


def _is_utf8(data: bytes) -> bool:
    try:
        data.decode()
    except UnicodeDecodeError:
        return False
    return True
