"""The invoice arithmetic, rule by rule, on figures that can be checked by hand."""

from decimal import Decimal, localcontext

import pytest

from otcore.invoicing.calculation import Adjustment, AllowanceCharge, InvoiceInput, LineInput, LineTotal, calculate
from otcore.values import Invalid, Money, Quantity, TaxCategory, UnitPrice

S25 = TaxCategory("S", "25")
S12 = TaxCategory("S", "12")
ZERO_RATED = TaxCategory("Z", 0)


def eur(amount):
    return Money(amount, "EUR")


def line(quantity, price, tax=S25, *adjustments, line_id="1", per="1", currency="EUR"):
    return LineInput(line_id, Quantity(quantity, "C62"), UnitPrice(price, currency, per), tax, adjustments)


def document(*lines, currency="EUR", **others):
    return InvoiceInput(currency, lines, **others)


def allowance(**given):
    return Adjustment(charge=False, reason="agreed", **given)


def charge(**given):
    return Adjustment(charge=True, reason="agreed", **given)


def test_a_line_is_quantity_times_price():
    assert calculate(document(line("3", "1.50"))).lines == (LineTotal("1", eur("4.50"), eur("4.50")),)


def test_a_price_may_be_for_a_base_quantity():
    assert calculate(document(line("250", "1.99", per="100"))).line_net == eur("4.98")


def test_a_price_per_three_is_rounded_from_the_exact_quotient():
    assert calculate(document(line("1", "0.02", per="3"))).line_net == eur("0.01")
    assert calculate(document(line("3", "0.005", per="3"))).line_net == eur("0.01")


def test_half_a_cent_rounds_away_from_zero():
    assert calculate(document(line("1", "0.005"))).line_net == eur("0.01")
    assert calculate(document(line("-1", "0.005"))).line_net == eur("-0.01")
    assert calculate(document(line("1", "0.0049999999"))).line_net == eur(0)


def test_tax_is_taken_once_on_the_sum_of_its_category():
    """Three lines of 0.02 at 25 %: line by line 0.01 each, on the sum 0.015, so 0.02."""
    totals = calculate(document(*[line("1", "0.02", line_id=str(place)) for place in range(3)]))
    assert totals.tax == eur("0.02")


def test_each_rate_has_its_subtotal_in_the_order_of_code_and_rate():
    lines = [
        line("1", "10", tax, line_id=str(place))
        for place, tax in enumerate([ZERO_RATED, S25, S12, TaxCategory("S", "5.5")])
    ]
    totals = calculate(document(*lines))
    assert [(group.category.code, str(group.category.rate), group.tax) for group in totals.subtotals] == [
        ("S", "5.5", eur("0.55")),
        ("S", "12", eur("1.20")),
        ("S", "25", eur("2.50")),
        ("Z", "0", eur(0)),
    ]


def test_equal_rates_written_differently_share_a_subtotal():
    totals = calculate(document(line("1", "10"), line("1", "10", TaxCategory("S", "25.0"), line_id="2")))
    assert [group.taxable for group in totals.subtotals] == [eur(20)]


def test_different_exemption_reasons_share_the_one_subtotal_that_the_category_may_have():
    books = TaxCategory("E", 0, "books", "VATEX-EU-132-1N")
    lessons = TaxCategory("E", 0, "lessons", "VATEX-EU-132-1I")
    in_order = calculate(document(line("1", "10", books), line("1", "5", lessons, line_id="2")))
    reversed_order = calculate(document(line("1", "5", lessons, line_id="2"), line("1", "10", books)))
    assert in_order.subtotals == reversed_order.subtotals
    assert [group.category for group in in_order.subtotals] == [TaxCategory("E", 0, "books; lessons")]


def test_a_reason_code_that_all_share_is_kept():
    books = TaxCategory("E", 0, "books", "VATEX-EU-132")
    unnamed = TaxCategory("E", 0, "", "VATEX-EU-132")
    totals = calculate(document(line("1", "10", books), line("1", "5", unnamed, line_id="2")))
    assert [group.category for group in totals.subtotals] == [
        TaxCategory("E", 0, "VATEX-EU-132; books", "VATEX-EU-132")
    ]


