"""The VAT breakdown follows from the lines, and the VAT from it."""

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
    found,
    line,
    rules,
    subtotal,
    tax_total,
    taxed,
    totals,
)

OFFICIAL = Tolerance.OFFICIAL
UNRATED = [("Z", "Z"), ("E", "E"), ("AE", "AE"), ("K", "IC"), ("G", "G"), ("O", "O")]
RATED = [("S", "S"), ("L", "AF"), ("M", "AG")]


def of(code, rate, taxable="100.00", tax="0.00", syntax=INVOICE):
    """An invoice of one line in a category, with this subtotal."""
    lines = (line(tax=category(code, rate)),)
    return taxed(subtotal(taxable, tax, category(code, rate)), amount=tax, of=syntax, lines=lines)


@pytest.mark.parametrize(("code", "name"), UNRATED)
def test_the_taxable_amount_of_a_category_without_tax_is_that_of_its_lines(code, name):
    assert found(of(code, "0", "99.99"), f"BR-{name}-08") == [("/taxable", "99.99", Decimal("100.00"))]
    assert f"BR-{name}-08" not in rules(of(code, "0"))


@pytest.mark.parametrize(("code", "name"), UNRATED)
@pytest.mark.parametrize("tolerance", list(Tolerance))
def test_there_is_no_tax_in_a_category_without_tax(code, name, tolerance):
    assert found(of(code, "0", tax="0.01"), f"BR-{name}-09", tolerance) == [("/tax", "0.01", Decimal("0.00"))]


@pytest.mark.parametrize(("code", "name"), RATED)
def test_the_taxable_amount_of_a_rate_is_that_of_its_lines(code, name):
    assert found(of(code, "7", "99.99", "7.00"), f"BR-{name}-08") == [("/taxable", "99.99", Decimal("100.00"))]
    assert f"BR-{name}-08" not in rules(of(code, "7", tax="7.00"))


@pytest.mark.parametrize(("code", "name"), RATED)
def test_the_tax_of_a_rate_is_the_taxable_amount_times_the_rate(code, name):
    stated = of(code, "7", tax="7.01")
    assert found(stated, f"BR-{name}-09") == found(stated, "BR-CO-17") == [("/tax", "7.01", Decimal("7.00"))]
    assert not {f"BR-{name}-09", "BR-CO-17"} & rules(of(code, "7", tax="7.00"))


@pytest.mark.parametrize(("taxable", "tax"), [("100.10", "25.03"), ("-100.10", "-25.03"), ("100.10", "25.025")])
def test_the_tax_is_rounded_once_ties_away_from_zero(taxable, tax):
    assert "BR-CO-17" not in rules(taxed(subtotal(taxable, tax)))


@pytest.mark.parametrize("currency", ["JPY", "HUF"])
@pytest.mark.parametrize(("tax", "right"), [("101", True), ("100.50", True), ("100", False)])
def test_the_tax_in_a_currency_without_decimals_may_be_whole(tax, right, currency):
    whole = taxed(subtotal("1005", tax, category(rate="10")), currency=Code("", currency))
    assert ("BR-CO-17" not in rules(whole)) is right


def test_rates_are_numbers_however_they_are_written():
    assert rules(taxed(subtotal(of=category(rate="25.00")))) == set()


def test_a_category_may_have_several_rates():
    lines = (line(), line("50.00", quantity="1", tax=category(rate="5")))
    stated = taxed(subtotal(), subtotal("50.00", "2.50", category(rate="5")), amount="27.50", lines=lines)
    assert rules(stated) == {"BR-CO-10", "BR-CO-15"}


def test_allowances_and_charges_of_the_document_count_in_their_category():
    items = (adjustment("30.00", tax=category()), adjustment("10.00", charge=True, tax=category("Z", "0")))
    lines = (line(), line(tax=category("Z", "0")))
    stated = taxed(subtotal("70.00", "17.50"), subtotal("110.00", "0.00", category("Z", "0")), adjustments=items)
    assert not {"BR-S-08", "BR-Z-08"} & rules(evolve(stated, lines=lines))


def test_what_is_neither_allowance_nor_charge_counts_nowhere():
    items = (evolve(adjustment("30.00", tax=category()), charge=None), adjustment("1.00"))
    assert "BR-S-08" not in rules(evolve(INVOICE, adjustments=items))


def test_lines_without_category_or_amount_count_nowhere():
    lines = (line(), evolve(line(), category=None), line(""))
    assert "BR-S-08" not in rules(evolve(INVOICE, lines=lines))


@pytest.mark.parametrize(("code", "name"), [*UNRATED, *RATED])
def test_what_lines_are_in_and_the_breakdown_has_not_is_named(code, name):
    stated = evolve(INVOICE, lines=(line(), line("7.00", tax=category(code, "3"))))
    assert found(stated, f"BR-{name}-01") == [("/breakdown", None, Decimal("7.00"))]


def test_what_comes_to_nothing_may_be_left_out_of_the_breakdown():
    lines = (line(), line("7.00", tax=category("Z", "0")), line("-7.00", tax=category("Z", "0")))
    assert "BR-Z-01" not in rules(evolve(INVOICE, lines=lines))


def test_a_rated_category_without_a_rate_is_not_held_against_lines():
    assert "BR-S-08" not in rules(taxed(subtotal(of=category(rate=""))))


