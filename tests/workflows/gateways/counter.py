"""A desk with a payment gateway, and short words for what is done with it."""

from datetime import UTC, date, datetime, timedelta
from typing import Any

from attrs import evolve as changed

from otcore.adapters.gateways import Failing, FailingGateway, MemoryGateway
from otcore.payments.gateway.commands import (
    AuthorisePayment,
    CapturePayment,
    ReconcilePayment,
    RefundPayment,
    TakeNotification,
    VoidPayment,
)
from otcore.payments.gateway.payment import GatewayPayment
from otcore.payments.receipt import Receipt
from otcore.ports.aggregates import GATEWAY_PAYMENT, RECEIPT
from otcore.receivables.ledger import control, unapplied
from otcore.values.money import Money
from otcore.workflows.ask import Every, Get
from tests.orders.examples import DAY, eur
from tests.workflows.books import books
from tests.workflows.desk import HOUSE, Desk, billed, desk
from tests.workflows.invoicing import open_items

INV = "INV-2026-000001"
LATER = datetime.combine(DAY + timedelta(2), datetime.min.time(), UTC)


def counter(*failures: Failing, invoiced: bool = True, **more: Any) -> tuple[Desk, FailingGateway]:
    """A desk with an invoice over 120.00, and its gateway, whose first calls fail so."""
    gateway = FailingGateway(MemoryGateway(declining={"tok-bad": "do_not_honour"}, fee=fee), *failures)
    ready = desk(stocked=100, house=changed(HOUSE, gateways={"cards": gateway}), **more)
    if invoiced:
        billed(ready)
    return ready, gateway


def fee(amount: Money) -> Money:
    return Money("0.35", amount.currency)


def wish(payment: str = "P1", **more: Any) -> AuthorisePayment:
    fields: dict[str, Any] = {"gateway": "cards", "customer": "C1", "token": "tok-good", "day": DAY}
    target: dict[str, Any] = {} if "order" in more or "invoice" in more else {"invoice": INV}
    return AuthorisePayment(payment=payment, **fields | target | more)


def charges(ready: Desk, payment: str = "P1", **more: Any) -> GatewayPayment:
    answer: GatewayPayment = ready.handle(wish(payment, **{"capture": True} | more))
    return answer


def authorises(ready: Desk, payment: str = "P1", **more: Any) -> GatewayPayment:
    return charges(ready, payment, capture=False, **more)


def captures(ready: Desk, amount: str = "", operation: str = "capture", payment: str = "P1") -> GatewayPayment:
    command = CapturePayment(payment=payment, day=DAY, amount=eur(amount) if amount else None, operation=operation)
    answer: GatewayPayment = ready.handle(command)
    return answer


def refunds(ready: Desk, amount: str = "", operation: str = "r1", payment: str = "P1") -> GatewayPayment:
    wanted = eur(amount) if amount else None
    command = RefundPayment(payment=payment, day=DAY, amount=wanted, operation=operation, reason="returned goods")
    answer: GatewayPayment = ready.handle(command)
    return answer


def voids(ready: Desk, payment: str = "P1") -> GatewayPayment:
    answer: GatewayPayment = ready.handle(VoidPayment(payment=payment, day=DAY))
    return answer


def reconciles(ready: Desk, payment: str = "P1", day: date = DAY) -> GatewayPayment:
    answer: GatewayPayment = ready.handle(ReconcilePayment(payment=payment, day=day))
    return answer


def hears(ready: Desk, webhook: Any) -> GatewayPayment:
    command = TakeNotification(gateway="cards", text=webhook.body, signature=webhook.signature, day=DAY)
    answer: GatewayPayment = ready.handle(command)
    return answer


def payment(ready: Desk, id: str = "P1") -> GatewayPayment:
    return ready.otc.ask(Get(GATEWAY_PAYMENT, id))


def receipts(ready: Desk) -> tuple[Receipt, ...]:
    return ready.otc.ask(Every(RECEIPT))


def assert_money_agrees(ready: Desk) -> None:
    """What is owed and what is on account, by the ledger's rows and by the states; gateways and books agree."""
    told = books(ready.store)
    held = receipts(ready)
    items = [state for (kind, _), (_, state) in told["states"].items() if kind == "receivable"]
    assert control(told["entries"], "EUR").minor == sum(item.open.minor for item in items)
    assert unapplied(told["entries"], "EUR").minor == sum(each.unapplied.minor for each in held)
    assert ready.exposure()[2] == str(Money.from_minor(sum(item.open.minor for item in items), "EUR").amount)
    for each in ready.otc.ask(Every(GATEWAY_PAYMENT)):
        ours = [receipt for receipt in held if receipt.id.startswith(f"{each.id}/")]
        assert sum(receipt.amount.minor for receipt in ours) == each.captured.minor
        assert sum(receipt.kept.minor for receipt in ours) == each.captured.minor - each.refunded.minor


def owed(ready: Desk) -> str:
    return open_items(ready).get(INV, "0.00")
