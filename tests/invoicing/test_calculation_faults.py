"""An invoice that cannot be calculated is refused when it is put together, with every fault and its place."""

from decimal import Decimal

import pytest

from otcore.invoicing.advances import Advance, ThirdPartyPayment
from otcore.invoicing.calculation import Adjustment, InvoiceInput, LineInput
from otcore.invoicing.profile import Profile
from otcore.invoicing.profiles import HUNGARY
from otcore.values import Invalid, Money, Quantity, TaxCategory, UnitPrice
from otcore.values.other_tax import OtherTax, TaxKind
from otcore.values.rates import Rate

S25 = TaxCategory("S", "25")
EUR_5 = Money("5", "EUR")
SEK_5 = Money("5", "SEK")


def line(line_id="1", currency="EUR", *adjustments):
    return LineInput(line_id, Quantity("1", "C62"), UnitPrice("1", currency), S25, adjustments)


def taxed(*taxes, line_id="1"):
    return LineInput(line_id, Quantity("1", "C62"), UnitPrice("1", "EUR"), S25, (), taxes)


def parted(*parts, adjustments=()):
    return LineInput("1", Quantity("1", "C62"), UnitPrice("1", "EUR"), S25, adjustments, (), parts)


def faults(*lines, currency="EUR", **others):
    with pytest.raises(Invalid) as refused:
        InvoiceInput(currency, lines, **others)
    return [(fault.code, fault.path) for fault in refused.value.faults]


def test_an_unknown_currency():
    assert faults(line(), currency="EURO") == [("CURRENCY_UNKNOWN", "")]


def test_no_lines():
    assert faults() == [("LINES_MISSING", "/lines")]


def test_a_line_id_used_twice():
    assert faults(line("1"), line("2"), line("1")) == [("LINE_ID_DUPLICATE", "/lines/2/id")]


def test_a_price_in_another_currency():
    assert faults(line(), line("2", "SEK")) == [("CURRENCY_MISMATCH", "/lines/1/price")]


@pytest.mark.parametrize("given", [{}, {"amount": EUR_5, "percent": Decimal(5)}], ids=["neither", "both"])
def test_an_adjustment_is_either_an_amount_or_a_percentage(given):
    adjusted = line("1", "EUR", Adjustment(charge=True, **given))
    assert faults(adjusted) == [("ADJUSTMENT_AMOUNT", "/lines/0/adjustments/0")]


def test_a_base_without_a_percentage():
    adjustment = Adjustment(charge=True, amount=EUR_5, base=EUR_5, tax=S25)
    assert faults(line(), adjustments=(adjustment,)) == [("ADJUSTMENT_BASE", "/adjustments/0/base")]


@pytest.mark.parametrize(
    ("percent", "code"),
    [("-1", "PERCENTAGE_RANGE"), ("1000.01", "PERCENTAGE_RANGE"), ("NaN", "NUMBER_NOT_FINITE")],
)
def test_a_percentage_that_is_none(percent, code):
    adjusted = line("1", "EUR", Adjustment(charge=False, percent=Decimal(percent)))
    assert faults(adjusted) == [(code, "/lines/0/adjustments/0/percent")]


def test_money_in_other_currencies_is_named_everywhere():
    document = (
        Adjustment(charge=False, amount=SEK_5, tax=S25),
        Adjustment(charge=False, percent=Decimal(5), base=SEK_5, tax=S25),
    )
    assert faults(line(), adjustments=document, prepaid=SEK_5, rounding=SEK_5) == [
        ("CURRENCY_MISMATCH", "/adjustments/0/amount"),
        ("CURRENCY_MISMATCH", "/adjustments/1/base"),
        ("CURRENCY_MISMATCH", "/prepaid"),
        ("CURRENCY_MISMATCH", "/rounding"),
    ]


def test_a_document_adjustment_without_a_tax_category():
    adjustment = Adjustment(charge=False, amount=EUR_5)
    assert faults(line(), adjustments=(adjustment,)) == [("ADJUSTMENT_TAX_MISSING", "/adjustments/0/tax")]


def test_a_line_adjustment_with_a_tax_category_of_its_own():
    adjusted = line("1", "EUR", Adjustment(charge=False, amount=EUR_5, tax=S25))
    assert faults(adjusted) == [("ADJUSTMENT_TAX_ON_LINE", "/lines/0/adjustments/0/tax")]


def test_every_fault_is_named_at_once():
    assert len(faults(line("1", "SEK"), line("1", "SEK"), prepaid=SEK_5)) == 4


@pytest.mark.parametrize(
    ("given", "code", "place"),
    [
        ({"amount": EUR_5, "per_unit": UnitPrice("1", "EUR")}, "ADJUSTMENT_AMOUNT", ""),
        ({"amount": EUR_5, "units": Decimal(1)}, "ADJUSTMENT_UNITS", "/units"),
        ({"per_unit": UnitPrice("1", "EUR"), "units": Decimal("NaN")}, "NUMBER_NOT_FINITE", "/units"),
        ({"per_unit": UnitPrice("1", "SEK")}, "CURRENCY_MISMATCH", "/per_unit"),
        ({"amount": EUR_5, "running": True}, "ADJUSTMENT_RUNNING", "/running"),
        ({"percent": Decimal(5), "base": EUR_5, "running": True}, "ADJUSTMENT_RUNNING", "/running"),
        ({"amount": EUR_5, "taxes": (OtherTax("RE", 5),)}, "ADJUSTMENT_TAX_ON_LINE", "/taxes"),
    ],
)
def test_what_an_adjustment_of_a_line_cannot_say(given, code, place):
    adjusted = line("1", "EUR", Adjustment(charge=True, **given))
    assert faults(adjusted) == [(code, f"/lines/0/adjustments/0{place}")]


