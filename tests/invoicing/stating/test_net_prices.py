"""Lines whose prices include tax, and lines that were rounded otherwise, follow from their net price to the cent."""

from decimal import Decimal

import pytest
from attrs import evolve
from hypothesis import given, settings
from hypothesis import strategies as st

from otcore.invoicing.advances import Advance
from otcore.invoicing.calculation import Adjustment, InvoiceInput, LineInput, calculate
from otcore.invoicing.profile import Profile
from otcore.invoicing.profiles import GOBL_CURRENCY, GOBL_PRECISE
from otcore.invoicing.stating import as_stated
from otcore.invoicing.stating.net_prices import net_price
from otcore.values import Money, UnitPrice
from otcore.values.rounding import Rounding, round_to
from tests.invoicing import strategies
from tests.invoicing.documents import S25, billed, invoice

BANKERS = Profile(name="bankers", mode=Rounding.HALF_EVEN)
DOWN = Profile(name="down", mode=Rounding.DOWN)


def eur(text):
    return Money(text, "EUR")


def worth(line, total):
    """Quantity x price - allowances + charges, rounded half up to two decimals."""
    gross = round_to(line.price.extend(line.quantity.value), 2)
    return gross - total.allowances.amount + total.charges.amount


@pytest.mark.parametrize(
    ("amount", "quantity", "price"),
    [
        ("606.40", "2", UnitPrice("303.2", "EUR")),
        ("2.50", "3", UnitPrice("0.833", "EUR")),
        ("-2.50", "-3", UnitPrice("0.833", "EUR")),
        ("0.00", "3", UnitPrice("0", "EUR")),
        ("0.00", "0", UnitPrice("0", "EUR")),
        ("0.01", "1000000000000", UnitPrice("0.01", "EUR", "1000000000000")),
        ("1.00", "0", None),
        ("1.00", "-1", None),
        ("-1.00", "1", None),
    ],
)
def test_the_price_with_the_fewest_decimals_is_taken(amount, quantity, price):
    assert net_price(eur(amount), Decimal(quantity), 2) == price


@given(st.integers(-(10**9), 10**9), st.decimals(-(10**6), 10**6, places=3))
def test_a_net_price_gives_its_amount(minor, quantity):
    amount = Money.from_minor(minor, "EUR")
    price = net_price(amount, quantity, 2)
    if price is None:
        assert not quantity or (quantity < 0) != (minor < 0)
    else:
        assert round_to(price.extend(quantity), 2) == amount.amount


@pytest.mark.parametrize("quantity", ["2", "-2", "0.333"])
def test_two_things_with_tax_become_two_without(quantity):
    document = invoice(billed(quantity, "379"), tax_included=True)
    stated = as_stated(document)
    (line,), (total,) = stated.lines, stated.totals.lines
    assert worth(line, total) == total.net.amount == document.totals.lines[0].net.amount
    assert not stated.tax_included


def test_allowances_of_a_line_are_told_without_tax():
    off = Adjustment(charge=False, percent=Decimal(10), reason="Loyal")
    stated = as_stated(invoice(billed("1", "125", S25, off), tax_included=True))
    (allowance,) = stated.totals.lines[0].adjustments
    assert (allowance.amount, allowance.percent, allowance.base) == (eur("10.00"), None, None)
    assert stated.lines[0].price == UnitPrice("100", "EUR")


def test_where_no_price_does_a_rounding_states_it():
    document = invoice(billed("0", "379"), tax_included=True)
    (total,) = document.totals.lines
    # Such a net amount comes of sharing out a group to the last cent.
    odd = evolve(document.totals, lines=(evolve(total, net=eur("-0.01")),))
    stated = as_stated(evolve(document, totals=odd))
    (line,), (total,) = stated.lines, stated.totals.lines
    assert line.price == UnitPrice("0", "EUR")
    assert [(item.charge, item.amount, item.reason) for item in total.adjustments] == [(False, eur("0.01"), "Rounding")]


@pytest.mark.parametrize("profile", [BANKERS, DOWN, GOBL_PRECISE, GOBL_CURRENCY], ids=lambda profile: profile.name)
@pytest.mark.parametrize("included", [False, True])
@settings(max_examples=25)
@given(st.data())
def test_every_line_follows_from_its_price(profile, included, data):
    drawn = data.draw(strategies.invoices(currency=st.just("EUR")))
    asked = InvoiceInput("EUR", drawn.lines, tax_included=included, profile=profile)
    document = invoice(*asked.lines, tax_included=included, profile=profile)
    stated = as_stated(evolve(document, totals=calculate(asked)))
    for line, total in zip(stated.lines, stated.totals.lines, strict=True):
        assert worth(line, total) == total.net.amount


def test_a_percentage_that_was_rounded_otherwise_is_told_as_an_amount():
    """2.5 % of 0.20 is 0.005: half to even gives 0.00."""
    off = Adjustment(charge=False, percent=Decimal("2.5"), reason="Loyal")
    line, document = billed("1", "0.20", S25, off), evolve(off, tax=S25)
    stated = as_stated(invoice(line, adjustments=(document,), profile=BANKERS))
    for item in (*stated.totals.lines[0].adjustments, *stated.totals.adjustments):
        assert (item.amount, item.percent, item.base) == (eur("0.00"), None, None)
    exact = as_stated(invoice(line, profile=evolve(BANKERS, mode=Rounding.HALF_UP)))
    assert exact.totals.lines[0].adjustments[0].percent == Decimal("2.5")


def parted(**changes):
    part = billed("2", "3", line_id="1.1")
    line = billed("1", "5")
    asked = LineInput(line.id, line.quantity, line.price, line.tax, parts=(part, evolve(part, id="1.2")))
    document = invoice(asked, **changes)
    (text,) = document.lines
    texts = tuple(evolve(text, id=each.id, quantity=each.quantity, price=each.price) for each in asked.parts)
    return evolve(document, lines=(evolve(text, parts=texts),))


@pytest.mark.parametrize("changes", [{}, {"profile": BANKERS}, {"tax_included": True}], ids=str)
def test_a_line_of_parts_is_priced_at_what_they_are_worth(changes):
    stated = as_stated(parted(**changes))
    (line,), (total,) = stated.lines, stated.totals.lines
    assert worth(line, total) == total.net.amount == sum(part.net.amount for part in total.parts)
    assert all(worth(*pair) == pair[1].net.amount for pair in zip(line.parts, total.parts, strict=True))


def test_a_price_that_agrees_with_its_parts_stays():
    document = parted()
    dear = evolve(document.lines[0], price=UnitPrice("12", "EUR", discount="1"))
    assert as_stated(evolve(document, lines=(dear,))).lines[0].price == dear.price


def test_advances_are_summed():
    asked = InvoiceInput("EUR", (billed(),), advances=(Advance(amount=eur("50"), reference="A-1"),))
    stated = as_stated(evolve(invoice(), totals=calculate(asked)))
    assert (stated.totals.advances, stated.totals.prepaid) == ((), eur("50.00"))
