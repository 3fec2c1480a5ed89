"""The cash workloads are read whole: every customer, open item and payment, without a fault."""

from collections.abc import Callable
from typing import Any

import pytest

from otcore.adapters.cash_files import read_open_items, read_payers, read_payments
from tests.case_files import CASES, PRESENT

pytestmark = [pytest.mark.skipif(not PRESENT, reason="the case files are not there"), pytest.mark.slow]
Read = Callable[[bytes], Any]
FILES: dict[str, tuple[Read, int]] = {
    "customers": (read_payers, 2_500),
    "invoices": (read_open_items, 50_000),
    "payments": (read_payments, 10_000),
}


@pytest.mark.parametrize("workload", ["default", "hard"])
@pytest.mark.parametrize("name", FILES)
def test_a_workload_is_read_whole(workload: str, name: str):
    read, count = FILES[name]
    taken = read((CASES / "cash" / workload / f"{name}.jsonl.gz").read_bytes())
    assert (len(taken.records), taken.faults) == (count, ())
