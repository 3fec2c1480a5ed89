"""Profiles: by rounding mode, level, digits and increment; those with a name."""

from decimal import Decimal

import pytest

from otcore.invoicing.calculation import calculate
from otcore.invoicing.profile import EN_16931, Level, Posting, Profile
from otcore.invoicing.profiles import (
    GOBL_CURRENCY,
    GOBL_PRECISE,
    HUNGARY,
    OMAN,
    PROFILES,
    SWITZERLAND,
    profile_named,
)
from otcore.values import Invalid, Money, Rounding, TaxCategory
from otcore.values.other_tax import OtherTax
from tests.invoicing.examples import S20, S25, ZERO_RATED, allowance, document, eur, line, lines

BY_GROUP = Profile(name="by group", level=Level.TAX_GROUP)
LAST = Profile(name="last", level=Level.DOCUMENT)


def test_a_profile_is_found_by_its_name():
    assert profile_named("GOBL precise") is GOBL_PRECISE
    assert [profile_named(name) for name in PROFILES] == list(PROFILES.values())


def test_an_unknown_name_is_refused_with_those_that_are_known():
    with pytest.raises(Invalid, match="PROFILE_UNKNOWN") as refused:
        profile_named("Atlantis")
    assert "EN 16931, GOBL currency" in refused.value.faults[0].facts["known"]


@pytest.mark.parametrize(
    ("mode", "price", "amount"),
    [
        (Rounding.HALF_UP, "0.025", "0.03"),
        (Rounding.HALF_EVEN, "0.025", "0.02"),
        (Rounding.HALF_EVEN, "0.035", "0.04"),
        (Rounding.HALF_DOWN, "0.025", "0.02"),
        (Rounding.UP, "0.021", "0.03"),
        (Rounding.DOWN, "0.029", "0.02"),
    ],
)
@pytest.mark.parametrize("quantity", ["1", "-1"])
def test_every_figure_is_rounded_by_the_mode_and_either_sign_alike(mode, price, amount, quantity):
    totals = calculate(document(line(quantity, price, ZERO_RATED), profile=Profile(name="here", mode=mode)))
    assert totals.payable == eur(amount) * int(quantity)


def test_by_group_lines_are_rounded_on_their_sum_and_shared_out():
    """Three lines of 0.125: 0.375 is 0.38, printed as 0.13, 0.13 and 0.12."""
    totals = calculate(document(*lines(3, "1", "0.125"), profile=BY_GROUP))
    assert [billed.net for billed in totals.lines] == [eur("0.13"), eur("0.13"), eur("0.12")]
    assert (totals.line_net, totals.subtotals[0].taxable) == (eur("0.38"), eur("0.38"))


def test_by_group_percentages_of_the_document_are_of_a_printed_base():
    off = allowance(percent=Decimal(50), tax=S25)
    totals = calculate(document(*lines(3, "1", "0.125"), profile=BY_GROUP, adjustments=(off,)))
    (stated,) = totals.adjustments
    assert (stated.base, stated.amount, totals.tax_exclusive) == (eur("0.38"), eur("0.19"), eur("0.19"))


def test_by_document_totals_are_exact_and_rounded_last():
    """0.125 at 20 % is 0.15, though 0.13 and 0.03 are printed."""
    totals = calculate(document(line("1", "0.125", S20), profile=LAST))
    assert (totals.tax_exclusive, totals.tax, totals.tax_inclusive) == (eur("0.13"), eur("0.03"), eur("0.15"))


def test_by_document_the_lines_are_shared_out_from_their_total():
    totals = calculate(document(*lines(3, "1", "0.335", ZERO_RATED), profile=LAST))
    assert [billed.net for billed in totals.lines] == [eur("0.34"), eur("0.34"), eur("0.33")]
    assert totals.line_net == eur("1.01")


def test_by_document_all_tax_is_rounded_together():
    """0.025 VAT and 0.025 surcharge are 0.05 of tax; the VAT is printed as 0.03."""
    surcharged = line("1", "0.50", TaxCategory("S", "5"), taxes=(OtherTax("RE", "5"),))
    totals = calculate(document(surcharged, profile=LAST))
    assert (totals.tax, totals.other_taxes, totals.tax_inclusive) == (eur("0.03"), eur("0.02"), eur("0.55"))


def test_a_guard_rounds_what_is_not_printed_once_more():
    """Seven times 0.25 x 0.9 is 1.575; with the one decimal that the price is written with, seven times 0.2 is 1.4."""
    guarded = Profile(name="guarded", level=Level.DOCUMENT, guard=0)
    seven = lines(7, "0.25", "0.9", currency="JPY")
    assert calculate(document(*seven, currency="JPY", profile=LAST)).line_net == Money(2, "JPY")
    assert calculate(document(*seven, currency="JPY", profile=guarded)).line_net == Money(1, "JPY")


