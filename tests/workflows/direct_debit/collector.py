"""A desk that collects by direct debit, and short words for what it and its bank do."""

from datetime import date, timedelta
from typing import Any

from attrs import evolve as changed

from otcore.payments.direct_debit.collection import Collection
from otcore.payments.direct_debit.collection_commands import (
    CancelCollection,
    PlanCollection,
    PresentCollections,
    RejectCollection,
)
from otcore.payments.direct_debit.mandate import Mandate
from otcore.payments.direct_debit.mandate_commands import CreateMandate
from otcore.payments.direct_debit.policy import DirectDebit
from otcore.payments.payment_batch import PaymentBatch
from otcore.payments.receipt import Receipt
from otcore.payments.statement import BankTransaction, Returned
from otcore.ports.aggregates import COLLECTION, MANDATE, RECEIPT
from otcore.receivables.ledger import control, unapplied
from otcore.values.money import Money
from otcore.values.percentage import Percentage
from otcore.values.terms import DueRule, DueStep, InstalmentTerms, PaymentTerms
from otcore.workflows.ask import Every, Get
from tests.orders.examples import DAY, eur, product
from tests.payments.bank_rows import statement
from tests.payments.direct_debit.examples import IBAN
from tests.workflows.books import books
from tests.workflows.desk import HOUSE, Desk, billed, desk, onboarding

INV = "INV-2026-000001"
DUE = date(2026, 4, 1)
POLICY = DirectDebit(creditor="DE98ZZZ09999999999", notice=5)
BOOKED = DAY + timedelta(31)


def collector(policy: DirectDebit | None = POLICY, signed: bool = True, **more: Any) -> Desk:
    """A desk with an invoice of 120.00 and its customer's mandate."""
    ready = desk(stocked=200, house=changed(HOUSE, direct_debit=policy), **more)
    billed(ready)
    if signed:
        writes(ready)
    return ready


def in_instalments(policy: DirectDebit = POLICY) -> Desk:
    """The same, the invoice due half in ten days and half in forty."""
    first = InstalmentTerms(DueRule((DueStep(days=10),)), percent=Percentage(50))
    terms = PaymentTerms(instalments=(first, InstalmentTerms(DueRule((DueStep(days=40),)))))
    ready = Desk(house=collector(policy).house)
    ready.handle(onboarding(terms=terms))
    ready.lists(product())
    ready.receives(100)
    billed(ready)
    writes(ready)
    return ready


def writes(ready: Desk, mandate: str = "M1", **more: Any) -> Mandate:
    fields: dict[str, Any] = {"customer": "C1", "account": IBAN, "holder": "Customer C1", "signed": DAY}
    answer: Mandate = ready.handle(CreateMandate(mandate=mandate, **fields | more))
    return answer


def plans(ready: Desk, invoice: str = INV, day: date = DAY, **more: Any) -> Collection:
    answer: Collection = ready.handle(PlanCollection(invoice=invoice, day=day, **more))
    return answer


def presents(ready: Desk, batch: str = "B1", day: date = DAY, until: date | None = BOOKED, **more: Any) -> PaymentBatch:
    answer: PaymentBatch = ready.handle(PresentCollections(batch=batch, day=day, until=until, **more))
    return answer


def cancels(ready: Desk, collection: str) -> Collection:
    answer: Collection = ready.handle(CancelCollection(collection=collection, day=DAY, reason="asked"))
    return answer


def rejects(ready: Desk, collection: str, code: str = "AC01") -> Collection:
    answer: Collection = ready.handle(RejectCollection(collection=collection, day=DAY, code=code))
    return answer


def booked(amount: str, end_to_end: str, **more: Any) -> BankTransaction:
    """The bank's row of money that was collected."""
    return BankTransaction(eur(amount), True, False, BOOKED, BOOKED, end_to_end=end_to_end, **more)


def back(amount: str, end_to_end: str, code: str = "AM04", fee: str = "", credit: bool = False) -> BankTransaction:
    """The bank's row of money that went back, with what it took for that on top."""
    charges = eur(fee) if fee else None
    total = eur(amount) + charges if charges else eur(amount)
    said = Returned(code, "", end_to_end)
    return BankTransaction(total, credit, True, BOOKED, BOOKED, original=eur(amount), charges=charges, returned=said)


def says(ready: Desk, *rows: BankTransaction, id: str = "7") -> None:
    """A statement is taken in."""
    ready.takes_in(statement(*rows, id=id, closed=BOOKED))


def collection(ready: Desk, id: str) -> Collection:
    return ready.otc.ask(Get(COLLECTION, id))


def collections(ready: Desk) -> list[str]:
    return [f"{each.amount.amount} {each.status}" for each in ready.otc.ask(Every(COLLECTION))]


def mandate(ready: Desk, id: str = "M1") -> Mandate:
    return ready.otc.ask(Get(MANDATE, id))


def receipts(ready: Desk) -> tuple[Receipt, ...]:
    return ready.otc.ask(Every(RECEIPT))


def assert_money_agrees(ready: Desk) -> None:
    """What is owed and what is on account, by the ledger's rows and by the states."""
    told = books(ready.store)
    items = [state for (kind, _), (_, state) in told["states"].items() if kind == "receivable"]
    assert control(told["entries"], "EUR").minor == sum(item.open.minor for item in items)
    assert unapplied(told["entries"], "EUR").minor == sum(each.unapplied.minor for each in receipts(ready))
    assert ready.exposure()[2] == str(Money.from_minor(sum(item.open.minor for item in items), "EUR").amount)
