"""An invoice that cannot be calculated is refused when it is put together, with every fault and its place."""

from decimal import Decimal

import pytest

from otcore.invoicing.calculation import Adjustment, InvoiceInput, LineInput
from otcore.values import Invalid, Money, Quantity, TaxCategory, UnitPrice

S25 = TaxCategory("S", "25")
EUR_5 = Money("5", "EUR")
SEK_5 = Money("5", "SEK")


def line(line_id="1", currency="EUR", *adjustments):
    return LineInput(line_id, Quantity("1", "C62"), UnitPrice("1", currency), S25, adjustments)


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
