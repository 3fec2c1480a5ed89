"""The summary that a camt message may state of its entries (`TxsSummry`): counts and sums."""

from collections.abc import Callable
from decimal import Decimal

from otcore.adapters.statements.camt.amounts import amount_in, credit_in
from otcore.adapters.statements.camt.status import BOOKED, status_in
from otcore.adapters.xml import Cursor, number_of

_PARTS = (("TtlNtries", (True, False)), ("TtlCdtNtries", (True,)), ("TtlDbtNtries", (False,)))

Measure = Callable[[list[Cursor]], Decimal]


def check_totals(account: Cursor) -> None:
    """Compare the entries with the summary, where there is one.

    A bank may count every entry or only the booked ones, and sum amounts or what they come to; any of these is fine.
    Raises `Invalid` STATEMENT_TOTALS.
    """
    summary = account.child("TxsSummry")
    if summary is None:
        return
    for name, sides in _PARTS:
        part = summary.child(name)
        if part is not None:
            _check_part(part, [entry for entry in account.children("Ntry") if credit_in(entry) in sides])


def _check_part(part: Cursor, entries: list[Cursor]) -> None:
    booked = [entry for entry in entries if status_in(entry) == BOOKED]
    _compare(part, "NbOfNtries", (entries, booked), (_count,))
    _compare(part, "Sum", (entries, booked), (_sum, _net))
    _compare(part, "TtlNetNtryAmt", (entries, booked), (_net,))
    _compare(part, "TtlNetNtry/Amt", (entries, booked), (_net,))


def _compare(part: Cursor, path: str, choices: tuple[list[Cursor], ...], measures: tuple[Measure, ...]) -> None:
    said = part.value(path, number_of)
    found = [measure(entries) for entries in choices for measure in measures]
    if said is None or said in found:
        return
    message = f"the summary says {path} {said}, the entries make {found[0]}"
    raise part.fault("STATEMENT_TOTALS", message, said=said, found=found[0])


def _count(entries: list[Cursor]) -> Decimal:
    return Decimal(len(entries))


def _sum(entries: list[Cursor]) -> Decimal:
    return sum((_amount(entry) for entry in entries), Decimal())


def _net(entries: list[Cursor]) -> Decimal:
    return abs(sum((_amount(entry) * (1 if credit_in(entry) else -1) for entry in entries), Decimal()))


def _amount(entry: Cursor) -> Decimal:
    return amount_in(entry.one("Amt")).amount
