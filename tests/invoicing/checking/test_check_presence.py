"""Figures that must be there, decimals that must not, and the verdict."""

from decimal import Decimal

import pytest
from attrs import evolve

from otcore.invoicing.checking import Code, Difference, Verdict, check, verdict_of
from tests.invoicing.checking.examples import (
    INVOICE,
    adjustment,
    category,
    figure,
    found,
    line,
    price,
    rules,
    subtotal,
    tax_total,
    taxed,
    totals,
)


def adjusted(item):
    return evolve(INVOICE, adjustments=(item,))


def on_line(item):
    return evolve(INVOICE, lines=(line(adjustments=(item,)),))


@pytest.mark.parametrize(
    ("rule", "stated"),
    [
        ("BR-05", evolve(INVOICE, currency=Code("/currency"))),
        ("BR-12", evolve(INVOICE, totals=totals(line_net=""))),
        ("BR-13", evolve(INVOICE, totals=totals(exclusive=""))),
        ("BR-14", evolve(INVOICE, totals=totals(inclusive=""))),
        ("BR-15", evolve(INVOICE, totals=totals(payable=""))),
        ("BR-16", evolve(INVOICE, lines=())),
        ("BR-22", evolve(INVOICE, lines=(line(quantity=""),))),
        ("BR-24", evolve(INVOICE, lines=(line(""),))),
        ("BR-26", evolve(INVOICE, lines=(line(at=price("")),))),
        ("BR-31", adjusted(adjustment(""))),
        ("BR-36", adjusted(adjustment("", charge=True))),
        ("BR-41", on_line(adjustment(""))),
        ("BR-43", on_line(adjustment("", charge=True))),
        ("BR-45", taxed(subtotal(taxable=""))),
        ("BR-46", taxed(subtotal(tax=""))),
        ("BR-48", taxed(subtotal(of=category(rate="")))),
        ("BR-53", evolve(INVOICE, tax_currency=Code("/tax currency", "USD"))),
        ("BR-DEX-11", evolve(INVOICE, third_party=(figure(""),))),
    ],
)
def test_a_figure_that_must_be_there_is_missed_and_makes_the_document_invalid(rule, stated):
    assert [given[1:] for given in found(stated, rule)] == [(None, None)]
    assert verdict_of(check(stated)) is Verdict.INVALID


def test_what_is_not_subject_to_vat_needs_no_rate():
    assert "BR-48" not in rules(taxed(subtotal(of=category("O", ""))))


def test_a_subtotal_without_a_category_has_no_rate_to_miss():
    assert "BR-48" not in rules(taxed(evolve(subtotal(), category=None)))


def test_sub_lines_need_neither_quantity_nor_price():
    assert rules(evolve(INVOICE, lines=(line(lines=(line(quantity="", at=price("")),)),))) == set()


@pytest.mark.parametrize(
    ("rule", "stated"),
    [
        ("BR-DEC-01", adjusted(adjustment("1.234"))),
        ("BR-DEC-02", adjusted(adjustment("1", base="1.234"))),
        ("BR-DEC-05", adjusted(adjustment("1.234", charge=True))),
        ("BR-DEC-06", adjusted(adjustment("1", charge=True, base="1.234"))),
        ("BR-DEC-09", evolve(INVOICE, totals=totals(line_net="1.234"))),
        ("BR-DEC-10", evolve(INVOICE, totals=totals(allowances="1.234"))),
        ("BR-DEC-11", evolve(INVOICE, totals=totals(charges="1.234"))),
        ("BR-DEC-12", evolve(INVOICE, totals=totals(exclusive="1.234"))),
        ("BR-DEC-13", taxed(subtotal(), amount="1.234")),
        ("BR-DEC-14", evolve(INVOICE, totals=totals(inclusive="1.234"))),
        (
            "BR-DEC-15",
            evolve(INVOICE, tax_currency=Code("", "USD"), tax_totals=(tax_total("1.234", currency="USD"),)),
        ),
        ("BR-DEC-16", evolve(INVOICE, totals=totals(prepaid="1.234"))),
        ("BR-DEC-17", evolve(INVOICE, totals=totals(rounding="1.234"))),
        ("BR-DEC-18", evolve(INVOICE, totals=totals(payable="1.234"))),
        ("BR-DEC-19", taxed(subtotal(taxable="1.234"))),
        ("BR-DEC-20", taxed(subtotal(tax="1.234"))),
        ("BR-DEC-23", evolve(INVOICE, lines=(line("1.234"),))),
        ("BR-DEC-24", on_line(adjustment("1.234"))),
        ("BR-DEC-25", on_line(adjustment("1", base="1.234"))),
        ("BR-DEC-27", on_line(adjustment("1.234", charge=True))),
        ("BR-DEC-28", on_line(adjustment("1", charge=True, base="1.234"))),
        ("BR-DEX-13", evolve(INVOICE, third_party=(figure("1.234"),))),
    ],
)
def test_an_amount_has_two_decimals_at_most(rule, stated):
    assert [given[1:] for given in found(stated, rule)] == [("1.234", Decimal("1.23"))]


def test_decimals_count_as_they_are_written():
    assert rules(evolve(INVOICE, totals=totals(payable="125.000"))) == {"BR-DEC-18"}


def test_prices_and_quantities_may_have_any_number_of_decimals():
    assert rules(evolve(INVOICE, lines=(line(quantity="2.0000", at=price("50.00000")),))) == set()


@pytest.mark.parametrize(
    ("broken", "verdict"),
    [
        ((), Verdict.EXACT),
        (("BR-CO-10",), Verdict.DIFFERS),
        (("BR-DEC-19", "BT-116"), Verdict.DIFFERS),
        (("BR-CO-10", "BR-14"), Verdict.INVALID),
        (("NUMBER_FORMAT",), Verdict.INVALID),
        (("XML_REPEATED",), Verdict.INVALID),
    ],
)
def test_the_verdict_is_that_of_the_worst_difference(broken, verdict):
    assert verdict_of(Difference(rule, "/", None, None) for rule in broken) is verdict


def test_what_the_reader_found_comes_first():
    repeated = Difference("XML_REPEATED", "/x", "1", None)
    stated = evolve(INVOICE, totals=totals(payable="1.00"), faults=(repeated,))
    assert [difference.rule for difference in check(stated)] == ["XML_REPEATED", "BR-CO-16"]
