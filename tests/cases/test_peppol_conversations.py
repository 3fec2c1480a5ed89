"""The advanced ordering scenarios of the case files, as conversations: read, decide, emit, and compare with the answer
that the case has.
"""

import pytest

import otcore as ot
from otcore.adapters.ubl.cancellation import read_order_cancellation
from otcore.adapters.ubl.kinds import DocumentKind, document_kind
from otcore.adapters.ubl.order import read_order
from otcore.adapters.ubl.order_change import read_order_change
from otcore.adapters.ubl.order_response import write_order_response_advanced
from otcore.adapters.ubl.order_response_reading import read_order_response
from otcore.orders.commands import CancelOrder
from otcore.orders.lifecycle import Status
from otcore.orders.order import Order
from tests.adapters.ubl.loss import overlooked
from tests.case_files import CASES

FOLDER = CASES / "orders/peppol"
SCENARIO = "Advanced_Ordering_scenarios/advanced_ordering_sc{0}/{1}_sc{0}.xml"
READERS = {DocumentKind.ORDER_CHANGE: read_order_change, DocumentKind.ORDER_RESPONSE: read_order_response}


def files(*patterns: str) -> list[str]:
    """The case files of these names, as paths below their folder; none where the folder is absent."""
    return sorted(str(path.relative_to(FOLDER)) for pattern in patterns for path in FOLDER.rglob(pattern))


class Talk:
    """A seller's books with the order of scenario 1, which nobody has a number for, and both items in stock."""

    def __init__(self) -> None:
        document = read_order(self.data(1, "Order"))
        self.seller = document.seller
        self.otc = ot.OrderToCash(ot.MemoryStore(), ot.House(seller=ot.Seller(party=document.seller)))
        self.otc.handle(ot.OnboardCustomer("buyer", ot.Profile(party=document.buyer, currency="EUR")))
        for number, line in (("SN-1", document.lines[0]), ("SN-2", document.lines[1])):
            assert line.price is not None
            assert line.tax is not None
            self.otc.handle(ot.ListProduct(ot.Product(number, line.name, "NAR", line.price, line.tax)))
            self.otc.handle(ot.ReceiveStock(number, "MAIN", ot.Quantity(100, "NAR")))
        self.otc.handle(document.command("buyer", "SO-1"))

    @staticmethod
    def data(scenario: int, name: str) -> bytes:
        return (FOLDER / SCENARIO.format(scenario, name)).read_bytes()

    @property
    def order(self) -> Order:
        return self.otc.ask(ot.Get(ot.ORDER, "SO-1"))

    def offers(self) -> Order:
        """The seller knows the items, has five of the first, and promises both by the last of the stated days."""
        days = read_order_response(self.data(1, "OrderResponse")).promised
        assert days is not None
        changes = (
            ot.LineChange(line="1", quantity=ot.Quantity(5, "NAR"), product="SN-1", promised=days.end),
            ot.LineChange(line="2", product="SN-2", promised=days.end),
        )
        return self.otc.handle(ot.AcknowledgeOrder(order="SO-1", day=self.order.day, changes=changes))

    def changes(self, scenario: int) -> Order:
        """The buyer sends the order change of a scenario."""
        return self.otc.handle(read_order_change(self.data(scenario, "OrderChange")).command(self.order))

    def cancels(self, scenario: int) -> Order:
        """The buyer sends the cancellation of a scenario."""
        return self.otc.handle(read_order_cancellation(self.data(scenario, "OrderCancellation")).command("SO-1"))

    def answers_as(self, scenario: int, amendment: int | None = None) -> None:
        """What the seller emits says what the response of the scenario says."""
        theirs = read_order_response(self.data(scenario, "OrderResponse"))
        written = write_order_response_advanced(
            self.order, self.seller, response_id=theirs.id, day=theirs.issued, amendment=amendment
        )
        ours = read_order_response(written)
        assert (ours.transaction, ours.code, ours.order) == (theirs.transaction, theirs.code, theirs.order)
        assert (ours.change, ours.currency, ours.seller.endpoint) == (
            theirs.change,
            theirs.currency,
            theirs.seller.endpoint,
        )
        assert [(line.of, line.code) for line in ours.lines] == [(line.of, line.code) for line in theirs.lines]
        for mine, yours in zip(ours.lines, theirs.lines, strict=True):
            assert mine.item.product == yours.item.product
            assert yours.quantity in (None, mine.quantity)
            days = yours.promised or theirs.promised
            assert days is None or (mine.promised is not None and mine.promised.end in days)


@pytest.fixture
def talk(cases) -> Talk:
    return Talk()


@pytest.fixture
def agreed(talk: Talk) -> Talk:
    """The conversation after scenario 1, both sides of one mind."""
    talk.offers()
    talk.changes(1)
    return talk


@pytest.mark.parametrize("name", files("OrderChange*.xml", "OrderResponse*.xml", "OrderAgreement*.xml"))
def test_a_document_is_read_without_loss(name, cases):
    document = (FOLDER / name).read_bytes()
    assert overlooked(READERS[document_kind(document)], document) == []


