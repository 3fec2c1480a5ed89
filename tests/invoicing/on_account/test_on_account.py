"""Down payments and milestones: invoices of an amount of an order, and the final invoice that takes them off."""

from collections.abc import Sequence
from datetime import date
from decimal import Decimal

import pytest
from attrs import evolve as changed

from otcore.invoicing.calculation import InvoiceInput, Totals, calculate
from otcore.invoicing.crediting import CreditTotal, credit, credit_rest
from otcore.invoicing.on_account import (
    BilledAmount,
    BillingStep,
    bill_until,
    billed_amount,
    deduct,
    deduct_paid,
    marks,
    payable_of,
)
from otcore.invoicing.partial import part_of
from otcore.invoicing.profile import Posting, Profile
from otcore.invoicing.profiles import SWITZERLAND
from otcore.values import Invalid, Money, Rejected, TaxCategory, UnitPrice
from otcore.values.other_tax import OtherTax
from tests.invoicing.crediting.issued import issued
from tests.invoicing.parts.bills import S20, adjustment, eur, line, order

S10 = TaxCategory("S", "10")
TWO_RATES = order(line("1", "1000.00"), line("10", "30.00", id="2", tax=S10))


def percents(*stated: str) -> list[BillingStep]:
    return [BillingStep(percent=each) for each in stated]


def chain(whole: InvoiceInput, steps: Sequence[BillingStep]) -> list[BilledAmount]:
    """The prepayment invoices of these steps, numbered D1, D2 ..."""
    billed: list[BilledAmount] = []
    for count, mark in enumerate(marks(whole, steps), 1):
        document = changed(issued(bill_until(whole, mark, billed)), number=f"D{count}", issued=date(2026, 3, count))
        billed.append(billed_amount(document))
    return billed


def totals_of(billed: Sequence[BilledAmount]) -> list[str]:
    return [str(each.total.amount) for each in billed]


def nets(totals: Totals) -> list[tuple[str, str]]:
    return [(line.id, str(line.net.amount)) for line in totals.lines]


def test_a_down_payment_has_a_line_for_each_rate_of_the_order():
    totals = calculate(bill_until(TWO_RATES, eur("459.00")))
    assert nets(totals) == [("1", "300.00"), ("2", "90.00")]
    assert (totals.tax, totals.rounding, totals.payable) == (eur("69.00"), eur("0.00"), eur("459.00"))


def test_an_amount_that_no_net_gives_is_kept_through_the_rounding_amount():
    totals = calculate(bill_until(order(line("1", "100.00")), eur("33.33")))
    assert (nets(totals), totals.tax, totals.rounding) == ([("1", "27.78")], eur("5.56"), eur("-0.01"))


def test_an_amount_too_small_for_any_line_has_a_line_of_nothing():
    whole = order(line("1", "1.00", tax=TaxCategory("S", "300")))
    totals = calculate(bill_until(whole, eur("0.01")))
    assert (nets(totals), totals.payable) == ([("1", "0.00")], eur("0.01"))


def test_145_05_at_30_and_70_percent_comes_to_it():
    assert totals_of(chain(order(line("1", "145.05", tax=TaxCategory("Z", 0))), percents("30", "70"))) == [
        "43.52",
        "101.53",
    ]


def test_the_last_step_takes_the_remainder():
    steps = [*percents("33.33", "33.33"), BillingStep(name="accepted")]
    assert totals_of(chain(order(line("1", "100.00", tax=TaxCategory("Z", 0))), steps)) == ["33.33", "33.33", "33.34"]


def test_amounts_and_percentages_may_be_mixed():
    steps = [BillingStep(amount=eur("50.00")), *percents("10"), BillingStep()]
    assert [str(mark.amount) for mark in marks(order(line("1", "100.00")), steps)] == ["50.00", "62.00", "120.00"]


def test_all_of_it_paid_down_leaves_a_final_invoice_of_0_00():
    whole = order(line("3", "111.663"), line("1", "0.33", id="2", tax=S10))
    billed = chain(whole, percents("100"))
    totals = calculate(deduct(whole, billed).bill)
    assert (totals.payable, totals.tax, totals.rounding) == (eur("0.00"),) * 3
    assert nets(totals)[2:] == [("3", "-334.99"), ("4", "-0.33")]


