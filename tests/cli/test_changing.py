"""Order changes of an inbox: proposed, accepted, answered, and recognised when they come again."""

import pytest
from attrs import evolve

from otcore import (
    ORDER,
    Invalid,
    ListProduct,
    Money,
    Product,
    Quantity,
    Rejected,
    RequestedLine,
    TaxCategory,
    UnitPrice,
)
from otcore.adapters.ubl.order_change import ChangeCode, ChangedLine, OrderChangeDocument
from otcore.adapters.ubl.order_response_reading import read_order_response
from otcore.cli.books import read_books
from otcore.cli.changing import take_change
from otcore.cli.delivering import take_despatch
from otcore.cli.documents import ChangeContent, Document, DocumentKind, Failure, Sender
from otcore.cli.host import Host
from otcore.cli.ordering import take_order
from otcore.cli.papers import papers
from otcore.orders.amendment import AmendmentStatus, LineChange, Side
from otcore.orders.amendments.commands import AcceptAmendment, ProposeAmendment, WithdrawAmendment
from otcore.orders.details import OrderDetails
from otcore.orders.lifecycle import Status
from otcore.orders.order import Order
from otcore.workflows.ask import Get
from tests.cli.selling import DAY, SELLER, buyer, despatch, order, selling_host
from tests.journey.inboxes import changed, inbox_of, put, taken_in


@pytest.fixture
def host() -> Host:
    host = selling_host()
    take_order(host, order("1"))
    return host


def change(id: str, quantity: str, of: str = "1", product: str = "P", customer: str = "A") -> Document:
    """The buyer wants so many of the first line."""
    stated = RequestedLine(id="1", product=product, quantity=Quantity(quantity, "C62"))
    content = OrderChangeDocument(
        id=id,
        issued=DAY,
        order=of,
        currency="EUR",
        buyer=buyer(customer),
        seller=SELLER.party,
        lines=(ChangedLine(ChangeCode.CHANGED, stated),),
        adjustments=(),
        details=OrderDetails(note="by telephone"),
    )
    return Document(DocumentKind.CHANGE, id, DAY, f"{id}.xml", "/OrderChange", ChangeContent(Sender(customer), content))


def stored(host: Host, id: str = "A/1") -> Order:
    return host.o2c.ask(Get(ORDER, id))


def answers(host: Host) -> dict[str, str]:
    """The order responses by file, each with its code."""
    written = [paper for paper in papers(read_books(host.o2c, SELLER, DAY)) if not isinstance(paper, Failure)]
    read = [(path, read_order_response(data)) for path, data in written if path.startswith("order-responses/")]
    return {path.removeprefix("order-responses/"): str(response.code) for path, response in read}


def test_a_change_is_accepted_and_answered(host):
    assert take_change(host, change("C-1", "6"))
    after = stored(host)
    assert (after.revision, str(after.lines[0].ledger.ordered), after.details.note) == (1, "6", "by telephone")
    assert (after.status, after.amendments[0].status) == (Status.CONFIRMED, AmendmentStatus.ACCEPTED)
    assert answers(host) == {"A_1.xml": "AP", "A_1_change_C-1.xml": "AP"}


def test_the_same_change_again_is_recognised_and_another_of_the_same_number_is_refused(host):
    take_change(host, change("C-1", "6"))
    take_change(host, change("C-2", "7"))
    before = stored(host)
    assert not take_change(host, change("C-1", "6"))
    assert not take_change(host, change("C-2", "7"))
    with pytest.raises(Invalid, match="DUPLICATE_ID"):
        take_change(host, change("C-1", "5"))
    assert stored(host) == before


def test_a_change_that_was_proposed_but_not_answered_is_answered_by_the_next_run(host):
    """A run that was killed between the two."""
    document = change("C-1", "6")
    host.act(document, "order change", document.content.change.command(stored(host)), "A", "C-1")
    assert stored(host).proposal is not None
    assert not take_change(host, document)
    assert stored(host).revision == 1


def test_a_change_that_completes_an_order_lets_it_be_answered():
    host = selling_host()
    document = order("1")
    unknown = evolve(document.content.command.lines[0], product="?")
    content = evolve(document.content, command=evolve(document.content.command, lines=(unknown,)))
    take_order(host, evolve(document, content=content))
    assert stored(host).held
    take_change(host, change("C-1", "10"))
    assert (stored(host).status, stored(host).held) == (Status.CONFIRMED, False)
    assert answers(host)["A_1.xml"] == "AP"