@pytest.mark.parametrize("code", ["B", "XX"])
def test_a_category_without_a_rule_of_its_own_is_checked_by_definition(code):
    assert found(of(code, "22", "99.00", "22.00"), "BT-116") == [("/taxable", "99.00", Decimal("100.00"))]
    assert "BT-116" not in rules(of(code, "22", tax="22.00"))


def test_a_subtotal_without_a_category_is_held_against_nothing():
    nothing = subtotal(tax="0.00")
    stated = taxed(evolve(nothing, category=None), evolve(nothing, category=category("", "")))
    assert not {"BT-116", "BR-CO-17"} & rules(stated)


def test_tax_of_another_scheme_is_no_vat():
    stated = taxed(subtotal(of=category("SR", "25", vat=False)), lines=(line(tax=category("SR", "25", vat=False)),))
    assert rules(stated) == {"BR-CO-17"}
    assert found(stated, "BR-CO-17") == [("/tax", "25.00", Decimal("0.00"))]


def test_without_a_rate_there_is_no_tax():
    assert "BR-CO-17" not in rules(of("O", ""))
    assert found(taxed(subtotal(of=category(rate=""))), "BR-CO-17") == [("/tax", "25.00", Decimal("0.00"))]


def test_at_a_rate_of_zero_nobody_needs_to_know_the_taxable_amount():
    assert "BR-CO-17" not in rules(of("Z", "0", taxable=""))


@pytest.mark.parametrize("change", [{"taxable": broken()}, {"category": evolve(category(), rate=broken())}])
def test_tax_on_what_is_no_number_cannot_be_calculated(change):
    assert found(taxed(evolve(subtotal(), **change)), "BR-CO-17") == [("/tax", "25.00", None)]


def test_the_total_of_vat_is_the_sum_of_the_breakdown():
    assert found(taxed(subtotal(), amount="25.01"), "BR-CO-14") == [("/tax total", "25.01", Decimal("25.00"))]
    assert found(taxed(subtotal(), amount=""), "BR-CO-14") == [("/tax total", None, Decimal("25.00"))]


def test_cii_may_leave_out_a_total_of_vat_that_is_zero():
    nothing = subtotal("0.00", "0.00")
    assert "BR-CO-14" not in rules(taxed(nothing, amount="", of=CII))
    assert "BR-CO-14" in rules(taxed(nothing, amount=""))


def test_a_breakdown_in_the_tax_currency_is_held_against_itself_only():
    dollars = tax_total("27.15", subtotal("108.60", "27.15"), currency="USD")
    stated = evolve(INVOICE, tax_currency=Code("", "USD"), tax_totals=(*INVOICE.tax_totals, dollars))
    assert rules(stated) == set()


class TestOfficialTolerance:
    """What the schematrons let pass."""

    @pytest.mark.parametrize(("taxable", "passes"), [("100.99", True), ("101.00", False), ("99.01", True)])
    def test_ubl_lets_the_taxable_amount_of_a_rate_be_off_by_less_than_one(self, taxable, passes):
        assert ("BR-S-08" not in rules(taxed(subtotal(taxable)), OFFICIAL)) is passes

    def test_ubl_lets_no_other_taxable_amount_be_off(self):
        assert "BR-E-08" in rules(of("E", "0", "100.01"), OFFICIAL)

    @pytest.mark.parametrize(("code", "name", "passes"), [("S", "S", False), ("E", "E", True), ("O", "O", False)])
    def test_cii_has_it_the_other_way_round(self, code, name, passes):
        assert (f"BR-{name}-08" not in rules(of(code, "0", "100.99", syntax=CII), OFFICIAL)) is passes

    @pytest.mark.parametrize(("tax", "passes"), [("25.99", True), ("24.01", True), ("26.00", False)])
    def test_the_tax_may_be_off_by_less_than_one(self, tax, passes):
        assert (not {"BR-CO-17", "BR-S-09"} & rules(taxed(subtotal(tax=tax)), OFFICIAL)) is passes

    def test_in_cii_the_tax_may_be_off_by_one(self):
        assert "BR-CO-17" not in rules(taxed(subtotal(tax="26.00"), of=CII), OFFICIAL)
        assert "BR-CO-17" in rules(taxed(subtotal(tax="26.01"), of=CII), OFFICIAL)

    def test_the_sign_of_the_tax_is_overlooked(self):
        assert not {"BR-CO-17", "BR-S-09"} & rules(taxed(subtotal(tax="-25.00")), OFFICIAL)

    def test_the_sign_of_the_rate_is_not(self):
        assert {"BR-CO-17", "BR-S-09"} <= rules(taxed(subtotal(of=category(rate="-25"))), OFFICIAL)

    @pytest.mark.parametrize(("tax", "passes"), [("0.49", True), ("0.50", False)])
    def test_without_a_rate_a_tax_that_rounds_to_zero_is_none(self, tax, passes):
        assert ("BR-CO-17" not in rules(of("B", "", tax=tax), OFFICIAL)) is passes

    @pytest.mark.parametrize(("syntax", "passes"), [(CII, False), (INVOICE, True)])
    def test_rounds_the_amount_due_in_ubl_alone_and_where_there_is_something_to_add(self, syntax, passes):
        stated = evolve(syntax, totals=totals(inclusive="125.004", payable="125.00"))
        assert "BR-CO-16" in rules(stated, OFFICIAL)
        prepaid = evolve(stated, totals=totals(inclusive="125.004", prepaid="0", payable="125.00"))
        assert ("BR-CO-16" not in rules(prepaid, OFFICIAL)) is passes
