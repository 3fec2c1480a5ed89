"""The ids of the rules are those that explanations bear, and each is one that the engine gives."""

from pathlib import Path

import pytest

import otcore.reconciliation
from benchmarks.matching import engine
from benchmarks.workloads.labelled import made
from benchmarks.workloads.styles import STYLES
from otcore.formats.cash_application.words import RULES
from otcore.reconciliation.rule_ids import RuleId

HOUSE = Path(otcore.reconciliation.__file__).parent
SOURCE = "\n".join(each.read_text(encoding="utf-8") for each in HOUSE.rglob("*.py") if each.name != "rule_ids.py")


@pytest.mark.parametrize("style", ["monthly", "own-series", "nordic"])
def test_an_explanation_bears_one_of_the_ids(style: str):
    work = made(STYLES[style], 2, items=600, payments=120)
    player = engine(work.customers, work.invoices)
    decisions = [player.propose(payment)["decision"] for payment in work.payments]
    rules = {each.rule for decision in decisions for each in (*decision.rivals, decision.posted) if each}
    assert rules <= set(RuleId)


@pytest.mark.parametrize("rule", RuleId)
def test_an_id_is_given_by_the_engine(rule: RuleId):
    assert f'"{rule}"' in SOURCE


def test_every_id_has_words():
    assert set(RuleId) <= set(RULES)
