"""`python -m benchmarks.calibration`: what each rule posted on labelled workloads, and how much of it was right.

Writes docs/calibration.md. Every workload is played through: a payment is decided on the book as it is that day, then
the book moves on with what the payment was really for.
"""

import sys
from collections import Counter
from collections.abc import Iterable, Iterator
from pathlib import Path

from attrs import define, field

from benchmarks.bounds import lower_bound
from benchmarks.matching import engine
from benchmarks.workloads.labelled import Labelled, Row, made, read
from benchmarks.workloads.styles import STYLES
from otcore.reconciliation.decision import Decision
from otcore.reconciliation.rule_ids import RuleId
from tests import case_files

PAGE = Path("docs/calibration.md")
CASES = ("default", "hard")
SEED = 1

PREFACE = """# How often each rule is right

Cash application posts only what it is sure of. How sure that is, is counted here: labelled workloads are played
through, and everything posted is compared with what the payment was really for. Right means to the last minor unit: the
same items, and the same cash on each. `make calibration` counts again.

The lower bound is the exact one of Clopper and Pearson, one-sided, at 95 %, rounded down: were a rule right less often
than that, what was counted here would happen at most once in twenty times. A rule that posted little has a low bound
for that reason alone; one that posted nothing asks for what these workloads have not, a policy or a remittance advice.
No share says anything about a ledger that looks different from all of these.
"""


@define
class Count:
    """What was posted, and how much of it was right."""

    posted: int = 0
    right: int = 0

    def add(self, right: bool) -> None:
        """One more."""
        self.posted += 1
        self.right += right

    def cells(self) -> str:
        """Posted, right, wrong, lower bound."""
        return (
            f"{self.posted:,} | {self.right:,} | {self.posted - self.right:,} | {lower_bound(self.right, self.posted)}"
        )


@define
class Played:
    """What came of one workload."""

    name: str
    payments: int
    rules: dict[str, Count] = field(factory=dict)

    @property
    def all(self) -> Count:
        """Of all rules together."""
        counts = self.rules.values()
        return Count(sum(each.posted for each in counts), sum(each.right for each in counts))


def play(work: Labelled) -> Played:
    """A workload from its first payment to its last."""
    player, left = engine(work.customers, work.invoices), {row["id"]: row["open"] for row in work.invoices}
    played = Played(work.name, len(work.payments))
    for payment in work.payments:
        decision, truth = player.propose(payment)["decision"], work.truth[payment["id"]]
        if decision.posted is not None and decision.posted.allocations:
            played.rules.setdefault(decision.posted.rule, Count()).add(_is_right(decision, truth))
        player.settle(payment, list(_booked(truth, left)))
    return played


def _is_right(decision: Decision, truth: Row) -> bool:
    given = decision.posted.allocations if decision.posted else ()
    said = Counter((each.item, each.amount.minor) for each in given)
    return said == Counter((each["invoice"], each["cash"]) for each in truth["allocs"])


def _booked(truth: Row, left: dict[str, int]) -> Iterator[Row]:
    """What an accountant books: an item paid in another currency closes whole."""
    for each in truth["allocs"]:
        foreign = str(each["reason"]).startswith("fx")
        closes = left[each["invoice"]] if foreign else each["cash"] + each["adjust"]
        left[each["invoice"]] -= closes
        yield {"invoice": each["invoice"], "cash": each["cash"], "closes": closes, "reason": each["reason"]}


def by_rule(played: Iterable[Played]) -> Iterator[str]:
    """A table: each rule over several workloads."""
    rules = {str(rule): Count() for rule in RuleId}
    for rule, count in (pair for each in played for pair in each.rules.items()):
        rules[rule] = Count(rules[rule].posted + count.posted, rules[rule].right + count.right)
    yield from ("| rule | posted | right | wrong | lower bound |", "| --- | ---: | ---: | ---: | ---: |")
    yield from (f"| `{rule}` | {rules[rule].cells()} |" for rule in sorted(rules))


def by_workload(played: Iterable[Played]) -> Iterator[str]:
    """A table: each workload over all rules."""
    yield "| workload | payments | posted right of all | posted | right | wrong | lower bound |"
    yield "| --- | ---: | ---: | ---: | ---: | ---: | ---: |"
    for each in played:
        share = f"{100 * each.all.right / each.payments:.1f} %"
        yield f"| {each.name} | {each.payments:,} | {share} | {each.all.cells()} |"


def page(cases: list[Played], styles: list[Played]) -> str:
    """The page."""
    about = (f"- {each.name}: {each.about}" for each in STYLES.values())
    parts = (
        (PREFACE, "## On the case workloads\n", *by_rule(cases), "", *by_workload(cases)),
        ("", "## On workloads of other shapes\n", "`python -m benchmarks.workloads` makes them:\n", *about, ""),
        (*by_rule(styles), "", *by_workload(styles)),
    )
    return "\n".join(line for part in parts for line in part) + "\n"


def main() -> None:
    """Play all, write the page; 1 where the case files are absent."""
    if not case_files.PRESENT:
        sys.exit(case_files.header())
    cases = [play(read(case_files.CASES / "cash" / name)) for name in CASES]
    styles = [play(made(style, SEED)) for style in STYLES.values()]
    PAGE.write_text(page(cases, styles), encoding="utf-8")
    print(f"{PAGE} is written")


if __name__ == "__main__":
    main()