def test_a_document_has_no_quantity_of_its_own():
    by_unit = Adjustment(charge=True, per_unit=UnitPrice("1", "EUR"), tax=S25)
    levied = Adjustment(charge=True, amount=EUR_5, tax=S25, taxes=(OtherTax("ECO", per_unit=UnitPrice("1", "EUR")),))
    assert faults(line(), adjustments=(by_unit, levied)) == [
        ("ADJUSTMENT_UNITS", "/adjustments/0/units"),
        ("TAX_UNITS", "/adjustments/1/taxes/0/per_unit"),
    ]


def test_a_tax_is_due_on_what_is_listed_before_it():
    taxes = (OtherTax("A", 1, on=("VAT", "B")), OtherTax("B", 1))
    assert faults(taxed(*taxes)) == [("TAX_UNKNOWN", "/lines/0/taxes/0/on/1")]


def test_a_scheme_is_on_a_line_once_and_is_not_vat():
    taxes = (OtherTax("A", 1), OtherTax("A", 2), OtherTax("VAT", 2))
    assert faults(taxed(*taxes)) == [
        ("TAX_DUPLICATE", "/lines/0/taxes/1/scheme"),
        ("TAX_DUPLICATE", "/lines/0/taxes/2/scheme"),
    ]


def test_vat_is_due_on_added_taxes_only():
    withheld = OtherTax("A", 1, kind=TaxKind.WITHHELD, taxed=True)
    assert faults(taxed(withheld)) == [("TAX_NOT_ADDED", "/lines/0/taxes/0/taxed")]


def test_a_tax_by_the_unit_in_another_currency():
    levy = OtherTax("ECO", per_unit=UnitPrice("1", "SEK"))
    assert faults(taxed(levy)) == [("CURRENCY_MISMATCH", "/lines/0/taxes/0/per_unit")]


def test_taxes_that_are_due_on_each_other_in_a_circle():
    taxed_in_turn = OtherTax("B", 1, on=("A",), taxed=True)
    assert faults(taxed(OtherTax("A", 1, on=("VAT",)), taxed_in_turn)) == [("TAX_ORDER", "/lines")]


@pytest.mark.parametrize("given", [{}, {"amount": EUR_5, "percent": Decimal(5)}], ids=["neither", "both"])
def test_an_advance_is_either_an_amount_or_a_percentage(given):
    assert faults(line(), advances=(Advance(**given),)) == [("ADVANCE_AMOUNT", "/advances/0")]


def test_what_was_paid_or_is_collected_in_another_currency():
    advances = (Advance(amount=SEK_5), Advance(percent=Decimal(-1)))
    found = faults(line(), advances=advances, third_party=(ThirdPartyPayment(amount=SEK_5),))
    assert found == [
        ("CURRENCY_MISMATCH", "/advances/0/amount"),
        ("PERCENTAGE_RANGE", "/advances/1/percent"),
        ("CURRENCY_MISMATCH", "/third_party/0/amount"),
    ]


def test_a_rate_out_of_another_currency():
    assert faults(line(), tax_rate=Rate("SEK", "EUR", "0.09")) == [("CURRENCY_MISMATCH", "/tax_rate/source")]


def test_an_amount_that_is_finer_than_the_document_prints():
    fine, coarse = Money("10.50", "HUF"), Money("10.00", "HUF")
    found = faults(
        line("1", "HUF", Adjustment(charge=True, amount=fine)),
        currency="HUF",
        profile=HUNGARY,
        prepaid=fine,
        rounding=coarse,
    )
    assert found == [
        ("AMOUNT_TOO_PRECISE", "/lines/0/adjustments/0/amount"),
        ("AMOUNT_TOO_PRECISE", "/prepaid"),
    ]


def test_a_profile_that_does_not_fit_the_currency():
    profile = Profile(name="here", digits=3, increment="0.0005")
    assert faults(line(), profile=profile) == [
        ("PROFILE_DIGITS", "/profile/digits"),
        ("PROFILE_INCREMENT", "/profile/increment"),
    ]


def test_ids_are_unique_over_lines_and_parts():
    assert faults(parted(line("1"), line("2")), line("2")) == [
        ("LINE_ID_DUPLICATE", "/lines/0/parts/0/id"),
        ("LINE_ID_DUPLICATE", "/lines/1/id"),
    ]


def test_a_line_with_parts_has_no_adjustments_of_its_own():
    adjusted = parted(line("2"), adjustments=(Adjustment(charge=True, amount=EUR_5),))
    assert faults(adjusted) == [("PART_ADJUSTMENTS", "/lines/0/adjustments")]


def test_parts_are_taxed_as_their_line():
    other = LineInput("2", Quantity("1", "C62"), UnitPrice("1", "EUR"), TaxCategory("Z", 0))
    bearing = taxed(OtherTax("A", 1), line_id="3")
    assert faults(parted(other, bearing)) == [
        ("PART_TAX", "/lines/0/parts/0/tax"),
        ("PART_TAX", "/lines/0/parts/1/taxes"),
    ]


def test_parts_and_their_adjustments_are_in_the_currency_of_the_invoice():
    inner = LineInput("3", Quantity("1", "C62"), UnitPrice("1", "EUR"), S25, (), (), (line("4", "SEK"),))
    adjusted = line("2", "SEK", Adjustment(charge=True, amount=SEK_5))
    assert faults(parted(adjusted, inner)) == [
        ("CURRENCY_MISMATCH", "/lines/0/parts/0/price"),
        ("CURRENCY_MISMATCH", "/lines/0/parts/0/adjustments/0/amount"),
        ("CURRENCY_MISMATCH", "/lines/0/parts/1/parts/0/price"),
    ]
