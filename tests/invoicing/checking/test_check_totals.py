"""The document totals follow from one another."""

from decimal import Decimal

import pytest
from attrs import evolve

from otcore.invoicing.checking import Code, Tolerance
from tests.invoicing.checking.examples import (
    CII,
    INVOICE,
    adjustment,
    broken,
    category,
    figure,
    found,
    line,
    rules,
    subtotal,
    tax_total,
    taxed,
    totals,
)

OFFICIAL = Tolerance.OFFICIAL


def stating(**texts):
    return evolve(INVOICE, totals=totals(**texts))


def test_an_invoice_that_is_right_has_no_difference():
    assert rules(INVOICE) == set()
    assert rules(CII) == set()


@pytest.mark.parametrize(
    ("name", "rule", "calculated"),
    [
        ("line_net", "BR-CO-10", "100.00"),
        ("allowances", "BR-CO-11", "0.00"),
        ("charges", "BR-CO-12", "0.00"),
        ("exclusive", "BR-CO-13", "100.00"),
        ("inclusive", "BR-CO-15", "125.00"),
        ("payable", "BR-CO-16", "125.00"),
    ],
)
@pytest.mark.parametrize("tolerance", list(Tolerance))
def test_a_total_that_is_a_cent_off_is_named(name, rule, calculated, tolerance):
    assert found(stating(**{name: "777.01"}), rule, tolerance) == [(f"/{name}", "777.01", Decimal(calculated))]


def test_one_wrong_total_breaks_every_rule_that_it_is_in():
    assert rules(stating(exclusive="90.00")) == {"BR-CO-13", "BR-CO-15"}


def test_sub_lines_are_not_added_to_the_lines_that_they_make_up():
    assert (
        rules(evolve(INVOICE, lines=(line(lines=(line("40.00", quantity=""), line("60.00", quantity=""))),))) == set()
    )


def test_allowances_and_charges_are_summed_apart():
    items = (adjustment("30.00", tax=category()), adjustment("10.00", charge=True, tax=category()))
    right = evolve(
        taxed(subtotal("80.00", "20.00"), amount="20.00"),
        adjustments=items,
        totals=totals(allowances="30.00", charges="10.00", exclusive="80.00", inclusive="100.00", payable="100.00"),
    )
    assert rules(right) == set()
    swapped = evolve(right, totals=totals(allowances="10.00", charges="30.00", exclusive="80.00"))
    assert {"BR-CO-11", "BR-CO-12", "BR-CO-13"} <= rules(swapped)


def test_a_sum_of_allowances_that_is_left_out_is_named_with_what_it_should_be():
    stated = evolve(INVOICE, adjustments=(adjustment("30.00"),))
    assert found(stated, "BR-CO-11") == [("/allowances", None, Decimal("30.00"))]


def test_what_was_prepaid_is_taken_off_and_the_rounding_added():
    assert rules(stating(prepaid="25.05", rounding="0.05", payable="100.00")) == set()
    assert rules(stating(prepaid="25.05", rounding="0.05", payable="100.05")) == {"BR-CO-16"}


def test_a_total_whose_summand_is_missing_cannot_be_calculated():
    assert found(stating(inclusive=""), "BR-CO-16") == [("/payable", "125.00", None)]
    assert found(stating(inclusive=""), "BR-CO-15") == [("/inclusive", None, Decimal("125.00"))]


def test_a_total_whose_summand_is_no_number_cannot_be_calculated():
    stated = evolve(INVOICE, totals=evolve(INVOICE.totals, prepaid=broken()))
    assert found(stated, "BR-CO-16") == [("/payable", "125.00", None)]


def test_of_two_missing_totals_neither_is_said_not_to_follow():
    assert "BR-CO-13" not in rules(stating(line_net="", exclusive=""))


def test_the_sum_of_no_lines_is_nothing():
    assert found(evolve(INVOICE, lines=()), "BR-CO-10") == [("/line_net", "100.00", Decimal("0.00"))]
    assert "BR-CO-10" not in rules(evolve(stating(line_net=""), lines=()))


def test_two_totals_of_vat_in_the_currency_of_the_invoice_are_one_too_many():
    twice = evolve(INVOICE, tax_totals=(*INVOICE.tax_totals, tax_total("25.00")))
    assert found(twice, "BR-CO-15") == [("/inclusive", "125.00", Decimal("150.00"))]


def test_two_totals_of_vat_are_one_too_many_even_where_the_sum_is_right():
    twice = evolve(INVOICE, tax_totals=(*INVOICE.tax_totals, tax_total("0.00")))
    assert found(twice, "BR-CO-15") == [("/tax total", "0.00", None)]


def test_the_total_in_the_tax_currency_is_not_added():
    dollars = evolve(
        INVOICE, tax_currency=Code("", "USD"), tax_totals=(*INVOICE.tax_totals, tax_total("27.15", currency="USD"))
    )
    assert rules(dollars) == set()


def test_without_a_currency_the_only_total_of_vat_counts():
    nowhere = evolve(INVOICE, currency=Code("/currency"))
    assert rules(nowhere) == {"BR-05"}


def test_without_a_currency_nobody_knows_which_of_several_totals_counts():
    several = evolve(
        INVOICE, currency=Code("/currency"), tax_totals=(*INVOICE.tax_totals, tax_total("27.15", currency="USD"))
    )
    assert "BR-CO-15" not in rules(several)


def test_payments_for_third_parties_are_due_too_where_the_extension_has_them():
    stated = evolve(stating(payable="130.00"), third_party=(figure("2.00"), figure("3.00")))
    assert rules(stated) == {"BR-CO-16"}
    assert found(evolve(stated, totals=totals(payable="125.00")), "BR-DEX-09") == [
        ("/payable", "125.00", Decimal("130.00"))
    ]


def test_sums_of_printed_figures_are_not_rounded_but_officially():
    stated = evolve(INVOICE, lines=(line("100.004", quantity=""),))
    assert found(stated, "BR-CO-10") == [("/line_net", "100.00", Decimal("100.004"))]
    assert "BR-CO-10" not in rules(stated, OFFICIAL)
