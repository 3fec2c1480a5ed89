"""The laws of partial invoices, credit notes and down payments on a hundred thousand sequences from seeds."""

import subprocess
import sys

import pytest

from tests.case_files import ROOT
from tests.invoicing.sequence_laws import LAWS


@pytest.mark.slow
@pytest.mark.parametrize("seed", range(5))
@pytest.mark.parametrize("law", LAWS)
def test_a_law_of_sequences_holds(law, seed):
    """In a process of its own, which no coverage is taken of."""
    command = [sys.executable, "-m", "tests.invoicing.sequence_laws", law, str(seed), "20000"]
    done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=False)
    assert (done.stdout.strip(), done.stderr) == ("20000", "")
