"""What explanations cost who asks for none: the same invoice in processes that know them and that do not, in turn.

`python -m benchmarks.explaining yes` (or `no`) says the microseconds an invoice, in a process of its own.
"""

import subprocess
import sys
from importlib import import_module

from benchmarks.figures import Figure
from benchmarks.ten_lines import invoice
from benchmarks.timing import best
from otcore.invoicing.calculation import calculate

PAIRS = 12
COSTS_NOTHING = 1.03
_PACKAGE = "otcore.invoicing.explaining"


def measure() -> Figure:
    """The best of several pairs."""
    runs = [(_asked("yes"), _asked("no")) for _ in range(PAIRS)]
    knowing, without = (min(each) for each in zip(*runs, strict=True))
    return Figure("explanations, not asked for", knowing, "µs", without, COSTS_NOTHING)


def _asked(knows: str) -> float:
    command = [sys.executable, "-m", "benchmarks.explaining", knows]
    return float(subprocess.run(command, capture_output=True, text=True, check=True).stdout)


def main(knows: bool) -> None:
    """Time one invoice, after another was explained or with nothing there to explain it."""
    asked = invoice()
    if knows:
        import_module(_PACKAGE).explain(asked)
    assert knows == (_PACKAGE in sys.modules)
    print(best({"calculate": lambda: calculate(asked)}, 1_000)["calculate"])


if __name__ == "__main__":
    main(sys.argv[1] == "yes")
