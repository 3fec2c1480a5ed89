"""UBL payment terms: in the order of the schema, read again as they were written."""

from datetime import date

import pytest
from hypothesis import given

from otcore.adapters.payment_terms.stated import StatedTerms
from otcore.adapters.ubl.payment_terms import read_terms, write_terms
from otcore.adapters.ubl.reading import UblCursor
from otcore.adapters.ubl.writing import CAC, CBC
from otcore.adapters.xml import read_xml
from otcore.values import Invalid, Percentage
from tests.adapters.payment_terms.examples import eur, groups, in_document

NAMESPACES = {"cac": CAC, "cbc": CBC}


def cursor(data: bytes) -> UblCursor:
    return UblCursor(read_xml(data), NAMESPACES).one("cac:PaymentTerms")


def group(content: str) -> UblCursor:
    declared = " ".join(f'xmlns:{prefix}="{name}"' for prefix, name in NAMESPACES.items())
    return cursor(f"<Invoice {declared}><cac:PaymentTerms>{content}</cac:PaymentTerms></Invoice>".encode())


@given(groups)
def test_a_group_is_read_as_it_was_written(stated: StatedTerms):
    found = cursor(in_document(write_terms(stated), "Invoice", NAMESPACES))
    assert read_terms(found) == stated
    assert found.rest() == ()


def test_nothing_said_is_nothing_written():
    assert write_terms(StatedTerms()) is None


def test_the_elements_stand_in_the_order_of_the_schema():
    stated = StatedTerms(
        note="words",
        due=date(2026, 4, 1),
        amount=eur("10"),
        percent=Percentage(50),
        discount_percent=Percentage(2),
        discount_until=date(2026, 3, 12),
        discount_amount=eur("0.20"),
    )
    made = write_terms(stated)
    assert made is not None
    assert [child.name for child in made.content if not isinstance(child, str)] == [
        "cbc:Note",
        "cbc:SettlementDiscountPercent",
        "cbc:PaymentPercent",
        "cbc:Amount",
        "cbc:SettlementDiscountAmount",
        "cbc:PaymentDueDate",
        "cac:SettlementPeriod",
    ]


def test_an_instalment_may_have_its_own_name_for_the_due_day():
    assert read_terms(group("<cbc:InstallmentDueDate>2026-04-01</cbc:InstallmentDueDate>")).due == date(2026, 4, 1)


def test_several_notes_are_a_line_each():
    assert read_terms(group("<cbc:Note>net 30</cbc:Note><cbc:Note>2 % off</cbc:Note>")).note == "net 30\n2 % off"


def test_what_no_field_holds_stays_unread():
    found = group("<cbc:ID>T1</cbc:ID><cbc:PenaltySurchargePercent>9</cbc:PenaltySurchargePercent>")
    assert read_terms(found) == StatedTerms()
    assert [leaf.text for leaf in found.rest()] == ["T1", "9"]


def test_every_fault_is_found_with_its_place():
    found = group("<cbc:PaymentPercent>x</cbc:PaymentPercent><cbc:PaymentDueDate>soon</cbc:PaymentDueDate>")
    with pytest.raises(Invalid) as caught:
        read_terms(found)
    assert [fault.code for fault in caught.value.faults] == ["DATE_FORMAT", "NUMBER_FORMAT"]
    assert all("cac:PaymentTerms" in fault.path for fault in caught.value.faults)
