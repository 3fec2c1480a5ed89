"""`python -m tests.scenarios`: a line for each scenario, and last `N hold, N decided otherwise, N not run`."""

import sys
from collections import Counter

import pytest

from tests import case_files
from tests.scenarios.registry import Case, cases, entries


def outcome(case: Case) -> tuple[str, str]:
    """`hold`, `decided otherwise`, `not run` or `FAILS`, and what there is to say about it."""
    entry = entries().get(case["id"])
    if entry is None:
        return "not run", "nothing shows it"
    try:
        entry.show(case)
    except (Exception, pytest.fail.Exception) as error:  # what goes wrong in one is its line; the others still run
        return "FAILS", f"{type(error).__name__}: {str(error).splitlines()[0] if str(error) else ''}"
    if entry.decided:
        return "decided otherwise", f"{entry.decided.rule} ({entry.decided.record})"
    return "hold", ""


def line(case: Case, verdict: str, remark: str) -> str:
    """The scenario in a line."""
    said = f"{case['given']} | {case['when']} | {case['then']}"
    return f"{verdict:<17} {case['id']:<16} {case['category']}: {said}" + (f"  -> {remark}" if remark else "")


def main() -> int:
    """Run them all; 0 when none fails."""
    print(case_files.header())
    counts: Counter[str] = Counter()
    for case in cases():
        verdict, remark = outcome(case)
        counts[verdict] += 1
        print(line(case, verdict, remark))
    if counts["FAILS"]:
        print(f"{counts['FAILS']} FAIL")
    print(f"{counts['hold']} hold, {counts['decided otherwise']} decided otherwise, {counts['not run']} not run")
    return 1 if counts["FAILS"] else 0


if __name__ == "__main__":
    sys.exit(main())
