"""What went wrong in other systems' arithmetic, and does not here."""

from decimal import Decimal

import pytest
from attrs import evolve

from otcore.invoicing.calculation import Adjustment, calculate, negated
from otcore.invoicing.profile import Posting, Profile
from otcore.values import TaxCategory, total
from otcore.values.allocation import allocate
from tests.invoicing.examples import S20, S21, S25, allowance, document, eur, line, lines


def test_145_05_at_30_and_70_percent_is_145_05():
    """Each part rounded alone is 43.52 + 101.54 = 145.06."""
    parts = allocate(eur("145.05"), [30, 70])
    assert parts == (eur("43.52"), eur("101.53"))
    assert total(parts, "EUR") == eur("145.05")


@pytest.mark.parametrize("rate", ["7", "19", "20", "21", "25", "8.375"])
def test_two_at_379_00_with_tax_cost_758_00(rate):
    """Taken out of the unit price and rounded, two nets and their tax are 757.99 or 758.01. At 19 % none gives 758.00:
    the cent is in the rounding amount, or in the tax.
    """
    asked = document(line("2", "379.00", TaxCategory("S", rate)), tax_included=True)
    totals, in_tax = calculate(asked), calculate(evolve(asked, profile=Profile(name="here", gross=Posting.TAX)))
    assert (totals.payable, totals.rounding) == (eur(758), eur("0.01") if rate == "19" else eur(0))
    assert in_tax.tax_exclusive + in_tax.tax == in_tax.payable == eur(758)


@pytest.mark.parametrize("included", [False, True])
def test_a_discount_of_100_percent_leaves_nothing(included):
    free = allowance(percent=Decimal(100))
    totals = calculate(document(*lines(3, "7", "33.335", S21, free), tax_included=included))
    assert [str(totals.payable), str(totals.tax), str(totals.line_net)] == ["0.00 EUR"] * 3


def test_a_discount_of_100_percent_on_the_document_leaves_nothing():
    lined = (line("3", "33.335", S25), line("1", "0.01", S25, line_id="2"))
    totals = calculate(document(*lined, adjustments=(allowance(percent=Decimal(100), tax=S25),)))
    assert (totals.tax_exclusive, totals.tax, totals.payable) == (eur(0), eur(0), eur(0))


@pytest.mark.parametrize("posting", Posting)
@pytest.mark.parametrize("count", [1, 10, 100, 1_000])
def test_tax_taken_out_of_many_lines_does_not_drift(count, posting):
    """Line by line, a thousand prices of 0.99 with 20 % come to 1000 x 0.83 + 166.00 = 996.00."""
    profile = Profile(name="here", gross=posting)
    totals = calculate(document(*lines(count, "1", "0.99", S20), tax_included=True, profile=profile))
    assert totals.payable == eur("0.99") * count
    assert abs(totals.rounding.minor) <= 1


def test_a_charge_by_percentage_needs_no_reason_to_be_calculated():
    """Nor does it come to nothing: that the document wants a reason (BR-38) is asked of the document."""
    unnamed = Adjustment(charge=True, percent=Decimal("2.5"), tax=S25)
    totals = calculate(document(line("1", "80", S25), adjustments=(unnamed,)))
    assert (totals.charges, totals.tax_exclusive) == (eur(2), eur(82))


def test_figures_that_cancel_out_are_nothing_without_a_sign():
    """In binary fractions 0.1 + 0.2 - 0.3 and their like are -1.6e-14 and print as -0.00."""
    prices = ("0.10", "0.20", "1170.37", "83.12")
    there = [line("3", price, S25, line_id=price) for price in prices]
    back = [line("-3", price, S25, line_id=f"-{price}") for price in prices]
    totals = calculate(document(*there, *back))
    figures = (totals.line_net, totals.tax_exclusive, totals.tax, totals.tax_inclusive, totals.payable)
    assert [str(figure) for figure in figures] == ["0.00 EUR"] * 5


def test_a_discounted_line_is_taken_back_exactly():
    """33.33 % off 3 x 19.99 and then a credit of the same line."""
    billed = document(line("3", "19.99", S21, allowance(percent=Decimal("33.33"))))
    credited = negated(billed)
    assert calculate(billed).payable + calculate(credited).payable == eur(0)
    both = document(*billed.lines, line("-3", "19.99", S21, allowance(percent=Decimal("33.33")), line_id="2"))
    assert calculate(both).payable == eur(0)
