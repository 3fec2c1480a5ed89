"""Applying a receipt: what the rules are sure of is posted, the rest is left with its reason and its rivals."""

from datetime import date

from otcore.payments.receipt import Receipt, ReceiptLeft
from otcore.ports.aggregates import RECEIPT
from otcore.ports.kinds import Kept
from otcore.reconciliation import matching
from otcore.reconciliation.advice_judging import suggested
from otcore.reconciliation.command import ApplyReceipt
from otcore.reconciliation.deciding import decide
from otcore.reconciliation.judging import Judgement, judge
from otcore.reconciliation.of_books import payment_of
from otcore.workflows.advising import advice_of
from otcore.workflows.candidates import candidates
from otcore.workflows.house import House
from otcore.workflows.identifying import learned
from otcore.workflows.posting import Application, posted
from otcore.workflows.requests import Append, Flow, Load, Save


def apply_receipt(command: ApplyReceipt, house: House) -> Flow[Kept[Receipt]]:
    """The receipt applied to what it pays, or left with the reason; nothing for one that is applied in full."""
    kept = yield from Load(RECEIPT, command.receipt, True)
    return (yield from apply_one(kept, command.day, house))


def apply_one(kept: Kept[Receipt], day: date | None, house: House) -> Flow[Kept[Receipt]]:
    """One receipt by itself, as the books are now; saved."""
    state = kept.some
    if not state.unapplied:
        return kept
    found = yield from candidates(state)
    told = yield from advice_of(state, found, house)
    if told and told.judgement:
        yield from Save(told.used)
        return (yield from settled(kept, told.judgement, day or state.day, house))
    matched = matching.match(state, found.named, found.payer)
    decision = decide(payment_of(state), found.book(state), house.matching)
    decision = suggested(decision, told.result) if told else decision
    judgement = judge(state, matched, decision, found.items, found.may_pay(house.matching))
    return (yield from settled(kept, judgement, day or state.day, house))


def settled(kept: Kept[Receipt], judgement: Judgement, day: date, house: House) -> Flow[Kept[Receipt]]:
    """The receipt after a judgement, saved with all that it moves."""
    if not judgement.allocations:
        return (yield from _kept_back(kept, judgement))
    application = Application(
        customer=judgement.customer,
        allocations=judgement.allocations,
        rule=judgement.rule,
        reason=judgement.reason,
        uses=judgement.uses,
        decided=judgement.decided,
    )
    done = yield from posted(kept, application, day)
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
