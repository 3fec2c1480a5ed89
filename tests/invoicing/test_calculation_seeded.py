"""The laws of the invoice arithmetic on a hundred thousand invoices from seeds."""

import subprocess
import sys

import pytest

from tests.case_files import ROOT


@pytest.mark.slow
@pytest.mark.parametrize("seed", range(5))
def test_identities_negation_order_and_both_ways_hold(seed):
    """In a process of its own, which no coverage is taken of."""
    command = [sys.executable, "-m", "tests.invoicing.laws", str(seed), "20000"]
    done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=False)
    assert (done.stdout.strip(), done.stderr) == ("20000", "")
