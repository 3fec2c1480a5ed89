"""Where the public case files are: OTCORE_CASES, else ../shared/cases beside the checkout. Nothing here copies them."""

import os
from pathlib import Path

ROOT = Path(__file__).parent.parent
CASES = (ROOT / os.environ.get("OTCORE_CASES", "../shared/cases")).resolve()
PRESENT = CASES.is_dir()


def header() -> str:
    """The line that a test run opens with."""
    return f"case files: {'present' if PRESENT else 'ABSENT, their tests are skipped,'} at {CASES}"
