"""Taxes beside VAT: added, withheld, stated only, by the unit, and taxes on taxes."""

import pytest
from attrs import evolve

from otcore.invoicing.calculation import calculate
from otcore.values import UnitPrice
from otcore.values.other_tax import OtherTax, TaxKind
from tests.invoicing.examples import S20, S21, S25, allowance, document, eur, line

RE = OtherTax("RE", "5.2")
IRPF = OtherTax("IRPF", "15", kind=TaxKind.WITHHELD)
ECO = OtherTax("ECO", per_unit=UnitPrice("0.125", "EUR"))


def test_an_added_tax_is_part_of_the_tax_inclusive_amount():
    totals = calculate(document(line("1", "100", S21, taxes=(RE,))))
    assert (totals.tax, totals.other_taxes, totals.tax_inclusive) == (eur(21), eur("5.20"), eur("126.20"))
    assert totals.payable == eur("126.20")


def test_a_withheld_tax_is_taken_off_what_is_payable():
    totals = calculate(document(line("1", "100", S21, taxes=(IRPF,))))
    assert (totals.tax_inclusive, totals.withheld, totals.payable) == (eur(121), eur(15), eur(106))
    assert totals.other_taxes is None


def test_an_informative_tax_is_stated_and_counted_nowhere():
    stated = OtherTax("INFO", "3", kind=TaxKind.INFORMATIVE)
    totals = calculate(document(line("1", "100", S21, taxes=(stated,))))
    assert [(each.tax, each.taxable, each.amount) for each in totals.taxes] == [(stated, eur(100), eur(3))]
    assert (totals.payable, totals.other_taxes, totals.withheld) == (eur(121), None, None)


def test_a_tax_by_the_unit_is_rounded_once_for_all_lines():
    """0.125 a piece: 3 and 2 pieces are 0.625, and not 0.38 and 0.25."""
    totals = calculate(document(line("3", "1", taxes=(ECO,)), line("2", "1", line_id="2", taxes=(ECO,))))
    assert [(each.taxable, each.amount) for each in totals.taxes] == [(eur(5), eur("0.63"))]


def test_vat_is_due_on_a_taxed_tax():
    totals = calculate(document(line("1", "100", S20, taxes=(OtherTax("EXCISE", "12", taxed=True),))))
    (group,) = totals.subtotals
    assert (group.taxable, group.tax) == (eur(112), eur("22.40"))
    assert totals.tax_inclusive == eur("134.40")


def test_a_tax_on_tax_is_due_on_net_and_those_taxes():
    stamp = OtherTax("STAMP", "10", on=("VAT", "EXCISE"))
    totals = calculate(document(line("1", "100", S20, taxes=(OtherTax("EXCISE", "12"), stamp))))
    assert [(each.tax.scheme, each.taxable, each.amount) for each in totals.taxes] == [
        ("EXCISE", eur(100), eur(12)),
        ("STAMP", eur(132), eur("13.20")),
    ]


def test_a_tax_on_vat_of_some_lines_takes_their_part_of_it():
    """VAT on both lines is 0.03; the one with the stamp has 0.02 of it by the largest remainder."""
    stamp = OtherTax("STAMP", "100", on=("VAT",))
    totals = calculate(document(line("1", "0.09", S20, taxes=(stamp,)), line("1", "0.06", S20, line_id="2")))
    assert totals.tax == eur("0.03")
    assert [(each.taxable, each.amount) for each in totals.taxes] == [(eur("0.11"), eur("0.11"))]


def test_lines_with_the_same_tax_share_one_total():
    totals = calculate(document(line("1", "0.09", taxes=(RE,)), line("1", "0.01", line_id="2", taxes=(RE,))))
    assert [(each.taxable, each.amount) for each in totals.taxes] == [(eur("0.10"), eur("0.01"))]


def test_the_same_scheme_at_two_rates_is_two_taxes_by_rate():
    high, low = RE, OtherTax("RE", "1.4")
    totals = calculate(document(line("1", "100", taxes=(high,)), line("1", "50", line_id="2", taxes=(low,))))
    assert [(each.tax, each.amount) for each in totals.taxes] == [(low, eur("0.70")), (high, eur("5.20"))]


def test_an_allowance_of_the_document_lowers_its_own_taxes():
    discount = allowance(amount=eur(10), tax=S21, taxes=(IRPF,))
    totals = calculate(document(line("1", "100", S21, taxes=(IRPF,)), adjustments=(discount,)))
    assert (totals.withheld, totals.payable) == (eur("13.50"), eur("95.40"))
    assert totals.adjustments[0].taxes == (IRPF,)


def test_a_split_payment_is_stated_as_any_vat_and_withheld_where_it_is_said():
    """Category B by EN 16931 alone leaves BR-CO-16 as it is; what the buyer pays to the state is a withheld tax."""
    split = evolve(IRPF, scheme="SPLIT", rate="22")
    from_b = evolve(S25, code="B", rate="22")
    alone = calculate(document(line("1", "1246", from_b)))
    withheld = calculate(document(line("1", "1246", from_b, taxes=(split,))))
    assert (alone.tax, alone.payable) == (eur("274.12"), eur("1520.12"))
    assert (withheld.tax_inclusive, withheld.payable) == (eur("1520.12"), eur(1246))


@pytest.mark.parametrize(("code", "tax"), [("E", 0), ("AE", 0), ("K", 0), ("G", 0), ("O", 0), ("Z", 0)])
def test_categories_without_tax_have_none_whatever_else_is_due(code, tax):
    totals = calculate(document(line("1", "100", evolve(S25, code=code, rate=0), taxes=(RE,))))
    assert (totals.tax, totals.other_taxes) == (eur(tax), eur("5.20"))
