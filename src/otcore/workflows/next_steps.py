"""The next steps of an order: each command is rehearsed on the books as they are, so its own rules answer."""

from collections.abc import Callable, Iterable
from typing import Any, TypeVar

from attrs import frozen

from otcore.orders.steps import AskSteps, Step
from otcore.ports.aggregates import ORDER, RETURN, SHIPMENT
from otcore.ports.errors import NotFound
from otcore.ports.kinds import Kept
from otcore.ports.storage import Where
from otcore.values.command import Command
from otcore.values.faults import Invalid
from otcore.workflows import (
    allocating,
    amend,
    answer,
    bill,
    close,
    credit,
    credit_note,
    despatching,
    drafting,
    hold,
    receive_return,
    returns,
    ship,
    suggesting,
)
from otcore.workflows import suggesting_bills as bills
from otcore.workflows import suggesting_goods as goods
from otcore.workflows.billing import milestone, prepayment
from otcore.workflows.billing import order as ordered
from otcore.workflows.house import House
from otcore.workflows.rehearsing import Refusal, Seen, rehearse
from otcore.workflows.requests import Find, Flow, Load
from otcore.workflows.suggesting import Commands, Situation, Suggestions

S = TypeVar("S")


@frozen
class Way:
    """One kind of step: its public name, the flow that takes it, and the commands that suit a situation."""

    name: str
    serve: Callable[[Any, House], Flow[Kept[Any]]]
    suggest: Callable[[Situation], Suggestions]


WAYS: tuple[Way, ...] = (
    Way("submit-order", drafting.submit, suggesting.submit),
    Way("acknowledge-order", answer.acknowledge, suggesting.acknowledge),
    Way("agree-to-changes", answer.agree, suggesting.agree),
    Way("reject-order", answer.reject, suggesting.reject),
    Way("hold-order", hold.hold, suggesting.hold),
    Way("release-hold", hold.release_hold, suggesting.release),
    Way("recheck-credit", credit.recheck_credit, suggesting.recheck),
    Way("propose-amendment", amend.propose, suggesting.propose),
    Way("accept-amendment", amend.accept, suggesting.accept),
    Way("reject-amendment", amend.reject, suggesting.turn_down),
    Way("withdraw-amendment", amend.withdraw, suggesting.withdraw),
    Way("cancel-order", close.cancel, suggesting.cancel),
    Way("cancel-lines", close.cancel_lines, suggesting.cancel_lines),
    Way("close-order", close.close, suggesting.close),
    Way("reopen-order", close.reopen, suggesting.reopen),
    Way("allocate-order", allocating.allocate_order, suggesting.allocate),
    Way("plan-shipment", despatching.plan_shipment, goods.plan),
    Way("cancel-shipment", despatching.cancel_shipment, goods.cancel_plan),
    Way("post-despatch", ship.post_despatch, goods.ship),
    Way("confirm-delivery", despatching.confirm_delivery, goods.deliver),
    Way("reverse-shipment", despatching.reverse_shipment, goods.reverse),
    Way("draft-invoice", bill.draft_invoice, goods.draft_invoice),
    Way("issue-invoice", bill.issue_invoice, goods.invoice),
    Way("bill-order", ordered.bill_order, bills.whole),
    Way("bill-prepayment", prepayment.bill_prepayment, bills.prepay),
    Way("plan-milestones", milestone.plan_milestones, bills.plan),
    Way("bill-milestone", milestone.bill_milestone, bills.milestone),
    Way("request-return", returns.request_return, goods.request_return),
    Way("authorise-return", returns.authorise_return, goods.authorise),
    Way("reject-return", returns.reject_return, goods.reject_return),
    Way("receive-return", receive_return.receive_return, goods.receive),
    Way("cancel-return", returns.cancel_return, goods.cancel_return),
    Way("close-return", returns.close_return, goods.close_return),
    Way("exchange-return", returns.exchange_return, goods.exchange),
    Way("issue-credit-note", credit_note.issue_credit_note, goods.credit),
)
"""Every step, in the order in which an order usually takes them."""


def ask_steps(query: AskSteps, house: House) -> Flow[tuple[Step, ...]]:
    """Each step of the order with the answer that its command would get."""
    order = yield from Load(ORDER, query.order)
    shipments = yield from Find(SHIPMENT, Where(references=(query.order,)))
    asked = yield from Find(RETURN, Where(references=(query.order,)))
    now = Situation(order.some, query.day, _states(shipments), _states(asked))
    seen: Seen = {}
    steps = []
    for way in WAYS:
        for about, commands in way.suggest(now):
            steps.append((yield from _step(way, about, commands, house, seen)))
    return tuple(steps)


def _states(found: Iterable[Kept[S]]) -> tuple[S, ...]:
    return tuple(kept.some for kept in found)


def _step(way: Way, about: str, commands: Commands, house: House, seen: Seen) -> Flow[Step]:
    """The first command that would be done; else the first one, with its refusal."""
    refused = []
    for command in commands:
        refusal = yield from rehearse(way.serve(command, house), seen)
        if refusal is None:
            return Step(way.name, about, True, command)
        refused.append((command, refusal))
    command, refusal = refused[0]
    return _not_possible(way, about, command, refusal)


def _not_possible(way: Way, about: str, command: Command[object], refusal: Refusal) -> Step:
    if isinstance(refusal, Invalid):
        return Step(way.name, about, False, command, refusal.faults[0].code, str(refusal))
    if isinstance(refusal, NotFound):
        return Step(way.name, about, False, command, refusal.code, f"no {refusal.kind} {refusal.id}")
    known = ((name, value) for name, value in refusal.facts.items() if name != "order" and value not in ("", None))
    return Step(way.name, about, False, command, refusal.code, ", ".join(f"{name}={value}" for name, value in known))
