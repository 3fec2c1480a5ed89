"""Orders, goods, credit, invoices and money together, whatever is asked in whatever order: the sums always agree."""

from collections import Counter
from collections.abc import Callable
from datetime import UTC, datetime, time, timedelta
from decimal import Decimal
from typing import Any

import pytest
from attrs import evolve as changed
from hypothesis import settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, invariant, precondition, rule

import otcore as ot
from otcore.orders.allocation.allocating import AllocateOrder
from otcore.orders.amendment import LineChange, Side
from otcore.orders.amendments.commands import AcceptAmendment, ProposeAmendment, RejectAmendment, WithdrawAmendment
from otcore.orders.commands import CancelLines, CloseOrder, HoldOrder, LineCancellation, RejectOrder, ReopenOrder
from otcore.orders.extent import Extent
from otcore.orders.fulfilment import finished
from otcore.orders.hold import HoldKind
from otcore.orders.lifecycle import Status
from otcore.orders.order import Order
from otcore.orders.progress import Fulfilment
from otcore.orders.returns.commands import (
    AuthoriseReturn,
    CloseReturn,
    LineToReturn,
    ReceivedLine,
    ReceiveReturn,
    RequestReturn,
)
from otcore.orders.shipments.commands import ConfirmDelivery, ReverseShipment
from otcore.receivables.ledger import control
from otcore.stock.policy import Allocating
from otcore.workflows.order_status import AskOrderStatus
from tests.machine.trade import CUSTOMERS, DAY, SHELVES, Trade, moved, promised_on, stages

quantities = st.integers(1, 9).map(lambda pieces: ot.Quantity(pieces, "C62"))
none_or_more = st.integers(0, 6).map(lambda pieces: ot.Quantity(pieces, "C62"))
lines = st.sampled_from(["1", "2"])
products = st.sampled_from(["P", "Q"])
sides = st.sampled_from(Side)
DONE = (Status.CLOSED, Status.CANCELLED, Status.REJECTED)


