"""A clerk's desk: invoices that are paid, and short words for what a clerk decides."""

from typing import Any

from attrs import evolve

import otcore as ot
from otcore.kpi import unapplied as kpi
from otcore.payments.allocation import Adjustment, Allocation, Why
from otcore.payments.decided import Decided
from otcore.payments.receipt import Receipt
from otcore.receivables.ledger import Entry, control, unapplied
from otcore.receivables.receivable import Receivable
from otcore.receivables.writing_off import WriteOff
from otcore.reconciliation.commands import ApplyReceiptTo, PutOnAccount, ReturnReceipt, ReverseApplication
from otcore.values.money import Money
from tests.orders.examples import DAY, eur
from tests.workflows.books import books
from tests.workflows.desk import HOUSE, Desk, billed, desk

INV1, INV2, INV3 = (f"INV-2026-00000{number}" for number in (1, 2, 3))
IBAN = "NO9386011117947"


def invoiced(*quantities: int, **more: Any) -> Desk:
    """C1 with an invoice of 12.00 a piece; 120.00 and 60.00 unless told."""
    ready = desk(stocked=200, **more)
    for number, quantity in enumerate(quantities or (10, 5), 1):
        billed(ready, quantity, f"O{number}")
    return ready


def posts(ready: Desk, *parts: Allocation, receipt: str = "R1", **more: Any) -> Receipt:
    found: Receipt = ready.handle(ApplyReceiptTo(receipt=receipt, allocations=parts, day=DAY, **more))
    return found


def part(item: str, amount: str, *less: tuple[Why, str], reason: str = "") -> Allocation:
    return Allocation(item, eur(amount), tuple(Adjustment(why, eur(each)) for why, each in less), reason)


def takes_off(ready: Desk, *items: str, receipt: str = "R1") -> Receipt:
    found: Receipt = ready.handle(ReverseApplication(receipt=receipt, day=DAY, reason="wrong customer", items=items))
    return found


def bounces(ready: Desk, amount: str = "", receipt: str = "R1") -> Receipt:
    back = eur(amount) if amount else None
    found: Receipt = ready.handle(ReturnReceipt(receipt=receipt, day=DAY, reason="no funds", amount=back))
    return found


def puts_aside(ready: Desk, receipt: str = "R1") -> Receipt:
    found: Receipt = ready.handle(PutOnAccount(receipt=receipt, day=DAY, reason="a prepayment"))
    return found


def gives_up(ready: Desk, item: str, amount: str = "", why: Why = Why.WRITE_OFF, id: str = "W1") -> Receivable:
    part = Money(amount, "EUR") if amount else None
    command = WriteOff(item=item, write_off=id, day=DAY, why=why, reason="not worth it", amount=part)
    found: Receivable = ready.handle(command)
    return found


def entries(ready: Desk) -> tuple[Entry, ...]:
    found: tuple[Entry, ...] = books(ready.store)["entries"]
    return found


def sums(ready: Desk, currency: str = "EUR") -> tuple[str, str]:
    """The control account and unapplied cash."""
    rows = entries(ready)
    return str(control(rows, currency).amount), str(unapplied(rows, currency).amount)


def money_states(ready: Desk) -> dict[tuple[str, str], Any]:
    """Items, receipts and credit accounts as they are, without what is only history."""
    states = books(ready.store)["states"]
    return {place: state for place, (_, state) in states.items() if place[0] in ("receivable", "receipt", "credit")}


def unapplied_by_customer(ready: Desk) -> dict[str, str]:
    return {name: str(amount.amount) for name, amount in kpi.unapplied_by_customer(entries(ready), "EUR").items()}


def identifies(ready: Desk, customer: str = "C1", receipt: str = "R1", learn: bool = False) -> Any:
    return ready.handle(ot.IdentifyPayer(receipt=receipt, customer=customer, day=DAY, learn=learn))


def uses(ready: Desk, invoice: str = INV1, amount: str = "") -> Any:
    return ready.handle(ot.UseOnAccount(invoice=invoice, day=DAY, amount=eur(amount) if amount else None))


def two_customers() -> Desk:
    ready = invoiced()
    ready.onboards("C2")
    ready.places(order="O9", customer="C2")
    ready.acknowledges("O9")
    ready.handle(
        ot.PostDespatch(shipment="S9", order="O9", day=DAY, lines=(ot.DespatchLine("1", ot.Quantity(10, "C62")),))
    )
    ready.bills("S9")
    return ready


def with_policies(policies: ot.Policies) -> ot.House:
    return evolve(HOUSE, matching=policies)


def decided(receipt: Receipt) -> Decided:
    """What was decided about it."""
    assert receipt.decided is not None
    return receipt.decided
