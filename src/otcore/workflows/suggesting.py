"""Commands that suit an order as it stands: for each step the ones that are most likely to be taken, best first.

Nothing here says whether they are: the commands' own rules do.
"""

from collections.abc import Iterator
from datetime import date
from decimal import Decimal

from attrs import frozen

from otcore.orders import commands as c
from otcore.orders.allocation.allocating import AllocateOrder
from otcore.orders.amendment import LineChange, Side
from otcore.orders.amendments.commands import AcceptAmendment, ProposeAmendment, RejectAmendment, WithdrawAmendment
from otcore.orders.credit_commands import RecheckCredit
from otcore.orders.drafting import SubmitOrder
from otcore.orders.hold import HoldKind
from otcore.orders.line import quantity
from otcore.orders.order import Order
from otcore.orders.returns.returned_goods import Return
from otcore.orders.shipments.shipment import Shipment
from otcore.values.command import Command

WHY = "asked"
"""The reason in a command that was only made to ask; a person gives a better one."""

ONE = Decimal(1)

Commands = tuple[Command[object], ...]
Suggestions = Iterator[tuple[str, Commands]]
"""What a step is about, and the commands for it."""


@frozen
class Situation:
    """An order with its shipments and returns, on a day."""

    order: Order
    day: date
    shipments: tuple[Shipment, ...] = ()
    returns: tuple[Return, ...] = ()


def submit(now: Situation) -> Suggestions:
    """The draft placed."""
    yield "", (SubmitOrder(order=now.order.id, day=now.day),)


def acknowledge(now: Situation) -> Suggestions:
    """The seller's answer."""
    yield "", (c.AcknowledgeOrder(order=now.order.id, day=now.day),)


def agree(now: Situation) -> Suggestions:
    """The buyer's yes."""
    yield "", (c.AgreeToChanges(order=now.order.id, day=now.day),)


def reject(now: Situation) -> Suggestions:
    """The seller's no."""
    yield "", (c.RejectOrder(order=now.order.id, day=now.day, reason=WHY),)


def allocate(now: Situation) -> Suggestions:
    """Goods looked for again."""
    yield "", (AllocateOrder(order=now.order.id, day=now.day),)


def hold(now: Situation) -> Suggestions:
    """One more reason to wait."""
    kinds = (HoldKind.MANUAL, HoldKind.FRAUD, HoldKind.PRICE, HoldKind.INCOMPLETE, HoldKind.CREDIT)
    yield "", tuple(c.HoldOrder(order=now.order.id, kind=kind, reason=WHY, day=now.day) for kind in kinds)


def release(now: Situation) -> Suggestions:
    """Each kind of hold that stands, lifted."""
    for kind in dict.fromkeys([hold.kind for hold in now.order.holds]) or (HoldKind.MANUAL,):
        yield kind.value, (c.ReleaseHold(order=now.order.id, kind=kind, reason=WHY, day=now.day),)


def recheck(now: Situation) -> Suggestions:
    """The credit checks made again."""
    yield "", (RecheckCredit(order=now.order.id, day=now.day),)


def propose(now: Situation) -> Suggestions:
    """Other words on a line, or one more of it."""
    changes = [
        *(LineChange(line=line.id, note=f"{line.agreed.note} {WHY}".strip()) for line in now.order.lines),
        *(LineChange(line=line.id, quantity=quantity(line, line.ledger.ordered + ONE)) for line in now.order.lines),
    ]
    for side in Side:
        yield (
            side.value,
            tuple(ProposeAmendment(order=now.order.id, day=now.day, by=side, changes=(change,)) for change in changes),
        )


def accept(now: Situation) -> Suggestions:
    """A side's yes to what the other proposed."""
    for side in Side:
        yield side.value, (AcceptAmendment(order=now.order.id, day=now.day, by=side),)


def turn_down(now: Situation) -> Suggestions:
    """A side's no."""
    for side in Side:
        yield side.value, (RejectAmendment(order=now.order.id, day=now.day, by=side),)


def withdraw(now: Situation) -> Suggestions:
    """A side's own proposal taken back."""
    for side in Side:
        yield side.value, (WithdrawAmendment(order=now.order.id, day=now.day, by=side),)


def cancel(now: Situation) -> Suggestions:
    """All of it given up."""
    yield "", (c.CancelOrder(order=now.order.id, day=now.day, reason=WHY),)


def cancel_lines(now: Situation) -> Suggestions:
    """Everything that is open given up."""
    lines = tuple(c.LineCancellation(line=line.id) for line in now.order.lines)
    yield "", (c.CancelLines(order=now.order.id, day=now.day, lines=lines, reason=WHY),)


def close(now: Situation) -> Suggestions:
    """Nothing more done."""
    yield "", (c.CloseOrder(order=now.order.id, day=now.day, reason=WHY),)


def reopen(now: Situation) -> Suggestions:
    """Gone on with."""
    yield "", (c.ReopenOrder(order=now.order.id, day=now.day, reason=WHY),)
