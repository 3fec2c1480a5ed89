"""Applying receipts: what the evidence is sure of is posted, the rest is left with its reason and its rivals.

However many there are, they are decided as one batch: the order in which they are given makes no difference.
"""

from collections.abc import Sequence
from datetime import date

from attrs import define

from otcore.payments.receipt import Receipt, ReceiptLeft
from otcore.ports.aggregates import RECEIPT
from otcore.ports.kinds import Kept
from otcore.reconciliation.advice_judging import suggested
from otcore.reconciliation.batch import decide_all
from otcore.reconciliation.command import ApplyReceipt
from otcore.reconciliation.judgement import Judgement, judged
from otcore.reconciliation.of_books import payment_of
from otcore.workflows.advising import Told, advice_of
from otcore.workflows.candidates import Candidates, book_of, candidates
from otcore.workflows.gateways.payouts import gateway_behind, tried
from otcore.workflows.house import House
from otcore.workflows.identifying import learned
from otcore.workflows.posting import Application, posted
from otcore.workflows.requests import Append, Flow, Load, Save


@define
class _Waiting:
    """A receipt, what it may pay, and what an advice says of it that is not certain."""

    kept: Kept[Receipt]
    found: Candidates
    told: Told | None


def apply_receipt(command: ApplyReceipt, house: House) -> Flow[Kept[Receipt]]:
    """The receipt applied to what it pays, or left with the reason; nothing for one that is applied in full."""
    kept = yield from Load(RECEIPT, command.receipt, True)
    (after,) = yield from applied((kept,), command.day, house)
    return after


def applied(receipts: Sequence[Kept[Receipt]], day: date | None, house: House) -> Flow[tuple[Kept[Receipt], ...]]:
    """The receipts after they were matched as a whole, in the order given; saved.

    First those that an advice explains, the earliest first; the others are decided on one book of all they may pay.
    """
    done = {each.id: each for each in receipts}
    waiting: list[_Waiting] = []
    left = sorted((each for each in receipts if each.some.unapplied), key=_earliest)
    for kept in left:
        gateway = gateway_behind(kept.some, house) if house.payouts else ""
        if gateway:
            done[kept.id] = yield from tried(kept, gateway, day)
            continue
        found = yield from candidates(kept.some)
        told = yield from advice_of(kept.some, found, house)
        if told and told.judgement:
            yield from Save(told.used)
            done[kept.id] = yield from _settled(kept, told.judgement, day, house)
        else:
            waiting.append(_Waiting(kept, found, told))
    for each in waiting if len(waiting) < len(left) else ():  # those that were posted left less to pay
        each.found = yield from candidates(each.kept.some)
    done |= yield from _decided(waiting, day, house)
    return tuple(done[each.id] for each in receipts)


def _earliest(kept: Kept[Receipt]) -> tuple[date, str]:
    return kept.some.day, kept.id


def _decided(waiting: Sequence[_Waiting], day: date | None, house: House) -> Flow[dict[str, Kept[Receipt]]]:
    book = book_of((each.found, each.kept.some) for each in waiting)
    decisions = decide_all([payment_of(each.kept.some) for each in waiting], book, house.matching)
    done: dict[str, Kept[Receipt]] = {}
    for each, decision in zip(waiting, decisions, strict=True):
        told = suggested(decision, each.told.result) if each.told else decision
        judgement = judged(each.kept.some, told, each.found.payer, each.found.named)
        done[each.kept.id] = yield from _settled(each.kept, judgement, day, house)
    return done


def _settled(kept: Kept[Receipt], judgement: Judgement, day: date | None, house: House) -> Flow[Kept[Receipt]]:
    """The receipt after a judgement, saved with all that it moves."""
    if not judgement.allocations:
        return (yield from _kept_back(kept, judgement))
    application = Application(
        customer=judgement.customer,
        allocations=judgement.allocations,
        rule=judgement.rule,
        reason=judgement.reason,
        decided=judgement.decided,
    )
    done = yield from posted(kept, application, day or kept.some.day)
    learns = house.matching.of(judgement.customer).learns and kept.some.transaction.payer_account
    names = (yield from learned(kept.some, judgement.customer)) if learns else ()
    yield from Save(*done.kept, *names)
    yield from Append(done.entries)
    return done.receipt


def _kept_back(kept: Kept[Receipt], judgement: Judgement) -> Flow[Kept[Receipt]]:
    """Why nothing was applied; said once, not at every try."""
    state = kept.some
    customer = judgement.customer or state.customer
    if (state.customer, state.reason, state.rivals) == (customer, judgement.reason, judgement.rivals):
        return kept
    kept = kept.after((ReceiptLeft(judgement.customer, judgement.reason, judgement.rivals, judgement.decided),))
    yield from Save(kept)
    return kept
