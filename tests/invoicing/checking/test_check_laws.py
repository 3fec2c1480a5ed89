"""The check agrees with the calculation: what is calculated is exact, and no cent is missed."""

from decimal import Decimal, localcontext
from fractions import Fraction
from itertools import pairwise

from attrs import evolve
from hypothesis import assume, given
from hypothesis import strategies as st

from otcore.invoicing.calculation import calculate
from otcore.invoicing.checking import (
    Code,
    Figure,
    StatedAdjustment,
    StatedCategory,
    StatedInvoice,
    StatedLine,
    StatedPrice,
    StatedSubtotal,
    StatedTaxTotal,
    StatedTotals,
    Verdict,
    check,
    verdict_of,
)
from otcore.invoicing.checking.arithmetic import MOST_DIGITS, over, percent_of, rounded, times, total
from tests.invoicing.strategies import invoices

CURRENCIES = st.sampled_from(["EUR", "JPY"])
TOTALS = ("line_net", "allowances", "charges", "exclusive", "inclusive", "payable")
MISSING = Figure("")


def figure(value):
    amount = getattr(value, "amount", value)
    return Figure("", f"{amount:f}", amount)


def category(tax):
    return StatedCategory(tax.code, figure(tax.rate), vat=True)


def adjustments(settled, *, taxed):
    return tuple(
        StatedAdjustment(
            item.charge,
            figure(item.amount),
            MISSING if item.percent is None else figure(item.percent),
            MISSING if item.base is None else figure(item.base),
            category(item.tax) if taxed else None,
        )
        for item in settled
    )


def line(given, calculated):
    price = StatedPrice(figure(given.price.amount), MISSING, MISSING, figure(given.price.per), MISSING)
    items = adjustments(calculated.adjustments, taxed=False)
    return StatedLine("", figure(given.quantity.value), price, figure(calculated.net), items, category(given.tax))


def stated(invoice):
    """The invoice as a document states it once it is calculated."""
    totals = calculate(invoice)
    names = ("line_net", "allowances", "charges", "inclusive", "prepaid", "rounding", "payable", "exclusive")
    found = [getattr(totals, {"inclusive": "tax_inclusive", "exclusive": "tax_exclusive"}.get(n, n)) for n in names]
    subtotals = [StatedSubtotal(figure(s.taxable), figure(s.tax), category(s.category)) for s in totals.subtotals]
    return StatedInvoice(
        syntax="UBL",
        kind="Invoice",
        currency=Code("", invoice.currency),
        tax_currency=Code(""),
        totals=StatedTotals(**dict(zip(names, map(figure, found), strict=True))),
        tax_totals=(StatedTaxTotal(figure(totals.tax), invoice.currency, tuple(subtotals)),),
        adjustments=adjustments(totals.adjustments, taxed=True),
        lines=tuple(line(*pair) for pair in zip(invoice.lines, totals.lines, strict=True)),
        breakdown="",
        line_path="",
    )


@given(invoices(CURRENCIES))
def test_what_is_calculated_is_exact(invoice):
    differences = check(stated(invoice))
    assert verdict_of(differences) is Verdict.EXACT, differences


@given(invoices(CURRENCIES, max_lines=2), st.sampled_from(TOTALS), st.sampled_from(["0.01", "-0.01", "7"]))
def test_a_total_that_is_off_is_found(invoice, name, cents):
    right = stated(invoice)
    wrong = getattr(right.totals, name).value + Decimal(cents)
    assert check(evolve(right, totals=evolve(right.totals, **{name: figure(wrong)})))


@given(invoices(CURRENCIES, max_lines=2), st.data())
def test_a_subtotal_that_is_off_is_found(invoice, data):
    right = stated(invoice)
    (tax,) = right.tax_totals
    place = data.draw(st.integers(0, len(tax.subtotals) - 1))
    part = data.draw(st.sampled_from(["taxable", "tax"]))
    subtotal = tax.subtotals[place]
    wrong = evolve(subtotal, **{part: figure(getattr(subtotal, part).value + Decimal("0.01"))})
    subtotals = (*tax.subtotals[:place], wrong, *tax.subtotals[place + 1 :])
    assert check(evolve(right, tax_totals=(evolve(tax, subtotals=subtotals),)))


LONG = st.integers(-(10**MOST_DIGITS) + 1, 10**MOST_DIGITS - 1).flatmap(
    lambda digits: st.integers(0, MOST_DIGITS).map(lambda places: Decimal(digits).scaleb(-places))
)


@given(st.lists(LONG, max_size=5), st.sampled_from([6, 28]))
def test_sums_and_products_of_the_longest_figures_are_exact(values, precision):
    with localcontext(prec=precision):
        assert Fraction(total(values)) == sum(map(Fraction, values))
        for one, other in pairwise(values):
            assert Fraction(times(one, other)) == Fraction(one) * Fraction(other)
            assert Fraction(percent_of(one, other)) == Fraction(one) * Fraction(other) / 100


@given(LONG, LONG)
def test_a_quotient_is_rounded_as_the_exact_one(one, other):
    assume(other)
    exact = Fraction(one) / Fraction(other) * 100
    whole, rest = divmod(abs(exact), 1)
    size = (whole + (rest >= Fraction(1, 2))) * (1 if exact >= 0 else -1)
    assert Fraction(rounded(over(one, other), 2)) * 100 == size


def test_nothing_is_a_negative_zero():
    assert str(rounded(Decimal("-0.001"), 2)) == "0.00"
