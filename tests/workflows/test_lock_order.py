"""What several commands want at once all of them lock in one order, so that none waits for another in a ring."""

from collections.abc import Iterator
from contextlib import closing
from decimal import Decimal
from typing import Any

from otcore.app.routes import COMMANDS
from otcore.app.sync import MAIN
from otcore.invoicing.credit_notes.commands import ApplyCreditNote, IssueCorrectiveInvoice, IssueCreditNote
from otcore.invoicing.invoice import IssueInvoice
from otcore.invoicing.invoice_commands import DraftInvoice, IssueDraft
from otcore.orders.allocation.allocating import AllocateOrder
from otcore.orders.amendments.commands import AcceptAmendment, ProposeAmendment
from otcore.orders.commands import (
    AcknowledgeOrder,
    CancelLines,
    CancelOrder,
    CloseOrder,
    HoldOrder,
    LineCancellation,
    ReleaseHold,
    ReopenOrder,
)
from otcore.orders.crediting import CreditLine
from otcore.orders.hold import HoldKind
from otcore.orders.returns.commands import AuthoriseReturn, LineToReturn, ReceivedLine, ReceiveReturn, RequestReturn
from otcore.orders.shipments.shipment import PostDespatch
from otcore.payments.recording import RecordReceipt
from otcore.ports.kinds import Kept
from otcore.ports.storage import Context
from otcore.reconciliation.command import ApplyReceipt
from otcore.values.command import Command
from otcore.workflows.requests import Request
from tests.orders.examples import DAY, eur, left, line, order_of, pieces, product
from tests.workflows.amendments import BUYER, SELLER, change
from tests.workflows.desk import HOUSE, NOW, Desk, desk
from tests.workflows.invoicing import INV

GOODS = ("P3", "P1", "P2")
PLACES = ("west", "east")
Locked = tuple[str, str]


def shop() -> Desk:
    """Goods at two places each, listed and received in no order at all."""
    ready = desk(limit="5000.00")
    ready.lists(product("P3"))
    for id in GOODS:
        for place in PLACES:
            ready.receives(4, id, place)
    return ready


def locks(ready: Desk, command: Command[Any]) -> list[Locked]:
    """What a command locks, in the order in which it does so, each once; it is done and kept."""
    found: dict[Locked, None] = {}
    with closing(ready.store.begin(Context(MAIN, "host", NOW))) as unit:
        flow = COMMANDS[type(command)](command, HOUSE)
        try:
            request: Request[Any] = next(flow)
            while True:
                answer = request.on(unit)
                if getattr(request, "for_update", False):
                    found |= dict.fromkeys((kept.kind.name, kept.id) for kept in several(answer))
                request = flow.send(answer)
        except StopIteration:
            unit.commit()
    return list(found)


def several(answer: Any) -> Iterator[Kept[Any]]:
    yield from (answer,) if isinstance(answer, Kept) else answer


LINES = tuple(line(str(number), 6, product=id) for number, id in enumerate(GOODS, 1))


AGAIN = tuple(CreditLine(id, Decimal(1), True) for id in ("2", "3"))


def story(ready: Desk) -> Iterator[list[Locked]]:
    for command in (
        order_of(*LINES),
        HoldOrder(order="O1", kind=HoldKind.CREDIT, reason="look", day=DAY),
        ReleaseHold(order="O1", kind=HoldKind.CREDIT, reason="fine", day=DAY),
        AcknowledgeOrder(order="O1", day=DAY),
        ProposeAmendment(order="O1", day=DAY, by=BUYER, changes=(change("1", 2), change("3", 7), change("2", 9))),
        AcceptAmendment(order="O1", day=DAY, by=SELLER),
        AllocateOrder(order="O1", day=DAY),
        PostDespatch(shipment="S1", order="O1", day=DAY, lines=(left("3", 1), left("1", 1), left("2", 1))),
        CancelLines(
            order="O1", day=DAY, lines=(LineCancellation(line="3"), LineCancellation(line="1")), reason="fewer"
        ),
        CloseOrder(order="O1", day=DAY, reason="enough"),
        ReopenOrder(order="O1", day=DAY, reason="after all"),
        order_of(*LINES[::-1], order="O2"),
        CancelOrder(order="O2", day=DAY, reason="no more"),
        DraftInvoice(draft="D1", shipment="S1", day=DAY),
        IssueDraft(draft="D1", day=DAY),
        RequestReturn(return_id="R1", order="O1", day=DAY, lines=(LineToReturn(line="1", quantity=pieces(1)),)),
        AuthoriseReturn(return_id="R1", day=DAY),
        ReceiveReturn(return_id="R1", day=DAY, lines=(ReceivedLine(line="1", good=pieces(1)),), location="west"),
        RecordReceipt(receipt="M1", account="till", day=DAY, amount=eur("27.00"), text=INV),
        ApplyReceipt("M1"),
        IssueCreditNote(invoice=INV, day=DAY, reason="came back", return_id="R1"),
        IssueCorrectiveInvoice(invoice=INV, day=DAY, reason="wrong address"),
        IssueCreditNote(invoice="INV-2026-000002", day=DAY, reason="not agreed", lines=AGAIN),
        IssueInvoice(shipment="S1", day=DAY),
        ApplyCreditNote(note="CN-2026-000001", invoice="INV-2026-000003", day=DAY),
    ):
        yield locks(ready, command)


def test_shelves_are_locked_by_product_and_place_whatever_the_order_of_the_lines():
    shelves = [[id for kind, id in each if kind == "stock"] for each in story(shop())]
    assert all(each == sorted(each) for each in shelves)
    assert max(map(len, shelves)) == len(GOODS) * len(PLACES)


def test_every_command_locks_the_kinds_of_things_in_one_order():
    before = set()
    for each in story(shop()):
        kinds = list(dict.fromkeys(kind for kind, _ in each))
        before |= {(one, other) for number, one in enumerate(kinds) for other in kinds[number + 1 :]}
    assert ("credit", "stock") in before
    assert not {(other, one) for one, other in before} & before
