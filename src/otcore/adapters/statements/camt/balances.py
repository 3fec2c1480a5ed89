"""The balances of a camt statement."""

from datetime import date

from otcore.adapters.statements.camt.amounts import amount_in, credit_in, day_in
from otcore.adapters.xml import Cursor
from otcore.values import Money

OPENING = ("OPBD", "PRCD")
CLOSING = ("CLBD",)

Dated = tuple[date, Money]


def balance_in(statement: Cursor, which: str, kinds: tuple[str, ...]) -> Dated:
    """Day and signed amount of the balance of the first of these kinds that is there.

    Raises `Invalid` STATEMENT_BALANCE when there is none, or more than one of a kind.
    """
    for kind in kinds:
        found = [balance for balance in statement.children("Bal") if _kind(balance) == kind]
        if len(found) > 1:
            raise found[1].fault("STATEMENT_BALANCE", f"there are {len(found)} {which} balances ({kind})")
        if found:
            return _dated(found[0])
    raise statement.fault("STATEMENT_BALANCE", f"there is no {which} balance ({' or '.join(kinds)})")


def _kind(balance: Cursor) -> str:
    return balance.text("Tp/CdOrPrtry/Cd") or balance.text("Tp/Cd")


def _dated(balance: Cursor) -> Dated:
    day = day_in(balance, "Dt")
    if day is None:
        raise balance.missing("Dt")
    amount = amount_in(balance.one("Amt"))
    return day, amount if credit_in(balance) else -amount
