"""The journey of one order of ten lines, command by command, with the time each step took."""

from collections.abc import Callable
from datetime import UTC, date, datetime
from time import perf_counter
from typing import Any

import otcore as ot
from otcore.payments.statement import BankStatement, BankTransaction

STEPS = ("place", "acknowledge", "ship", "invoice", "statement", "apply")
DAY = date(2026, 9, 1)
AT = datetime(2026, 9, 1, tzinfo=UTC)
LINES = 10
PLENTY = ot.Quantity("100000000", "C62")


class Journey:
    """One host on one store, and the seconds spent in each step so far."""

    def __init__(self, store: Any) -> None:
        party = ot.Party("Seller", tax_id="DE123456789", address=ot.Address(country="DE"))
        house = ot.House(seller=ot.Seller(party=party, iban="DE89370400440532013000"))
        self._host = ot.OrderToCash(store, house)
        self._lines = tuple(
            ot.RequestedLine(id=str(line), product=f"P{line}", quantity=ot.Quantity(10, "C62")) for line in range(LINES)
        )
        self.spent = dict.fromkeys(STEPS, 0.0)
        self._set_up()

    def _set_up(self) -> None:
        limit = ot.Money("1000000000", "EUR")
        buyer = ot.Party("Buyer", address=ot.Address(country="DE"))
        self._do(ot.OnboardCustomer("C", ot.Profile(party=buyer, currency="EUR", credit_limit=limit)))
        for line in range(LINES):
            rate = "19" if line % 2 else "7"
            price = ot.UnitPrice("12.34", "EUR")
            self._do(ot.ListProduct(ot.Product(f"P{line}", f"Product {line}", "C62", price, ot.TaxCategory("S", rate))))
            self._do(ot.ReceiveStock(f"P{line}", "MAIN", PLENTY))

    def _do(self, command: Any) -> Any:
        return self._host.handle(command, at=AT)

    def run(self, count: int, first: int = 0) -> float:
        """Flows a second over `count` flows."""
        start = perf_counter()
        for number in range(first, first + count):
            self._flow(number)
        return count / (perf_counter() - start)

    def _flow(self, number: int) -> None:
        order, shipment = f"O{number}", f"S{number}"
        goods = tuple(ot.DespatchLine(line.id, line.quantity) for line in self._lines)
        place = ot.PlaceOrder(order=order, customer="C", day=DAY, currency="EUR", lines=self._lines)
        self._timed("place", lambda: self._do(place))
        self._timed("acknowledge", lambda: self._do(ot.AcknowledgeOrder(order=order, day=DAY)))
        self._timed("ship", lambda: self._do(ot.PostDespatch(shipment=shipment, order=order, day=DAY, lines=goods)))
        invoice = self._timed("invoice", lambda: self._do(ot.IssueInvoice(shipment=shipment, day=DAY)))
        statement = self._timed("statement", lambda: self._do(ot.ImportStatement(_statement(number, invoice))))
        receipt = self._timed("apply", lambda: self._do(ot.ApplyReceipt(statement.receipts[0])))
        assert not receipt.unapplied, receipt

    def _timed(self, step: str, act: Callable[[], Any]) -> Any:
        start = perf_counter()
        answer = act()
        self.spent[step] += perf_counter() - start
        return answer

    def shares(self) -> str:
        """The share of time by step, in percent."""
        whole = sum(self.spent.values())
        return ", ".join(f"{step} {100 * seconds / whole:.0f} %" for step, seconds in self.spent.items())


def _statement(number: int, invoice: Any) -> BankStatement:
    paid, reference = invoice.payable, invoice.document.payment.payment_id
    row = BankTransaction(
        amount=paid, credit=True, reversal=False, booked=DAY, value_date=DAY, structured_reference=reference
    )
    nothing = ot.Money(0, "EUR")
    return BankStatement(
        account="DE89370400440532013000",
        statement_id=str(number),
        currency="EUR",
        opened=DAY,
        closed=DAY,
        opening=nothing,
        closing=paid,
        transactions=(row,),
    )
