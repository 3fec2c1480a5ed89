"""The firm while it is played: a real host on a memory store."""

from datetime import date
from typing import Any

from otcore.adapters.memory import MemoryStore
from otcore.app.sync import MAIN, OrderToCash
from otcore.catalog.product import ListProduct, Product
from otcore.customers.customer import OnboardCustomer
from otcore.customers.profile import Profile
from otcore.invoicing.invoice import Invoice, IssueInvoice
from otcore.invoicing.seller import Seller
from otcore.orders.commands import AcknowledgeOrder, PlaceOrder, ReleaseHold
from otcore.orders.line import RequestedLine
from otcore.orders.order import Order
from otcore.orders.shipments.shipment import DespatchLine, PostDespatch
from otcore.payments.receipt import Receipt
from otcore.payments.recording import RecordReceipt
from otcore.ports.storage import Context
from otcore.receivables.ledger import Entry
from otcore.reconciliation.command import ApplyReceipt
from otcore.simulation.clock import VirtualClock
from otcore.simulation.scenario import Buyer, Scenario
from otcore.stock.commands import ReceiveStock
from otcore.values.party import Address, Party
from otcore.values.price import UnitPrice
from otcore.values.quantity import Quantity
from otcore.values.tax import TaxCategory
from otcore.workflows.house import House

_PIECES, _PRODUCT = "C62", "P1"
_PLENTY = Quantity(10**9, _PIECES)
_ADDRESS = Address(country="DE")


class Firm:
    """What its clerks do, each a real command at the clock's time."""

    def __init__(self, scenario: Scenario, clock: VirtualClock) -> None:
        seller = Party("Seller", tax_id="DE123456789", address=_ADDRESS)
        self._store = MemoryStore()
        self._clock = clock
        self._host = OrderToCash(
            self._store, House(seller=Seller(party=seller, iban="DE89370400440532013000")), clock=clock
        )
        self._currency = scenario.price.currency
        price = UnitPrice(scenario.price.amount, self._currency)
        self.do(ListProduct(Product(_PRODUCT, "Piece", _PIECES, price, TaxCategory("S", "20"))))
        self.do(ReceiveStock(_PRODUCT, "main", _PLENTY))
        for buyer in scenario.buyers:
            self._onboard(buyer)

    def _onboard(self, buyer: Buyer) -> None:
        for number in range(buyer.customers):
            profile = Profile(
                party=Party(f"{buyer.name} {number}", address=_ADDRESS),
                currency=self._currency,
                terms=buyer.terms,
                credit_limit=buyer.limit,
            )
            self.do(OnboardCustomer(customer(buyer, number), profile))

    def do(self, command: Any) -> Any:
        """Carry a command out."""
        return self._host.handle(command)

    def ask(self, query: Any) -> Any:
        """Answer a question."""
        return self._host.ask(query)

    def place(self, order: str, customer: str, pieces: int) -> Order:
        """A customer orders."""
        wanted = RequestedLine(id="1", product=_PRODUCT, quantity=Quantity(pieces, _PIECES))
        command = PlaceOrder(
            order=order, customer=customer, day=self._clock.today, currency=self._currency, lines=(wanted,)
        )
        placed: Order = self.do(command)
        return placed

    def release(self, order: Order) -> None:
        """Every hold is looked at and lifted."""
        for kind in dict.fromkeys(hold.kind for hold in order.holds):
            self.do(ReleaseHold(order=order.id, kind=kind, reason="looked at", day=self._clock.today))

    def acknowledge(self, order: str) -> None:
        """The buyer is told what will be delivered."""
        self.do(AcknowledgeOrder(order=order, day=self._clock.today))

    def ship(self, order: str, pieces: int) -> None:
        """All of it leaves."""
        line = DespatchLine("1", Quantity(pieces, _PIECES))
        self.do(PostDespatch(shipment=order, order=order, day=self._clock.today, lines=(line,)))

    def bill(self, order: str) -> Invoice:
        """What left is billed."""
        invoice: Invoice = self.do(IssueInvoice(shipment=order, day=self._clock.today))
        return invoice

    def receive(self, invoice: Invoice) -> str:
        """The customer pays what the invoice says, and names it."""
        paid, today = invoice.document.totals.payable, self._clock.today
        reference = invoice.document.payment.payment_id
        receipt: Receipt = self.do(
            RecordReceipt(receipt=f"R-{invoice.id}", account="bank", day=today, amount=paid, reference=reference)
        )
        return receipt.id

    def apply(self, receipt: str) -> None:
        """The payment is matched."""
        self.do(ApplyReceipt(receipt))

    def ledger(self, until: date) -> tuple[Entry, ...]:
        """The receivables' rows."""
        unit = self._store.begin(Context(MAIN, "simulation", self._clock.now()), reading=True)
        try:
            return unit.entries(until)
        finally:
            unit.close()


def customer(buyer: Buyer, number: int) -> str:
    """The id of one customer of a kind."""
    return f"{buyer.name}-{number}"
