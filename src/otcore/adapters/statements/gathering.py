"""What every reader does with the parts of a file: read all, tell all faults, keep cash and the rest apart, check."""

from collections.abc import Callable, Iterable
from typing import TypeVar

from otcore.payments.statement import BankStatement, BankTransaction, NotCash
from otcore.values import Fault, Invalid

P = TypeVar("P")
T = TypeVar("T")

MOST_FAULTS = 100


def gathered(parts: Iterable[P], read: Callable[[P], T]) -> tuple[T, ...]:
    """What `read` makes of each part. Raises one `Invalid` with the faults of them all (it stops after 100)."""
    found: list[T] = []
    faults: list[Fault] = []
    for part in parts:
        try:
            found.append(read(part))
        except Invalid as error:
            faults += error.faults
        if len(faults) >= MOST_FAULTS:
            break
    if faults:
        raise Invalid(*faults)
    return tuple(found)


def cash_and_rest(
    rows: Iterable[BankTransaction | NotCash],
) -> tuple[tuple[BankTransaction, ...], tuple[NotCash, ...]]:
    """The transactions, and what moved no booked cash; each in its order."""
    found = tuple(rows)
    cash = tuple(each for each in found if isinstance(each, BankTransaction))
    return cash, tuple(each for each in found if isinstance(each, NotCash))


def check_at(statement: BankStatement, place: str) -> None:
    """Check a statement. What it raises as `Invalid` is given its place in the file."""
    try:
        statement.check()
    except Invalid as error:
        raise error.at(place) from None
