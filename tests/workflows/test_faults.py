"""Whatever call of the store fails, in whatever flow: nothing is half done, and the same command then succeeds."""

from collections.abc import Callable, Iterator
from datetime import UTC, datetime
from itertools import count
from typing import Any

import pytest

from otcore.adapters.memory import MemoryStore
from otcore.app.sync import LEASE
from otcore.catalog.product import ListProduct
from otcore.invoicing.credit_notes.commands import (
    ApplyCreditNote,
    IssueCorrectiveInvoice,
    IssueCreditNote,
    SendCreditNote,
)
from otcore.invoicing.invoice import IssueInvoice
from otcore.invoicing.invoice_commands import DiscardDraft, DraftInvoice, IssueDraft, SendInvoice
from otcore.orders.commands import AcknowledgeOrder, AgreeToChanges, CancelOrder, ReleaseHold
from otcore.orders.hold import HoldKind
from otcore.orders.returns.commands import (
    AuthoriseReturn,
    CancelReturn,
    CloseReturn,
    ExchangeReturn,
    LineToReturn,
    ReceivedLine,
    ReceiveReturn,
    RejectReturn,
    RequestReturn,
)
from otcore.orders.shipments.commands import CancelShipment, ConfirmDelivery, PlanShipment, ReverseShipment
from otcore.payments.importing import ImportStatement
from otcore.payments.recording import RecordReceipt
from otcore.ports.errors import Conflict, GatewayError
from otcore.receivables.disputing import OpenDispute, SettleDispute
from otcore.reconciliation.command import ApplyReceipt
from otcore.stock.commands import ReceiveStock
from otcore.support.casework import NoteDispute
from otcore.values.command import Command
from otcore.values.quantity import Quantity
from tests.orders.examples import DAY, despatch, eur, left, line, order_of, pieces, product
from tests.payments.bank_rows import row, statement
from tests.workflows.books import books
from tests.workflows.broken import Broken
from tests.workflows.desk import Clock, Desk, Postbox, onboarding

INV1, INV2 = "INV-2026-000001", "INV-2026-000002"


def _returned(id: str, order: str, quantity: int) -> tuple[Command[Any], ...]:
    """Goods of a line asked back, allowed, and one of them received spoilt."""
    come = ReceivedLine(line="1", good=pieces(quantity - 1), scrapped=pieces(1))
    return (
        RequestReturn(return_id=id, order=order, day=DAY, lines=(LineToReturn(line="1", quantity=pieces(quantity)),)),
        AuthoriseReturn(return_id=id, day=DAY),
        ReceiveReturn(return_id=id, day=DAY, lines=(come,), location="main"),
    )


STORY: tuple[Command[Any], ...] = (
    onboarding(limit="300.00", bank_accounts=("DE89370400440532013000",)),
    ListProduct(product()),
    ListProduct(product("P2", "2.50")),
    ReceiveStock("P1", "main", Quantity(12, "C62")),
    ReceiveStock("P1", "outer", Quantity(12, "C62")),
    order_of(line(), line("2", 4, "P2")),
    AcknowledgeOrder(order="O1", day=DAY),
    AgreeToChanges(order="O1", day=DAY),
    order_of(line(quantity=15), order="O2"),
    ReleaseHold(order="O2", kind=HoldKind.CREDIT, reason="paid before", day=DAY),
    CancelOrder(order="O2", day=DAY),
    ReceiveStock("P2", "main", Quantity(9, "C62")),
    despatch(left("1", 6), left("2", 3, 0)),
    despatch(left("1", 4), shipment="S2"),
    IssueInvoice(shipment="S1", day=DAY),
    IssueInvoice(shipment="S2", day=DAY),
    ImportStatement(statement(row("70.00", text=(INV1,)), row("5.00"))),
    RecordReceipt(receipt="R1", account="till", day=DAY, amount=eur("90.00"), text=f"{INV1} {INV2}"),
    RecordReceipt(receipt="R2", account="till", day=DAY, amount=eur("60.00"), reference=INV2),
    ApplyReceipt("R1"),
    ApplyReceipt("R2"),
)
AFTERWARDS: tuple[Command[Any], ...] = (
    order_of(line(quantity=4), order="O3"),
    AcknowledgeOrder(order="O3", day=DAY),
    PlanShipment(shipment="S3", order="O3", day=DAY, lines=(left("1", 4),)),
    despatch(shipment="S3", order="O3"),
    ReverseShipment(shipment="S3", day=DAY, reason="wrong lorry"),
    PlanShipment(shipment="S4", order="O3", day=DAY, lines=(left("1", 4),)),
    CancelShipment(shipment="S4", day=DAY),
    despatch(left("1", 3), shipment="S5", order="O3"),
    ConfirmDelivery(shipment="S5", day=DAY),
    *_returned("B1", "O1", 5),
    *_returned("B2", "O3", 2),
    ExchangeReturn(return_id="B1", order="O4", day=DAY),
    CloseReturn(return_id="B1", day=DAY),
    RequestReturn(return_id="B3", order="O3", day=DAY, lines=(LineToReturn(line="1", quantity=pieces(1)),)),
    RejectReturn(return_id="B3", day=DAY, reason="too late"),
    RequestReturn(return_id="B4", order="O3", day=DAY, lines=(LineToReturn(line="1", quantity=pieces(1)),)),
    CancelReturn(return_id="B4", day=DAY),
)
BILLS: tuple[Command[Any], ...] = (
    SendInvoice(invoice=INV1, day=DAY, channel="peppol"),
    OpenDispute(invoice=INV1, dispute="D1", day=DAY, reason="late"),
    NoteDispute(invoice=INV1, dispute="D1", day=DAY, text="a letter came"),
    SettleDispute(invoice=INV1, dispute="D1", day=DAY, outcome="withdrawn"),
    DraftInvoice(draft="D1", shipment="S5", day=DAY),
    DiscardDraft(draft="D1", day=DAY),
    DraftInvoice(draft="D2", shipment="S5", day=DAY),
    IssueDraft(draft="D2", day=DAY),
    IssueCreditNote(invoice=INV2, day=DAY, reason="came back", return_id="B1"),
    IssueCreditNote(invoice=INV1, day=DAY, reason="came back", return_id="B1"),
    SendCreditNote(note="CN-2026-000001", day=DAY, channel="mail"),
    IssueCreditNote(invoice=INV1, day=DAY, reason="goodwill", amount=eur("20.00")),
    ApplyCreditNote(note="CN-2026-000001", invoice="INV-2026-000003", day=DAY),
    IssueCorrectiveInvoice(invoice=INV1, day=DAY, reason="wrong address"),
)
CHAPTERS = (*STORY, *AFTERWARDS, *BILLS)
ERRORS: tuple[Callable[[], Exception], ...] = (lambda: GatewayError("down"), lambda: OSError("disk"))


