"""Applying a receipt: what the rules are sure of is posted, the rest is left with its reason and its rivals."""

from otcore.payments.receipt import Receipt, ReceiptLeft
from otcore.ports.aggregates import RECEIPT, RECEIVABLE
from otcore.ports.kinds import Kept
from otcore.ports.storage import Where
from otcore.receivables.receivable import Receivable
from otcore.reconciliation import matching
from otcore.reconciliation.command import ApplyReceipt
from otcore.reconciliation.matching import Match
from otcore.workflows.house import House
from otcore.workflows.payers import payer_of
from otcore.workflows.posting import Application, posted
from otcore.workflows.requests import Append, Find, Flow, Load, Save


def apply_receipt(command: ApplyReceipt, house: House) -> Flow[Kept[Receipt]]:
    """The receipt applied to what it names, or left with the reason; nothing for one that is applied in full."""
    kept = yield from Load(RECEIPT, command.receipt, True)
    state = kept.some
    if not state.unapplied:
        return kept
    found = yield from _named(matching.evidence(state))
    decided = matching.match(state, [each.some for each in found], (yield from payer_of(state)))
    if not decided.allocations:
        return (yield from _kept_back(kept, decided))
    application = Application(
        customer=decided.customer,
        allocations=decided.allocations,
        rule=decided.rule,
        reason=decided.reason,
        uses=decided.uses,
    )
    done = yield from posted(kept, application, command.day or state.day)
    yield from Save(*done.kept)
    yield from Append(done.entries)
    return done.receipt


def _named(references: tuple[str, ...]) -> Flow[tuple[Kept[Receivable], ...]]:
    """The items under these references; a search for none of them would find every item."""
    return (yield from Find(RECEIVABLE, Where(references=references), True)) if references else ()


def _kept_back(kept: Kept[Receipt], decided: Match) -> Flow[Kept[Receipt]]:
    """Why nothing was applied; said once, not at every try."""
    state = kept.some
    customer = decided.customer or state.customer
    if (state.customer, state.reason, state.rivals) == (customer, decided.reason, decided.rivals):
        return kept
    kept = kept.after((ReceiptLeft(decided.customer, decided.reason, decided.rivals),))
    yield from Save(kept)
    return kept
