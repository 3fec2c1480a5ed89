"""The page of matching rules lists the rules that there are, and its bounds follow from what was counted."""

import re
from decimal import Decimal
from pathlib import Path

import pytest

from benchmarks.bounds import lower_bound
from benchmarks.workloads.styles import STYLES
from otcore.reconciliation.rule_ids import RuleId

PAGE = (Path(__file__).parents[2] / "docs" / "calibration.md").read_text(encoding="utf-8")
COUNT = r"([\d,]+) \| ([\d,]+) \| ([\d,]+) \| ([\d.]+) \|"
OF_RULES = re.compile(rf"^\| `(\w+)` \| {COUNT}$", re.MULTILINE)
OF_WORKLOADS = re.compile(rf"^\| ([\w-]+) \| ([\d,]+) \| ([\d.]+) % \| {COUNT}$", re.MULTILINE)
PARTS = dict(zip(("cases", "styles"), PAGE.split("\n## ")[1:], strict=True))


def whole(figure: str) -> int:
    return int(figure.replace(",", ""))


@pytest.mark.parametrize("part", PARTS)
def test_the_rules_on_the_page_are_those_that_the_engine_has(part: str):
    assert [found[0] for found in OF_RULES.findall(PARTS[part])] == sorted(RuleId)


def test_the_workloads_on_the_page_are_those_that_there_are():
    assert [found[0] for found in OF_WORKLOADS.findall(PAGE)] == ["default", "hard", *STYLES]


@pytest.mark.parametrize("part", PARTS)
def test_the_rules_and_the_workloads_sum_to_the_same(part: str):
    rules = [found[1:4] for found in OF_RULES.findall(PARTS[part])]
    workloads = [found[3:6] for found in OF_WORKLOADS.findall(PARTS[part])]
    totals = [[sum(map(whole, column)) for column in zip(*rows, strict=True)] for rows in (rules, workloads)]
    assert totals[0] == totals[1]


@pytest.mark.parametrize("counted", [found[-4:] for found in (*OF_RULES.findall(PAGE), *OF_WORKLOADS.findall(PAGE))])
def test_the_bounds_follow_from_what_was_counted(counted: tuple[str, str, str, str]):
    posted, right, wrong = map(whole, counted[:3])
    assert (wrong, Decimal(counted[3])) == (posted - right, lower_bound(right, posted))
