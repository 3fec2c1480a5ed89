"""The engine on the labelled workloads of the case files: how much it posts, and that it is right."""

import gzip
import json
from collections.abc import Iterable
from functools import cache
from typing import Any

import pytest

from benchmarks.matching import engine
from tests.case_files import CASES, PRESENT

pytestmark = pytest.mark.skipif(not PRESENT, reason="the case files are not there")
Row = dict[str, Any]


@cache
def rows(workload: str, name: str) -> list[Row]:
    with gzip.open(CASES / "cash" / workload / f"{name}.jsonl.gz", "rt", encoding="utf-8") as lines:
        return [json.loads(line) for line in lines]


class Score:
    """What became of the payments."""

    def __init__(self, workload: str, limit: int) -> None:
        self.count = self.posted = self.exact = self.nobodys = 0
        truth = {row["payment"]: row for row in rows(workload, "truth")}
        left = {row["id"]: row["open"] for row in rows(workload, "invoices")}
        player = engine(rows(workload, "customers"), rows(workload, "invoices"))
        payments = sorted(rows(workload, "payments"), key=lambda row: (row["booked"], row["id"]))
        for payment in payments[:limit]:
            given = truth[payment["id"]]["allocs"]
            self._count(player.propose(payment)["posted"], given)
            player.settle(payment, list(_booked(given, left)))

    def _count(self, got: list[Row], given: list[Row]) -> None:
        said, wanted = ({(row["invoice"], row["cash"]) for row in each} for each in (got, given))
        self.count += 1
        self.posted += bool(said)
        self.exact += bool(said) and said == wanted
        self.nobodys += bool(said) and not wanted


def _booked(given: list[Row], left: dict[str, int]) -> Iterable[Row]:
    for row in given:
        foreign = str(row["reason"]).startswith("fx")
        closes = left[row["invoice"]] if foreign else row["cash"] + row["adjust"]
        left[row["invoice"]] -= closes
        yield {"invoice": row["invoice"], "cash": row["cash"], "closes": closes, "reason": row["reason"]}


@pytest.mark.parametrize(("workload", "share"), [("default", 0.83), ("hard", 0.70)])
def test_the_first_thousand_payments(workload: str, share: float):
    score = Score(workload, 1_000)
    assert score.exact >= share * score.count
    assert score.posted - score.exact <= 1
    assert score.nobodys == 0


@pytest.mark.slow
@pytest.mark.parametrize(("workload", "share", "precision"), [("default", 0.86, 0.9995), ("hard", 0.72, 0.999)])
def test_all_payments(workload: str, share: float, precision: float):
    score = Score(workload, 10_000)
    assert score.exact >= share * score.count
    assert score.exact >= precision * score.posted
    assert score.nobodys == 0
