"""What `otcore match` shows on a terminal: what was posted, and what needs looking at last."""

from pathlib import Path

from rich.console import Console
from rich.table import Table
from rich.text import Text

from otcore.cli.documents import Failure
from otcore.cli.screen import show_failures
from otcore.cli.tables import MOST, Column, table
from otcore.formats.cash_application import Matched, Matching
from otcore.formats.cash_application.matched import sums
from otcore.formats.cash_application.paid_before import paid_before
from otcore.formats.cash_application.words import OUTCOMES, RULES, reasons, said, why
from otcore.formats.numbers import money
from otcore.formats.visible import visible
from otcore.formats.words import counted
from otcore.payments.allocation import Allocation
from otcore.reconciliation.decision import Outcome, Proposal

_NAME = 26
_STYLES = {Outcome.POSTED: "green", Outcome.SUGGESTED: "yellow", Outcome.UNMATCHED: "red"}
_ITEMS = 4
"""Items that are named in a cell; of more, their number."""


def show_matching(
    console: Console,
    matching: Matching,
    failures: tuple[Failure, ...],
    written: dict[str, bool],
    out: Path,
    set_aside: int = 0,
) -> None:
    """All of it."""
    _table(console, "Posted", matching.of(Outcome.POSTED), matching)
    _table(console, "To look at", matching.to_look_at, matching)
    console.print(_in_short(matching))
    if set_aside:
        entries = counted(set_aside, "entry", "entries")
        _say(console, f"Beside them {entries} of the statement: our own payments, or not booked.", "dim")
    _say(console, f"Written to {out}: {', '.join(written)}")
    if matching.to_look_at or matching.flagged:
        _say(console, f"The review list is {out / 'review.html'}", "bold")
    show_failures(console, failures)


def _table(console: Console, title: str, matched: tuple[Matched, ...], matching: Matching) -> None:
    if not matched:
        return
    columns = [Column("Payment", most=24), Column("Payer", most=_NAME), Column("Amount", right=True), Column("What")]
    console.print(table(title, columns, (_row(each, matching) for each in matched[:MOST])))
    if len(matched) > MOST:
        _say(console, f"... and {len(matched) - MOST} more; the files have all.", "dim")


def _row(matched: Matched, matching: Matching) -> tuple[object, ...]:
    payment, decision = matched.payment, matched.decision
    what = _explained(decision.posted, matching) if decision.posted else _open_question(matched, matching)
    what += f"\n! {reasons(matched.flags)}" if matched.flags else ""
    return payment.id, payment.payer_name or "-", money(payment.amount), what


def _open_question(matched: Matched, matching: Matching) -> str:
    told = reasons(matched.decision.reasons) or said(OUTCOMES, matched.decision.outcome)
    before = [f"{matching.number(item)} was paid by {by.payment.id}" for item, by in paid_before(matched, matching)]
    told = "; ".join((told, *before[:_ITEMS]))
    rivals = matched.decision.rivals
    if not rivals:
        return told
    more = f", or {counted(len(rivals) - 1, 'other', 'others')}" if rivals[1:] else ""
    return f"{told}\n? {_explained(rivals[0], matching)}{more}"


def _explained(proposal: Proposal, matching: Matching) -> str:
    """The items that are paid, and how it is known."""
    named = [_named(part, matching) for part in proposal.allocations[:_ITEMS]]
    more = len(proposal.allocations) - _ITEMS
    items = ", ".join(named) + (f" and {more} more" if more > 0 else "")
    left = f", {money(proposal.on_account)} on account" if proposal.on_account else ""
    return f"{items or 'nothing'} {said(RULES, proposal.rule)}{left}"


def _named(part: Allocation, matching: Matching) -> str:
    differs = [f"{why(each.why)} {money(each.amount)}" for each in part.adjustments]
    differs += [why(part.reason)] if part.reason else []
    return matching.number(part.item) + (f" ({', '.join(differs)})" if differs else "")


def _in_short(matching: Matching) -> Table:
    """How many of each, and what they come to."""
    columns = [Column("Payments"), Column("", right=True), Column("Sum")]
    rows = []
    for outcome in Outcome:
        matched = matching.of(outcome)
        coming_to = ", ".join(map(money, sums(matched))) or "-"
        rows.append((Text(OUTCOMES[outcome], style=_STYLES[outcome]), len(matched), coming_to))
    return table("", columns, rows)


def _say(console: Console, text: str, style: str = "") -> None:
    console.print(Text(visible(text), style=style), soft_wrap=True)
