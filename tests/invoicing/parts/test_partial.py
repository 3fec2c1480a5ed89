"""Partial invoices: what an invoice bills that moves an order from one mark to another."""

from decimal import Decimal

import pytest

from otcore.invoicing.advances import Advance, ThirdPartyPayment
from otcore.invoicing.calculation import InvoiceInput, Totals, calculate
from otcore.invoicing.partial import part_of
from otcore.invoicing.profile import Level, Posting, Profile
from otcore.invoicing.profiles import HUNGARY, SWITZERLAND
from otcore.values import Invalid, Quantity, Rejected, TaxCategory, UnitPrice
from otcore.values.other_tax import OtherTax, TaxKind
from tests.invoicing.parts.bills import S20, adjustment, eur, line, order


def in_parts(whole: InvoiceInput, *marks: dict[str, str]) -> list[Totals]:
    parts = []
    before: dict[str, Decimal] = {}
    for mark in marks:
        after = {id: Decimal(quantity) for id, quantity in mark.items()}
        parts.append(calculate(part_of(whole, before, after)))
        before = after
    return parts


def test_145_05_at_30_and_70_percent_of_the_quantity_is_billed_exactly():
    first, last = in_parts(order(line("10", "14.505")), {"1": "3"}, {"1": "10"})
    assert (first.payable, last.payable) == (eur("52.22"), eur("121.84"))
    assert first.payable + last.payable == calculate(order(line("10", "14.505"))).payable == eur("174.06")


def test_a_first_part_is_what_it_is_by_itself():
    bill = part_of(order(line("10", "14.505")), {}, {"1": Decimal(3)})
    assert bill == order(line("3", "14.505"))


def test_a_cent_that_is_missing_is_a_charge_of_the_line():
    first, last = in_parts(order(line("2", "0.004")), {"1": "1"}, {"1": "2"})
    assert [part.lines[0].net for part in (first, last)] == [eur("0.00"), eur("0.01")]
    (only,) = last.lines[0].adjustments
    assert (only.charge, only.amount, only.reason) == (True, eur("0.01"), "Rounding")


def test_tax_that_rounds_otherwise_is_in_the_rounding_amount_and_every_printed_identity_holds():
    parts = in_parts(order(line("3", "0.33")), {"1": "1"}, {"1": "2"}, {"1": "3"})
    assert [part.rounding for part in parts] == [eur("0.00"), eur("-0.01"), eur("0.00")]
    assert all(part.tax == eur("0.07") for part in parts)
    assert sum(part.payable.minor for part in parts) == 119


def test_a_percentage_stays_where_it_gives_its_share():
    part = part_of(order(line("10", "10.00", adjustment(False, percent="10"))), {"1": Decimal(4)}, {"1": Decimal(10)})
    assert part.lines[0].adjustments == (adjustment(False, percent="10"),)


def test_a_percentage_that_misses_its_share_by_a_cent_is_stated_as_an_amount_that_names_it():
    whole = order(line("2", "0.10", adjustment(False, percent="5", reason="")))
    last = part_of(whole, {"1": Decimal(1)}, {"1": Decimal(2)})
    assert last.lines[0].adjustments == ()
    whole = order(line("4", "0.10", adjustment(False, percent="5", reason="")))
    (only,) = part_of(whole, {"1": Decimal(1)}, {"1": Decimal(4)}).lines[0].adjustments
    assert (only.percent, only.amount, only.reason) == (None, eur("0.01"), "5 %")


def test_a_percentage_of_a_base_of_its_own_takes_its_part_of_that():
    whole = order(line("4", "10.00", adjustment(False, percent="10", base=eur("20.00"))))
    (only,) = part_of(whole, {"1": Decimal(1)}, {"1": Decimal(4)}).lines[0].adjustments
    assert (only.base, only.percent) == (eur("15.00"), Decimal(10))


def test_so_much_for_each_unit_goes_by_the_units():
    deposit = adjustment(True, per_unit=UnitPrice("0.25", "EUR"))
    fixed = adjustment(True, per_unit=UnitPrice("0.25", "EUR"), units=Decimal(3))
    part = part_of(order(line("4", "10.00", deposit, fixed)), {"1": Decimal(1)}, {"1": Decimal(3)})
    assert [each.amount for each in calculate(part).lines[0].adjustments] == [eur("0.50"), eur("0.37")]


def test_units_that_are_used_up_are_left_out():
    fixed = adjustment(True, per_unit=UnitPrice("0.25", "EUR"), units=Decimal(3))
    assert part_of(order(line("4", "10.00", fixed)), {"1": Decimal(4)}, {"1": Decimal(5)}).lines[0].adjustments == ()


def test_a_running_percentage_after_one_that_is_stated_as_an_amount_is_one_too():
    whole = order(
        line("3", "0.30"),
        adjustments=(
            adjustment(False, percent="5", tax=S20),
            adjustment(False, percent="40", running=True, tax=S20),
        ),
    )
    parts = in_parts(whole, {"1": "1"}, {"1": "2"}, {"1": "3"})
    once = calculate(whole)
    sums = [sum(part.adjustments[at].amount.minor for part in parts if len(part.adjustments) > at) for at in (0, 1)]
    assert sums == [each.amount.minor for each in once.adjustments]


def test_freight_goes_by_what_lines_are_worth_whatever_their_sign():
    freight = adjustment(True, "10.00", tax=S20)
    whole = order(line("10", "30.00"), line("-10", "10.00", id="2"), adjustments=(freight,))
    assert part_of(whole, {}, {"2": Decimal(-10)}).adjustments[0].amount == eur("2.50")