def test_the_agreement_states_what_is_agreed_and_no_code(cases):
    agreement = read_order_response((FOLDER / "OrderAgreement_Example.xml").read_bytes())
    assert agreement.code is None
    assert [(line.id, line.quantity, line.code) for line in agreement.lines] == [
        ("1", ot.Quantity(15, "C62"), None),
        ("2", ot.Quantity(1, "C62"), None),
    ]


def test_another_document_is_no_response(cases):
    with pytest.raises(ot.Invalid, match="UBL_DOCUMENT"):
        read_order_response((FOLDER / "InvoiceResponse_Example.xml").read_bytes())


def test_scenario_1_the_seller_offers_less_and_names_the_items(talk):
    assert talk.order.held
    order = talk.offers()
    assert (order.status, order.value) == (Status.ACKNOWLEDGED, ot.Money("840.00", "EUR"))
    talk.answers_as(1)


def test_scenario_1_the_buyer_agrees_by_an_order_change(talk):
    talk.offers()
    order = talk.changes(1)
    assert (order.status, order.revision, order.held) == (Status.CONFIRMED, 1, False)
    assert order.value == ot.Money("600.00", "EUR")
    assert [(line.agreed.product, line.ledger.allocated) for line in order.lines] == [("SN-1", 5), ("SN-2", 50)]
    assert order.details.note == "Changes according to Order reponse"


def test_scenario_1_the_buyer_gives_up_instead(talk):
    talk.offers()
    order = talk.cancels(1)
    assert (order.status, order.proposal, order.revision) == (Status.CANCELLED, None, 0)


def test_scenario_2_the_seller_accepts_the_buyers_change(agreed):
    order = agreed.changes(2)
    assert (order.status, order.value) == (Status.CONFIRMED, ot.Money("600.00", "EUR"))
    order = agreed.otc.handle(ot.AcceptAmendment(order="SO-1", day=order.day, by=ot.Side.SELLER))
    assert (order.revision, order.value) == (2, ot.Money("240.00", "EUR"))
    assert [line.ledger.ordered for line in order.lines] == [5, 0]
    agreed.answers_as(2, amendment=2)


def test_scenario_2_or_rejects_it_and_the_original_stands(agreed):
    before = agreed.order
    agreed.changes(2)
    order = agreed.otc.handle(ot.RejectAmendment(order="SO-1", day=before.day, by=ot.Side.SELLER, reason="packed"))
    assert (order.lines, order.value, order.details) == (before.lines, before.value, before.details)
    written = write_order_response_advanced(order, agreed.seller, response_id="R", day=order.day, amendment=2)
    answer = read_order_response(written)
    assert (answer.code, answer.change, answer.note, answer.lines) == ("RE", "Change-2", "packed", ())


def test_scenario_3_the_seller_offers_a_later_day_and_the_buyer_agrees(agreed):
    issued = read_order_response(agreed.data(3, "OrderResponse")).issued
    later = ot.LineChange(line="1", promised=issued.replace(month=4, day=1))
    agreed.otc.handle(ot.ProposeAmendment(order="SO-1", day=issued, by=ot.Side.SELLER, changes=(later,)))
    agreed.answers_as(3, amendment=2)
    order = agreed.changes(3)
    assert (order.status, order.revision, order.proposal) == (Status.CONFIRMED, 2, None)
    assert order.lines[0].promised == later.promised
    assert order.lines[0].agreed.requested == read_order_change(agreed.data(3, "OrderChange")).lines[0].line.requested


def test_scenario_3_or_gives_the_order_up(agreed):
    day = agreed.order.day
    later = ot.LineChange(line="1", promised=day.replace(month=4, day=1))
    agreed.otc.handle(ot.ProposeAmendment(order="SO-1", day=day, by=ot.Side.SELLER, changes=(later,)))
    order = agreed.cancels(3)
    assert (order.status, order.lines[0].ledger.open, order.proposal) == (Status.CANCELLED, 0, None)


def test_scenario_4_the_seller_accepts_the_cancellation(agreed):
    order = agreed.cancels(4)
    assert (order.status, order.reasons) == (Status.CANCELLED, ("With reference to phone call",))
    agreed.answers_as(4)


def test_scenario_5_the_seller_cancels_and_the_buyers_word_adds_nothing(agreed):
    agreed.otc.handle(ot.RejectOrder(order="SO-1", day=agreed.order.day, reason="Out of production"))
    agreed.answers_as(5)
    cancelled = agreed.order
    word = read_order_cancellation(agreed.data(5, "OrderCancellation")).command("SO-1")
    assert isinstance(word, CancelOrder)
    with pytest.raises(ot.Rejected, match="ORDER_OVER"):
        agreed.otc.handle(word)
    assert (agreed.order, agreed.order.status) == (cancelled, Status.CANCELLED)
