"""Amending: one side proposes, the other accepts or rejects; what is shipped or billed is not undercut."""

from collections.abc import Iterator
from datetime import date

from otcore.orders.amendment import Amendment, Side
from otcore.orders.amendments.amended import Amended
from otcore.orders.amendments.changing import check, new_changes, new_details, requested_days
from otcore.orders.amendments.commands import AcceptAmendment, ProposeAmendment, RejectAmendment, WithdrawAmendment
from otcore.orders.events import (
    AmendmentProposed,
    AmendmentRejected,
    AmendmentWithdrawn,
    Event,
    HoldPlaced,
    HoldReleased,
    OrderConfirmed,
)
from otcore.orders.guards import must_allow
from otcore.orders.hold import HoldKind
from otcore.orders.lifecycle import LIFE_CYCLE, Status
from otcore.orders.order import Order
from otcore.orders.placing import hold_of
from otcore.orders.verdict import Finding, Verdict
from otcore.values.faults import Rejected

COUNTERED = "another change was proposed instead"
"""What a proposal is rejected with when the other side answers it with its own."""

Findings = tuple[Finding, ...]


def propose(order: Order, command: ProposeAmendment) -> tuple[Event, ...]:
    """The facts that follow from proposing. What the other side proposed falls away; stating again what stands is a no
    to it and nothing more.
    """
    must_allow(order, AmendmentProposed)
    standing = order.proposal
    if standing and standing.by is command.by:
        raise Rejected("AMENDMENT_PENDING", order=order.id, amendment=str(standing.number))
    countered = (AmendmentRejected(standing.number, COUNTERED),) if standing else ()
    amendment = _amendment(order, command)
    if amendment is None and not countered:
        raise Rejected("NO_CHANGES", order=order.id)
    return countered if amendment is None else (*countered, AmendmentProposed(amendment))


def proposal_of(order: Order, command: AcceptAmendment | RejectAmendment | WithdrawAmendment) -> Amendment:
    """The proposal that a command answers."""
    must_allow(order, AmendmentProposed)
    proposal = order.proposal
    if proposal is None or command.amendment not in (None, proposal.number):
        asked = {} if command.amendment is None else {"amendment": str(command.amendment)}
        raise Rejected("NO_AMENDMENT", order=order.id, **asked)
    own = isinstance(command, WithdrawAmendment)
    if (proposal.by is command.by) is not own:
        raise Rejected("NOT_YOUR_AMENDMENT", order=order.id, amendment=str(proposal.number), by=proposal.by.value)
    return proposal


def reject(order: Order, command: RejectAmendment) -> tuple[Event, ...]:
    """The fact that the order stands as it was."""
    return (AmendmentRejected(proposal_of(order, command).number, command.reason),)


def withdraw(order: Order, command: WithdrawAmendment) -> tuple[Event, ...]:
    """The fact that the side which proposed took it back."""
    return (AmendmentWithdrawn(proposal_of(order, command).number, command.reason),)


def accept(order: Order, amended: Amended, was: Findings, now: Findings, day: date, by: str) -> tuple[Event, ...]:
    """The facts that follow from acceptance. `was` and `now`: what the placing rules find in the order without and with
    the amendment. A rule's hold goes when nothing of its kind is found any more; `by` confirms an acknowledged order.
    """
    check(order, amended.amendment.changes, amended.amendment.added)
    may_amend(order, amended, was, now)
    holds = tuple(HoldPlaced(hold_of(each, day)) for each in now if each not in was)
    confirmed = LIFE_CYCLE.allows(order.status, OrderConfirmed)
    return (
        amended.accepted(),
        *_settled(order, amended, now, day),
        *holds,
        *((OrderConfirmed(by),) if confirmed else ()),
    )


def may_amend(order: Order, amended: Amended, was: Findings, now: Findings) -> None:
    """Refused: `AMENDMENT_REFUSED` where the order could not have been placed with the amendment in it."""
    refusals = [each for each in now if each.verdict is Verdict.REJECT and each not in was]
    if refusals:
        reasons = "; ".join(f"{each.code}: {each.text}" for each in refusals)
        raise Rejected(
            "AMENDMENT_REFUSED", order=order.id, amendment=str(amended.amendment.number), reasons=reasons
        )  # fmt: skip


def settled_kinds(order: Order, now: Findings) -> frozenset[HoldKind]:
    """Kinds of holds that only rules placed and for which no rule finds a reason any more."""
    by_rule = {hold.kind for hold in order.holds if not hold.by and hold.kind is not HoldKind.CREDIT}
    by_hand = {hold.kind for hold in order.holds if hold.by}
    return frozenset(by_rule - by_hand - {each.hold for each in now})


def at_once(order: Order, amendment: Amendment, accepts_changes: bool) -> bool:
    """Whether a proposal needs no answer: a buyer's before the order was answered; a seller's afterwards, where the
    customer accepts changes beforehand.
    """
    if order.status is Status.SUBMITTED:
        return amendment.by is Side.BUYER
    return amendment.by is Side.SELLER and accepts_changes


def _amendment(order: Order, command: ProposeAmendment) -> Amendment | None:
    """What is new in the proposal; None when nothing is."""
    details = new_details(order, command.details)
    days_move = details is not None and requested_days(details) != requested_days(order.details)
    changes = new_changes(order.lines, command.changes, days_move)
    if not (changes or command.added or details):
        return None
    check(order, changes, command.added)
    return Amendment(
        number=len(order.amendments) + 1,
        by=command.by,
        day=command.day,
        changes=changes,
        added=command.added,
        details=details,
        reason=command.reason,
        reference=command.reference,
    )


def _settled(order: Order, amended: Amended, now: Findings, day: date) -> Iterator[HoldReleased]:
    reason = f"settled by amendment {amended.amendment.number}"
    kinds = settled_kinds(order, now)
    for kind in sorted(kinds):
        yield HoldReleased(kind, reason, order.open_value, day)
