"""Invoices that are credited, corrected, paid and sent back in whatever order: no cent is credited twice or lost."""

from datetime import timedelta
from decimal import Decimal
from typing import Any

import pytest
from hypothesis import settings
from hypothesis import strategies as st
from hypothesis.stateful import initialize, invariant, rule

import otcore as ot
from otcore.receivables.exposure import item_exposure
from otcore.receivables.item import Receivable
from otcore.receivables.ledger import control, unapplied
from otcore.values.adjustment import Adjustment
from otcore.workflows.order_status import AskOrderStatus
from tests.machine.desk_machine import DeskMachine
from tests.orders.examples import DAY, STANDARD, eur, left, line, product
from tests.workflows.books import books, replayed
from tests.workflows.desk import Desk
from tests.workflows.numbering import assert_gapless

FREIGHT = Adjustment(charge=True, amount=eur("7.77"), tax=STANDARD, reason="Freight")
GIFT = Adjustment(charge=False, percent=Decimal("3.3"), reason="Gift")
numbers = st.integers(0, 20)
pieces = st.sampled_from([1, 1, 2, 3, 5])
ids = st.sampled_from(["1", "2"])


class CreditMachine(DeskMachine):
    """Three orders of two lines, each with allowances and charges, that left whole and are billed."""

    @initialize(series=st.booleans())
    def opens(self, series: bool) -> None:
        apart: dict[str, Any] = (
            {} if series else {"credit_series": "invoice-{year}", "credit_number": "INV-{year}-{count:06d}"}
        )
        seller = ot.Seller(party=ot.Party("Seller"), iban="DE89370400440532013000")
        self.desk = Desk(house=ot.House(seller=seller, **apart))
        self.day, self.money, self.returns = DAY, 0, 0
        self.desk.onboards()
        self.desk.lists(product("P1", "3.33"), product("P2", "7.77", tax=ot.TaxCategory("S", "7")))
        self.desk.receives(100)
        self.desk.receives(100, "P2")
        for order in ("O1", "O2", "O3"):
            parts = (line(quantity=7, adjustments=(GIFT,)), line("2", 5, product="P2"))
            self.desk.places(*parts, order=order, adjustments=(FREIGHT,))
            self.desk.acknowledges(order)
            self.desk.ships(left("1", 7), left("2", 5), order=order, shipment=f"S-{order}")
            self.desk.bills(f"S-{order}")

    def credits(self, at: int, **what: Any) -> None:
        self.do(ot.IssueCreditNote(invoice=self.one(ot.INVOICE, at).id, day=self.day, reason="wrong", **what))

    @rule(at=numbers, id=ids, number=pieces, again=st.booleans())
    def credits_a_quantity(self, at: int, id: str, number: int, again: bool) -> None:
        self.credits(at, lines=(ot.CreditLine(id, Decimal(number), again),))

    @rule(at=numbers, minor=st.integers(1, 4000))
    def credits_an_amount(self, at: int, minor: int) -> None:
        self.credits(at, amount=ot.Money.from_minor(minor, "EUR"))

    @rule(at=numbers, id=ids, price=st.sampled_from(["0", "1.11", "3.00", "7.50"]))
    def credits_a_price(self, at: int, id: str, price: str) -> None:
        self.credits(at, prices=(ot.LowerPrice(line=id, price=ot.UnitPrice(price, "EUR")),))

    @rule(at=numbers)
    def credits_all(self, at: int) -> None:
        self.credits(at)

    @rule(at=numbers)
    def bills_again(self, at: int) -> None:
        invoice = self.one(ot.INVOICE, at)
        there = ((each.id, each.quantity.value - invoice.credited.quantity(each.id)) for each in invoice.document.lines)
        again = tuple(ot.CreditLine(id, quantity, True) for id, quantity in there if quantity > 0)
        self.credits(at, lines=again)
        self.do(ot.IssueInvoice(shipment=invoice.shipment, day=self.day))

    @rule(at=numbers, id=ids, price=st.none() | st.sampled_from(["2.22", "9.99"]))
    def puts_right(self, at: int, id: str, price: str | None) -> None:
        right = ot.CorrectedLine(line=id, price=None if price is None else ot.UnitPrice(price, "EUR"))
        invoice = self.one(ot.INVOICE, at).id
        self.do(ot.IssueCorrectiveInvoice(invoice=invoice, day=self.day, reason="wrong", lines=(right,)))

    @rule(at=numbers, id=ids, number=pieces, percent=st.sampled_from(["0", "10", "33.3", "100"]))
    def takes_back(self, at: int, id: str, number: int, percent: str) -> None:
        self.returns += 1
        asked, order = f"R{self.returns}", self.one(ot.ORDER, at).id
        some = ot.Quantity(number, "C62")
        back = (ot.LineToReturn(line=id, quantity=some),)
        self.do(ot.RequestReturn(return_id=asked, order=order, day=self.day, lines=back))
        fee = ot.RestockingFee(percent=ot.Percentage(percent))
        self.do(ot.AuthoriseReturn(return_id=asked, day=self.day, fee=fee))
        came = (ot.ReceivedLine(line=id, good=some),)
        self.do(ot.ReceiveReturn(return_id=asked, day=self.day, lines=came, location="main"))

    @rule(at=numbers)
    def credits_a_return(self, at: int) -> None:
        found = [each for each in self.all(ot.RETURN) if each.credits]
        if found:
            asked = found[at % len(found)]
            number = asked.credits[-1].invoice
            self.do(ot.IssueCreditNote(invoice=number, day=self.day, reason="back", return_id=asked.id))

    @rule(at=numbers, share=st.sampled_from([1, 1, 2, 3]))
    def is_paid(self, at: int, share: int) -> None:
        item: Receivable = self.one(ot.RECEIVABLE, at)
        if item.open.minor > 0:
            self.money += 1
            amount = ot.Money.from_minor(max(item.open.minor // share, 1), "EUR")
            self.desk.gets(str(amount.amount), f"M{self.money}", self.day, reference=item.reference)
            self.do(ot.ApplyReceipt(f"M{self.money}"))

    @rule(at=numbers, other=numbers, share=st.sampled_from([0, 1, 2]))
    def uses_a_credit(self, at: int, other: int, share: int) -> None:
        credits = [item for item in self.all(ot.RECEIVABLE) if item.open.minor < 0]
        if credits:
            credit, debt = credits[at % len(credits)], self.one(ot.RECEIVABLE, other)
            amount = ot.Money.from_minor(max(-credit.open.minor // share, 1), "EUR") if share else None
            self.do(ot.ApplyCreditNote(note=credit.id, invoice=debt.id, day=self.day, amount=amount))

    @rule(at=numbers, days=st.integers(0, 20))
    def sends_disputes_or_waits(self, at: int, days: int) -> None:
        invoice = self.one(ot.INVOICE, at).id
        self.do(ot.SendInvoice(invoice=invoice, day=self.day, channel="mail"))
        self.do(ot.OpenDispute(invoice=invoice, dispute=f"D{days}", day=self.day, reason="late"))
        self.do(ot.SettleDispute(invoice=invoice, dispute=f"D{days - 1}", day=self.day, outcome="settled"))
        self.day += timedelta(days=days)

    @invariant()
    def money_is_conserved(self) -> None:
        """Invoiced less credited is open or paid; the control account is the open items, and the exposure too."""
        items, entries = self.all(ot.RECEIVABLE), books(self.desk.store)["entries"]
        owed = sum(item.open.minor for item in items)
        charged = sum(each.payable.minor for each in self.all(ot.INVOICE))
        credited = sum(each.payable.minor for each in self.all(ot.CREDIT_NOTE))
        paid = sum(part.amount.minor for item in items for part in item.applied)
        assert charged - credited == owed + paid
        assert control(entries, "EUR").minor == owed == sum(item_exposure(item).minor for item in items)
        assert unapplied(entries, "EUR").minor == sum(each.unapplied.minor for each in self.desk.receipts())
        (account,) = self.all(ot.CREDIT)
        unbilled = sum(each.counted.minor for each in self.all(ot.SHIPMENT) if not each.invoice)
        assert (account.invoices.minor, account.deliveries.minor, account.orders.minor) == (owed, unbilled, 0)

    @invariant()
    def what_is_marked_as_disputed_is_what_the_open_cases_are_about(self) -> None:
        marks = {(item.id, each.id, each.amount) for item in self.all(ot.RECEIVABLE) for each in item.disputes}
        cases = [case for case in self.all(ot.DISPUTE) if case.status == "open"]
        assert {(case.item, case.dispute, case.amount) for case in cases} == marks

    @invariant()
    def no_invoice_is_credited_beyond_itself(self) -> None:
        notes = {note.id: note for note in self.all(ot.CREDIT_NOTE)}
        for invoice in self.all(ot.INVOICE):
            own = [notes[id] for id in invoice.notes]
            assert {note.invoice for note in own} <= {invoice.id}
            assert invoice.credited_amount.minor == sum(note.payable.minor for note in own) <= invoice.payable.minor
            assert all(note.payable.minor >= 0 for note in own)
            for each in invoice.document.lines:
                assert 0 <= invoice.credited.quantity(each.id) <= each.quantity.value
            found = self.desk.otc.ask(ot.AskInvoiceStatus(invoice.id))
            assert found.charged == found.set_off + found.paid + found.used + found.open
            assert found.open.minor >= 0 <= found.owed_back.minor

    @invariant()
    def orders_keep_their_laws(self) -> None:
        for order in self.all(ot.ORDER):
            for each in order.lines:
                ledger = each.ledger
                assert 0 <= ledger.credited <= ledger.invoiced <= ledger.shipped - ledger.never_billed
            balance = self.desk.otc.ask(AskOrderStatus(order.id)).figures
            assert balance.granted <= balance.charged

    @invariant()
    def numbers_have_no_gap(self) -> None:
        assert_gapless(self.desk, len(self.all(ot.INVOICE)), len(self.all(ot.CREDIT_NOTE)))

    def teardown(self) -> None:
        if hasattr(self, "desk"):
            stored = books(self.desk.store)["states"]
            again = replayed(self.desk.store)
            assert {place: state for place, (_, state) in stored.items()} == again


TestCredit = pytest.mark.slow(CreditMachine.TestCase)
TestCredit.settings = settings(max_examples=40, stateful_step_count=30)
