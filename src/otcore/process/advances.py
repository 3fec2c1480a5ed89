"""What is billed of an order before delivery, told."""

from collections.abc import Mapping

from otcore.orders import events as e
from otcore.process.sentence import Sentence, counted


def _planned(fact: e.MilestonesPlanned) -> str:
    if not fact.milestones:
        return "Billed by milestones no longer"
    return f"Billed by {counted(len(fact.milestones), 'milestone')}: {', '.join(each.id for each in fact.milestones)}"


def _billed(fact: e.AdvanceBilled) -> str:
    of = f", milestone {fact.milestone}" if fact.milestone else ""
    return f"Billed before delivery by {fact.invoice}: {fact.amount}{of}"


def _deducted(fact: e.AdvanceDeducted) -> str:
    parts = ", ".join(f"{amount} of {number}" for number, amount in fact.parts)
    return f"Taken off by {fact.invoice}: {parts}"


def _returned(fact: e.AdvanceReturned) -> str:
    return f"What {fact.invoice} took off is to be taken off again: it was credited by {fact.note}"


def _credited(fact: e.AdvanceCredited) -> str:
    return f"Credited by {fact.note}: {fact.amount} of {fact.invoice}"


ADVANCES: Mapping[type, Sentence] = {
    e.MilestonesPlanned: Sentence("order.milestones_planned", _planned),
    e.AdvanceBilled: Sentence("order.advance_billed", _billed, again=True),
    e.AdvanceDeducted: Sentence("order.advance_deducted", _deducted),
    e.AdvanceReturned: Sentence("order.advance_returned", _returned),
    e.AdvanceCredited: Sentence("order.advance_credited", _credited, again=True),
}