def test_freight_of_lines_without_worth_and_quantity_goes_by_lines():
    freight, note = adjustment(True, "10.00", tax=S20), line("0", "0.00", adjustment(True, "1.00"))
    whole = order(note, line("0", "0.00", id="2"), adjustments=(freight,))
    first = part_of(whole, {}, {"1": Decimal(0)})
    assert (first.lines[0].adjustments[0].amount, first.adjustments[0].amount) == (eur("1.00"), eur("5.00"))
    assert calculate(part_of(whole, {"1": Decimal(0)}, {"1": Decimal(0), "2": Decimal(0)})).payable == eur("6.00")


def test_what_was_paid_before_and_is_collected_for_others_is_shared_out_too():
    whole = order(
        line("4", "10.00"),
        prepaid=eur("10.00"),
        rounding=eur("0.02"),
        advances=(Advance(amount=eur("3.00")), Advance(percent=Decimal(10))),
        third_party=(ThirdPartyPayment(amount=eur("2.00")),),
    )
    first, last = in_parts(whole, {"1": "1"}, {"1": "4"})
    assert (first.third_party, last.third_party) == (eur("0.50"), eur("1.50"))
    assert first.payable + last.payable == calculate(whole).payable


def test_of_nothing_there_is_no_bill():
    whole = order(line("4", "10.00"))
    for before, after in (({}, {}), ({"1": Decimal(2)}, {"1": Decimal(2)})):
        with pytest.raises(Rejected, match="NOTHING_TO_BILL"):
            part_of(whole, before, after)


def test_an_unknown_line_is_not_billed():
    with pytest.raises(Invalid, match="LINE_UNKNOWN"):
        part_of(order(line("4", "10.00")), {}, {"2": Decimal(1)})


@pytest.mark.parametrize(("ordered", "billed"), [("4", "-1"), ("-4", "1"), ("0", "1")])
def test_a_quantity_of_the_other_sign_is_not_billed(ordered, billed):
    with pytest.raises(Invalid, match="QUANTITY_SIGN"):
        part_of(order(line(ordered, "10.00")), {}, {"1": Decimal(billed)})


def test_prices_that_include_tax_keep_their_gross():
    whole = order(line("2", "379.00", tax=TaxCategory("S", "19")), tax_included=True)
    first, last = in_parts(whole, {"1": "1"}, {"1": "2"})
    assert (first.payable, last.payable) == (eur("379.00"), eur("379.00"))


def test_whole_units_are_shared_out_whole():
    whole = order(line("3", "333.50", currency="HUF"), currency="HUF", profile=HUNGARY)
    parts = in_parts(whole, {"1": "1"}, {"1": "2"}, {"1": "3"})
    assert [part.lines[0].net.minor % 100 for part in parts] == [0, 0, 0]
    assert sum(part.payable.minor for part in parts) == calculate(whole).payable.minor


@pytest.mark.parametrize("profile", [SWITZERLAND, Profile(name="tax", increment="0.05", cash=Posting.TAX)])
def test_parts_that_are_rounded_in_cash_come_to_the_order_in_cash(profile):
    whole = order(line("3", "0.33", currency="CHF"), currency="CHF", profile=profile)
    parts = in_parts(whole, {"1": "1"}, {"1": "2"}, {"1": "3"})
    assert all(part.payable.minor % 5 == 0 for part in parts)
    assert sum(part.payable.minor for part in parts) == calculate(whole).payable.minor == 120


def test_where_lines_are_not_rounded_the_payable_amounts_add_up():
    whole = order(line("10", "14.505"), profile=Profile(name="last", level=Level.DOCUMENT))
    parts = in_parts(whole, {"1": "3"}, {"1": "10"})
    assert parts[1].lines[0].adjustments == ()
    assert sum(part.payable.minor for part in parts) == calculate(whole).payable.minor


def test_other_taxes_go_along():
    taxes = (OtherTax("RE", "5.2"), OtherTax("IRPF", "15", kind=TaxKind.WITHHELD))
    whole = order(line("3", "33.33", taxes=taxes))
    parts = in_parts(whole, {"1": "1"}, {"1": "2"}, {"1": "3"})
    assert all(part.withheld == eur("5.00") for part in parts)
    assert sum(part.payable.minor for part in parts) == calculate(whole).payable.minor


def test_sub_lines_go_along_with_their_line():
    parts = (line("6", "0.335", id="1.1"), line("3", "1.00", adjustment(False, "1.00"), id="1.2"))
    whole = order(line("3", "0.00", parts=parts), adjustments=(adjustment(True, "1.00", tax=S20),))
    billed = in_parts(whole, {"1": "1"}, {"1": "2"}, {"1": "3"})
    assert [part.lines[0].net for part in billed] == [eur("1.34"), eur("1.33"), eur("1.34")]
    assert part_of(whole, {}, {"1": Decimal(1)}).lines[0].parts[0].quantity == Quantity("2", "C62")
    assert sum(part.payable.minor for part in billed) == calculate(whole).payable.minor


def test_a_third_of_a_sub_line_is_stated_to_six_decimals():
    whole = order(line("3", "0.00", parts=(line("1", "30.00", id="1.1"),)))
    billed = in_parts(whole, {"1": "1"}, {"1": "3"})
    assert [part.lines[0].net for part in billed] == [eur("10.00"), eur("20.00")]