def test_a_line_percentage_is_taken_of_its_gross_however_many_there_are():
    totals = calculate(document(line("1", "100", S25, allowance(percent=Decimal(10)), charge(percent=Decimal(5)))))
    (billed,) = totals.lines
    assert (billed.gross, billed.allowances, billed.charges, billed.net) == (eur(100), eur(10), eur(5), eur(95))


def test_a_document_percentage_is_taken_of_the_sum_of_lines():
    totals = calculate(
        document(
            line("1", "10.01"), line("1", "20", line_id="2"), adjustments=(allowance(percent=Decimal(10), tax=S25),)
        )
    )
    assert totals.allowances == eur("3.00")
    assert totals.tax_exclusive == eur("27.01")


def test_a_percentage_of_a_stated_base_leaves_the_other_figures_alone():
    totals = calculate(document(line("1", "100", S25, allowance(percent=Decimal(10), base=eur(50)))))
    assert totals.line_net == eur(95)


def test_a_stated_base_of_nothing_gives_nothing():
    assert calculate(document(line("1", "100", S25, allowance(percent=Decimal(10), base=eur(0))))).line_net == eur(100)


def test_document_adjustments_are_taxed_in_their_own_category():
    totals = calculate(
        document(
            line("1", "100"),
            adjustments=(charge(amount=eur(10), tax=S12), allowance(amount=eur(4), tax=S25)),
        )
    )
    assert [(str(group.category.rate), group.taxable, group.tax) for group in totals.subtotals] == [
        ("12", eur(10), eur("1.20")),
        ("25", eur(96), eur(24)),
    ]


def test_settled_adjustments_keep_what_the_invoice_must_state():
    asked = Adjustment(charge=False, percent=Decimal("2.5"), reason="loyal", reason_code="95", tax=S25)
    totals = calculate(document(line("1", "200"), adjustments=(asked,)))
    assert totals.adjustments == (
        AllowanceCharge(
            charge=False,
            amount=eur(5),
            percent=Decimal("2.5"),
            base=eur(200),
            reason="loyal",
            reason_code="95",
            tax=S25,
        ),
    )


def test_an_amount_has_no_base():
    (billed,) = calculate(document(line("1", "200", S25, charge(amount=eur(5))))).lines
    assert billed.adjustments == (AllowanceCharge(charge=True, amount=eur(5), reason="agreed"),)


def test_prepaid_and_rounding_change_only_the_payable_amount():
    totals = calculate(document(line("1", "100"), prepaid=eur(50), rounding=eur("0.04")))
    assert (totals.tax_inclusive, totals.payable) == (eur(125), eur("75.04"))


def test_prepaid_and_rounding_are_zero_when_not_given():
    totals = calculate(document(line("1", "100")))
    assert (totals.prepaid, totals.rounding) == (eur(0), eur(0))


def test_figures_have_the_digits_of_their_currency():
    assert calculate(document(line("1", "10.5", currency="JPY"), currency="JPY")).payable == Money("14", "JPY")
    assert calculate(document(line("1", "1.0005", currency="BHD"), currency="BHD")).payable == Money("1.251", "BHD")


def test_the_hosts_decimal_context_changes_nothing():
    invoice = document(line("123456789.123456", "98765.4321"))
    usual = calculate(invoice)
    with localcontext(prec=3):
        assert calculate(invoice) == usual


def test_the_largest_quantity_and_price_are_refused_not_rounded():
    with pytest.raises(Invalid, match="MONEY_TOO_LARGE"):
        calculate(document(line("9" * 18, "9" * 18)))


def test_sums_that_money_could_not_read_back_are_refused():
    half = line("999999999999999999", "0.006")
    assert calculate(document(half)).line_net == eur("5999999999999999.99")
    with pytest.raises(Invalid, match="MONEY_TOO_LARGE"):
        calculate(document(half, line("999999999999999999", "0.006", line_id="2")))


def test_a_total_that_money_could_not_read_back_is_refused():
    large = line("999999999999999999", "0.009")
    with pytest.raises(Invalid, match="MONEY_TOO_LARGE"):
        calculate(document(large))  # with its tax


def test_a_taxable_amount_that_money_could_not_read_back_is_refused():
    large = "999999999999999999"
    back = line(f"-{large}", "0.006", TaxCategory("Z", 0), line_id="3")
    with pytest.raises(Invalid, match="MONEY_TOO_LARGE"):
        calculate(document(line(large, "0.006"), back, line(large, "0.006", line_id="2")))
