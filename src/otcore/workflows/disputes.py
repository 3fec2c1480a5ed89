"""Disputes about invoices: marked beside what is open of them, their story told by a case in the same unit of work.

Whoever writes a case has locked its item before, so a case is loaded without a lock of its own.
"""

from collections.abc import Iterator
from datetime import date

from otcore.ports.aggregates import DISPUTE, RECEIVABLE
from otcore.ports.kinds import Kept
from otcore.ports.storage import Where
from otcore.receivables import disputing
from otcore.receivables.dispute import Dispute, DisputeReason, Resolution
from otcore.receivables.disputing import OpenDispute, SettleDispute
from otcore.receivables.events import DisputeSettled
from otcore.receivables.receivable import Receivable
from otcore.support import casework
from otcore.support.casework import Claim, NoteDispute
from otcore.support.dispute_case import DisputeCase, case_id
from otcore.support.queries import AskDisputes, DisputeStanding, standings
from otcore.workflows.house import House
from otcore.workflows.requests import Find, Flow, Load, LoadMany, Save, Who

Case = Kept[DisputeCase]
Settled = tuple[Kept[Receivable], tuple[Case, ...]]


def open_dispute(command: OpenDispute, house: House) -> Flow[Kept[Receivable]]:
    """The item with the dispute."""
    item = yield from Load(RECEIVABLE, command.invoice, True)
    item, case = yield from _opened(item, command, Claim(reason=command.code, by=(yield from Who())))
    yield from Save(item, case)
    return item


def note_dispute(command: NoteDispute, house: House) -> Flow[Case]:
    """The case with the note."""
    item = yield from Load(RECEIVABLE, command.invoice, True)
    case = yield from Load(DISPUTE, case_id(item.some.id, command.dispute))
    if case.state is None:
        case = _told(item.some, disputing.marked(item.some, command.dispute), case)
    case = case.after(casework.noted(command, (yield from Who())))
    yield from Save(case)
    return case


def settle_dispute(command: SettleDispute, house: House) -> Flow[Kept[Receivable]]:
    """The item without the dispute."""
    item = yield from Load(RECEIVABLE, command.invoice, True)
    facts = disputing.settle(item.some, command)
    (case,) = yield from _cases(item.some, (disputing.marked(item.some, command.dispute),))
    item = item.after(facts)
    yield from Save(item, case.after(_ended(facts[0], command.resolution, (yield from Who()))))
    return item


def dispute_of_deduction(
    item: Kept[Receivable],
    receipt: str,
    day: date,
    reason: DisputeReason = DisputeReason.DEDUCTION,
    said: str = "",
) -> Flow[Settled]:
    """The item that a payment left partly open, with that part in dispute, and the case; both are yet to be saved.

    What is in dispute already is not disputed twice: of nothing else the item is as it was, and there is no case.
    """
    left = item.some.open - item.some.disputed
    if left.minor <= 0:
        return item, ()
    words = said or f"taken off the payment {receipt}"
    id = _free(item.some, receipt)
    command = OpenDispute(invoice=item.id, dispute=id, day=day, reason=words, amount=left, code=reason)
    item, case = yield from _opened(item, command, Claim(reason=reason, by=(yield from Who()), receipt=receipt))
    return item, (case,)


def end_deductions(item: Kept[Receivable], receipt: str, day: date, outcome: str) -> Flow[Settled]:
    """The item without the disputes that a payment opened, for that was taken back; all are yet to be saved."""
    cases = yield from _cases(item.some, item.some.disputes)
    ended, by = [], (yield from Who())
    for case in cases:
        if case.some.receipt == receipt:
            fact = DisputeSettled(case.some.dispute, day, outcome)
            item = item.after((fact,))
            ended.append(case.after(_ended(fact, Resolution.WITHDRAWN, by)))
    return item, tuple(ended)


def ask_disputes(query: AskDisputes) -> Flow[tuple[DisputeStanding, ...]]:
    """The disputes open on a day."""
    found = yield from Find(DISPUTE, Where(party=query.customer, until=query.day))
    return standings((kept.some for kept in found), query.day)


def _opened(item: Kept[Receivable], command: OpenDispute, claim: Claim) -> Flow[tuple[Kept[Receivable], Case]]:
    facts = disputing.dispute(item.some, command)
    case = yield from Load(DISPUTE, case_id(item.id, command.dispute))
    return item.after(facts), case.after(casework.opened(case.state, item.some, facts[0].dispute, claim))


def _cases(item: Receivable, marks: tuple[Dispute, ...]) -> Flow[tuple[Case, ...]]:
    """The cases of marks."""
    found = yield from LoadMany(DISPUTE, [case_id(item.id, mark.id) for mark in marks])
    return tuple(_told(item, mark, case) for mark, case in zip(marks, found, strict=True))


def _told(item: Receivable, mark: Dispute, case: Case) -> Case:
    """A mark of the time before there were cases tells its own."""
    if case.state is not None:
        return case
    return case.after(casework.opened(None, item, mark, Claim(reason=DisputeReason.OTHER, by="")))


def _ended(fact: DisputeSettled, resolution: Resolution, by: str) -> tuple[object, ...]:
    return casework.settled(fact.day, fact.outcome, resolution, by)


def _free(item: Receivable, receipt: str) -> str:
    """The receipt's id, or with a count where the item has a dispute of this name."""
    taken = {each.id for each in item.disputes}
    return next(id for id in _names(receipt, len(taken)) if id not in taken)


def _names(receipt: str, taken: int) -> Iterator[str]:
    yield receipt
    yield from (f"{receipt}-{count}" for count in range(2, taken + 3))
