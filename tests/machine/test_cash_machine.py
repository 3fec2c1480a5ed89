"""Money that is applied, used, reversed, returned and written off in whatever order: no cent is lost or given twice."""

from typing import Any

import pytest
from hypothesis import settings
from hypothesis import strategies as st
from hypothesis.stateful import initialize, invariant, rule

import otcore as ot
from otcore.payments.allocation import Adjustment, Allocation, Why
from otcore.payments.receipt import standing
from otcore.receivables.exposure import item_exposure
from otcore.receivables.ledger import control, unapplied
from otcore.receivables.receivable import Receivable
from otcore.receivables.writing_off import ReverseWriteOff, WriteOff
from otcore.reconciliation.commands import (
    ApplyReceiptTo,
    IdentifyPayer,
    PutOnAccount,
    ReturnReceipt,
    ReverseApplication,
    UseOnAccount,
)
from tests.machine.cash import CUSTOMERS, cash_desk
from tests.machine.desk_machine import DeskMachine
from tests.orders.examples import DAY
from tests.workflows.books import books, replayed

numbers = st.integers(0, 30)
shares = st.sampled_from([1, 1, 1, 2, 3])
whys = st.sampled_from([Why.DISCOUNT, Why.FEE, Why.WITHHOLDING, Why.ROUNDING, Why.WRITE_OFF])


