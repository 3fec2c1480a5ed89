"""Totals that a profile rounds apart do not follow from one another: EN 16931 has no such invoice."""

from decimal import Decimal

import pytest

from otcore.invoicing.calculation import Adjustment
from otcore.invoicing.profile import Level, Profile
from otcore.invoicing.profiles import GOBL_CURRENCY
from otcore.values import Money, TaxCategory
from tests.invoicing.documents import billed, invoice
from tests.invoicing.requirements.asking import faults

APART = Profile(name="each total by itself", level=Level.DOCUMENT)
S20, S10 = TaxCategory("S", "20"), TaxCategory("S", "10")
FEE = Adjustment(charge=True, amount=Money("1", "EUR"), tax=S20, reason="Fee")
GIFT = Adjustment(charge=False, percent=Decimal(33), tax=S20, reason="Gift")


def apart(first, second, *adjustments):
    lines = (billed("1", first, S20), billed("1", second, S10, line_id="2"))
    return faults(invoice(*lines, profile=APART, adjustments=adjustments))


def gross(profile):
    line = billed("1", "9.99", S20)
    return faults(invoice(line, tax_included=True, profile=profile))


@pytest.mark.parametrize(
    ("prices", "adjustments", "broken"),
    [
        (("0.006", "0.038"), (), ["/totals/tax", "/totals/subtotals/1/taxable"]),
        (("0.001", "0.006"), (GIFT,), ["/totals/tax_exclusive", "/totals/tax_inclusive"]),
        (("0.001", "0.004"), (), ["/totals/subtotals/0/taxable"]),
        (("0.50", "0.25"), (FEE, GIFT), []),
    ],
)
def test_totals_that_are_not_the_sums_of_what_is_stated(prices, adjustments, broken):
    rules = {"tax": "BR-CO-14", "tax_exclusive": "BR-CO-13", "tax_inclusive": "BR-CO-15", "taxable": "BR-S-08"}
    assert apart(*prices, *adjustments) == [(rules[path.split("/")[-1]], path) for path in broken]


def test_a_rest_of_the_gross_that_is_posted_to_the_net():
    assert gross(GOBL_CURRENCY) == [("BR-S-08", "/totals/subtotals/0/taxable")]


def test_the_rest_of_the_gross_that_is_the_rounding_amount():
    assert gross(Profile(name="rounding")) == []
