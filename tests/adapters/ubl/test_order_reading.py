"""Reading a UBL order: where each thing of the document goes."""

from datetime import date
from decimal import Decimal

from attrs import evolve

from otcore.adapters.ubl.order import read_order
from otcore.orders.commands import PlaceOrder
from otcore.orders.details import Delivery
from otcore.orders.line import RequestedLine
from otcore.values import (
    Address,
    Contact,
    Identifier,
    Money,
    Party,
    Period,
    Quantity,
    TaxCategory,
    UnitPrice,
)
from otcore.values.adjustment import Adjustment
from tests.adapters.ubl.documents import LINE_2, ORDER, but
from tests.adapters.ubl.loss import overlooked

BUYER = Party(
    name="Harbour Clinic",
    legal_name="Harbour Clinic A/S",
    endpoint=Identifier("5790000435968", "0088"),
    identifiers=(Identifier("DK11223344", "0184"), Identifier("4711")),
    tax_id="DK11223344",
    company_id=Identifier("11223344", "0184"),
    address=Address("Quay 1", "Gate B", "Aarhus", "8000", "Jutland", "3rd floor", "DK"),
    contact=Contact("Ida", "+45 1", "ida@clinic.example"),
)

DELIVERY = Delivery(
    location=Identifier("5790000435975", "0088"),
    name="Store room",
    address=Address(street="Back door 2", country="DK"),
    requested=Period(date(2026, 3, 9), date(2026, 3, 13)),
    contact=Contact("Bo"),
)


def unread(order):
    return {leaf.path: leaf.text for leaf in order.details.unread}


def test_the_head_is_read():
    order = read_order(ORDER)
    assert (order.id, order.issued, order.currency) == ("PO-77", date(2026, 3, 1), "EUR")


def test_the_details_carry_what_later_documents_repeat():
    details = read_order(ORDER).details
    assert details.reference == "PO-77"
    assert details.buyer_reference == "Ward 3"
    assert details.accounting_cost == "CC-1"
    assert details.contract == "FRAME-5"
    assert details.note == "Ring the bell"
    assert details.valid_until == date(2026, 4, 1)


def test_the_buyer_is_read_with_every_identifier():
    order = read_order(ORDER)
    assert order.buyer == BUYER
    assert order.details.buyer == BUYER


def test_a_party_without_a_name_of_its_own_goes_by_its_registered_name():
    seller = read_order(ORDER).seller
    assert seller.name == seller.legal_name == "Northern Supplies AB"
    assert seller.contact is None
    assert seller.address == Address()


def test_a_tax_id_of_another_scheme_than_vat_stays_unread():
    left = unread(read_order(ORDER))
    scheme = "/Order/cac:BuyerCustomerParty/cac:Party/cac:PartyTaxScheme[1]"
    assert left[f"{scheme}/cbc:CompanyID"] == "AB12"
    assert left[f"{scheme}/cac:TaxScheme/cbc:ID"] == "GST"


def test_a_party_without_a_vat_id_has_no_tax_id():
    assert read_order(but(ORDER, (">VAT<", ">SALES<"))).buyer.tax_id == ""


def test_a_blank_identifier_is_no_identifier():
    assert read_order(but(ORDER, (">4711<", "><"))).buyer.identifiers == (Identifier("DK11223344", "0184"),)


def test_the_delivery_is_read():
    assert read_order(ORDER).details.delivery == DELIVERY


def test_an_order_may_say_nothing_of_delivery():
    start, end = ORDER.index(b"<cac:Delivery>"), ORDER.index(b"</cac:Delivery>")
    assert read_order(ORDER[:start] + ORDER[end + len("</cac:Delivery>") :]).details.delivery is None


def test_a_delivery_may_be_anywhere_any_time():
    start, end = ORDER.index(b"<cac:DeliveryLocation>"), ORDER.index(b"</cac:Delivery>")
    bare = read_order(ORDER[:start] + b"<cbc:Quantity>3</cbc:Quantity>" + ORDER[end:])
    assert bare.details.delivery == Delivery()
    assert unread(bare)["/Order/cac:Delivery/cbc:Quantity"] == "3"


def test_a_period_open_at_an_end_stays_unread():
    order = read_order(but(ORDER, ("<cbc:EndDate>2026-03-13</cbc:EndDate>", "")))
    assert order.details.delivery == evolve(DELIVERY, requested=None)
    assert unread(order)["/Order/cac:Delivery/cac:RequestedDeliveryPeriod/cbc:StartDate"] == "2026-03-09"


def test_a_line_is_read_whole():
    assert read_order(ORDER).lines[0] == RequestedLine(
        id="1",
        quantity=Quantity("20", "C62"),
        product="GLOVE-M",
        price=UnitPrice("25.00", "EUR", "10"),
        name="Gloves",
        description="Nitrile,\npowder free",
        buyer_item="B-7",
        standard_item=Identifier("5712345000015", "0160"),
        tax=TaxCategory("S", 25),
        adjustments=(
            Adjustment(
                charge=False,
                percent=Decimal("12.5"),
                base=Money("50.00", "EUR"),
                reason="Discount",
                reason_code="95",
            ),
        ),
        requested=Period(date(2026, 3, 10), date(2026, 3, 12)),
        note="Fragile\nBlue if possible",
        accounting_cost="CC-9",
    )