class CashMachine(DeskMachine):
    """Two customers with three invoices each, money in their currency and in another, and a credit that waits."""

    @initialize()
    def opens(self) -> None:
        self.desk = cash_desk()
        self.money = self.written = 0

    @rule(at=numbers, minor=st.integers(1, 40_000), exact=shares, currency=st.sampled_from(["EUR", "EUR", "USD"]))
    def comes_in(self, at: int, minor: int, exact: int, currency: str) -> None:
        item: Receivable = self.one(ot.RECEIVABLE, at)
        self.money += 1
        open_ = abs(item.open.minor) // exact
        amount = ot.Money.from_minor(open_ if exact > 1 and open_ else minor, currency)
        said = item.id if minor % 2 else ""
        id = f"R{self.money}"
        self.do(ot.RecordReceipt(receipt=id, account="bank", day=DAY, amount=amount, text=said))
        self.do(ot.ApplyReceipt(id))

    @rule(at=numbers, items=st.lists(numbers, min_size=1, max_size=3), share=shares, why=whys, kind=st.integers(0, 3))
    def is_posted_by_hand(self, at: int, items: list[int], share: int, why: Why, kind: int) -> None:
        if not self.desk.receipts():
            return
        receipt = self.one(ot.RECEIPT, at)
        found = tuple(dict.fromkeys(self.one(ot.RECEIVABLE, each).id for each in items))
        parts = tuple(self.part(receipt, self.desk.item(id), share, why, kind) for id in found)
        self.do(ApplyReceiptTo(receipt=receipt.id, allocations=parts, day=DAY, on_account=kind == 1))

    def part(self, receipt: Any, item: Receivable, share: int, why: Why, kind: int) -> Allocation:
        currency = receipt.amount.currency
        if item.is_credit:
            return Allocation(item.id, ot.Money.from_minor(item.open.minor // share, currency))
        minor = max(min(receipt.unapplied.minor, item.open.minor) // share, 1)
        cash = ot.Money.from_minor(minor, currency)
        if currency != item.open.currency:
            return Allocation(item.id, cash, exchanged=ot.Money.from_minor(max(minor // 2, 1), item.open.currency))
        rest = item.open - cash
        if kind == 2 and rest:
            return Allocation(item.id, cash, (Adjustment(why, rest),))
        return Allocation(item.id, cash, reason=Why.DEDUCTION if kind == 3 else "")

    @rule(at=numbers, item=numbers, all_=st.booleans())
    def is_taken_off(self, at: int, item: int, all_: bool) -> None:
        if self.desk.receipts():
            receipt = self.one(ot.RECEIPT, at)
            paid = [each.item for each in receipt.allocations]
            items = () if all_ or not paid else (paid[item % len(paid)],)
            self.do(ReverseApplication(receipt=receipt.id, day=DAY, reason="wrong", items=items))

    @rule(at=numbers, share=shares)
    def bounces(self, at: int, share: int) -> None:
        if self.desk.receipts():
            receipt = self.one(ot.RECEIPT, at)
            part = None if share == 1 else ot.Money.from_minor(receipt.amount.minor // share, receipt.amount.currency)
            self.do(ReturnReceipt(receipt=receipt.id, day=DAY, reason="no funds", amount=part))

    @rule(at=numbers, customer=st.sampled_from(CUSTOMERS), aside=st.booleans())
    def is_identified(self, at: int, customer: str, aside: bool) -> None:
        if self.desk.receipts():
            receipt = self.one(ot.RECEIPT, at)
            self.do(IdentifyPayer(receipt=receipt.id, customer=customer, day=DAY))
            if aside:
                self.do(PutOnAccount(receipt=receipt.id, day=DAY, reason="a prepayment"))

    @rule(at=numbers, share=shares)
    def uses_what_is_on_account(self, at: int, share: int) -> None:
        item: Receivable = self.one(ot.RECEIVABLE, at)
        part = None if share == 1 else ot.Money.from_minor(item.open.minor // share, item.open.currency)
        self.do(UseOnAccount(invoice=item.id, day=DAY, amount=part))

    @rule(at=numbers, share=shares, why=whys, back=st.booleans())
    def is_written_off(self, at: int, share: int, why: Why, back: bool) -> None:
        item: Receivable = self.one(ot.RECEIVABLE, at)
        given_up = [each.source for each in item.adjusted if each.given_up]
        if back and given_up:
            source = given_up[0]
            self.do(ReverseWriteOff(item=item.id, write_off=source, day=DAY, reason="it paid"))
            return
        self.written += 1
        part = None if share == 1 else ot.Money.from_minor(item.open.minor // share, item.open.currency)
        id = f"R{self.written}"  # as receipts are called: each is undone by itself
        self.do(WriteOff(item=item.id, write_off=id, day=DAY, why=why, amount=part, reason="not worth it"))

    @rule(at=numbers, minor=st.integers(1, 4000))
    def is_credited(self, at: int, minor: int) -> None:
        invoice = self.one(ot.INVOICE, at)
        amount = ot.Money.from_minor(minor, invoice.payable.currency)
        self.do(ot.IssueCreditNote(invoice=invoice.id, day=DAY, reason="wrong", amount=amount))

    @rule()
    def is_overdue(self) -> None:
        self.desk.otc.tick()

    @invariant()
    def the_ledger_is_what_is_open_and_what_is_unapplied(self) -> None:
        entries = books(self.desk.store)["entries"]
        for currency in ("EUR", "USD"):
            items = [each for each in self.all(ot.RECEIVABLE) if each.open.currency == currency]
            money = [each for each in self.desk.receipts() if each.amount.currency == currency]
            assert control(entries, currency).minor == sum(each.open.minor for each in items)
            assert unapplied(entries, currency).minor == sum(each.unapplied.minor for each in money)

    @invariant()
    def no_item_is_closed_beyond_itself(self) -> None:
        for item in self.all(ot.RECEIVABLE):
            closed = [each.amount.minor for each in (*item.applied, *item.adjusted, *item.credited)]
            assert item.open.minor == item.amount.minor - sum(closed)
            low, high = sorted((0, item.amount.minor))
            assert low <= item.open.minor <= high
            assert item.disputed.minor <= max(item.amount.minor, 0)

    @invariant()
    def no_receipt_gives_more_than_came_in(self) -> None:
        for receipt in self.desk.receipts():
            given = sum(each.amount.minor for each in receipt.allocations)
            back = receipt.returned.minor if receipt.returned else 0
            assert receipt.unapplied.minor == receipt.amount.minor - given - back >= 0
            assert receipt.customer or standing(receipt) in ("unidentified", "returned")

    @invariant()
    def what_items_say_of_receipts_is_what_receipts_say_of_items(self) -> None:
        said = {(r.id, each.item): 0 for r in self.desk.receipts() for each in r.allocations}
        for receipt in self.desk.receipts():
            for each in receipt.allocations:
                said[receipt.id, each.item] += each.worth.minor
        known = {(part.receipt, item.id): 0 for item in self.all(ot.RECEIVABLE) for part in item.applied}
        for item in self.all(ot.RECEIVABLE):
            for part in item.applied:
                known[part.receipt, item.id] += part.amount.minor
        assert said == known

    @invariant()
    def the_exposure_is_what_is_open(self) -> None:
        for account in self.all(ot.CREDIT):
            own = [each for each in self.all(ot.RECEIVABLE) if each.customer == account.customer]
            assert account.invoices.minor == sum(item_exposure(each).minor for each in own)

    def teardown(self) -> None:
        if hasattr(self, "desk"):
            stored = books(self.desk.store)["states"]
            again = replayed(self.desk.store)
            assert {place: state for place, (_, state) in stored.items()} == again


TestCash = pytest.mark.slow(CashMachine.TestCase)
TestCash.settings = settings(max_examples=40, stateful_step_count=30)