class TradeMachine(RuleBasedStateMachine):
    """Every command a host has, on orders of two lines at most."""

    def __init__(self) -> None:
        super().__init__()
        self.names: Counter[str] = Counter()
        self.received: Counter[str] = Counter()
        self.day = DAY
        self.taken = 0

    @initialize(how=st.sampled_from(Allocating), freeing=st.sampled_from([(), tuple(HoldKind)]))
    def opens(self, how: Allocating, freeing: Any) -> None:
        self.trade = Trade(self.store(), allocating=how, free_on_hold=frozenset(freeing), reservation_days=5)
        self.received = Counter({"P": 16, "Q": 16})

    def store(self) -> Any:
        return ot.MemoryStore()

    def do(self, command: Any) -> Any:
        """The answer; None where it is refused."""
        try:
            answer = self.trade.otc.handle(command)
        except (ot.Rejected, ot.NotFound):
            return None
        self.taken += 1
        return answer

    def named(self, kind: str) -> str:
        self.names[kind] += 1
        return f"{kind}{self.names[kind]}"

    def one(self, kind: str, data: Any) -> str:
        """One of those that there are."""
        return f"{kind}{data.draw(st.integers(1, self.names[kind]), label=kind)}"

    def such(self, data: Any, is_such: Callable[[Order], object]) -> str:
        """An order that is such; any where none is."""
        found = [order.id for order in self.trade.all(ot.ORDER) if is_such(order)]
        return data.draw(st.sampled_from(found), label="such") if found else self.one("O", data)

    def the(self, order: str) -> Order:
        """An order as it is."""
        found: Order = self.trade.otc.ask(ot.Get(ot.ORDER, order))
        return found

    # ---- what is asked of orders

    @rule(
        customer=st.sampled_from(CUSTOMERS),
        wanted=st.lists(st.tuples(products, quantities), min_size=1, max_size=2),
        currency=st.sampled_from(["EUR", "EUR", "USD"]),
        at_once=st.booleans(),
    )
    def places(self, customer: str, wanted: list[Any], currency: str, at_once: bool) -> None:
        price = ot.UnitPrice("9.99", currency)
        asked = tuple(
            ot.RequestedLine(id=str(at), product=product, quantity=quantity, price=price)
            for at, (product, quantity) in enumerate(wanted, 1)
        )
        order = self.named("O")
        self.do(ot.PlaceOrder(order=order, customer=customer, day=self.day, currency=currency, lines=asked))
        self.do(ot.ReleaseHold(order=order, kind=HoldKind.PRICE, reason="no list in dollars", day=self.day))
        if at_once:
            self.agrees(order)

    @precondition(lambda self: self.names["O"])
    @rule(data=st.data())
    def confirms(self, data: Any) -> None:
        self.agrees(self.one("O", data))

    def agrees(self, order: str) -> None:
        self.do(ot.AcknowledgeOrder(order=order, day=self.day))
        self.do(ot.AgreeToChanges(order=order, day=self.day))

    @precondition(lambda self: self.names["O"])
    @rule(data=st.data(), kind=st.sampled_from(HoldKind), free=st.booleans())
    def holds_or_releases(self, data: Any, kind: HoldKind, free: bool) -> None:
        order = self.one("O", data)
        release = ot.ReleaseHold(order=order, kind=kind, reason="seen", day=self.day)
        self.do(release if free else HoldOrder(order=order, kind=kind, reason="odd", day=self.day))

    @precondition(lambda self: self.names["O"])
    @rule(data=st.data(), by=sides, line=lines, quantity=none_or_more, price=st.sampled_from([None, "5.55"]))
    def proposes(self, data: Any, by: Side, line: str, quantity: ot.Quantity, price: str | None) -> None:
        order = self.one("O", data)
        currency = self.the(order).currency
        stated = None if price is None else ot.UnitPrice(price, currency)
        change = LineChange(line=line, quantity=quantity, price=stated)
        self.do(ProposeAmendment(order=order, day=self.day, by=by, changes=(change,)))

    @precondition(lambda self: self.names["O"])
    @rule(data=st.data(), answer=st.sampled_from([AcceptAmendment, RejectAmendment, WithdrawAmendment]))
    def answers(self, data: Any, answer: Any) -> None:
        order = self.such(data, lambda order: order.proposal)
        before = self.the(order)
        proposed = before.proposal.by if before.proposal else Side.BUYER
        other = Side.SELLER if proposed is Side.BUYER else Side.BUYER
        by = proposed if answer is WithdrawAmendment else other
        after = self.do(answer(order=order, day=self.day, by=by))
        if after is not None and answer is not AcceptAmendment:
            assert changed(after, amendments=before.amendments) == before, "a proposal that falls away leaves no trace"

    @precondition(lambda self: self.names["O"])
    @rule(data=st.data(), line=lines, quantity=st.none() | quantities)
    def cancels_a_part(self, data: Any, line: str, quantity: ot.Quantity | None) -> None:
        part = (LineCancellation(line=line, quantity=quantity),)
        self.do(CancelLines(order=self.one("O", data), day=self.day, lines=part, reason="fewer"))

    @precondition(lambda self: self.names["O"])
    @rule(data=st.data(), how=st.sampled_from(["cancel", "reject", "close", "reopen", "allocate"]))
    def ends_or_goes_on(self, data: Any, how: str) -> None:
        order, day = self.one("O", data), self.day
        commands: dict[str, Callable[[], Any]] = {
            "cancel": lambda: ot.CancelOrder(order=order, day=day),
            "reject": lambda: RejectOrder(order=order, day=day, reason="no"),
            "close": lambda: CloseOrder(order=order, day=day, reason="enough"),
            "reopen": lambda: ReopenOrder(order=order, day=day, reason="more"),
            "allocate": lambda: AllocateOrder(order=order, day=day),
        }
        self.do(commands[how]())

    @precondition(lambda self: self.names["O"])
    @rule(data=st.data())
    def closes_and_reopens(self, data: Any) -> None:
        order = self.one("O", data)
        self.do(CloseOrder(order=order, day=self.day, reason="enough"))
        self.do(ReopenOrder(order=order, day=self.day, reason="after all"))

    # ---- goods

    @rule(product=products, shelf=st.sampled_from(SHELVES), quantity=quantities)
    def receives(self, product: str, shelf: str, quantity: ot.Quantity) -> None:
        if self.do(ot.ReceiveStock(product, shelf, quantity)):
            self.received[product] += int(quantity.value)

    @precondition(lambda self: self.names["O"])
    @rule(data=st.data(), parts=st.lists(st.tuples(none_or_more, st.none() | none_or_more), min_size=1, max_size=2))
    def ships(self, data: Any, parts: list[Any]) -> None:
        left = tuple(ot.DespatchLine(str(at), quantity, rest) for at, (quantity, rest) in enumerate(parts, 1))
        self.sends(self.one("O", data), left)

    def sends(self, order: str, left: tuple[ot.DespatchLine, ...]) -> None:
        shipment = f"S{self.names['S'] + 1}"
        if self.do(ot.PostDespatch(shipment=shipment, order=order, day=self.day, lines=left)):
            self.named("S")

    @precondition(lambda self: self.names["O"])
    @rule(data=st.data(), line=lines, more=st.sampled_from(["0", "0", "0.1"]))
    def ships_a_line_out(self, data: Any, line: str, more: str) -> None:
        """All that lies ready for a line, or a tenth more."""
        order = self.such(data, lambda order: order.status is Status.CONFIRMED and not order.held)
        found = self.the(order).line(line)
        if found is not None and found.ledger.allocated:
            left = ot.Quantity(found.ledger.allocated * (1 + Decimal(more)), "C62")
            self.sends(order, (ot.DespatchLine(line, left),))

    @precondition(lambda self: self.names["S"])
    @rule(data=st.data(), how=st.sampled_from(["deliver", "reverse"]))
    def delivers_or_reverses(self, data: Any, how: str) -> None:
        shipment = self.one("S", data)
        if how == "deliver":
            self.do(ConfirmDelivery(shipment=shipment, day=self.day))
        else:
            self.do(ReverseShipment(shipment=shipment, day=self.day, reason="never left"))

    @precondition(lambda self: self.names["S"])
    @rule(data=st.data(), line=lines, quantity=quantities, spoilt=st.booleans())
    def takes_back(self, data: Any, line: str, quantity: ot.Quantity, spoilt: bool) -> None:
        asked = self.named("R")
        order = self.such(data, lambda order: any(line.ledger.returnable for line in order.lines))
        part = (LineToReturn(line=line, quantity=quantity),)
        self.do(RequestReturn(return_id=asked, order=order, day=self.day, lines=part))
        self.do(AuthoriseReturn(return_id=asked, day=self.day))
        came = ReceivedLine(line=line, scrapped=quantity) if spoilt else ReceivedLine(line=line, good=quantity)
        self.do(ReceiveReturn(return_id=asked, day=self.day, lines=(came,), location=SHELVES[0]))
        self.do(CloseReturn(return_id=asked, day=self.day))

    # ---- money and time

    @precondition(lambda self: self.names["S"])
    @rule(data=st.data())
    def bills(self, data: Any) -> None:
        invoice = self.do(ot.IssueInvoice(shipment=self.one("S", data), day=self.day))
        if invoice is not None:
            self.names["I"] += 1

    @precondition(lambda self: self.names["S"])
    @rule(data=st.data(), discarded=st.booleans())
    def drafts(self, data: Any, discarded: bool) -> None:
        draft = f"D{data.draw(st.integers(1, 2), label='draft')}"
        self.do(ot.DraftInvoice(draft=draft, shipment=self.one("S", data), day=self.day))
        if discarded:
            self.do(ot.DiscardDraft(draft=draft, day=self.day))
        elif self.do(ot.IssueDraft(draft=draft, day=self.day)) is not None:
            self.names["I"] += 1

    def an_invoice(self, data: Any) -> Any:
        """One of those that there are; most of them with something left to credit."""
        there = self.trade.all(ot.INVOICE)
        found = [each for each in there if each.credited_amount != each.payable] or there
        return found[data.draw(st.integers(0, len(found) - 1), label="invoice")]

    @precondition(lambda self: self.names["I"])
    @rule(data=st.data(), pieces=st.integers(1, 4), reinvoice=st.booleans(), line=lines)
    def credits_a_quantity(self, data: Any, pieces: int, reinvoice: bool, line: str) -> None:
        part = (ot.CreditLine(line, Decimal(pieces), reinvoice),)
        self.credits(self.an_invoice(data), lines=part)

    @precondition(lambda self: self.names["I"])
    @rule(data=st.data(), share=st.sampled_from([1, 2, 7]))
    def credits_an_amount(self, data: Any, share: int) -> None:
        invoice = self.an_invoice(data)
        amount = ot.Money.from_minor(max(invoice.payable.minor // share, 1), invoice.payable.currency)
        self.credits(invoice, amount=amount)

    @precondition(lambda self: self.names["I"])
    @rule(data=st.data(), how=st.sampled_from(["cheaper", "all", "again"]))
    def credits_a_price_or_all(self, data: Any, how: str) -> None:
        invoice = self.an_invoice(data)
        line = invoice.document.lines[0]
        if how == "cheaper":
            self.credits(invoice, prices=(ot.LowerPrice(line=line.id, price=ot.UnitPrice("3", line.price.currency)),))
        elif how == "all":
            self.credits(invoice)
        else:
            left = (
                (each.id, each.quantity.value - invoice.credited.quantity(each.id)) for each in invoice.document.lines
            )
            again = tuple(ot.CreditLine(id, quantity, True) for id, quantity in left if quantity > 0)
            self.credits(invoice, lines=again)

    @precondition(lambda self: self.names["R"])
    @rule(data=st.data())
    def credits_a_return(self, data: Any) -> None:
        found = [each for each in self.trade.all(ot.RETURN) if each.credits]
        if found:
            asked = found[data.draw(st.integers(0, len(found) - 1), label="return")]
            self.do(
                ot.IssueCreditNote(invoice=asked.credits[-1].invoice, day=self.day, reason="back", return_id=asked.id)
            )

    def credits(self, invoice: Any, **what: Any) -> None:
        self.do(ot.IssueCreditNote(invoice=invoice.id, day=self.day, reason="wrong", **what))

    @precondition(lambda self: self.names["I"])
    @rule(data=st.data(), price=st.none() | st.sampled_from(["2.22", "9.99"]))
    def puts_right(self, data: Any, price: str | None) -> None:
        invoice = self.an_invoice(data)
        line = invoice.document.lines[0]
        stated = None if price is None else ot.UnitPrice(price, line.price.currency)
        right = (ot.CorrectedLine(line=line.id, price=stated),)
        self.do(ot.IssueCorrectiveInvoice(invoice=invoice.id, day=self.day, reason="wrong", lines=right))

    @precondition(lambda self: self.names["I"])
    @rule(data=st.data())
    def uses_a_credit(self, data: Any) -> None:
        credits = [item for item in self.trade.all(ot.RECEIVABLE) if item.open.minor < 0]
        debts = [item for item in self.trade.all(ot.RECEIVABLE) if item.open.minor > 0]
        if credits and debts:
            credit = credits[data.draw(st.integers(0, len(credits) - 1), label="credit")]
            same = [item for item in debts if item.customer == credit.customer] or debts
            debt = same[data.draw(st.integers(0, len(same) - 1), label="debt")]
            self.do(ot.ApplyCreditNote(note=credit.id, invoice=debt.id, day=self.day))

    @precondition(lambda self: self.names["I"])
    @rule(data=st.data(), share=st.sampled_from([1, 1, 2, 3]))
    def is_paid(self, data: Any, share: int) -> None:
        items = [item for item in self.trade.all(ot.RECEIVABLE) if not item.is_credit]
        item = items[data.draw(st.integers(0, len(items) - 1), label="item")]
        amount = ot.Money.from_minor(max(item.open.minor // share, 1), item.amount.currency)
        money = self.named("M")
        self.do(ot.RecordReceipt(receipt=money, account="bank", day=self.day, amount=amount, text=item.id))
        self.do(ot.ApplyReceipt(money))

    @rule(days=st.integers(1, 4))
    def time_passes(self, days: int) -> None:
        self.day += timedelta(days=days)
        self.trade.otc.tick(datetime.combine(self.day, time(), UTC))

    # ---- what always holds

    @invariant()
    def quantities_are_conserved(self) -> None:
        for product in ("P", "Q"):
            there = [item for item in self.trade.all(ot.STOCK) if item.product == product]
            assert sum(item.on_hand for item in there) == self.received[product] - moved(self.trade, product)
            for item in there:
                assert promised_on(self.trade, product, item.location) == (item.reserved, item.awaited)
                assert 0 <= item.reserved <= item.on_hand

    @invariant()
    def exposure_is_conserved(self) -> None:
        for account in self.trade.all(ot.CREDIT):
            stored = (account.orders.minor, account.deliveries.minor, account.invoices.minor)
            assert stored == stages(self.trade, account.customer)

    @invariant()
    def money_is_conserved(self) -> None:
        """What was invoiced and not credited is open or paid, in every currency and by every way to count it."""
        items, invoices = self.trade.all(ot.RECEIVABLE), self.trade.all(ot.INVOICE)
        notes = self.trade.all(ot.CREDIT_NOTE)
        for currency in ("EUR", "USD"):
            owed = sum(item.open.minor for item in items if item.open.currency == currency)
            charged = sum(each.payable.minor for each in invoices if each.payable.currency == currency)
            credited = sum(each.payable.minor for each in notes if each.payable.currency == currency)
            paid = sum(part.amount.minor for item in items for part in item.applied if part.amount.currency == currency)
            assert charged - credited == owed + paid
            assert control(self.trade.entries(), currency).minor == owed
        assert len({each.id for each in (*invoices, *notes)}) == len(invoices) + len(notes)

    @invariant()
    def invoices_keep_their_laws(self) -> None:
        notes = {note.id: note for note in self.trade.all(ot.CREDIT_NOTE)}
        for invoice in self.trade.all(ot.INVOICE):
            assert invoice.credited_amount.minor == sum(notes[id].payable.minor for id in invoice.notes)
            assert 0 <= invoice.credited_amount.minor <= invoice.payable.minor
            found = self.trade.otc.ask(ot.AskInvoiceStatus(invoice.id))
            assert found.charged == found.set_off + found.paid + found.used + found.open
            assert 0 <= found.open.minor <= found.charged.minor
            assert found.owed_back.minor >= 0

    @invariant()
    def ledgers_keep_their_laws(self) -> None:
        for order in self.trade.all(ot.ORDER):
            assert order.open_value.minor >= 0
            for line in order.lines:
                ledger = line.ledger
                assert 0 <= ledger.cancelled <= ledger.ordered
                assert ledger.allocated + sum(each.quantity for each in ledger.awaited) <= ledger.open
                assert 0 <= ledger.invoiced + ledger.never_billed <= ledger.shipped
                assert ledger.delivered <= ledger.shipped <= ledger.wanted * Decimal("1.1")
                assert ledger.came_back <= ledger.return_requested <= ledger.shipped
                assert 0 <= ledger.credited <= ledger.invoiced

    @invariant()
    def derived_statuses_agree(self) -> None:
        for order in self.trade.all(ot.ORDER):
            standing = self.trade.otc.ask(AskOrderStatus(order.id))
            assert (standing.shipped is Extent.NONE) is not any(line.ledger.shipped for line in order.lines)
            if order.status in (Status.CANCELLED, Status.REJECTED):
                assert standing.shipped is Extent.NONE
                assert not order.open_value
            if order.status is Status.CONFIRMED:
                assert not finished(order)
            if standing.fulfilment is Fulfilment.DELIVERED:
                assert all(line.ledger.delivered == line.ledger.shipped for line in order.lines)
            if order.status in DONE:
                assert not any(line.ledger.allocations or line.ledger.awaited for line in order.lines)

    def teardown(self) -> None:
        if hasattr(self, "trade"):
            for name, stored, replayed in self.trade.replayed():
                assert stored == replayed, f"the events of {name} make another state"


TestTrade = pytest.mark.slow(TradeMachine.TestCase)
TestTrade.settings = settings(max_examples=40, stateful_step_count=30)
