"""What a check found: for people, and as JSON."""

import re
from collections import Counter
from collections.abc import Sequence
from typing import Any

from rich.console import Console
from rich.text import Text

from otcore.cli.check import Checked
from otcore.cli.check_words import MEANING
from otcore.cli.tables import MOST, Column, table
from otcore.formats.visible import visible
from otcore.formats.words import counted
from otcore.invoicing.checking import Difference, Tolerance, Verdict

_KINDS = {"Invoice": "invoice", "CreditNote": "credit note", "CrossIndustryInvoice": "invoice"}
_ENDS = {
    Verdict.EXACT: ("exact", "exact"),
    Verdict.DIFFERS: ("differs", "differ"),
    Verdict.INVALID: ("invalid", "invalid"),
    Verdict.UNREADABLE: ("unreadable", "unreadable"),
}
_NUMBERED = re.compile(r"(?:\w+:)?(\w+\[\d+\])")
_LAST_STEPS = 2


def checked_json(checked: Checked) -> dict[str, Any]:
    """One object a file. What is unreadable has its faults as differences: code and place, and no figures."""
    return {
        "file": checked.file,
        "syntax": checked.syntax or None,
        "verdict": checked.verdict.value,
        "differences": [
            *(_difference(each) for each in checked.differences),
            *(_row(fault.code, fault.path, None, None) for fault in checked.faults),
        ],
    }


def show_checked(console: Console, checked: Sequence[Checked], tolerance: Tolerance) -> None:
    """A line for each file with its differences below, and how many there are of each verdict."""
    exact = sum(each.verdict is Verdict.EXACT for each in checked)
    for each in checked:
        if each.verdict is not Verdict.EXACT or exact <= MOST:
            _show(console, each)
    if len(checked) > 1:
        _say(console, _in_short(checked, tolerance), "bold")


def _difference(difference: Difference) -> dict[str, str | None]:
    return _row(difference.rule, difference.path, difference.stated, _calculated(difference))


def _row(rule: str, path: str, stated: str | None, calculated: str | None) -> dict[str, str | None]:
    return {"rule": rule, "path": path, "stated": stated, "calculated": calculated}


def _calculated(difference: Difference) -> str | None:
    return None if difference.calculated is None else f"{difference.calculated:f}"


def _show(console: Console, checked: Checked) -> None:
    good = checked.verdict is Verdict.EXACT
    _say(console, f"{'✓' if good else '✗'} {checked.file}: {_verdict(checked)}", "green" if good else "red")
    for fault in checked.faults:
        _say(
            console, f"  {' '.join(filter(None, (fault.path + ':' if fault.path else '', fault.code)))} {fault.message}"
        )
    if checked.differences:
        console.print(_table(checked.differences[:MOST]))
    left = len(checked.differences) - MOST
    if left > 0:
        _say(console, f"  and {left} more; --json has all", "dim")


def _verdict(checked: Checked) -> str:
    what = f"{checked.syntax} {_KINDS[checked.kind]}, " if checked.kind else ""
    one, _ = _ENDS[checked.verdict]
    count = len(checked.differences)
    return f"{what}{one}" + (f", {counted(count, 'difference', 'differences')}" if count else "")


def _table(differences: Sequence[Difference]) -> Any:
    columns = [Column("Rule"), Column("Line", right=True), Column("Stated", right=True)]
    rows = [
        (each.rule, each.line or "", each.stated or "-", _calculated(each) or "-", _what(each)) for each in differences
    ]
    return table("", [*columns, Column("Calculated", right=True), Column("What")], rows)


def _what(difference: Difference) -> str:
    """What the rule says, and of which of several elements, or where it would stand."""
    numbered = " ".join(_NUMBERED.findall(difference.path))
    if not numbered and not difference.line:
        numbered = "/".join(difference.path.split("/")[-_LAST_STEPS:])
    return ": ".join(filter(None, (numbered, MEANING[difference.rule])))


def _in_short(checked: Sequence[Checked], tolerance: Tolerance) -> str:
    counts = Counter(each.verdict for each in checked)
    told = ", ".join(
        f"{counts[verdict]} {_ENDS[verdict][counts[verdict] != 1]}" for verdict in Verdict if counts[verdict]
    )
    return f"{counted(len(checked), 'document', 'documents')}, {tolerance.value} tolerance: {told}"


def _say(console: Console, text: str, style: str = "") -> None:
    console.print(Text(visible(text), style=style), soft_wrap=True)