def test_what_was_paid_down_whole_is_credited_with_no_cent_of_its_own():
    """Elsewhere a credit note of 0.01 came out of a final invoice of 0.00."""
    whole = order(line("3", "111.663"), line("1", "0.33", id="2", tax=S10))
    prepayment = issued(bill_until(whole, payable_of(whole)))
    final = issued(deduct(whole, [billed_amount(prepayment)]).bill)
    note, paid_back = (calculate(credit_rest(document).bill) for document in (final, prepayment))
    assert (note.payable, note.tax, note.rounding) == (eur("0.00"),) * 3
    assert paid_back.payable == payable_of(whole) == eur("402.35")


def test_a_chain_of_uneven_down_payments_ends_at_0_00():
    whole = order(line("3", "111.663"), line("1", "0.33", id="2", tax=S10))
    totals = calculate(deduct(whole, chain(whole, [*percents("33.33", "17.5"), BillingStep()])).bill)
    assert (totals.payable, totals.tax, totals.rounding) == (eur("0.00"),) * 3


def test_a_final_invoice_takes_down_payments_off_with_their_tax():
    deducted = deduct(TWO_RATES, chain(TWO_RATES, percents("30")))
    totals = calculate(deducted.bill)
    assert nets(totals)[2:] == [("3", "-300.00"), ("4", "-90.00")]
    assert (totals.tax, totals.payable) == (eur("161.00"), eur("1071.00"))
    assert (deducted.money, deducted.lines) == ({"D1": eur("459.00")}, (("3", "D1"), ("4", "D1")))


@pytest.mark.parametrize("gross", [False, True])
def test_an_allowance_of_the_order_is_taken_of_its_lines_and_not_of_what_is_taken_off(gross):
    tenth = adjustment(False, percent="10", tax=S20, reason="")
    rest = adjustment(False, percent="5", running=True, tax=S20)
    fixed = adjustment(True, "3.00", tax=S20)
    whole = order(line("10", "100.00"), line("1", "9.00", id="2"), adjustments=(tenth, rest, fixed), tax_included=gross)
    down = billed_amount(changed(issued(bill_until(whole, eur("200.00"))), number="D1"))
    final = calculate(deduct(whole, [down]).bill)
    once = calculate(whole)
    assert [each.amount for each in final.adjustments] == [each.amount for each in once.adjustments]
    assert (final.payable, abs(final.rounding.minor) <= 1) == (once.payable - eur("200.00"), True)


def test_what_was_paid_without_an_invoice_is_the_prepaid_amount():
    deducted = deduct_paid(TWO_RATES, chain(TWO_RATES, percents("30")))
    totals = calculate(deducted.bill)
    assert (totals.tax, totals.prepaid, totals.payable) == (eur("230.00"), eur("459.00"), eur("1071.00"))
    (advance,) = totals.advances
    assert (advance.reference, advance.day) == ("D1", date(2026, 3, 1))


def test_invoices_of_shipments_take_down_payments_off_as_far_as_they_go():
    whole = order(line("10", "14.505"))
    billed = chain(whole, percents("30", "40"))
    first = part_of(whole, {}, {"1": Decimal(5)})
    last = part_of(whole, {"1": Decimal(5)}, {"1": Decimal(10)})
    taken = deduct(first, billed)
    assert taken.taken == (("D1", eur("52.22")), ("D2", eur("34.82")))
    rest = deduct(last, billed, taken.money)
    assert rest.taken == (("D2", eur("34.80")),)
    assert (calculate(taken.bill).payable, calculate(rest.bill).payable) == (eur("0.00"), eur("52.22"))


def test_a_bill_without_down_payments_stays_as_it_is():
    for way in (deduct, deduct_paid):
        assert way(TWO_RATES, ()).bill is TWO_RATES


def test_what_was_credited_of_a_down_payment_is_not_taken_off():
    document = changed(issued(bill_until(TWO_RATES, eur("459.00"))), number="D1")
    credited = credit(document, [CreditTotal(amount=eur("45.90"))]).credited
    billed = billed_amount(document, credited)
    assert [group.amount for group in billed.groups] == [27000, 8100]
    assert calculate(deduct(TWO_RATES, [billed]).bill).payable == eur("1116.90")