def test_tax_by_line_is_rounded_on_each_and_added_up():
    by_line = Profile(name="by line", tax_per_line=True)
    totals = calculate(document(*lines(3, "1", "0.02"), profile=by_line))
    assert [billed.tax for billed in totals.lines] == [eur("0.01")] * 3
    assert (totals.tax, totals.subtotals[0].tax) == (eur("0.03"), eur("0.03"))


def test_tax_by_line_takes_other_taxes_by_line_too():
    by_line = Profile(name="by line", tax_per_line=True)
    taxed = lines(3, "1", "0.10", ZERO_RATED, taxes=(OtherTax("RE", "5"),))
    assert calculate(document(*taxed, profile=by_line)).other_taxes == eur("0.03")
    assert calculate(document(*taxed)).other_taxes == eur("0.02")


def test_hungary_prints_whole_forints():
    totals = calculate(document(line("3", "33.5", currency="HUF"), currency="HUF", profile=HUNGARY))
    assert (totals.line_net, totals.tax, totals.payable) == (Money(101, "HUF"), Money(25, "HUF"), Money(126, "HUF"))


def test_oman_prints_two_decimals_of_three():
    totals = calculate(document(line("1", "1.0055", TaxCategory("S", 5), currency="OMR"), currency="OMR", profile=OMAN))
    assert (totals.line_net, totals.tax) == (Money("1.01", "OMR"), Money("0.05", "OMR"))


@pytest.mark.parametrize(("price", "payable", "rounding"), [("10.02", "10.00", "-0.02"), ("10.03", "10.05", "0.02")])
def test_switzerland_pays_in_steps_of_five_rappen(price, payable, rounding):
    swiss = document(line("1", price, ZERO_RATED, currency="CHF"), currency="CHF", profile=SWITZERLAND)
    totals = calculate(swiss)
    assert (totals.payable, totals.rounding) == (Money(payable, "CHF"), Money(rounding, "CHF"))


def test_the_difference_in_cash_may_be_posted_to_the_tax():
    here = Profile(name="here", increment="0.05", cash=Posting.TAX)
    totals = calculate(document(line("1", "10.01"), profile=here))
    assert (totals.tax, totals.tax_inclusive, totals.rounding) == (eur("2.49"), eur("12.50"), eur(0))
    assert totals.payable == eur("12.50")


def test_without_tax_the_difference_in_cash_is_the_rounding_amount():
    here = Profile(name="here", increment="0.05", cash=Posting.TAX)
    totals = calculate(document(line("1", "10.01", ZERO_RATED), profile=here))
    assert (totals.rounding, totals.payable) == (eur("-0.01"), eur(10))


def test_a_stated_rounding_amount_is_not_rounded_in_cash():
    swiss = document(
        line("1", "10.02", ZERO_RATED, currency="CHF"),
        currency="CHF",
        profile=SWITZERLAND,
        rounding=Money("0.01", "CHF"),
    )
    assert calculate(swiss).payable == Money("10.03", "CHF")


def test_what_is_due_in_cash_is_rounded_after_what_was_paid():
    swiss = document(
        line("1", "10.02", ZERO_RATED, currency="CHF"),
        currency="CHF",
        profile=SWITZERLAND,
        prepaid=Money("5.01", "CHF"),
    )
    assert calculate(swiss).payable == Money(5, "CHF")


def test_gobls_profiles_differ_in_what_they_round_first():
    many = lines(3, "1", "0.005", ZERO_RATED)
    assert calculate(document(*many, profile=GOBL_CURRENCY)).line_net == eur("0.03")
    assert calculate(document(*many, profile=GOBL_PRECISE)).line_net == eur("0.02")


def test_a_profile_of_a_hosts_own_with_the_figures_of_the_default_gives_its_totals():
    own = Profile(name="own")
    invoice = document(*lines(3, "1", "0.335"), prepaid=eur("0.10"))
    assert calculate(document(*invoice.lines, prepaid=eur("0.10"), profile=own)) == calculate(invoice)
    assert own != EN_16931


@pytest.mark.parametrize(
    ("given", "code"),
    [
        ({"digits": 11}, "PROFILE_DIGITS"),
        ({"guard": -1}, "PROFILE_DIGITS"),
        ({"increment": "0"}, "PROFILE_INCREMENT"),
        ({"cash": Posting.NET}, "PROFILE_POSTING"),
    ],
)
def test_a_profile_that_cannot_be_is_refused(given, code):
    with pytest.raises(Invalid, match=code):
        Profile(name="here", **given)
