"""What is open, day by day: items leave it as they are paid."""

from collections import defaultdict
from collections.abc import Iterable
from datetime import date

from benchmarks.workloads.chance import Chance
from benchmarks.workloads.records import Customer, Invoice, Payment

TRIES = 12


class Ledger:
    """The open items of a workload that is being made, and what was paid of it so far."""

    def __init__(self, customers: Iterable[Customer], invoices: Iterable[Invoice]) -> None:
        self.customers = {each.id: each for each in customers}
        self.left: dict[str, int] = {}
        self._open: dict[str, dict[str, Invoice]] = defaultdict(dict)
        self._drawn: list[Invoice] = []
        self.settled: list[tuple[Payment, Invoice]] = []
        self.begun: list[tuple[date, Invoice]] = []
        for each in invoices:
            self.left[each.id] = each.open
            self._open[each.customer][each.id] = each
            self._drawn.append(each)

    def draw(self, chance: Chance, day: date) -> Invoice | None:
        """An untouched invoice that exists on a day; None when chance found none."""
        for _ in range(TRIES):
            if not self._drawn:
                return None
            at = chance.number(0, len(self._drawn) - 1)
            found = self._drawn[at]
            if self.left[found.id] != found.open:
                self._drawn[at] = self._drawn[-1]
                self._drawn.pop()
            elif found.type == "invoice" and found.issued <= day:
                return found
        return None

    def of(self, customer: str, day: date, type: str = "invoice") -> list[Invoice]:
        """The untouched items of a customer, in the order of issue."""
        mine = self._open[customer].values()
        return [each for each in mine if each.type == type and each.issued <= day and self.left[each.id] == each.open]

    def close(self, invoice: Invoice, amount: int) -> None:
        """A part of an item, or all of it, is paid."""
        self.left[invoice.id] -= amount
        if not self.left[invoice.id]:
            del self._open[invoice.customer][invoice.id]

    def find(self, customer: str, invoice: str) -> Invoice:
        """An item that is open."""
        return self._open[customer][invoice]
