"""`python -m benchmarks.workloads STYLE SEED FOLDER [--items N] [--payments M]`; `--help` lists the styles."""

import argparse
from pathlib import Path

from benchmarks.workloads.generating import generate
from benchmarks.workloads.styles import STYLES


def main() -> None:
    """Read the command line, write the folder."""
    shown = "\n".join(f"  {each.name:12} {each.about}" for each in STYLES.values())
    parser = argparse.ArgumentParser(
        prog="python -m benchmarks.workloads", epilog=f"styles:\n{shown}", formatter_class=argparse.RawTextHelpFormatter
    )
    parser.add_argument("style", choices=STYLES, metavar="STYLE")
    parser.add_argument("seed", type=int, metavar="SEED")
    parser.add_argument("folder", type=Path, metavar="FOLDER")
    parser.add_argument("--items", type=int, default=10_000)
    parser.add_argument("--payments", type=int, default=3_000)
    asked = parser.parse_args()
    generate(STYLES[asked.style], asked.seed, asked.items, asked.payments).write(asked.folder)


if __name__ == "__main__":
    main()
