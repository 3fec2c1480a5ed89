"""The balances of a camt statement."""

from datetime import date

from otcore.adapters.statements.camt.amounts import amount_in, credit_in, day_in
from otcore.adapters.xml import Cursor
from otcore.values import Money

OPENING = ("OPBD", "PRCD")
CLOSING = ("CLBD",)

INTERIM = "ITBD"
"""Where a statement is split over pages: the closing balance of one, and the opening one of the next."""

Dated = tuple[date, Money]


def balances_of(statement: Cursor) -> tuple[Dated, Dated]:
    """The opening and the closing balance; of a page of a statement, interim ones in their place.

    Raises `Invalid` STATEMENT_BALANCE when there is none, or more than one of a kind.
    """
    interim = page_ends(statement)
    opening = _first(statement, "opening", OPENING, interim[:1])
    return opening, _first(statement, "closing", CLOSING, interim[-1:])


def page_ends(statement: Cursor) -> tuple[Cursor, ...]:
    """The interim balances that a page begins or ends with; none where a statement is whole, or says more of them."""
    interim = tuple(each for each in statement.children("Bal") if _kind(each) == INTERIM)
    kinds = {_kind(each) for each in statement.children("Bal")}
    missing = sum(kinds.isdisjoint(each) for each in (OPENING, CLOSING))
    return interim if len(interim) == missing else ()


def _first(statement: Cursor, which: str, kinds: tuple[str, ...], interim: tuple[Cursor, ...]) -> Dated:
    is_page = interim and all(_kind(each) not in kinds for each in statement.children("Bal"))
    return _dated(interim[0]) if is_page else balance_in(statement, which, kinds)


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
