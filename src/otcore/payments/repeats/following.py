"""Whether the balances prove that two statements have no row in common.

A final statement covers an unbroken stretch of the account: from its opening balance its rows lead to its closing
balance. So two of them overlap only where one can begin inside the other: at a place where the running balance is its
opening balance and the rows from there on are its rows. If there is no such place, and the closing balance of the one
is the opening balance of the other (or others between them connect the two so), their rows are different payments,
equal as they may look. If there is such a place too, which takes rows that sum to zero, the bank's numbers decide.
"""

from collections.abc import Iterable, Sequence
from itertools import accumulate

from otcore.payments.row_identity import fingerprint
from otcore.payments.statement import BankStatement, StatementKind

Shown = tuple[str, int]
"""A row as it counts here: its fingerprint and what it moved, in minor units."""


def proven(statement: BankStatement) -> bool:
    """Whether it is final and has both balances, which `check` has compared."""
    final = statement.kind is StatementKind.STATEMENT
    return final and statement.opening is not None and statement.closing is not None


def apart(one: BankStatement, other: BankStatement, others: Sequence[BankStatement]) -> bool:
    """Whether the balances prove that they have no row in common; `others` are statements of the account that may
    connect them.
    """
    if not (proven(one) and proven(other)) or one.account != other.account or one.currency != other.currency:
        return False
    if overlaps(one, other) and not _numbered_apart(one, other):
        return False
    between = [each for each in others if proven(each) and each.account == one.account]
    return _leads(one, other, between) or _leads(other, one, between)


def follows(before: BankStatement, after: BankStatement) -> bool:
    """Whether one begins with the balance that the other ends with, and no earlier."""
    in_order = before.opened <= after.opened and before.closed <= after.closed
    return in_order and before.closing == after.opening


def overlaps(one: BankStatement, other: BankStatement) -> bool:
    """Whether one of them can begin inside the other, by balance and rows."""
    return _begins_inside(one, other) or _begins_inside(other, one)


def _begins_inside(outer: BankStatement, inner: BankStatement) -> bool:
    if outer.opening is None or inner.opening is None:
        return False
    rows, begun = _shown(outer), _shown(inner)
    balances = accumulate((moved for _, moved in rows), initial=outer.opening.minor)
    return any(
        balance == inner.opening.minor and _coincide(rows[place:], begun)
        for place, balance in zip(range(len(rows)), balances, strict=False)
    )


def _coincide(rows: Sequence[Shown], begun: Sequence[Shown]) -> bool:
    length = min(len(rows), len(begun))
    return length > 0 and rows[:length] == begun[:length]


def _shown(statement: BankStatement) -> Sequence[Shown]:
    return [(fingerprint(statement.account, row), row.signed.minor) for row in statement.transactions]


def _numbered_apart(one: BankStatement, other: BankStatement) -> bool:
    return bool(one.sequence and other.sequence) and one.sequence != other.sequence


def _leads(start: BankStatement, goal: BankStatement, between: Iterable[BankStatement]) -> bool:
    """Whether a chain of statements, each following the one before, leads from one to the other."""
    reached, left = [start], list(between)
    for last in reached:
        if follows(last, goal):
            return True
        reached += [each for each in left if follows(last, each)]
        left = [each for each in left if not follows(last, each)]
    return False