def test_charges_of_a_billed_document_count_with_its_lines():
    document = issued(order(line("1", "100.00"), adjustments=(adjustment(False, "10.00", tax=S10),)))
    assert [group.amount for group in billed_amount(document).groups] == [10000, -1000]


def test_a_discount_of_the_whole_order_is_shared_with_it():
    whole = order(line("1", "100.00"), adjustments=(adjustment(False, percent="10", tax=line("1", "1").tax),))
    assert nets(calculate(bill_until(whole, eur("54.00")))) == [("1", "45.00")]


def test_an_order_that_changed_is_billed_less_what_was_billed():
    billed = chain(TWO_RATES, percents("30"))
    grown = order(line("1", "1000.00"), line("20", "30.00", id="2", tax=S10))
    assert nets(calculate(bill_until(grown, payable_of(grown), billed))) == [("1", "700.00"), ("2", "510.00")]
    shrunk = order(line("1", "1000.00"))
    assert nets(calculate(bill_until(shrunk, eur("1200.00"), billed))) == [("1", "700.00"), ("2", "-90.00")]


@pytest.mark.parametrize("profile", [SWITZERLAND, Profile(name="tax", increment="0.05", cash=Posting.TAX)])
def test_percentages_of_an_order_in_cash_are_rounded_in_cash(profile):
    whole = order(line("1", "145.07", currency="CHF", tax=S10), currency="CHF", profile=profile)
    billed = chain(whole, percents("30", "70"))
    assert totals_of(billed) == ["47.90", "111.70"]
    odd = chain(whole, [BillingStep(amount=Money("10.01", "CHF"))])
    for way in (deduct, deduct_paid):
        assert calculate(way(whole, odd).bill).payable == Money("149.59", "CHF")


def test_prices_that_include_tax_are_billed_with_it():
    whole = order(line("2", "379.00"), tax_included=True)
    billed = chain(whole, percents("50", "50"))
    assert totals_of(billed) == ["379.00", "379.00"]
    assert calculate(deduct(whole, billed).bill).payable == eur("0.00")


@pytest.mark.parametrize("until", ["1530.01", "2000.00"])
def test_no_more_is_billed_than_the_order(until):
    with pytest.raises(Rejected, match="MORE_THAN_ORDERED"):
        bill_until(TWO_RATES, eur(until))


def test_a_mark_that_is_billed_is_not_billed_again():
    with pytest.raises(Rejected, match="AMOUNT_NOT_POSITIVE"):
        bill_until(TWO_RATES, eur("459.00"), chain(TWO_RATES, percents("30")))


def test_an_amount_is_in_the_currency_of_the_order():
    with pytest.raises(Invalid, match="CURRENCY_MISMATCH"):
        bill_until(TWO_RATES, Money("1", "USD"))
    foreign = chain(order(line("1", "1", currency="USD"), currency="USD"), percents("100"))
    with pytest.raises(Invalid, match="CURRENCY_MISMATCH"):
        deduct(TWO_RATES, foreign)


def test_an_amount_has_no_units_to_be_taxed_by():
    taxed = order(line("1", "10.00", taxes=(OtherTax("ECO", per_unit=UnitPrice("1", "EUR")),)))
    with pytest.raises(Invalid, match="TAX_BY_UNIT"):
        bill_until(taxed, eur("1.00"))


@pytest.mark.parametrize(
    "stated", [{"percent": "10", "amount": eur("1.00")}, {"percent": "0"}, {"amount": eur("0.00")}]
)
def test_a_step_is_a_percentage_or_an_amount(stated):
    with pytest.raises(Invalid, match="BILLING_STEP"):
        BillingStep(**stated)


def test_only_the_last_step_is_the_rest():
    with pytest.raises(Invalid, match="BILLING_STEPS_REST"):
        marks(TWO_RATES, [BillingStep(), *percents("10")])


def test_steps_come_to_no_more_than_the_order():
    with pytest.raises(Invalid, match="BILLING_STEPS_EXCEED"):
        marks(TWO_RATES, percents("60", "50"))
