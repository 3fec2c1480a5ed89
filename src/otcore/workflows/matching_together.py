"""Receipts matched as a batch: those of a statement, and all that wait."""

from otcore.payments import matching_run
from otcore.payments.importing import Statement
from otcore.payments.matching_run import MatchingRun, MatchReceipts, ReceiptsMatched
from otcore.ports.aggregates import MATCHING_RUN, RECEIPT, STATEMENT
from otcore.ports.kinds import Kept
from otcore.ports.storage import Where
from otcore.reconciliation.command import ApplyStatement
from otcore.workflows.applying import applied
from otcore.workflows.house import House
from otcore.workflows.requests import Find, Flow, Load, LoadMany, Save

_WAITING = ("on account", "unapplied", "unidentified")


def apply_statement(command: ApplyStatement, house: House) -> Flow[Kept[Statement]]:
    """The statement, its receipts applied."""
    kept = yield from Load(STATEMENT, command.statement)
    receipts = yield from LoadMany(RECEIPT, sorted(set(kept.some.receipts)), True)
    yield from applied(receipts, command.day, house)
    return kept


def match_receipts(command: MatchReceipts, house: House) -> Flow[Kept[MatchingRun]]:
    """The run, and all receipts that wait tried."""
    kept = yield from Load(MATCHING_RUN, command.run, True)
    matching_run.new(kept.state, command)
    ids: list[str] = []
    for status in _WAITING:
        ids += [each.id for each in (yield from Find(RECEIPT, Where(status=status)))]
    before = yield from LoadMany(RECEIPT, sorted(set(ids)), True)
    after = yield from applied(before, command.day, house)
    moved = [now.some.unapplied < was.some.unapplied for was, now in zip(before, after, strict=True)]
    posted = tuple(each.id for each, is_less in zip(before, moved, strict=True) if is_less)
    left = tuple(each.id for each, is_less in zip(before, moved, strict=True) if not is_less)
    kept = kept.after((ReceiptsMatched(command.run, command.day, posted, left),))
    yield from Save(kept)
    return kept
