"""Lines with parts, and allowances and charges by the unit or of what is left."""

from decimal import Decimal

import pytest

from otcore.invoicing.calculation import calculate, negated
from otcore.invoicing.profile import Level, Profile
from otcore.values import UnitPrice
from tests.invoicing.examples import S20, S25, allowance, charge, document, eur, line


def parted(*parts, **given):
    return line("1", "0", S20, parts=parts, **given)


def test_a_line_is_worth_what_its_parts_are():
    totals = calculate(document(parted(line("2", "10", S20, line_id="1.1"), line("1", "5", S20, line_id="1.2"))))
    (billed,) = totals.lines
    assert [part.net for part in billed.parts] == [eur(20), eur(5)]
    assert (billed.gross, billed.net, totals.tax) == (eur(25), eur(25), eur(5))


def test_parts_have_parts_and_adjustments_of_their_own():
    inner = line("1", "0", S20, line_id="1.1", parts=(line("1", "8", S20, allowance(amount=eur(1)), line_id="1.1.1"),))
    (billed,) = calculate(document(parted(inner))).lines
    (outer,) = billed.parts
    (part,) = outer.parts
    assert (billed.net, outer.net, part.net, part.gross) == (eur(7), eur(7), eur(7), eur(8))


def test_parts_of_a_price_with_tax_share_their_lines_net_amount():
    invoice = document(
        parted(line("1", "1.00", S20, line_id="1.1"), line("1", "0.50", S20, line_id="1.2")), tax_included=True
    )
    (billed,) = calculate(invoice).lines
    assert (billed.with_tax, billed.net) == (eur("1.50"), eur("1.25"))
    assert [(part.with_tax, part.net) for part in billed.parts] == [(eur(1), eur("0.83")), (eur("0.50"), eur("0.42"))]


def test_parts_that_cancel_out_still_state_net_amounts():
    parts = (line("1", "1.20", S20, line_id="1.1"), line("-1", "1.20", S20, line_id="1.2"))
    (billed,) = calculate(document(parted(*parts), tax_included=True)).lines
    assert [part.net for part in billed.parts] == [eur(1), eur(-1)]


def test_parts_are_shared_out_where_totals_are_rounded_last():
    parts = tuple(line("1", "0.125", S20, line_id=f"1.{at}") for at in range(3))
    (billed,) = calculate(document(parted(*parts), profile=Profile(name="last", level=Level.DOCUMENT))).lines
    assert [part.net for part in billed.parts] == [eur("0.13"), eur("0.13"), eur("0.12")]


def test_parts_are_negated_with_their_line():
    invoice = document(parted(line("1", "1.00", S20, allowance(amount=eur("0.10")), line_id="1.1")))
    assert calculate(negated(invoice)).lines[0].parts[0].net == eur("-0.90")


def test_a_running_percentage_is_of_what_the_ones_before_left():
    steps = (allowance(percent=Decimal(10)), allowance(percent=Decimal(10), running=True), charge(percent=Decimal(10)))
    (billed,) = calculate(document(line("1", "100", S25, *steps))).lines
    assert [item.amount for item in billed.adjustments] == [eur(10), eur(9), eur(10)]
    assert billed.adjustments[1].base == eur(90)
    assert billed.net == eur(91)


def test_so_much_a_unit_is_for_every_unit_of_the_line():
    (billed,) = calculate(document(line("7", "1", S25, charge(per_unit=UnitPrice("0.065", "EUR"))))).lines
    assert (billed.charges, billed.net) == (eur("0.46"), eur("7.46"))


@pytest.mark.parametrize(("units", "amount"), [("2", "0.13"), ("100", "6.50")])
def test_or_for_so_many_units(units, amount):
    deposit = charge(per_unit=UnitPrice("6.5", "EUR", 100), units=Decimal(units))
    assert calculate(document(line("7", "1", S25, deposit))).lines[0].charges == eur(amount)


def test_a_document_states_its_units():
    pallets = charge(per_unit=UnitPrice("7.335", "EUR"), units=Decimal(3), tax=S25)
    totals = calculate(document(line("1", "100"), adjustments=(pallets,)))
    assert (totals.charges, totals.tax_exclusive) == (eur("22.01"), eur("122.01"))


def test_on_the_document_running_percentages_follow_each_other():
    steps = (allowance(percent=Decimal(50), tax=S25), allowance(percent=Decimal(50), running=True, tax=S25))
    totals = calculate(document(line("1", "100"), adjustments=steps))
    assert [(item.base, item.amount) for item in totals.adjustments] == [(eur(100), eur(50)), (eur(50), eur(25))]
