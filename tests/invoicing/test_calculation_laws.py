"""Laws that every calculated invoice keeps, whatever its size, sign and currency."""

import pytest
from attrs import evolve
from hypothesis import given, settings
from hypothesis import strategies as st

from otcore.invoicing.calculation import calculate, full_totals, negated
from otcore.values import total
from tests.invoicing.by_fractions import recalculated
from tests.invoicing.laws import holds, keeps_gross
from tests.invoicing.strategies import invoices, rich_invoices

_TOTALS = ("line_net", "allowances", "charges", "tax_exclusive", "tax", "tax_inclusive", "payable")


@given(invoices())
def test_br_co_10_line_net_is_the_sum_of_the_lines(invoice):
    totals = calculate(invoice)
    assert totals.line_net == total([line.net for line in totals.lines], invoice.currency)


@given(invoices())
def test_br_co_11_and_12_allowances_and_charges_are_the_sums_of_theirs(invoice):
    totals = calculate(invoice)
    allowances = [item.amount for item in totals.adjustments if not item.charge]
    charges = [item.amount for item in totals.adjustments if item.charge]
    assert totals.allowances == total(allowances, invoice.currency)
    assert totals.charges == total(charges, invoice.currency)


@given(invoices())
def test_br_co_13_the_total_without_tax_takes_allowances_off_and_puts_charges_on(invoice):
    totals = calculate(invoice)
    assert totals.tax_exclusive == totals.line_net - totals.allowances + totals.charges


@given(invoices())
def test_br_co_14_the_tax_is_the_sum_of_the_categories(invoice):
    totals = calculate(invoice)
    assert totals.tax == total([group.tax for group in totals.subtotals], invoice.currency)


@given(invoices())
def test_br_co_15_the_total_with_tax_is_the_total_without_it_and_the_tax(invoice):
    totals = calculate(invoice)
    assert totals.tax_inclusive == totals.tax_exclusive + totals.tax


@given(invoices())
def test_br_co_16_the_payable_amount_takes_off_what_was_prepaid_and_adds_the_rounding(invoice):
    totals = calculate(invoice)
    assert totals.payable == totals.tax_inclusive - totals.prepaid + totals.rounding


@given(invoices())
def test_the_taxable_amounts_make_up_the_total_without_tax(invoice):
    totals = calculate(invoice)
    assert total([group.taxable for group in totals.subtotals], invoice.currency) == totals.tax_exclusive


@given(invoices())
def test_a_line_nets_its_gross_less_allowances_plus_charges(invoice):
    for line in calculate(invoice).lines:
        assert line.net == line.gross - line.allowances + line.charges


@given(invoices())
def test_a_negated_invoice_has_the_negated_totals(invoice):
    totals, opposite = calculate(invoice), calculate(negated(invoice))
    assert [getattr(opposite, name) for name in _TOTALS] == [-getattr(totals, name) for name in _TOTALS]
    assert [line.net for line in opposite.lines] == [-line.net for line in totals.lines]
    assert [group.tax for group in opposite.subtotals] == [-group.tax for group in totals.subtotals]


@given(invoices(), st.randoms(use_true_random=False))
def test_the_order_of_lines_and_adjustments_does_not_matter(invoice, random):
    lines, adjustments = list(invoice.lines), list(invoice.adjustments)
    random.shuffle(lines)
    random.shuffle(adjustments)
    totals = calculate(invoice)
    shuffled = calculate(evolve(invoice, lines=tuple(lines), adjustments=tuple(adjustments)))
    assert evolve(shuffled, lines=totals.lines, adjustments=totals.adjustments) == totals


@pytest.mark.slow
@given(invoices(), st.randoms(use_true_random=False))
@settings(max_examples=2_000)
def test_fractions_and_the_full_way_give_the_same_figures(invoice, random):
    totals, slow = calculate(invoice), recalculated(invoice)
    assert full_totals(invoice) == totals
    holds(invoice, totals, random)
    assert [line.net.minor for line in totals.lines] == slow["nets"]
    assert {name: getattr(totals, name).minor for name in _TOTALS} == {name: slow[name] for name in _TOTALS}
    groups = {
        (group.category.code, group.category.rate): (group.taxable.minor, group.tax.minor) for group in totals.subtotals
    }
    assert groups == slow["groups"]
    assert list(groups) == sorted(groups)


@pytest.mark.slow
@given(rich_invoices(), st.randoms(use_true_random=False))
@settings(max_examples=2_000)
def test_identities_negation_and_order_hold_of_every_kind_of_invoice(invoice, random):
    holds(invoice, calculate(invoice), random)


@pytest.mark.slow
@given(rich_invoices())
@settings(max_examples=2_000)
def test_prices_that_include_tax_keep_their_gross(invoice):
    keeps_gross(evolve(invoice, tax_included=True))


@given(rich_invoices())
def test_twice_the_other_way_round_is_the_invoice(invoice):
    assert negated(negated(invoice)) == invoice


@given(rich_invoices())
def test_each_line_and_part_is_negated(invoice):
    totals, opposite = calculate(invoice), calculate(negated(invoice))
    assert [line.net for line in opposite.lines] == [-line.net for line in totals.lines]
    assert [[part.net for part in line.parts] for line in opposite.lines] == [
        [-part.net for part in line.parts] for line in totals.lines
    ]
