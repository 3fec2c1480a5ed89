"""The invoices of the case files: each is found to be what it is known to be."""

import json
from itertools import groupby

import pytest

from otcore.adapters.stated import read_stated
from otcore.invoicing.checking import Tolerance, Verdict, check, verdict_of
from tests.case_files import CASES, PRESENT

# What lines, allowances and charges state of themselves; every other rule speaks of totals, taxes or decimals.
OF_THEMSELVES = {"PEPPOL-EN16931-R040", "PEPPOL-EN16931-R046", "PEPPOL-EN16931-R120"}


def rows(known):
    """The documents of a class; none where the folder is absent."""
    index = (CASES / "invoices/index.jsonl").read_text(encoding="utf-8") if PRESENT else ""
    return [row for row in map(json.loads, index.splitlines()) if row["class"] == known]


def found(row, tolerance=Tolerance.STRICT):
    stated = read_stated((CASES / "invoices" / row["file"]).read_bytes(), row["file"])
    assert stated.syntax == row["syntax"]
    assert stated.currency.text == (row["currency"] or "")
    return check(stated, tolerance)


def told(differences):
    return [(each.rule, each.line, each.stated, each.calculated) for each in differences]


@pytest.mark.parametrize("row", rows("exact"), ids=lambda row: row["file"])
@pytest.mark.parametrize("tolerance", list(Tolerance))
def test_an_exact_invoice_is_exact(row, tolerance):
    differences = found(row, tolerance)
    assert verdict_of(differences) is Verdict.EXACT, told(differences)


@pytest.mark.parametrize("row", rows("totals"), ids=lambda row: row["file"])
def test_totals_that_follow_from_the_stated_lines_do(row):
    assert {difference.rule for difference in found(row)} <= OF_THEMSELVES


@pytest.mark.parametrize("row", rows("negative"), ids=lambda row: row["file"])
@pytest.mark.parametrize("tolerance", list(Tolerance))
def test_a_wrong_invoice_is_named_with_the_rules_that_it_breaks(row, tolerance):
    differences = found(row, tolerance)
    assert set(row["failing_rules"]) <= {difference.rule for difference in differences}
    assert verdict_of(differences) in {Verdict.DIFFERS, Verdict.INVALID}


def test_the_counts_are_those_that_are_known(cases):
    index = (cases / "invoices/index.jsonl").read_text(encoding="utf-8").splitlines()
    classes = sorted(json.loads(row)["class"] for row in index)
    assert {name: len(list(group)) for name, group in groupby(classes)} == {"exact": 190, "negative": 18, "totals": 20}