def test_a_line_may_leave_price_and_tax_to_the_seller():
    line = read_order(ORDER).lines[1]
    assert line == RequestedLine(id="2", quantity=Quantity("1.5", "KGM"), name="Advice")


def test_a_price_is_for_one_unless_it_says_otherwise():
    data = but(ORDER, ('<cbc:BaseQuantity unitCode="C62">10</cbc:BaseQuantity>', ""))
    assert read_order(data).lines[0].price == UnitPrice("25", "EUR")


def test_a_base_quantity_without_unit_is_in_the_unit_ordered():
    data = but(ORDER, ('<cbc:BaseQuantity unitCode="C62">', "<cbc:BaseQuantity>"))
    assert read_order(data).lines[0].price == UnitPrice("25", "EUR", "10")


def test_the_allowance_within_a_price_is_taken_off_already_and_stays_unread():
    left = unread(read_order(ORDER))
    assert left["/Order/cac:OrderLine[1]/cac:LineItem/cac:Price/cac:AllowanceCharge/cbc:Amount"] == "5.00"


def test_a_charge_on_the_document_has_its_own_tax():
    exempt = TaxCategory("E", 0, "Article 132", "VATEX-EU-132")
    assert read_order(ORDER).adjustments == (
        Adjustment(charge=True, amount=Money("8.00", "EUR"), reason="Freight", tax=exempt),
    )


def test_a_percentage_that_does_not_come_to_the_stated_amount_stays_unread():
    order = read_order(but(ORDER, (">6.25<", ">6.20<")))
    (adjustment,) = order.lines[0].adjustments
    assert (adjustment.amount, adjustment.percent, adjustment.base) == (Money("6.20", "EUR"), None, None)
    left = unread(order)
    assert left["/Order/cac:OrderLine[1]/cac:LineItem/cac:AllowanceCharge/cbc:MultiplierFactorNumeric"] == "12.5"
    assert left["/Order/cac:OrderLine[1]/cac:LineItem/cac:AllowanceCharge/cbc:BaseAmount"] == "50.00"


def test_a_percentage_comes_to_an_amount_rounded_half_up():
    data = but(ORDER, (">50.00<", ">50.04<"), (">6.25<", ">6.26<"))
    assert read_order(data).lines[0].adjustments[0].percent == Decimal("12.5")


def test_a_percentage_without_base_stays_unread():
    order = read_order(but(ORDER, ('<cbc:BaseAmount currencyID="EUR">50.00</cbc:BaseAmount>', "")))
    assert order.lines[0].adjustments[0].amount == Money("6.25", "EUR")
    assert "/Order/cac:OrderLine[1]/cac:LineItem/cac:AllowanceCharge/cbc:MultiplierFactorNumeric" in unread(order)


def test_what_is_not_subject_to_tax_needs_no_rate():
    data = but(ORDER, ("<cbc:ID>S</cbc:ID><cbc:Percent>25</cbc:Percent>", "<cbc:ID>O</cbc:ID>"))
    assert read_order(data).lines[0].tax == TaxCategory("O", 0)


def test_what_is_not_subject_to_tax_may_say_that_its_rate_is_zero():
    data = but(
        ORDER, ("<cbc:ID>S</cbc:ID><cbc:Percent>25</cbc:Percent>", "<cbc:ID>O</cbc:ID><cbc:Percent>0</cbc:Percent>")
    )
    assert read_order(data).lines[0].tax == TaxCategory("O", 0)


def test_a_tax_scheme_other_than_vat_stays_unread():
    data = ORDER.replace(b"<cac:TaxScheme><cbc:ID>VAT", b"<cac:TaxScheme><cbc:ID>GST")
    path = "/Order/cac:OrderLine[1]/cac:LineItem/cac:Item/cac:ClassifiedTaxCategory/cac:TaxScheme/cbc:ID"
    assert unread(read_order(data))[path] == "GST"


def test_an_order_of_one_line_has_one():
    assert [line.id for line in read_order(but(ORDER, (LINE_2, ""))).lines] == ["1"]


def test_totals_are_calculated_anew_and_stay_unread():
    assert unread(read_order(ORDER))["/Order/cac:AnticipatedMonetaryTotal/cbc:PayableAmount"] == "99.00"


def test_nothing_of_an_order_is_overlooked():
    assert overlooked(read_order, ORDER) == []


def test_the_judge_of_loss_notices_a_place_that_is_dropped():
    def forgetful(data):
        return read_order(data).lines

    assert "/*/cbc:Note" not in overlooked(read_order, ORDER)
    assert any(place.endswith("cbc:Note") for place in overlooked(forgetful, ORDER))


def test_an_order_document_is_placed_on_the_day_of_its_issue():
    order = read_order(ORDER)
    assert order.command("C-1", "O-1") == PlaceOrder(
        order="O-1",
        customer="C-1",
        day=date(2026, 3, 1),
        currency="EUR",
        lines=order.lines,
        adjustments=order.adjustments,
        details=order.details,
    )
