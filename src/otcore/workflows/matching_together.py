"""Receipts matched as a batch: what names its item goes first, an exact payment before a short one; the rest is decided
as a whole. The order in which the receipts are given makes no difference.
"""

from collections.abc import Iterable
from datetime import date

from attrs import frozen

from otcore.payments import matching_run
from otcore.payments.importing import Statement
from otcore.payments.matching_run import MatchingRun, MatchReceipts, ReceiptsMatched
from otcore.payments.receipt import Receipt
from otcore.ports.aggregates import MATCHING_RUN, RECEIPT, STATEMENT
from otcore.ports.kinds import Kept
from otcore.ports.storage import Where
from otcore.reconciliation import matching
from otcore.reconciliation.batch import decide_all
from otcore.reconciliation.command import ApplyStatement
from otcore.reconciliation.decision import Decision
from otcore.reconciliation.judging import judge
from otcore.reconciliation.matching import Match
from otcore.reconciliation.of_books import payment_of
from otcore.workflows.advising import advice_of
from otcore.workflows.applying import apply_one, settled
from otcore.workflows.candidates import Candidates, book_of, candidates
from otcore.workflows.house import House
from otcore.workflows.requests import Find, Flow, Load, LoadMany, Save

_WAITING = ("on account", "unapplied", "unidentified")


@frozen
class _Waiting:
    """A receipt, what it may pay, and what the ladder says; `named`: it, or an advice, names what is paid."""

    kept: Kept[Receipt]
    found: Candidates
    matched: Match
    named: bool


def apply_statement(command: ApplyStatement, house: House) -> Flow[Kept[Statement]]:
    """The statement, its receipts applied."""
    kept = yield from Load(STATEMENT, command.statement)
    yield from applied_together(kept.some.receipts, command.day, house)
    return kept


def match_receipts(command: MatchReceipts, house: House) -> Flow[Kept[MatchingRun]]:
    """The run, and all receipts that wait tried."""
    kept = yield from Load(MATCHING_RUN, command.run, True)
    matching_run.new(kept.state, command)
    ids: list[str] = []
    for status in _WAITING:
        ids += [each.id for each in (yield from Find(RECEIPT, Where(status=status)))]
    before = yield from LoadMany(RECEIPT, sorted(ids))
    after = yield from applied_together(ids, command.day, house)
    was = {each.id: each.some.unapplied for each in before}
    posted = tuple(each.id for each in after if each.some.unapplied < was[each.id])
    left = tuple(id for id in sorted(ids) if id not in posted)
    kept = kept.after((ReceiptsMatched(command.run, command.day, posted, left),))
    yield from Save(kept)
    return kept


def applied_together(ids: Iterable[str], day: date | None, house: House) -> Flow[tuple[Kept[Receipt], ...]]:
    """The receipts after they were matched as one batch, by id; saved."""
    found = yield from LoadMany(RECEIPT, sorted(set(ids)), True)
    looked = yield from _looked_at((each for each in found if each.some.unapplied), house)
    for each in sorted((each for each in looked if each.named), key=_certain_first):
        yield from apply_one(each.kept, day, house)
    rest = yield from _looked_at((each.kept for each in looked if not each.named), house)
    items = tuple({item.id: item for each in rest for item in each.found.items}.values())
    for each, decision in zip(rest, _decided(rest, house), strict=True):
        related = each.found.may_pay(house.matching)
        judgement = judge(each.kept.some, each.matched, decision, items, related)
        yield from settled(each.kept, judgement, day or each.kept.some.day, house)
    return (yield from LoadMany(RECEIPT, [each.id for each in found]))


def _looked_at(receipts: Iterable[Kept[Receipt]], house: House) -> Flow[list[_Waiting]]:
    looked: list[_Waiting] = []
    for kept in receipts:
        found = yield from candidates(kept.some)
        told = yield from advice_of(kept.some, found, house)
        matched = matching.match(kept.some, found.named, found.payer)
        named = bool(matched.allocations) or (told is not None and told.judgement is not None)
        looked.append(_Waiting(kept, found, matched, named))
    return looked


def _certain_first(each: _Waiting) -> tuple[bool, date, str]:
    return bool(each.matched.reason), each.kept.some.day, each.kept.id


def _decided(waiting: list[_Waiting], house: House) -> tuple[Decision, ...]:
    """On one book of all that any of them may pay."""
    book = book_of((each.found, each.kept.some) for each in waiting)
    return decide_all([payment_of(each.kept.some) for each in waiting], book, house.matching)
