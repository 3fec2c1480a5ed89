"""`otcore run` on the example inbox, in a process of its own."""

import os
import sys

from otcore.cli import main
from tests.journey.inboxes import EXAMPLE


def run_in_process(store: str, out: str) -> None:
    """What the process does: run, and say nothing."""
    nowhere = os.open(os.devnull, os.O_WRONLY)
    for said in (1, 2):
        os.dup2(nowhere, said)
    sys.argv = ["otcore", "run", str(EXAMPLE), "--store", store, "--out", out]
    main()
