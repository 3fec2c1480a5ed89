"""When a Cross Industry Invoice is due: words, days, parts and discounts, by each specification."""

from datetime import date

import pytest
from attrs import evolve

from otcore.adapters.cii import as_cii, read_invoice, write_invoice
from otcore.adapters.cii.specification import EXTENDED
from otcore.invoicing.stating.specification import CORE
from otcore.values import Invalid, Money
from otcore.values.percentage import Percentage
from otcore.values.terms import DiscountOffer, Instalment
from tests.adapters.cii.documents import changed, texts
from tests.invoicing.documents import invoice

XRECHNUNG = f"{CORE}#compliant#urn:xeinkauf.de:kosit:xrechnung_3.0"
TERMS = ".//ram:SpecifiedTradePaymentTerms"
PAYABLE = Money("156.25", "EUR")
APRIL, MAY, SOON = date(2026, 4, 1), date(2026, 5, 1), date(2026, 3, 9)
PARTS = (Instalment(APRIL, Money("56.25", "EUR")), Instalment(MAY, Money("100", "EUR")))
OFFER = DiscountOffer(SOON, Percentage("2"), PAYABLE, Money("3.13", "EUR"))
PART = "<ram:PartialPaymentAmount>"
PERCENT = "<ram:CalculationPercent>2</ram:CalculationPercent>"


def agreed(**changes):
    """An invoice in two parts with a discount."""
    return invoice(terms_note="As agreed", instalments=PARTS, discounts=(OFFER,), **changes)


def dues(data):
    read = read_invoice(data)
    return read.due, read.instalments, read.discounts


def test_parts_and_discounts_are_stated_in_the_extended_profile():
    assert as_cii(agreed()).customization == EXTENDED
    assert texts(agreed(), f"{TERMS}/ram:PartialPaymentAmount") == ["56.25", "100.00"]
    assert read_invoice(write_invoice(agreed())) == as_cii(agreed())
    assert dues(write_invoice(agreed())) == (APRIL, PARTS, (OFFER,))


def test_lines_of_several_orders_and_despatches_are_stated_in_the_extended_profile():
    document = invoice(order_reference="")
    line = evolve(document.lines[0], order="PO-1", order_line="7", despatch="D-9")
    document = evolve(document, lines=(line,))
    assert as_cii(document).customization == EXTENDED
    assert read_invoice(write_invoice(document)).lines[0] == line


def test_another_specification_has_no_place_for_them():
    stated = as_cii(agreed(customization=CORE))
    assert (stated.terms_note, stated.instalments, stated.discounts) == ("As agreed", (), ())
    line = evolve(stated.lines[0], order="PO-1", despatch="D-9")
    assert as_cii(evolve(stated, lines=(line,))) == stated
    assert read_invoice(write_invoice(agreed(customization=CORE))) == stated


def test_by_xrechnung_discounts_stand_in_the_words():
    document = agreed(customization=XRECHNUNG, process="urn:fdc:peppol.eu:2017:poacc:billing:01:1.0")
    assert texts(document, f"{TERMS}/ram:Description") == ["As agreed\n#SKONTO#TAGE=7#PROZENT=2.00#\n"]
    read = read_invoice(write_invoice(document))
    assert (read.terms_note, read.discounts) == ("As agreed", (OFFER,))
    assert read == as_cii(document)


def test_a_discount_that_the_words_cannot_hold_is_refused():
    offer = evolve(OFFER, percent=Percentage("2.005"))
    with pytest.raises(Invalid, match="SKONTO_FORM"):
        write_invoice(invoice(customization=XRECHNUNG, discounts=(offer,)))


def test_a_discount_in_words_beyond_all_days_has_its_place():
    data = write_invoice(invoice(customization=XRECHNUNG, terms_note="x"))
    data = changed(data, "<ram:Description>x<", "<ram:Description>#SKONTO#TAGE=9999#PROZENT=2.00#\n<")
    data = changed(data, '"102">20260302<', '"102">99980101<')
    with pytest.raises(Invalid, match="DATE_RANGE") as refused:
        read_invoice(data, "a.xml")
    assert refused.value.faults[0].path.startswith("a.xml line ")


def test_a_part_without_its_day_stays_unread():
    data = write_invoice(invoice())
    data = changed(data, "</ram:SpecifiedTradePaymentTerms>", "</ram:SpecifiedTradePaymentTerms>" + _group(f"{PART}9<"))
    read = read_invoice(data)
    assert (read.instalments, [each.text for each in read.unread]) == ((), ["9"])


def test_a_discount_without_its_last_day_stays_unread():
    off = f"<ram:ApplicableTradePaymentDiscountTerms>{PERCENT}</ram:ApplicableTradePaymentDiscountTerms>"
    data = changed(
        write_invoice(invoice()), "</ram:SpecifiedTradePaymentTerms>", f"{off}</ram:SpecifiedTradePaymentTerms>"
    )
    read = read_invoice(data)
    assert (read.due, read.discounts, [each.text for each in read.unread]) == (APRIL, (), ["2"])


def test_a_day_and_a_discount_may_stand_together():
    period = '<ram:BasisPeriodMeasure unitCode="DAY">7</ram:BasisPeriodMeasure>'
    off = f"<ram:ApplicableTradePaymentDiscountTerms>{period}{PERCENT}</ram:ApplicableTradePaymentDiscountTerms>"
    data = changed(
        write_invoice(invoice()), "</ram:SpecifiedTradePaymentTerms>", f"{off}</ram:SpecifiedTradePaymentTerms>"
    )
    assert dues(data) == (APRIL, (), (OFFER,))


def test_a_second_due_day_stays_unread():
    day = '<ram:DueDateDateTime><udt:DateTimeString format="102">20260501</udt:DateTimeString></ram:DueDateDateTime>'
    group = f"<ram:SpecifiedTradePaymentTerms>{day}</ram:SpecifiedTradePaymentTerms>"
    data = changed(
        write_invoice(invoice()), "</ram:SpecifiedTradePaymentTerms>", f"</ram:SpecifiedTradePaymentTerms>{group}"
    )
    read = read_invoice(data)
    assert (read.due, [each.text for each in read.unread]) == (APRIL, ["20260501"])


def _group(amount):
    return f"<ram:SpecifiedTradePaymentTerms>{amount}/ram:PartialPaymentAmount></ram:SpecifiedTradePaymentTerms>"
