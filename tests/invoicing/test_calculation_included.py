"""Prices that include tax: their gross is kept to the cent, and every printed identity too."""

from decimal import Decimal

import pytest

from otcore.invoicing.calculation import calculate
from otcore.invoicing.profile import Level, Posting, Profile
from otcore.values import TaxCategory, UnitPrice
from otcore.values.other_tax import OtherTax, TaxKind
from tests.invoicing.examples import S20, S21, S25, ZERO_RATED, allowance, charge, document, eur, line, lines

IN_TAX = Profile(name="to the tax", gross=Posting.TAX)
IN_NET = Profile(name="to the net", gross=Posting.NET)


def included(*lines, **others):
    return calculate(document(*lines, tax_included=True, **others))


def test_the_net_amount_is_what_gives_the_price_with_its_tax():
    totals = included(line("2", "60.50", S21))
    assert (totals.tax_exclusive, totals.tax, totals.tax_inclusive) == (eur(100), eur(21), eur(121))
    assert (totals.tax_included, totals.rounding) == (eur(21), eur(0))


def test_a_line_states_its_amount_with_and_without_tax():
    (billed,) = included(line("1", "121", S21)).lines
    assert (billed.gross, billed.net, billed.with_tax) == (eur(121), eur(100), eur(121))


def test_nets_are_shared_out_by_the_largest_remainder():
    totals = included(*lines(3, "1", "1.00", S20))
    assert [billed.net for billed in totals.lines] == [eur("0.84"), eur("0.83"), eur("0.83")]
    assert (totals.line_net, totals.tax, totals.tax_inclusive) == (eur("2.50"), eur("0.50"), eur("3.00"))


def test_a_gross_that_no_net_reaches_is_kept_by_the_rounding_amount():
    """At 20 %, 0.02 comes to 0.02 and 0.03 to 0.04."""
    totals = included(line("1", "0.03", S20))
    assert (totals.tax_exclusive, totals.tax, totals.tax_inclusive) == (eur("0.03"), eur("0.01"), eur("0.04"))
    assert (totals.rounding, totals.payable) == (eur("-0.01"), eur("0.03"))


def test_or_by_a_unit_in_the_tax():
    totals = included(line("1", "0.03", S20), profile=IN_TAX)
    assert (totals.tax_exclusive, totals.tax, totals.payable) == (eur("0.03"), eur(0), eur("0.03"))


def test_or_in_the_net_amount():
    totals = included(line("1", "0.03", S20), profile=IN_NET)
    assert (totals.line_net, totals.tax_exclusive, totals.tax) == (eur("0.02"), eur("0.02"), eur("0.01"))
    assert totals.subtotals[0].taxable == eur("0.03")


def test_a_stated_rounding_amount_stands():
    totals = included(line("1", "0.03", S20), rounding=eur(0))
    assert (totals.rounding, totals.payable) == (eur(0), eur("0.04"))


def test_several_added_taxes_are_included_together():
    """100 net, 21 % VAT and 5.2 % surcharge are 126.20."""
    totals = included(line("1", "126.20", S21, taxes=(OtherTax("RE", "5.2"),)))
    assert (totals.tax_exclusive, totals.tax, totals.other_taxes) == (eur(100), eur(21), eur("5.20"))
    assert (totals.tax_included, totals.payable) == (eur("26.20"), eur("126.20"))


def test_a_tax_on_tax_is_included_as_it_is_stacked():
    """100 net, 12 excise, 20 % of 112 VAT, 1 % of all of them."""
    taxes = (OtherTax("EXCISE", "12", taxed=True), OtherTax("STAMP", "1", on=("VAT", "EXCISE")))
    totals = included(line("1", "135.744", S20, taxes=taxes))
    assert (totals.tax_exclusive, totals.tax, totals.other_taxes) == (eur(100), eur("22.40"), eur("13.34"))
    assert totals.payable == eur("135.74")