def told(store: MemoryStore, upto: int) -> None:
    for command in CHAPTERS[:upto]:
        Desk(store=store).handle(command)


def names() -> Iterator[str]:
    for number, command in enumerate(CHAPTERS):
        yield f"{number}-{type(command).__name__}"


@pytest.mark.parametrize("key", ["", "k1"], ids=["plain", "keyed"])
@pytest.mark.parametrize("error", ERRORS, ids=["gateway", "disk"])
@pytest.mark.parametrize("chapter", range(len(CHAPTERS)), ids=list(names()))
def test_a_fault_at_any_call_leaves_nothing_half_done(chapter: int, error: Callable[[], Exception], key: str):
    store, smooth = MemoryStore(), MemoryStore()
    told(store, chapter)
    told(smooth, chapter)
    expected = Desk(store=smooth).handle(CHAPTERS[chapter], key=key)
    before = books(store)
    for at in count():
        broken = Broken(store, at, error())
        try:
            answer = Desk(store=broken).handle(CHAPTERS[chapter], key=key)
        except (GatewayError, OSError):
            assert books(store) == before
            continue
        assert not broken.failed
        break
    assert at > 3
    assert answer == expected
    assert books(store) == books(smooth)


@pytest.mark.parametrize("chapter", range(len(CHAPTERS)), ids=list(names()))
def test_a_conflict_at_any_call_is_tried_again_and_changes_nothing_else(chapter: int):
    smooth = MemoryStore()
    told(smooth, chapter + 1)
    for at in count():
        store = MemoryStore()
        told(store, chapter)
        broken = Broken(store, at, Conflict("somebody else"))
        Desk(store=broken).handle(CHAPTERS[chapter])
        assert books(store) == books(smooth)
        if not broken.failed:
            break


def after_the_story() -> MemoryStore:
    store = MemoryStore()
    told(store, len(STORY) - 2)
    return store


LATE = datetime(2026, 6, 1, tzinfo=UTC)


def overdue(store: MemoryStore) -> int:
    return sum(state.overdue for (kind, _), (_, state) in books(store)["states"].items() if kind == "receivable")


def test_a_fault_while_items_fall_overdue_leaves_each_item_whole():
    marked = set()
    for at in count():
        store = after_the_story()
        broken = Broken(store, at, GatewayError("down"))
        try:
            Desk(store=broken).otc.tick(LATE)
        except GatewayError:
            done = overdue(store)
            topics = [posted.notice.topic for posted in books(store)["messages"]]
            assert topics.count("invoice.overdue") == done
            assert Desk(store=store).otc.tick(LATE) == 2 - done
            marked.add(done)
            continue
        break
    assert marked == {0, 1, 2}  # 2: it struck while something else that falls due was looked for


def test_a_fault_in_the_relay_loses_no_message():
    expected = len(books(after_the_story())["messages"])
    for at in count():
        store, clock, postbox = after_the_story(), Clock(), Postbox()
        broken = Broken(store, at, GatewayError("down"))
        try:
            Desk(store=broken, clock=clock, postbox=postbox).otc.relay()
        except GatewayError:
            clock.time += LEASE
            Desk(store=store, clock=clock, postbox=postbox).otc.relay()
        assert {posted.position for posted in postbox.got} == set(range(1, expected + 1))
        assert books(store)["messages"] == ()
        if not broken.failed:
            break
    assert at > 3
