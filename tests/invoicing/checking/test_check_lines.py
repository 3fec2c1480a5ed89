"""Lines, allowances and charges follow from quantities, prices and percentages."""

from decimal import Decimal

import pytest
from attrs import evolve

from otcore.invoicing.checking import Code, Tolerance
from tests.invoicing.checking.examples import (
    INVOICE,
    adjustment,
    broken,
    category,
    figure,
    found,
    line,
    price,
    rules,
)

OFFICIAL = Tolerance.OFFICIAL
NET = "PEPPOL-EN16931-R120"
AMOUNT = "PEPPOL-EN16931-R040"
PRICE = "PEPPOL-EN16931-R046"


def having(*lines, **more):
    return evolve(INVOICE, lines=lines, **more)


def broken_by(*lines, tolerance=Tolerance.STRICT, **more):
    return rules(having(*lines, **more), tolerance)


def test_the_net_amount_of_a_line_is_quantity_times_price():
    assert found(having(line("100.01")), NET) == [("/net", "100.01", Decimal("100.00"))]


def test_the_price_is_for_the_base_quantity():
    assert NET not in broken_by(line("0.33", quantity="1", at=price("1.00", base="3")))


@pytest.mark.parametrize("base", ["0", "0.00", "-1"])
def test_a_base_quantity_is_more_than_nothing(base):
    assert "PEPPOL-EN16931-R121" in broken_by(line(at=price(base=base)))


def test_at_a_base_quantity_of_nothing_there_is_no_net_amount():
    assert NET not in broken_by(line(at=price(base="0")))


def test_charges_are_added_and_allowances_taken_off():
    items = (adjustment("10.00"), adjustment("3.00", charge=True))
    assert NET not in broken_by(line("93.00", adjustments=items))
    assert NET in broken_by(line("107.00", adjustments=items))


@pytest.mark.parametrize("net", ["-0.87", "-0.88", "-0.875"])
def test_the_product_is_rounded_alone_or_with_what_is_taken_off(net):
    assert NET not in broken_by(line(net, quantity="1", at=price("0.125"), adjustments=(adjustment("1.00"),)))


@pytest.mark.parametrize(
    "odd",
    [
        line(quantity=""),
        line(at=price("")),
        line(""),
        line(at=evolve(price(), base_quantity=broken())),
        line(adjustments=(adjustment(""),)),
        line(adjustments=(evolve(adjustment("1.00"), charge=None),)),
    ],
)
def test_a_line_that_lacks_a_part_is_not_recalculated(odd):
    assert NET not in broken_by(odd)


def test_a_net_amount_that_is_no_number_is_named_with_what_it_should_be():
    assert found(having(evolve(line(), net=broken("1O0"))), NET) == [("/here", "1O0", Decimal("100.00"))]


@pytest.mark.parametrize(("net", "passes"), [("100.02", True), ("99.98", True), ("100.03", False)])
def test_officially_a_line_may_be_two_cents_off(net, passes):
    assert (NET not in broken_by(line(net), tolerance=OFFICIAL)) is passes


@pytest.mark.parametrize(("net", "passes"), [("100.5", True), ("100.51", False)])
def test_officially_a_line_in_forints_may_be_half_a_forint_off(net, passes):
    assert (NET not in broken_by(line(net), tolerance=OFFICIAL, currency=Code("", "HUF"))) is passes


def test_sub_lines_are_recalculated_and_add_up_to_their_line():
    parts = (line("60.00", quantity="1", at=price("60.00")), line("41.00", quantity="1", at=price("40.00")))
    whole = having(line(lines=parts))
    assert found(whole, NET) == [("/net", "41.00", Decimal("40.00"))]
    assert found(whole, "BR-DEX-02") == [("/net", "100.00", Decimal("101.00"))]


def test_a_sub_line_without_an_amount_is_named():
    assert {"BR-24", "BR-DEX-02"} <= broken_by(line(lines=(line("", quantity=""),)))


def test_the_net_price_is_the_gross_price_less_the_discount_exactly():
    assert PRICE not in broken_by(line(at=price("50.00", gross="60.125", discount="10.125")))
    stated = having(line(at=price("50.00", gross="60.125", discount="10.12")))
    assert found(stated, PRICE) == found(stated, PRICE, OFFICIAL) == [("/price", "50.00", Decimal("50.005"))]


@pytest.mark.parametrize(
    "odd",
    [
        price("50.00", gross="60.00"),
        price("50.00", discount="1.00"),
        price("", gross="60.00", discount="1.00"),
        price("50.00", base="1", gross="60.00", discount="1.00", gross_base="10"),
    ],
)
def test_prices_that_cannot_be_compared_are_not(odd):
    assert PRICE not in broken_by(line(at=odd))


def test_a_base_quantity_that_is_said_twice_alike_is_one():
    assert PRICE in broken_by(line(at=price("50.00", base="1", gross="60.00", discount="1.00", gross_base="1.0")))


def test_prices_are_not_negative():
    stated = having(line(at=price("-50.00", gross="-60.00")))
    assert found(stated, "BR-27") == [("/price", "-50.00", None)]
    assert found(stated, "BR-28") == [("/gross", "-60.00", None)]
    assert not {"BR-27", "BR-28"} & broken_by(line(at=price("0", gross="0")))


@pytest.mark.parametrize("tax", [None, category()])
def test_the_amount_of_an_allowance_is_base_times_percentage(tax):
    item = adjustment("10.01", percent="10", base="100.00", tax=tax)
    stated = evolve(INVOICE, adjustments=(item,)) if tax else having(line(adjustments=(item,)))
    assert found(stated, AMOUNT) == [("/amount", "10.01", Decimal("10.00"))]
    assert found(stated, AMOUNT, OFFICIAL) == []


def test_officially_an_allowance_may_be_two_cents_off():
    assert AMOUNT in broken_by(line(adjustments=(adjustment("10.03", percent="10", base="100"),)), tolerance=OFFICIAL)


def test_a_percentage_has_a_base_and_a_base_has_a_percentage():
    items = (adjustment("10.00", percent="10"), adjustment("10.00", base="100.00"))
    stated = having(line(adjustments=items))
    assert found(stated, "PEPPOL-EN16931-R041") == [("/base", None, None)]
    assert found(stated, "PEPPOL-EN16931-R042") == [("/percent", None, None)]


def test_an_amount_without_percentage_and_base_is_as_stated():
    assert not {"PEPPOL-EN16931-R041", "PEPPOL-EN16931-R042"} & broken_by(line(adjustments=(adjustment("1.00"),)))


def test_every_line_is_looked_at_at_every_depth():
    deep = line(lines=(line(lines=(line(at=price("-1"), quantity=""),)), line(at=price("-2"), quantity="")))
    stated = having(deep, line(at=price("-3"), quantity=""))
    assert [stated for _, stated, _ in found(stated, "BR-27")] == ["-1", "-2", "-3"]


def test_a_figure_knows_whether_and_how_it_is_written():
    assert (figure("").missing, figure("1.00").missing, broken().missing) == (True, False, False)
    assert [figure(text).places for text in ("", "1", "1.", "1.50", ".123")] == [0, 0, 0, 2, 3]