def test_a_tax_by_the_unit_is_taken_out_first():
    """Ten bottles: 0.25 deposit levy each and 25 % VAT on net and levy: 10 x (1.00 + 0.25) x 1.25."""
    levy = OtherTax("LEVY", per_unit=UnitPrice("0.25", "EUR"), taxed=True)
    totals = included(line("10", "1.5625", S25, taxes=(levy,)))
    assert (totals.tax_exclusive, totals.other_taxes, totals.tax) == (eur(10), eur("2.50"), eur("3.13"))
    assert totals.payable == eur("15.63")


def test_a_tax_on_top_and_one_that_is_withheld_are_not_in_the_price():
    taxes = (OtherTax("RE", "5.2", on_top=True), OtherTax("IRPF", "15", kind=TaxKind.WITHHELD))
    totals = included(line("1", "121", S21, taxes=taxes))
    assert (totals.tax_exclusive, totals.tax_included) == (eur(100), eur(21))
    assert (totals.tax_inclusive, totals.payable) == (eur("126.20"), eur("111.20"))


def test_amounts_of_the_document_include_tax_and_are_stated_without():
    off = allowance(amount=eur("12.10"), tax=S21)
    totals = included(line("1", "121", S21), adjustments=(off,))
    (stated,) = totals.adjustments
    assert (totals.allowances, stated.amount, stated.with_tax) == (eur(10), eur(10), eur("12.10"))
    assert (totals.tax_exclusive, totals.payable) == (eur(90), eur("108.90"))


def test_a_percentage_of_amounts_with_tax_is_not_stated_of_the_amount_without():
    totals = included(line("1", "121", S21), adjustments=(charge(percent=Decimal(10), tax=ZERO_RATED),))
    assert totals.adjustments[0].amount == eur("12.10")
    assert (totals.adjustments[0].percent, totals.adjustments[0].base) == (None, None)


def test_lines_without_tax_are_what_they_cost():
    totals = included(line("1", "10", ZERO_RATED), line("1", "12", S20, line_id="2"))
    assert [billed.net for billed in totals.lines] == [eur(10), eur(10)]


@pytest.mark.parametrize("posting", Posting)
@pytest.mark.parametrize("rate", ["5.5", "7", "8.375", "19", "20", "25"])
def test_every_small_gross_is_kept(rate, posting):
    profile = Profile(name="here", gross=posting)
    for cents in range(-120, 121):
        quantity = "1" if cents >= 0 else "-1"
        totals = included(line(quantity, Decimal(abs(cents)).scaleb(-2), TaxCategory("S", rate)), profile=profile)
        assert totals.payable.minor == cents


def test_line_by_line_each_net_is_rounded_alone():
    alone = Profile(name="line by line", removal=Level.LINE)
    totals = included(*lines(3, "1", "1.00", S20), profile=alone)
    assert [billed.net for billed in totals.lines] == [eur("0.83")] * 3
    assert (totals.tax_exclusive, totals.tax, totals.rounding) == (eur("2.49"), eur("0.50"), eur("0.01"))
    assert totals.payable == eur(3)


def test_the_unit_goes_to_the_largest_tax_where_several_are_included():
    taxes = (OtherTax("RE", "5.2"),)
    totals = included(line("1", "0.06", S20, taxes=taxes), line("1", "0.01", S25, line_id="2"), profile=IN_TAX)
    assert totals.payable == eur("0.07")
    assert totals.rounding == eur(0)


def test_where_no_tax_can_take_the_unit_the_rounding_amount_does():
    taxes = (OtherTax("RE", "50"),)
    totals = included(line("1", "0.01", ZERO_RATED, taxes=taxes), profile=IN_TAX)
    assert totals.payable == eur("0.01")
    assert totals.tax_inclusive + totals.rounding == eur("0.01")


def test_totals_that_are_rounded_last_take_tax_out_exactly():
    """Two of 0.625 with 25 % are 0.50 each; 1.25 is 1.00 and 0.25."""
    last = Profile(name="last", level=Level.DOCUMENT)
    totals = included(*lines(2, "1", "0.625", S25), profile=last)
    assert (totals.tax_exclusive, totals.tax, totals.payable) == (eur(1), eur("0.25"), eur("1.25"))
    assert [billed.with_tax for billed in totals.lines] == [eur("0.63"), eur("0.62")]