def test_a_change_that_does_not_complete_it_leaves_it_waiting():
    host = selling_host()
    tax, price = TaxCategory("S", "19"), UnitPrice("10.00", "USD")
    host.o2c.handle(ListProduct(Product("Q", "Abroad", "C62", price, tax)))
    document = order("1")
    unknown = evolve(document.content.command.lines[0], product="?")
    content = evolve(document.content, command=evolve(document.content.command, lines=(unknown,)))
    take_order(host, evolve(document, content=content))
    take_change(host, change("C-1", "10", product="Q"))
    assert (stored(host).status, stored(host).held) == (Status.SUBMITTED, True)


def test_what_left_is_not_undercut(host):
    take_despatch(host, despatch("D", "1", "8"))
    with pytest.raises(Rejected, match="BELOW_INVOICED"):
        take_change(host, change("C-1", "6"))
    assert stored(host).amendments == ()


def test_nobody_changes_the_order_of_another(host):
    with pytest.raises(Invalid, match="ORDER_UNKNOWN"):
        take_change(host, change("C-1", "6", customer="B"))


def test_only_changes_that_came_as_documents_are_answered_and_not_those_taken_back(host):
    fewer = (LineChange(line="1", quantity=Quantity(5, "C62")),)
    for by, reference in ((Side.BUYER, ""), (Side.SELLER, "S-1"), (Side.BUYER, "C-9")):
        host.o2c.handle(ProposeAmendment(order="A/1", day=DAY, by=by, changes=fewer, reference=reference))
        host.o2c.handle(WithdrawAmendment(order="A/1", day=DAY, by=by))
    host.o2c.handle(ProposeAmendment(order="A/1", day=DAY, by=Side.BUYER, changes=fewer, reference="C-10"))
    assert answers(host) == {"A_1.xml": "AP", "A_1_change_C-10.xml": "AB"}
    order = host.o2c.handle(AcceptAmendment(order="A/1", day=DAY, by=Side.SELLER))
    assert order.value == Money("59.50", "EUR")


def test_an_answer_that_cannot_be_written_is_a_failure(host):
    fewer = (LineChange(line="1", quantity=Quantity(5, "C62")),)
    host.o2c.handle(ProposeAmendment(order="A/1", day=DAY, by=Side.BUYER, changes=fewer, reference="C\x01"))
    (failure,) = [paper for paper in papers(read_books(host.o2c, SELLER, DAY)) if isinstance(paper, Failure)]
    assert failure.document == "order response A/1-C\x01"


def test_an_order_change_of_an_inbox_is_taken_in(tmp_path):
    text = changed("orders/LK-26-0417.xml", "<cbc:ID>LK-26-0417</cbc:ID>", "<cbc:ID>LK-26-0417-1</cbc:ID>").decode()
    reference = "<cac:OrderReference><cbc:ID>LK-26-0417</cbc:ID></cac:OrderReference>"
    for old, new in (
        ("<Order ", "<OrderChange "),
        ("</Order>", "</OrderChange>"),
        ("xsd:Order-2", "xsd:OrderChange-2"),
        ("<cac:BuyerCustomerParty>", reference + "<cac:BuyerCustomerParty>"),
        ("<cbc:Quantity ", "<cbc:LineStatusCode>3</cbc:LineStatusCode><cbc:Quantity "),
        ('"XBX">60<', '"XBX">70<'),
    ):
        assert old in text
        text = text.replace(old, new)
    inbox = inbox_of(tmp_path / "inbox", ("seller.json", "customers.csv", "products.json", "orders/LK-26-0417.xml"))
    put(inbox, "change.xml", text.encode())
    done = taken_in(inbox, tmp_path / "out")
    assert not done.failures
    (order,) = done.books.orders
    assert (order.revision, str(order.lines[0].ledger.ordered)) == (1, "70")
    assert done.taken.new[DocumentKind.CHANGE] == 1
    assert (tmp_path / "out/order-responses/C1001_LK-26-0417_change_LK-26-0417-1.xml").is_file()
