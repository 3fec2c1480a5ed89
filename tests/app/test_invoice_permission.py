"""Taking something off an invoice takes another person than who issued it, and is worth what it takes off."""

from otcore.access.policy import RolePolicy
from otcore.access.role import Grant, Role
from otcore.adapters.memory import MemoryStore
from otcore.app.sync import OrderToCash
from otcore.catalog.product import ListProduct
from otcore.invoicing.credit_notes.commands import IssueCorrectiveInvoice, IssueCreditNote
from otcore.invoicing.invoice import IssueInvoice
from otcore.invoicing.invoice_commands import DraftInvoice, IssueDraft
from otcore.orders.commands import AcknowledgeOrder
from otcore.orders.crediting import CreditLine
from otcore.orders.returns.commands import AuthoriseReturn, LineToReturn, ReceivedLine, ReceiveReturn, RequestReturn
from otcore.ports.storage import Store
from otcore.receivables.disputing import OpenDispute, SettleDispute
from otcore.stock.commands import ReceiveStock
from tests.app.staff import PEOPLE, ROLES, code, house, trail
from tests.orders.examples import DAY, dec, despatch, eur, left, order_of, pieces, product
from tests.workflows.desk import Clock, onboarding
from tests.workflows.invoicing import INV

BILLING = Role("billing", (Grant("credit_note", eur("50.00")), Grant("invoice", eur("500.00"))))
POLICY = RolePolicy(
    roles=(*ROLES, BILLING), people=PEOPLE | {"bill": ("billing",), "otto": ("owner",), "rosa": ("owner",)}
)


def office(store: Store) -> OrderToCash:
    return OrderToCash(store, house(POLICY), clock=Clock(), actor="nobody")


def with_an_invoice() -> OrderToCash:
    """Ten pieces of 12.00 with tax, billed by olga; three came back to rosa."""
    otc = office(MemoryStore())
    for command in (
        onboarding(),
        ListProduct(product()),
        ReceiveStock("P1", "main", pieces(50)),
        order_of(),
        AcknowledgeOrder(order="O1", day=DAY),
        despatch(left("1", 10)),
        IssueInvoice(shipment="S1", day=DAY),
        RequestReturn(return_id="R1", order="O1", day=DAY, lines=(LineToReturn(line="1", quantity=pieces(3)),)),
        AuthoriseReturn(return_id="R1", day=DAY),
    ):
        otc.handle(command, actor="olga")
    back = ReceiveReturn(return_id="R1", day=DAY, lines=(ReceivedLine(line="1", good=pieces(3)),), location="main")
    otc.handle(back, actor="rosa")
    return otc


def pieces_off(number: int) -> IssueCreditNote:
    return IssueCreditNote(invoice=INV, day=DAY, reason="broken", lines=(CreditLine("1", dec(number)),))


def test_who_issued_an_invoice_does_not_credit_it():
    otc = with_an_invoice()
    assert code(otc, pieces_off(1), "olga") == "MAKER_IS_CHECKER"
    assert code(otc, pieces_off(1), "otto") == ""


def test_who_took_the_goods_in_does_not_credit_them():
    otc = with_an_invoice()
    credit = IssueCreditNote(invoice=INV, day=DAY, reason="came back", return_id="R1")
    assert code(otc, credit, "rosa") == "MAKER_IS_CHECKER"
    assert code(otc, credit, "otto") == ""


def test_who_issued_an_invoice_does_not_put_it_right():
    otc = with_an_invoice()
    credit = IssueCreditNote(invoice=INV, day=DAY, reason="came back", return_id="R1")
    otc.handle(credit, actor="otto")
    right = IssueCorrectiveInvoice(invoice=INV, day=DAY, reason="wrong address")
    assert code(otc, right, "olga") == "MAKER_IS_CHECKER"
    assert code(otc, right, "bill") == ""


def test_a_credit_note_is_worth_what_it_takes_off():
    otc = with_an_invoice()
    assert code(otc, pieces_off(5), "bill") == "ABOVE_AMOUNT_LIMIT"
    assert code(otc, pieces_off(4), "bill") == ""
    assert trail(otc, subject=f"invoice:{INV}") == [
        ("bill", "credit_note.issue", "ABOVE_AMOUNT_LIMIT", "60.00 EUR"),
        ("bill", "credit_note.issue", "taken", "48.00 EUR"),
    ]


def test_a_draft_is_worth_what_it_bills():
    otc = with_an_invoice()
    otc.handle(order_of(order="O2"), actor="olga")
    otc.handle(AcknowledgeOrder(order="O2", day=DAY), actor="olga")
    otc.handle(despatch(left("1", 10), shipment="S2", order="O2"), actor="olga")
    assert code(otc, DraftInvoice(draft="D1", shipment="S2", day=DAY), "clara") == "NOT_ALLOWED"
    assert code(otc, DraftInvoice(draft="D1", shipment="S2", day=DAY), "bill") == ""
    assert code(otc, IssueDraft(draft="D1", day=DAY), "bill") == ""


def test_the_end_of_a_dispute_is_on_the_audit_trail():
    otc = with_an_invoice()
    otc.handle(OpenDispute(invoice=INV, dispute="D1", day=DAY, reason="late"), actor="otto")
    otc.handle(SettleDispute(invoice=INV, dispute="D1", day=DAY, outcome="withdrawn"), actor="rosa")
    assert trail(otc, subject=f"invoice:{INV}") == [("rosa", "dispute.settle", "taken", "")]
